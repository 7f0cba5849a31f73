"""What the sweep page makes, writes and takes away on disk."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ae_workbench.analysis.sweeps import Rate
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.trials import Trial
from ae_workbench.export.figures.figure import ENDINGS as FIGURES
from ae_workbench.export.figures.style import Look
from ae_workbench.export.tables import ENDINGS as TABLES
from ae_workbench.storage import trash
from ae_workbench.storage.paths import new_sweep_path
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.storage.trash import DeletedRun
from ae_workbench.ui import theme
from ae_workbench.ui.modes.sweep.jobs import PlotJob, TableJob
from ae_workbench.ui.modes.sweep.setup import SetupForm
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.saving import Saver
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.workers import CodecThread
from ae_workbench.variants.sweeps import check_sweep, recipe_at

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow


class SweepFiles(QObject):
    """``told`` and ``refused`` give sentences; ``changed`` comes when there are other sweeps on disk."""

    told = Signal(str)
    refused = Signal(str)
    changed = Signal()

    def __init__(self, page: QWidget, codec: CodecThread) -> None:
        super().__init__(page)
        self._page = page
        self._saver = Saver(codec, self)
        self._saver.told.connect(self.told)
        self._saver.refused.connect(self.refused)

    def create(self, form: SetupForm) -> SweepFolder | None:
        """A new folder for the form's sweep. Raises ``WorkbenchError`` where it can't be trained or kept."""
        sweep, shape = form.sweep, form.shape
        if sweep is None or shape is None:
            return None
        check_sweep(sweep, shape)
        return SweepFolder.create(new_sweep_path(sweep.recipe.variant, datetime.now()), sweep)

    def delete(self, path: Path) -> DeletedRun | None:
        """Put a sweep into the trash."""
        try:
            deleted = trash.delete_sweep(path)
        except WorkbenchError as problem:
            self.refused.emit(sentence(problem))
            return None
        self.changed.emit()
        return deleted

    def restore(self, deleted: DeletedRun) -> None:
        """Bring it back."""
        try:
            trash.restore(deleted)
        except WorkbenchError as problem:
            self.refused.emit(sentence(problem))
        self.changed.emit()

    def use_recipe(self, window: MainWindow, folder: SweepFolder, trial: Trial) -> None:
        """Put a trial's recipe into the designer, as an undo step."""
        recipe = recipe_at(folder.sweep, trial.values, trial.seed)
        window.model.change(recipe, self.tr("Recipe of trial {number}").format(number=trial.number))
        window.modes.show_workbench()

    @Slot(object)
    def show_folder(self, path: Path) -> None:
        """In the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    # Writing

    def ask_table(self, folder: SweepFolder, trials: tuple[Trial, ...], is_of_means: bool = False) -> None:
        """Ask where to, then write the table."""
        kinds = self.tr("Table (*.csv);;NumPy arrays (*.npz)")
        path = ask_place(self._page, self.tr("Save the table"), f"{folder.path.name}{'-means' if is_of_means else ''}.csv", kinds, TABLES)
        if path is not None:
            self._saver.save(TableJob(path, folder, trials, is_of_means))

    def ask_plot(self, kind: Any, folder: SweepFolder, trials: tuple[Trial, ...], rate: Rate) -> None:
        """Ask where to, then draw a plot as the figures are drawn."""
        kinds = self.tr("Picture (*.png);;Drawing (*.svg);;Document (*.pdf)")
        path = ask_place(self._page, self.tr("Save the plot"), f"{folder.path.name}-{kind}.png", kinds, FIGURES)
        if path is not None:
            self._saver.save(PlotJob(path, kind, folder, trials, rate, Look(dark=theme.current().is_dark)))
