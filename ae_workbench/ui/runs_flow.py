"""What the list of runs asks of the window: open, go on, undo; and the sample that a first start shows."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoGroup, QUndoStack
from PySide6.QtWidgets import QApplication, QWidget

from ae_workbench.engine.events import Event, Moved, Preparing, Started
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import is_run
from ae_workbench.ui.docks import Centre
from ae_workbench.ui.documents import Documents
from ae_workbench.ui.panels.training import TrainingPanel
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.trainer import Trainer
from ae_workbench.ui.workspace import Workspace

if TYPE_CHECKING:
    from ae_workbench.ui.viewers.runs import RunsViewer

PLANE, RUNS = "latent_plane", "runs"


class RunsFlow(QObject):
    """Ctrl+Z belongs to the list of runs while something in it has the focus, and to the designer otherwise."""

    def __init__(self, centre: Centre, workspace: Workspace, documents: Documents, trainer: Trainer, training: TrainingPanel) -> None:
        super().__init__(centre)
        self._centre, self._workspace = centre, workspace
        self._documents, self._trainer, self._training = documents, trainer, training
        self._was_shown: Path | None = None
        centre.when_made(RUNS, self._connect)
        trainer.happened.connect(self._follow_training)
        trainer.idle.connect(self._end_training)

    @property
    def viewer(self) -> "RunsViewer":
        """The list of runs; made, if it isn't there yet."""
        return cast("RunsViewer", self._centre.viewers[RUNS])

    def _connect(self, viewer: "RunsViewer") -> None:
        page, documents, files = viewer.list_page, self._documents, viewer.list_page.files
        page.open_requested.connect(self.open)
        page.more_requested.connect(self.go_on)
        viewer.told.connect(documents.told)
        viewer.refused.connect(documents.refused)
        files.about_to_go.connect(self._remember_shown)
        files.back.connect(self._show_again)
        files.deleted.connect(self._offer_undo)

    def share_undo(self, group: QUndoGroup, designs: QUndoStack) -> None:
        """Have the undo command follow the focus."""
        self._group, self._designs = group, designs
        group.addStack(designs)
        group.setActiveStack(designs)
        self._centre.when_made(RUNS, lambda viewer: group.addStack(viewer.list_page.files.undo_stack))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def keep_settings(self, settings: Settings) -> None:
        """Remember whether samples are shown."""
        self._settings = settings
        self._centre.when_made(RUNS, self._keep_settings_of)

    def _keep_settings_of(self, viewer: "RunsViewer") -> None:
        viewer.list_page.samples_button.setChecked(self._settings.shows_samples)
        viewer.list_page.samples_shown_changed.connect(self._keep_samples)

    def open_first(self, sample: Path | None, has_design: bool) -> None:
        """At a start with no run on disk: show a sample, with its recipe in the designer unless the person has one there already."""
        if sample is None or has_runs(runs_home()) or (has_design and not self._documents.fits_design(sample)):
            return
        self._documents.show_run(sample, with_recipe=not has_design)
        self._designs.clear()  # nobody made the design that undoing would bring back
        if PLANE in self._centre.viewers:
            self._centre.tabs.setCurrentWidget(self._centre.viewers[PLANE])

    # Requests

    @Slot(object)
    def open(self, path: Path) -> None:
        """Show this run in the window."""
        self._documents.open_path(path)

    @Slot(object)
    def go_on(self, path: Path) -> None:
        """Show this run and train it for as many epochs as the training panel says."""
        if not self._trainer.is_busy and self._documents.open_path(path):
            self._training.more_button.click()

    # Deleting and undoing

    @Slot(str)
    def _offer_undo(self, text: str) -> None:
        self._centre.messages.offer(text, self.tr("&Undo"), self.viewer.list_page.files.undo_stack.undo)

    @Slot(object)
    def _remember_shown(self, paths: list[Path]) -> None:
        self._was_shown = self._workspace.run if self._workspace.run in paths else None

    @Slot(object)
    def _show_again(self, paths: list[Path]) -> None:
        """An undone deletion also brings back what was shown, unless something else is by now."""
        self._centre.messages.dismiss()
        if self._was_shown in paths and self._workspace.run is None and self._was_shown is not None:
            self._documents.show_run(self._was_shown, with_recipe=False)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            in_list = self._centre.viewers.has(RUNS) and (now is self.viewer or self.viewer.isAncestorOf(now))
            self._group.setActiveStack(self.viewer.list_page.files.undo_stack if in_list else self._designs)

    # Following

    @Slot(object)
    def _follow_training(self, event: Event) -> None:
        if isinstance(event, Preparing | Started | Moved) and self._trainer.run is not None:
            path = self._trainer.run.path
            self._centre.when_made(RUNS, lambda viewer: viewer.set_training(path))

    @Slot()
    def _end_training(self) -> None:
        self._centre.when_made(RUNS, lambda viewer: viewer.set_training(None))

    @Slot(bool)
    def _keep_samples(self, on: bool) -> None:
        self._settings.shows_samples = on


def has_runs(home: Path) -> bool:
    """Whether there is any run, without reading them."""
    return home.is_dir() and any(is_run(path) for path in home.iterdir())
