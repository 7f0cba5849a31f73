"""The window: designer, viewers and training around one workspace, and what flows between them."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from ae_workbench import __version__
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.session import Session
from ae_workbench.ui import theme
from ae_workbench.ui.actions import Actions, build_menus, build_toolbar
from ae_workbench.ui.closing import Closing
from ae_workbench.ui.data_loader import DataLoader, Load
from ae_workbench.ui.docks import STATE_VERSION, USUAL_SIZE, Centre, add_dock, arrange
from ae_workbench.ui.documents import Documents
from ae_workbench.ui.panels.designer import DesignerPanel
from ae_workbench.ui.panels.training import TrainingPanel
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.status_bar import StatusBar
from ae_workbench.ui.trainer import MakeSession, Trainer
from ae_workbench.ui.workers import CodecThread, EngineThread
from ae_workbench.ui.workspace import Workspace
from ae_workbench.variants import VARIANTS

ENGINE_DELAY_MS = 1500
"""TensorFlow's import waits for the first data, but no longer than this."""
MESSAGE_MS = 6000


class MainWindow(QMainWindow):
    """``closed`` comes when every thread has ended and everything is saved; ``engine_ready`` when TensorFlow is there.

    ``make_session``, ``load`` and ``load_engine`` stand for what is slow, so that tests can put fakes in their place.
    """

    closed = Signal()
    engine_ready = Signal()

    def __init__(
        self,
        settings: Settings | None = None,
        make_session: MakeSession = Session,
        load: Load | None = None,
        load_engine: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.settings = settings or Settings()
        self.workspace = Workspace(self)
        self.model = RecipeModel(self.settings.recipe, parent=self)
        self.codec = CodecThread(self)
        self.engine = EngineThread(load_engine, self)
        self.loader = DataLoader(load, self)
        self.trainer = Trainer(self.workspace, self.model, self.loader, make_session, self)
        self.documents = Documents(self, self.model, self.workspace, self.settings)
        self.closing = Closing(self, self.trainer, self.loader, self.codec, self.engine)
        self._engine_soon = QTimer(self, singleShot=True, interval=ENGINE_DELAY_MS)
        self._begin_soon = QTimer(self, singleShot=True, interval=0)
        self._has_begun = False
        self._path_to_open: Path | None = None
        self._build()
        self._connect()
        self._restore()

    # Building

    def _build(self) -> None:
        self.designer = DesignerPanel(self.model)
        self.training = TrainingPanel()
        self.centre = Centre(self.workspace, self.codec)
        self.messages = self.centre.messages
        self.status = StatusBar()
        self.setCentralWidget(self.centre)
        self.setStatusBar(self.status)
        area = Qt.DockWidgetArea
        self.designer_dock = add_dock(self, "designer", self.tr("Designer"), self.designer, area.LeftDockWidgetArea)
        self.training_dock = add_dock(self, "training", self.tr("Training"), self.training, area.BottomDockWidgetArea)
        self.actions_ = Actions(self, self.model.undo_stack)
        bar = build_toolbar(self, self.actions_)
        switches = [self.designer_dock.toggleViewAction(), self.training_dock.toggleViewAction(), bar.toggleViewAction()]
        build_menus(self, self.actions_, self.documents.recent_menu, switches)
        self.status.show_engine(self.tr("TensorFlow is loaded soon"), "muted")
        self.resize(USUAL_SIZE)

    def _connect(self) -> None:
        self._connect_actions()
        self._begin_soon.timeout.connect(self._begin)
        self._engine_soon.timeout.connect(self._start_engine)
        self.engine.ready.connect(self._engine_came)
        self.engine.failed.connect(self._engine_failed)
        self.model.changed.connect(self._follow_model)
        self.designer.data_requested.connect(self._load_data)
        self.loader.began.connect(self._data_began)
        self.loader.progressed.connect(self.status.show_loading)
        self.loader.loaded.connect(self._data_came)
        self.loader.failed.connect(self._data_failed)
        self.loader.cancelled.connect(self._data_cancelled)
        self.status.cancel_requested.connect(self.loader.cancel)
        self.documents.refused.connect(self.messages.say)
        self.documents.told.connect(self._tell)
        self.documents.run_opened.connect(self.training.show_run)
        self.training.start_requested.connect(self.trainer.start)
        self.training.pause_requested.connect(self.trainer.pause)
        self.training.resume_requested.connect(self.trainer.resume)
        self.training.epoch_requested.connect(self.trainer.one_epoch)
        self.training.stop_requested.connect(self.trainer.stop)
        self.training.more_requested.connect(self.trainer.go_on)
        self.trainer.happened.connect(self.training.show_event)
        self.trainer.waiting.connect(self.training.show_waiting)
        self.trainer.refused.connect(self.training.show_refused)
        self.trainer.cancelled.connect(self.training.show_cancelled)
        self.training.state_changed.connect(self._follow_training)
        self.closing.began.connect(self._say_closing)
        self.closing.done.connect(self.close)
        theme.signals.changed.connect(self.status.dress)

    def _connect_actions(self) -> None:
        buttons = {
            "start": self.training.start_button, "pause": self.training.pause_button, "epoch": self.training.epoch_button,
            "stop": self.training.stop_button, "more": self.training.more_button,
        }  # fmt: skip
        self._buttons = {self.actions_[key]: button for key, button in buttons.items()}
        for action, button in self._buttons.items():
            action.triggered.connect(button.click)
        documents = self.documents
        slots = {
            "open_recipe": documents.ask_recipe, "save_recipe": documents.save, "save_recipe_as": documents.save_as,
            "open_run": documents.ask_run, "open_data_file": documents.ask_data_file, "open_data_folder": documents.ask_data_folder,
            "open_runs_home": documents.open_runs_home, "quit": self.close, "reset_layout": self.reset_layout, "about": self._show_about,
        }  # fmt: skip
        for key, slot in slots.items():
            self.actions_[key].triggered.connect(slot)
        self.actions_.group.triggered.connect(self._choose_scheme)

    def _restore(self) -> None:
        arrange(self, self.designer_dock, self.training_dock)
        self.restoreGeometry(self.settings.geometry)
        self.restoreState(self.settings.layout, STATE_VERSION)
        self.actions_.schemes[self.settings.scheme].setChecked(True)
        self._follow_model()
        self._follow_training()
        if self.settings.was_reset:
            said = self.tr("The settings were unreadable and are back to their first values; the old file is kept as {name}.")
            self.status.showMessage(said.format(name=self.settings.backup.name))

    # The beginning

    def open_at_start(self, path: Path) -> None:
        """Open a run, a recipe or data as soon as the window stands."""
        self._path_to_open = path

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        if not self._has_begun:
            self._has_begun = True
            self._begin_soon.start()

    @Slot()
    def _begin(self) -> None:
        """After the first paint: everything slow."""
        self.codec.start()
        if self._path_to_open is not None:
            self.documents.open_path(self._path_to_open)
        if self.loader.choice is None:
            self.loader.load(self.model.recipe.data)
        self._engine_soon.start()

    @Slot()
    def _start_engine(self) -> None:
        if self.engine.isRunning() or self.engine.isFinished() or self.closing.is_under_way:
            return
        self._engine_soon.stop()
        self.status.show_engine(self.tr("Loading TensorFlow…"), "warning")
        self._usual_interval = sys.getswitchinterval()
        sys.setswitchinterval(0.001)  # the import then stalls the window half as long
        self.engine.start()

    @Slot(str)
    def _engine_came(self, words: str) -> None:
        sys.setswitchinterval(self._usual_interval)
        self.status.show_engine(self.tr("Ready · {device}").format(device=words), "good")
        self.engine_ready.emit()

    @Slot(object)
    def _engine_failed(self, error: Exception) -> None:
        sys.setswitchinterval(self._usual_interval)
        self.status.show_engine(self.tr("TensorFlow is not there"), "bad")
        self.messages.say(self.tr("TensorFlow can't be loaded, so nothing can be trained: {error}").format(error=error))

    # Data

    @Slot(object)
    def _load_data(self, choice: Choice) -> None:
        if self._has_begun:
            self.loader.load(choice)

    @Slot(object)
    def _data_began(self, choice: Choice) -> None:
        self.status.show_loading(-1.0, self.tr("Loading the data…"))

    @Slot(object, object)
    def _data_came(self, choice: Choice, dataset: Dataset) -> None:
        self._data_ended()
        self.messages.hide()
        self.status.show_data(dataset)
        self.training.shows_images = dataset.shape.is_image
        if self.model.recipe.data == choice:
            self.model.set_shape(dataset.shape)
        self.workspace.set_dataset(choice, dataset)
        self.trainer.data_arrived()

    @Slot(object, object)
    def _data_failed(self, choice: Choice, error: Exception) -> None:
        self._data_ended()
        self.messages.say(sentence(error))

    @Slot(object)
    def _data_cancelled(self, choice: Choice) -> None:
        self._data_ended()

    def _data_ended(self) -> None:
        self.status.stop_loading()
        self._start_engine()

    # Following

    @Slot()
    def _follow_model(self) -> None:
        recipe = self.model.recipe
        name = self.model.path.stem if self.model.path else recipe.name or VARIANTS[recipe.variant].title
        self.setWindowTitle(f"{name}[*] — AE Workbench")
        self.setWindowModified(not self.model.is_clean)
        self.training.set_refusal(str(self.model.problem) if self.model.problem else "")

    @Slot()
    def _follow_training(self) -> None:
        for action, button in self._buttons.items():
            action.setEnabled(button.isEnabled())

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.messages.hide()
        self.status.showMessage(text, MESSAGE_MS)
        self._follow_model()

    # Look

    @Slot(QAction)
    def _choose_scheme(self, action: QAction) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.settings.scheme = next(scheme for scheme in theme.SCHEMES if self.actions_.schemes[scheme] is action)
            theme.apply(app, self.settings.scheme)

    @Slot()
    def reset_layout(self) -> None:
        """All panels back in their places."""
        arrange(self, self.designer_dock, self.training_dock)

    @Slot()
    def _show_about(self) -> None:
        text = self.tr("<h3>AE Workbench {version}</h3><p>Build, train and look inside seven kinds of autoencoders.</p><p>{engine}</p>")
        QMessageBox.about(self, self.tr("About AE Workbench"), text.format(version=__version__, engine=self.status.engine_label.text()))

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.documents.open_path(Path(url.toLocalFile()))
                return

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
    def _say_closing(self) -> None:
        self._begin_soon.stop()
        self._engine_soon.stop()
        self.settings.geometry = self.saveGeometry()
        self.settings.layout = self.saveState(STATE_VERSION)
        self.settings.recipe = self.model.recipe
        self.settings.save()
        self.setEnabled(False)
        self.status.showMessage(self.tr("Closing…"))
        self._has_begun = True
