"""A sweep on disk: what it is, Optuna's journal of its trials, and a run for each of them."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ae_workbench.core.errors import RunError
from ae_workbench.core.sweep import Sweep, sweep_text
from ae_workbench.storage.atomic import make_folder, write_text
from ae_workbench.storage.empty_folder import is_empty
from ae_workbench.storage.lock import Hold, hold
from ae_workbench.storage.stamp import stamp
from ae_workbench.variants.sweeps import read_sweep

SWEEP_FILE = "sweep.json"
RUNS = "runs"


@dataclass(frozen=True)
class SweepFolder:
    """``sweep.json``, ``journal.log`` and ``runs/NNNN``. The description never changes; trials are in the journal, epochs in the runs."""

    path: Path
    sweep: Sweep

    @classmethod
    def create(cls, path: Path, sweep: Sweep) -> "SweepFolder":
        """A new sweep in an empty or new folder.

        Raises:
            RunError: the folder has something in it, or can't be made.
        """
        try:
            make_folder(path)
            if not is_empty(path):
                raise RunError(f"The folder {path} is not empty: choose another for the sweep.")
            (path / RUNS).mkdir()
            write_text(path / SWEEP_FILE, sweep_text(sweep))
        except OSError as problem:
            raise RunError(f"No sweep can be kept in {path}: {problem.strerror or problem}.") from None
        return cls(path, sweep)

    @classmethod
    def open(cls, path: Path) -> "SweepFolder":
        """A sweep that is there. Raises ``RunError``, ``RecipeError`` or ``ParameterError``."""
        if not is_sweep(path):
            raise RunError(f"There is no sweep in {path}: a sweep is a folder with {SWEEP_FILE} and a run for each trial.")
        return cls(path, read_sweep(path / SWEEP_FILE))

    @property
    def journal(self) -> Path:
        """Optuna's file; not there before the first start."""
        return self.path / "journal.log"

    @property
    def created(self) -> datetime:
        return datetime.fromtimestamp((self.path / SWEEP_FILE).stat().st_mtime).astimezone()

    def run_path(self, number: int) -> Path:
        """The run of a trial, which may not be there yet."""
        return self.path / RUNS / f"{number:04d}"

    def hold(self) -> Hold:
        """Keep other programs from going on with this sweep. Raises ``RunError`` where one does."""
        try:
            return hold(self.path)
        except RunError:
            raise RunError(f"The sweep in {self.path} is running in another AE Workbench: stop it there first.") from None


def is_sweep(path: Path) -> bool:
    """Whether this looks like a sweep's folder."""
    return (path / SWEEP_FILE).is_file()


def sweep_of(run: Path) -> Path | None:
    """The sweep that a run is a trial of."""
    sweep = run.parent.parent
    return sweep if run.parent.name == RUNS and is_sweep(sweep) else None


def sweep_paths(home: Path) -> list[Path]:
    """Sweeps in a folder, the newest first; hidden ones, such as the trash, are left out."""
    try:
        found = [path for path in home.iterdir() if not path.name.startswith(".") and is_sweep(path)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(found, key=lambda path: (stamp(path / SWEEP_FILE), path.name), reverse=True)


def remove_run(path: Path) -> None:
    """Take away what a crash left of a trial's beginning."""
    shutil.rmtree(path, ignore_errors=True)
