"""``diagnose``: what is wrong with a run, in words, and the command that does something about it."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ae_workbench.analysis.diagnosis import diagnose
from ae_workbench.analysis.diagnosis.diagnosis import Change, ChooseData, Diagnosis, GoOn, Remedy, ShowEpoch
from ae_workbench.cli.loading import load_choice, other_data
from ae_workbench.cli.printing import command_line
from ae_workbench.core.errors import DataError, WorkbenchError
from ae_workbench.data.checks import check_fits
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.looking import facts_of
from ae_workbench.storage.archive import is_archive
from ae_workbench.storage.run_folder import RunFolder

NOTHING = "No problems found."
TOO_EARLY = "Too early to judge: after some more epochs it can be said whether anything is wrong."
MARKS = {"problem": "✗", "warning": "!", "hint": "·"}


def run_diagnose(chosen: Namespace) -> int:
    """Print what is found; exit code 0 whatever it is."""
    run, named = RunFolder.open(chosen.run_folder), getattr(chosen, "archive", chosen.run_folder)
    dataset = _dataset(chosen, run)
    facts = facts_of(run, dataset, chosen.epoch)
    found = diagnose(facts)
    if chosen.json:
        data = dataset.name if dataset else None
        about = {"run": str(named), "epoch": facts.epoch, "data": data, "judged": facts.is_judgeable}
        print(json.dumps({**about, "diagnoses": [diagnosis_json(each) for each in found]}, ensure_ascii=False))
    else:
        print(f"{named}, epoch {facts.epoch}")
        print(diagnoses_text(found, named, run.last_full_epoch) if found or facts.is_judgeable else TOO_EARLY)
    return 0


def _dataset(chosen: Namespace, run: RunFolder) -> Dataset | None:
    """The data to judge by. A run whose own can't be had is judged by its history alone, and that is said."""
    try:
        dataset = load_choice(other_data(chosen, run) or run.recipe.data)
    except DataError as problem:
        if chosen.data:
            raise
        print(f"ae-workbench: Only the history is judged, because the run's data can't be had: {problem}", file=sys.stderr)
        return None
    check_fits(dataset, run.facts.shape)
    return dataset


def found_after(path: Path, dataset: Dataset) -> tuple[Diagnosis, ...]:
    """What a training that has just ended shows; a run that can't be looked at is told of on stderr."""
    try:
        run = RunFolder.open(path)
        return diagnose(facts_of(run, dataset)) if run.last_full_epoch else ()
    except WorkbenchError as problem:
        print(f"ae-workbench: The run can't be diagnosed: {problem}", file=sys.stderr)
        return ()


def diagnoses_text(found: Sequence[Diagnosis], run: Path, epochs: int) -> str:
    """All of them as lines, with commands for this run of so many epochs."""
    lines = [] if any(each.severity != "hint" for each in found) else [NOTHING]
    for diagnosis in found:
        lines.append(f"{MARKS[diagnosis.severity]} {diagnosis.title}")
        lines += [f"  {sentence}" for sentence in diagnosis.words]
        lines += [f"  {remedy.words}: {command(remedy, run, epochs)}" for remedy in diagnosis.remedies]
    return "\n".join(lines)


def command(remedy: Remedy, run: Path, epochs: int) -> str:
    """The command line that does it."""
    match remedy:
        case Change(settings=settings):
            words = ["train", str(run), *(word for setting in settings for word in ("--set", setting))]
        case ShowEpoch(epoch=epoch):
            words = ["evaluate", str(run), "--epoch", str(epoch)]
        case GoOn(epochs=more) if is_archive(run):
            words = ["train", str(run), "--epochs", str(epochs + more)]
        case GoOn(epochs=more):
            words = ["train", "--resume", str(run), "--epochs", str(epochs + more)]
        case ChooseData():
            words = ["train", str(run), "--data", "PATH"]
    return command_line(*words)


def diagnosis_json(diagnosis: Diagnosis) -> dict[str, Any]:
    """As plain values."""
    return {
        "key": diagnosis.key,
        "severity": diagnosis.severity,
        "title": diagnosis.title,
        "words": list(diagnosis.words),
        "remedies": [_remedy_json(remedy) for remedy in diagnosis.remedies],
        "help": diagnosis.help,
    }


def _remedy_json(remedy: Remedy) -> dict[str, Any]:
    match remedy:
        case Change(words=words, settings=settings):
            return {"do": "change", "words": words, "settings": list(settings)}
        case ShowEpoch(words=words, epoch=epoch):
            return {"do": "show_epoch", "words": words, "epoch": epoch}
        case GoOn(words=words, epochs=epochs):
            return {"do": "go_on", "words": words, "epochs": epochs}
        case ChooseData(words=words):
            return {"do": "choose_data", "words": words}
