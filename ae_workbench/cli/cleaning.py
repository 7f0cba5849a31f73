"""``clean``: pages or sounds through a run."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from ae_workbench.cli.loading import shown_progress
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.exit_codes import DONE, WRONG_INPUT
from ae_workbench.data.source import Progress
from ae_workbench.engine.cleaning import kind_of, open_cleaner
from ae_workbench.export.cleaning import AFTER, CleanedFile, clean_file, inputs_of, outputs_for
from ae_workbench.storage.run_folder import RunFolder

UNITS = {"rmse": "", "psnr": " dB", "snr": " dB", "segmental_snr": " dB"}
TITLES = {"rmse": "RMSE", "psnr": "PSNR", "snr": "SNR", "segmental_snr": "segmental SNR"}


def run_clean(chosen: Namespace) -> int:
    run = RunFolder.open(chosen.run_folder)
    kind = kind_of(run.recipe, run.facts.shape)
    files = inputs_of(chosen.files, kind)
    partners = [_partner(file, chosen.clean, len(files)) for file in files]
    read = [partner for partner in partners if partner is not None and partner.exists()]
    outs = outputs_for(files, chosen.out, kind, read, "replace" if chosen.overwrite else "refuse")
    cleaner = open_cleaner(chosen.run_folder, chosen.epoch)
    done: list[CleanedFile] = []
    failed = 0
    with shown_progress() as progress:
        for place, (file, out, partner) in enumerate(zip(files, outs, partners, strict=True)):
            try:
                one = clean_file(cleaner, file, out, partner, _among(progress, place, len(files)))
            except WorkbenchError as problem:
                failed += 1
                print(f"ae-workbench: {problem}", file=sys.stderr)
                continue
            done.append(one)
            if not chosen.json:
                print(_text(one))
    if chosen.json:
        about = {"run": str(chosen.run_folder), "epoch": cleaner.snapshot.epoch, "kind": kind}
        print(json.dumps({**about, "files": [_facts(one) for one in done]}, ensure_ascii=False))
    return WRONG_INPUT if failed else DONE


def _among(progress: Progress, place: int, count: int) -> Progress:
    """Progress of one file among several."""
    return lambda share, doing: progress((place + share) / count, doing)


def _partner(file: Path, clean: Path | None, count: int) -> Path | None:
    """The clean version of a file: ``clean`` itself, or the one of the same name in that folder. Raises ``WorkbenchError``."""
    if clean is None:
        return None
    if not clean.is_dir():
        if count > 1:
            raise WorkbenchError(f"{clean} can't be the clean version of {count} files: give a folder of them with --clean.")
        return clean
    found = sorted(other for other in clean.iterdir() if other.stem.lower() == file.stem.lower() and other.is_file())
    if not found:
        raise WorkbenchError(f"There is no clean version of {file.name} in {clean}: it needs the same name.")
    return found[0]


def _text(one: CleanedFile) -> str:
    lines = [f"{one.source} → {one.out} ({one.seconds:.1f} s)"]
    for way, numbers in one.quality.items():
        words = ", ".join(f"{TITLES[key]} {value:.{4 if key == 'rmse' else 1}f}{UNITS[key]}" for key, value in numbers.items())
        lines.append(f"  {'cleaned' if way == AFTER else way:<12} {words}")
    return "\n".join(lines)


def _facts(one: CleanedFile) -> dict[str, object]:
    facts: dict[str, object] = {"file": str(one.source), "out": str(one.out), "seconds": round(one.seconds, 3)}
    return facts | ({"quality": one.quality} if one.quality else {})
