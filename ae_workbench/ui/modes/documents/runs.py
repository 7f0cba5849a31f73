"""Which runs can clean pages or sounds, those made for it first."""

from dataclasses import dataclass
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data import SOURCES
from ae_workbench.engine.cleaning import Kind, kind_of
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.runs import RunList
from ae_workbench.storage.samples import is_sample, samples

MOST = 40


@dataclass(frozen=True)
class CleaningRun:
    """A run that cleans things of ``kind``. ``is_made_for_it``: it was trained on pairs of these."""

    path: Path
    name: str
    kind: Kind
    epoch: int
    data: str
    is_made_for_it: bool
    is_sample: bool


@dataclass(frozen=True)
class RunsJob:
    """Every run that can clean something, the newest first; those that ship with the program come after one's own."""

    def __call__(self) -> tuple[CleaningRun, ...]:
        found: list[CleaningRun] = []
        for summary in [*RunList().read(), *samples()]:
            run = _look_at(summary.path, summary.name, summary.data) if not summary.problem and summary.epochs else None
            if run is not None:
                found.append(run)
        return tuple(sorted(found, key=lambda run: (not run.is_made_for_it, run.is_sample)))[:MOST]


def _look_at(path: Path, name: str, data: str) -> CleaningRun | None:
    """None where the run can't clean anything: it is of sequences, of images without noise, broken, or untrained."""
    try:
        run = RunFolder.open(path)
        kind, epochs, plan = kind_of(run.recipe, run.facts.shape), run.epochs(), run.plan
    except WorkbenchError:
        return None
    paired = run.recipe.data.key in SOURCES and SOURCES[run.recipe.data.key].is_paired
    if not epochs or not epochs[-1] or not (paired or plan.corruption.kind != "none"):
        return None
    return CleaningRun(path, name, kind, epochs[-1], data, paired, is_sample(path))
