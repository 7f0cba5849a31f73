"""What is read and written for the sweep page beside the window, on the codec thread."""

from dataclasses import dataclass
from pathlib import Path

from ae_workbench.analysis.sweeps import Rate
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.trials import Trial
from ae_workbench.engine.sweep.listing import SweepList, SweepSummary
from ae_workbench.engine.sweep.records import read_trials
from ae_workbench.export.figures.plots.sweeps import SweepPlotKind, write_plot
from ae_workbench.export.figures.style import Look
from ae_workbench.export.sweeps import combination_table, trial_table
from ae_workbench.export.tables import write_table
from ae_workbench.storage import trash
from ae_workbench.storage.paces import epoch_seconds
from ae_workbench.storage.sweeps import SweepFolder


class ListJob:
    """Every sweep on disk. The first time it also empties the trash of the session before."""

    def __init__(self) -> None:
        self._sweeps = SweepList()
        self._is_first = True

    def __call__(self) -> list[SweepSummary]:
        if self._is_first:
            self._is_first = False
            trash.empty(self._sweeps.home)
        return self._sweeps.read()


@dataclass(frozen=True)
class ReadJob:
    """A sweep with all its trials."""

    path: Path

    def __call__(self) -> tuple[SweepFolder, list[Trial]]:
        folder = SweepFolder.open(self.path)
        return folder, read_trials(folder)


@dataclass(frozen=True)
class PaceJob:
    """How long an epoch of such a recipe took lately."""

    recipe: Recipe

    def __call__(self) -> float | None:
        return epoch_seconds(self.recipe)


@dataclass(frozen=True)
class TableJob:
    """Writes the table of trials, or that of combinations; gives where."""

    path: Path
    folder: SweepFolder
    trials: tuple[Trial, ...]
    is_of_means: bool = False

    def __call__(self) -> Path:
        table = combination_table if self.is_of_means else trial_table
        write_table(self.path, *table(self.folder, self.trials))
        return self.path


@dataclass(frozen=True)
class PlotJob:
    """Writes one of the plots; gives where."""

    path: Path
    kind: SweepPlotKind
    folder: SweepFolder
    trials: tuple[Trial, ...]
    rate: Rate
    look: Look

    def __call__(self) -> Path:
        write_plot(self.path, self.kind, self.folder.sweep, self.trials, self.rate, self.look)
        return self.path
