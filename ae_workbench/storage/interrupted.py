"""Trainings that ended without saying how: killed, or the power was cut."""

import os
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.facts import read_facts
from ae_workbench.storage.lock import hold, is_held_elsewhere
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder, is_run
from ae_workbench.storage.stamp import stamp

LEFT = "interrupted"
"""The outcome of a run that was interrupted and that nobody wants to go on with at once."""


def is_interrupted(path: Path) -> bool:
    """Whether a training of this run was cut off; one that is under way in another program was not."""
    try:
        facts = read_facts(path / "run.json")
    except WorkbenchError:
        return False
    return not facts.outcome and not is_held_elsewhere(path)


def interrupted_runs(home: Path | None = None) -> list[Path]:
    """Runs in a folder whose training was cut off, the one that was written to last first."""
    home = runs_home() if home is None else home
    written = {path: stamp(path / "run.json") for path in _runs(home) if is_interrupted(path)}
    return sorted((path for path in written if any(written[path])), key=written.__getitem__, reverse=True)


def leave(path: Path) -> None:
    """Note that this run is not gone on with, so that it isn't offered again.

    Raises:
        RunError: no run, or another program holds it. OSError: it can't be written.
    """
    with hold(path):
        RunFolder.open(path).end(LEFT)


def epochs_left(run: RunFolder) -> int:
    """How many epochs a training that was cut off still had to go."""
    return max(0, (run.facts.until or run.recipe.training.epochs) - run.last_full_epoch)


def _runs(home: Path) -> list[Path]:
    try:
        names = os.listdir(home)  # noqa: PTH208 (a thousand runs)
    except OSError:
        return []
    return [home / name for name in names if not name.startswith(".") and is_run(home / name)]
