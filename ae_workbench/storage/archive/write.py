"""A run as one ``.aew`` file, to keep or to give away."""

import hashlib
import json
import platform
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import IO, Any

from ae_workbench import __version__
from ae_workbench.core.described import describe_plan
from ae_workbench.core.errors import ArchiveError, RunError
from ae_workbench.core.recipe import recipe_text
from ae_workbench.data.array_entry import BROKEN
from ae_workbench.storage.archive.limits import (
    ENDING,
    FACTS,
    FORMAT,
    HISTORY,
    MANIFEST,
    METRICS,
    MOST_EPOCHS,
    MOST_WEIGHTS_BYTES,
    PLAN,
    PREVIEW,
    RECIPE,
    VERSION,
    Progress,
    writing,
)
from ae_workbench.storage.archive.shared import without_places
from ae_workbench.storage.arrays import check_arrays
from ae_workbench.storage.atomic import write_with
from ae_workbench.storage.facts import facts_text
from ae_workbench.storage.history import EpochRecord, best_epoch, history_text
from ae_workbench.storage.run_folder import RunFolder, weights_name
from ae_workbench.storage.stored import stored_epoch

PARTS = ("keras", "tensorflow", "tensorflow-cpu", "numpy")
CHUNK_BYTES = 2**20
CHOICES = ("selection", "all", "last", "best")


@dataclass(frozen=True)
class Packed:
    """What went into an archive."""

    path: Path
    epochs: tuple[int, ...]
    size_bytes: int


def pack(run: RunFolder, out: Path, epochs: Sequence[int] | None = None, progress: Progress = lambda share: None) -> Packed:
    """Write a run with the weights of these epochs, by default ``chosen_epochs``; the file is there whole or not at all.

    The same run gives the same bytes. Paths in the recipe shrink to names; the optimizer's state stays behind.
    ``progress`` may raise to give up.

    Raises:
        RunError: an epoch that isn't stored or is broken, or a place that can't be written. ArchiveError: it would be too large.
    """
    if out.suffix.lower() != ENDING:
        raise ArchiveError(f"The file {out} must end in {ENDING}.")
    chosen = tuple(chosen_epochs(run) if epochs is None else sorted(set(epochs)))
    _check(run, chosen)
    with writing(out):
        write_with(out, lambda file: _write(file, run, chosen, progress))
        return Packed(out, chosen, out.stat().st_size)


def chosen_epochs(run: RunFolder, words: str = CHOICES[0]) -> list[int]:
    """Stored epochs by what a person says: all, last, best, numbers such as 1,5,10, or a selection.

    The selection has the first, best and last, and between them each time about twice as many, since models change most at first.

    Raises:
        RunError: nothing is stored, or none of these; ArchiveError: words that mean nothing.
    """
    newest, stored = stored_epoch(run), run.epochs()
    best = best_epoch(run.history())
    best = best if best in stored else newest
    match words.strip().lower():
        case "all":
            return stored
        case "last":
            return [newest]
        case "best":
            return [best]
        case "selection":
            doubling = {min(stored, key=lambda epoch: abs(epoch - 2**power)) for power in range(newest.bit_length())}
            return sorted({stored[0], best, newest, *doubling})
        case _:
            return _numbers(words)


def _numbers(words: str) -> list[int]:
    parts = [part.strip() for part in words.split(",")]
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        raise ArchiveError(f"“{words[:80]}” names no epochs: say all, last, best, or numbers such as 1,5,10.")
    return sorted({int(part) for part in parts})


def _check(run: RunFolder, epochs: Sequence[int]) -> None:
    """Before anything is written: every epoch is there and sound."""
    if not epochs:
        raise ArchiveError("No epoch is chosen: an archive holds the weights of at least one.")
    for epoch in sorted(set(epochs) - set(run.epochs())):
        stored_epoch(run, epoch)
    if len(epochs) > MOST_EPOCHS:
        raise ArchiveError(f"An archive holds at most {MOST_EPOCHS:,} epochs, not {len(epochs):,}: choose some of them.")
    if sum(_weights(run, epoch).stat().st_size for epoch in epochs) > MOST_WEIGHTS_BYTES:
        raise ArchiveError(f"The weights of these {len(epochs)} epochs take more than {MOST_WEIGHTS_BYTES / 2**30:g} GiB: choose fewer.")
    dims = run.plan.weight_dims
    for epoch in epochs:
        try:
            with _weights(run, epoch).open("rb") as file:
                check_arrays(file, dims)
        except BROKEN as problem:
            raise RunError(f"The weights of epoch {epoch} in {run.path} can't be shared: {str(problem)[:80]}.") from None


def _weights(run: RunFolder, epoch: int) -> Path:
    return run.path / weights_name(epoch)


def _write(file: IO[bytes], run: RunFolder, epochs: Sequence[int], progress: Progress) -> None:
    texts = _texts(run)
    with zipfile.ZipFile(file, "w", allowZip64=False) as archive:
        table = {name: _add(archive, name, text.encode()) for name, text in texts.items()}
        if run.preview_path.is_file():
            table[PREVIEW] = _add_file(archive, PREVIEW, run.preview_path)
        for done, epoch in enumerate(epochs):
            progress(done / len(epochs))
            table[weights_name(epoch)] = _add_file(archive, weights_name(epoch), _weights(run, epoch))
        _add(archive, MANIFEST, _json(_manifest(run, epochs, table)).encode())


def _texts(run: RunFolder) -> dict[str, str]:
    history = run.history()
    return {
        RECIPE: recipe_text(without_places(run.recipe)),
        FACTS: facts_text(run.facts),
        HISTORY: history_text(history),
        PLAN: _json(describe_plan(run.plan)),
        METRICS: _json(_metrics(history)),
    }


def _manifest(run: RunFolder, epochs: Sequence[int], table: Mapping[str, Any]) -> dict[str, Any]:
    facts = run.facts
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": run.recipe.name or run.path.name,
        "variant": run.recipe.variant,
        "data": {"name": facts.data_name, "fingerprint": facts.fingerprint, "train": facts.train_count, "test": facts.test_count},
        "epochs": list(epochs),
        "packed_with": versions(),
        "files": dict(table),
    }


def _metrics(history: Sequence[EpochRecord]) -> dict[str, Any]:
    """The newest and the best record."""
    best = best_epoch(history)
    chosen = {"newest": history[-1:], "best": [record for record in history if record.epoch == best]}
    return {name: {"epoch": records[0].epoch, "metrics": dict(records[0].metrics)} for name, records in chosen.items() if records}


def versions() -> dict[str, str]:
    """This program's version and those of what it is built on, as far as they are known without starting them."""
    found = {"ae-workbench": __version__, "python": platform.python_version()}
    for part in PARTS:
        try:
            found[part] = metadata.version(part)
        except metadata.PackageNotFoundError:
            continue
    return found


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> dict[str, Any]:
    archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), content)
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _add_file(archive: zipfile.ZipFile, name: str, path: Path) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(_entry(name, zipfile.ZIP_STORED), "w") as target:
        while chunk := source.read(CHUNK_BYTES):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return {"bytes": size, "sha256": digest.hexdigest()}


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    """With no date, so that the same run gives the same file."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = method
    entry.external_attr = 0o100644 << 16
    return entry


def _json(values: Any) -> str:
    return json.dumps(values, indent=1, ensure_ascii=False).encode(errors="replace").decode() + "\n"
