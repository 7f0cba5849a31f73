"""The window: designer, viewers and training around one workspace, and what flows between them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QUndoGroup
from PySide6.QtWidgets import QApplication, QMainWindow

from ae_workbench.core.registry import Registry
from ae_workbench.storage.samples import first_sample
from ae_workbench.ui import theme
from ae_workbench.ui.actions import Actions
from ae_workbench.ui.afterwards import Afterwards
from ae_workbench.ui.archives import ArchiveFlow
from ae_workbench.ui.beginning import Beginning
from ae_workbench.ui.closing import Closing
from ae_workbench.ui.comfort import Comfort
from ae_workbench.ui.data_flow import DataFlow
from ae_workbench.ui.data_loader import DataLoader, Load
from ae_workbench.ui.diagnosis.flow import DiagnosisFlow
from ae_workbench.ui.docks import STATE_VERSION, USUAL_SIZE, Centre, add_dock, arrange
from ae_workbench.ui.documents import Documents
from ae_workbench.ui.dropping import Dropping, local_files
from ae_workbench.ui.engine_start import EngineStart
from ae_workbench.ui.exporting.flow import ExportFlow
from ae_workbench.ui.menus import build_menus, build_toolbar
from ae_workbench.ui.modes import MODES, Mode
from ae_workbench.ui.modes.switch import SWEEP, Modes
from ae_workbench.ui.panels.canvas import CanvasPanel
from ae_workbench.ui.panels.designer import DesignerPanel
from ae_workbench.ui.panels.training import TrainingPanel
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.ui.runs_flow import RunsFlow
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.status_bar import StatusBar
from ae_workbench.ui.survival import Survival
from ae_workbench.ui.trainer import MakeSession, Trainer, patient_session
from ae_workbench.ui.training_flow import TrainingFlow
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace
from ae_workbench.variants import VARIANTS

if TYPE_CHECKING:
    from ae_workbench.ui.application import Shown


class MainWindow(QMainWindow):
    """``closed`` comes when every thread has ended and everything is saved.

    ``make_session``, ``load`` and ``load_engine`` stand for what is slow, so that tests can put fakes in their place;
    ``find_sample`` gives the run that is shown while there is none on disk.
    """

    closed = Signal()

    def __init__(
        self,
        settings: Settings | None = None,
        make_session: MakeSession = patient_session,
        load: Load | None = None,
        load_engine: Callable[[], str] | None = None,
        find_sample: Callable[[], Path | None] = first_sample,
        modes: Registry[Mode] = MODES,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.settings = settings or Settings()
        self.workspace = Workspace(self)
        self.model = RecipeModel(self.settings.recipe, parent=self)
        self.codec = CodecThread(self)
        self.loader = DataLoader(load, self)
        self.trainer = Trainer(self.workspace, self.model, self.loader, make_session, self)
        self.documents = Documents(self, self.model, self.workspace, self.settings)
        self.status = StatusBar()
        self.engine = EngineStart(self.status, load_engine, self)
        self.afterwards = Afterwards(self)
        self.modes = Modes(self, modes)
        others = (self.engine.thread_, self.afterwards.thread_)
        self.closing = Closing(self, self.trainer, self.loader, self.codec, others, self.modes)
        self._build()
        self.beginning = Beginning(self, find_sample)
        self._connect()
        self._connect_actions()
        self.comfort = Comfort(self)
        self.survival = Survival(self)
        self.diagnosis = DiagnosisFlow(self)
        self.archives = ArchiveFlow(self)
        self._restore()

    # Building

    def _build(self) -> None:
        self.designer = DesignerPanel(self.model)
        self.training = TrainingPanel(waits=True)
        self.canvas = CanvasPanel(self.workspace, self.codec)
        self.centre = Centre(self.workspace, self.codec)
        self.messages = self.centre.messages
        self.dropping = Dropping(self, self.documents, self.messages)
        self.modes.stack.addWidget(self.centre)
        self.setCentralWidget(self.modes.stack)
        self.setStatusBar(self.status)
        area = Qt.DockWidgetArea
        self.designer_dock = add_dock(self, "designer", self.tr("Designer"), self.designer, area.LeftDockWidgetArea)
        self.training_dock = add_dock(self, "training", self.tr("Training"), self.training, area.BottomDockWidgetArea)
        self.canvas_dock = add_dock(self, "canvas", self.tr("Canvas"), self.canvas, area.RightDockWidgetArea)
        self.docks = (self.designer_dock, self.training_dock, self.canvas_dock)
        self.data_flow = DataFlow(self.loader, self.model, self.workspace, self.designer, self.status, self.messages)
        self.runs_flow = RunsFlow(self.centre, self.workspace, self.documents, self.trainer, self.training)
        undo_group = QUndoGroup(self)
        self.runs_flow.share_undo(undo_group, self.model.undo_stack)
        self.runs_flow.keep_settings(self.settings)
        self.actions_ = Actions(self, undo_group)
        bar = build_toolbar(self, self.actions_, self.modes.add_buttons)
        switches = [*(dock.toggleViewAction() for dock in self.docks), bar.toggleViewAction()]
        commands = self.centre.commands
        self.exporting = ExportFlow(self)
        modes, recent = list(self.modes.actions.values()), self.documents.recent_menu
        build_menus(self, self.actions_, recent, self.exporting.menu, modes, switches, commands.menu, commands.colour_maps)
        self.training_flow = TrainingFlow(self.training, self.trainer, self.workspace, self.data_flow, self.status, self.actions_)
        self.resize(USUAL_SIZE)

    def _connect(self) -> None:
        self.engine.refused.connect(self.messages.say)
        self.model.changed.connect(self._follow_model)
        self.workspace.run_changed.connect(self.modes.show_workbench)
        self.documents.refused.connect(self.messages.say)
        self.documents.told.connect(self._tell)
        self.centre.commands.refused.connect(self.messages.say)
        self.centre.commands.told.connect(self._tell)
        self.canvas.refused.connect(self.messages.say)
        self.canvas.told.connect(self._tell)
        self.workspace.colour_map_changed.connect(self._keep_colour_map)
        self.closing.ask_about(self.centre.commands.work)
        self.closing.began.connect(self.centre.commands.put_away)
        self.closing.began.connect(self._save_and_wait)
        self.closing.done.connect(self.close)
        self.designer.sweep_requested.connect(self.modes.vary)
        self.designer.sweep_button.setVisible(SWEEP in self.modes.actions)
        theme.signals.changed.connect(self.status.dress)

    def _connect_actions(self) -> None:
        documents = self.documents
        for key in ("start", "epoch", "more"):
            self.actions_[key].triggered.connect(self.modes.show_workbench)
        slots = {
            "open_recipe": documents.ask_recipe, "save_recipe": documents.save, "save_recipe_as": documents.save_as,
            "open_run": documents.ask_run, "open_data_file": documents.ask_data_file, "open_data_folder": documents.ask_data_folder,
            "open_runs_home": documents.open_runs_home, "quit": self.close, "reset_layout": self.reset_layout,
        }  # fmt: skip
        for key, slot in slots.items():
            self.actions_[key].triggered.connect(slot)
        self.actions_.group.triggered.connect(self._choose_scheme)
        self.actions_["event_files"].toggled.connect(self.trainer.write_event_files)

    def _restore(self) -> None:
        arrange(self, *self.docks, self.centre_px)
        self.restoreGeometry(self.settings.geometry)
        self.restoreState(self.settings.layout, STATE_VERSION)
        self.actions_.schemes[self.settings.scheme].setChecked(True)
        self.actions_["event_files"].setChecked(self.settings.writes_event_files)
        self.workspace.set_colour_map(self.settings.colour_map)
        self._follow_model()
        self.training_flow.follow_buttons()

    # The beginning

    def open_at_start(self, path: Path) -> None:
        """Open a run, a recipe or data as soon as the window stands."""
        self.beginning.paths.append(path)

    def show_at_start(self, shown: "Shown") -> None:
        """Show what another window showed as soon as this one stands."""
        self.beginning.shown = shown

    # Following

    @Slot()
    def _follow_model(self) -> None:
        recipe = self.model.recipe
        name = self.model.path.stem if self.model.path else recipe.name or VARIANTS[recipe.variant].title
        self.setWindowTitle(f"{name}[*] — AE Workbench")
        self.setWindowModified(not self.model.is_clean)
        self.training.set_refusal(sentence(self.model.problem) if self.model.problem else "")

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.messages.dismiss()
        self.status.say(text)
        self._follow_model()

    # Look

    @Slot(QAction)
    def _choose_scheme(self, action: QAction) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.settings.scheme = next(scheme for scheme in theme.SCHEMES if self.actions_.schemes[scheme] is action)
            theme.apply(app, self.settings.scheme)

    @Slot()
    def _keep_colour_map(self) -> None:
        self.settings.colour_map = self.workspace.colour_map

    @property
    def centre_px(self) -> int:
        """The width at which no viewer that was made is scrolled sideways, and training has room for its words."""
        return max(self.training.wanted_px, self.centre.wanted_px)

    @Slot()
    def reset_layout(self) -> None:
        """All panels back in their places."""
        self.modes.show_workbench()
        arrange(self, *self.docks, self.centre_px)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        if paths := local_files(event.mimeData()):
            event.acceptProposedAction()
            self.dropping.open(paths)

    # The end

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        if not self.closing.is_done:
            self.closing.begin()
        if not self.closing.is_done:
            event.ignore()
            return
        event.accept()
        self.closed.emit()

    @Slot()
    def _save_and_wait(self) -> None:
        self.beginning.call_off()
        self.engine.call_off()
        self.afterwards.stop()
        self.settings.geometry = self.saveGeometry()
        self.settings.layout = self.modes.panels()
        self.settings.recipe = self.model.recipe
        self.settings.writes_event_files = self.trainer.writes_event_files
        self.settings.save()
        self.setEnabled(False)
        self.status.showMessage(self.tr("Closing…"))
