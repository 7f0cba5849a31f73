"""The training panel: shows what a training does and asks for start, pause, one epoch, stop and more epochs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Event, Paused, Preparing, Resumed, Started, Unsaved
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import outcomes, theme, words
from ae_workbench.ui.help.context import set_help
from ae_workbench.ui.panels.beside_or_below import SPACING_PX, BesideOrBelow
from ae_workbench.ui.panels.curves import Curves
from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.panels.training_buttons import State, TrainingButtons
from ae_workbench.ui.panels.training_controls import TrainingControls
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ae_workbench.ui.panels.live_plot import LivePlot

STEPS_PER_EPOCH = 1000
CARD_PX, BORDER_PX, EDGE_PX = 12, 1, 8
LEAST_CURVES_PX = 220
WORDS_MS = 1000
"""What is left and how fast it goes: numbers that change more often can't be read, and each time the window is laid out anew."""
PREPARING = {
    "importing": QT_TRANSLATE_NOOP("training", "Loading TensorFlow…"),
    "building": QT_TRANSLATE_NOOP("training", "Building the model…"),
    "compiling": QT_TRANSLATE_NOOP("training", "Compiling the training step…"),
}


class TrainingPanel(QWidget):
    """Follows events by ``show_event``; knows nothing of sessions or threads. With ``waits`` curves are drawn from ``curves.begin`` on."""

    start_requested = Signal()
    pause_requested = Signal()
    resume_requested = Signal()
    epoch_requested = Signal()
    stop_requested = Signal()
    more_requested = Signal(int)
    state_changed = Signal()

    def __init__(self, parent: QWidget | None = None, waits: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("training_panel")
        self.setAutoFillBackground(True)  # what changes many times a second is then painted without the dock and the window behind it
        self.curves = Curves(waits=waits)
        set_help(self, "panels/training")
        self.state = State.IDLE
        self.shows_images = True
        self._refusal = ""
        self._outcome = ("", "idle")
        self._has_run = False
        self._epochs = 0
        self._is_partial = False
        self._said = QElapsedTimer()
        self._newest: BatchesEnded | None = None
        self._build()
        self._connect()
        self._show_idle()
        self._update_buttons()

    def _build(self) -> None:
        self.controls = TrainingControls()
        self.start_button, self.pause_button = self.controls.start_button, self.controls.pause_button
        self.epoch_button, self.stop_button = self.controls.epoch_button, self.controls.stop_button
        self.more_button, self.more_box = self.controls.more_button, self.controls.more_box
        self._buttons = TrainingButtons(self.controls, self)
        self.status, self.progress_bar = self.controls.status, self.controls.progress_bar
        self.epoch_label, self.speed_label = self.controls.epoch_label, self.controls.speed_label
        drawing = QFrame()
        theme.set_role(drawing, "card")
        inside = QVBoxLayout(drawing)
        inside.setContentsMargins(CARD_PX, CARD_PX, CARD_PX, CARD_PX)
        inside.addWidget(self.curves)
        self.parts = BesideOrBelow(self.controls, drawing, LEAST_CURVES_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, EDGE_PX, EDGE_PX)
        layout.addWidget(UprightScroll("training_scroll", self.parts))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """High enough for the controls; curves below them are scrolled to."""
        return super().minimumSizeHint().expandedTo(QSize(0, self.controls.minimumSizeHint().height() + EDGE_PX))

    @property
    def wanted_px(self) -> int:
        """The width at which the curves stand beside the controls, and their chips have words."""
        return self.controls.minimumSizeHint().width() + SPACING_PX + self.curves.wanted_px + 2 * (CARD_PX + BORDER_PX) + EDGE_PX

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start_requested)
        self.pause_button.clicked.connect(self._pause_or_resume)
        self.epoch_button.clicked.connect(self.epoch_requested)
        self.stop_button.clicked.connect(self._ask_stop)
        self.more_button.clicked.connect(self._ask_more)

    @property
    def loss_plot(self) -> "LivePlot":
        return self.curves.plot

    @property
    def refusal(self) -> str:
        """Why start and one epoch are off where nothing trains; empty where they aren't."""
        return self._refusal if self.state is State.IDLE else ""

    # What the panel is told

    def set_refusal(self, why: str) -> None:
        """Why a training can't start; empty when it can."""
        is_news, self._refusal = why != self._refusal, why
        if self.state is State.IDLE and (is_news or not self._has_run):
            self._show_idle()
        self._update_buttons()

    def show_run(self, run: RunFolder | None) -> None:
        """The curves of a stored run, while nothing is training."""
        self._has_run = run is not None
        self.curves.show_records(run.history() if run else [])
        if run:
            self.more_box.setValue(run.recipe.training.epochs)
            self._show_stored(run)
        else:
            self._show_nothing()
        self._update_buttons()

    def show_waiting(self, text: str) -> None:
        """Something has to be there before the training can begin."""
        self.status.say(text, "waiting")
        self._set_state(State.WAITING)

    def show_refused(self, text: str) -> None:
        """The training didn't begin."""
        self.status.say(text, "bad")
        self._set_state(State.IDLE)

    def show_cancelled(self) -> None:
        """What was waited for isn't wanted any more."""
        self._show_idle()
        self._set_state(State.IDLE)

    @Slot(object)
    def show_event(self, event: Event) -> None:
        """Show what happened in a training."""
        match event:
            case Preparing(stage=stage):
                if self.state is not State.STOPPING:
                    self.status.say(QCoreApplication.translate("training", PREPARING[stage]), "waiting")
                if self.state is State.IDLE:
                    self._set_state(State.WAITING)
            case Started():
                self._show_started(event)
            case BatchesEnded():
                self._show_batches(event)
            case EpochEnded():
                self._show_epoch(event)
            case Paused(epoch=epoch):
                self.status.say(self.tr("Paused after epoch {epoch}").format(epoch=epoch), "paused")
                self._say_epoch(epoch)
                self._set_state(State.PAUSED)
            case Resumed():
                self.status.say(self.tr("Training…"), "running")
                self._set_state(State.RUNNING)
            case Unsaved():
                self.status.say(self.tr("Waiting: the run can't be written."), "warning")
                self._set_state(State.UNSAVED)
            case Ended():
                self._show_ended(event)

    # What it shows

    def _show_started(self, event: Started) -> None:
        self._has_run, self._outcome = True, ("", "idle")
        self._said.invalidate()
        self._newest, self._is_partial = None, False
        self._epochs = event.epochs
        if event.first_epoch == 0:
            self.curves.clear()
        self.progress_bar.setRange(0, event.epochs * STEPS_PER_EPOCH)
        self.progress_bar.setValue(event.first_epoch * STEPS_PER_EPOCH)
        self._say_epoch(event.first_epoch + 1)
        if self.state is not State.STOPPING:
            self._set_state(State.RUNNING)

    def _show_batches(self, event: BatchesEnded) -> None:
        self._newest = event
        position = event.epoch - 1 + event.done / max(1, event.total)
        self.progress_bar.setValue(round(position * STEPS_PER_EPOCH))
        if event.metrics:
            self.curves.run_on(position, event.metrics)
        self._say_epoch(event.epoch)
        if not self._said.isValid() or self._said.hasExpired(WORDS_MS):
            self._said.start()
            self._say_speed(event)

    def _say_speed(self, event: BatchesEnded) -> None:
        if self.state is State.RUNNING:
            left = self.tr("Training · {time} left").format(time=words.duration(event.seconds_left))
            self.status.say(left, "running")
        self._say_rate(event)

    def _say_rate(self, event: BatchesEnded) -> None:
        self.speed_label.setText(words.rate(event.examples_per_second, self.shows_images))

    def _show_epoch(self, event: EpochEnded) -> None:
        self.curves.add(event.epoch, event.metrics)
        self._is_partial = event.partial
        if not event.partial:
            self.progress_bar.setValue(event.epoch * STEPS_PER_EPOCH)

    def _show_ended(self, event: Ended) -> None:
        if self._newest is not None:
            self._say_rate(self._newest)  # of a short training only the first report was said, which is about very few steps
            self._newest = None
        self._outcome = outcomes.said(event.outcome, event.epoch, event.error, self._is_partial)
        self._say_epoch(event.epoch + self._is_partial)
        self._show_idle()
        if event.outcome in ("finished", "early_stopped"):
            self.progress_bar.setValue(self.progress_bar.maximum())
        self._set_state(State.IDLE)

    def _show_stored(self, run: RunFolder) -> None:
        last, newest = run.last_full_epoch, run.newest_record()
        self._is_partial = newest is not None and newest.partial
        outcome = run.facts.outcome or "interrupted"
        self._outcome = outcomes.said(outcome if outcome in outcomes.OUTCOMES else "stopped", last, partial=self._is_partial)
        self._show_idle()
        self._epochs = max(last, run.recipe.training.epochs)
        self.progress_bar.setRange(0, self._epochs * STEPS_PER_EPOCH)
        self.progress_bar.setValue(last * STEPS_PER_EPOCH)
        self._say_epoch(last + self._is_partial)
        self.speed_label.clear()

    def _show_nothing(self) -> None:
        """There is no run any more."""
        self.progress_bar.setValue(0)
        self.epoch_label.clear()
        self.speed_label.clear()
        self._show_idle()

    def _show_idle(self) -> None:
        """How the shown run ended, and why no other can begin."""
        said, tone = self._outcome if self._has_run else ("", "idle")
        if self._refusal:
            self.status.say(f"{said} {self._refusal}".lstrip(), "warning")
        else:
            self.status.say(said or self.tr("Ready to train."), tone)

    def _say_epoch(self, epoch: int) -> None:
        self.epoch_label.setText(self.tr("Epoch {epoch} of {epochs}").format(epoch=epoch, epochs=self._epochs))

    # What it asks for

    @Slot()
    def _pause_or_resume(self) -> None:
        if self.state is State.RUNNING:
            self.status.say(self.tr("Pausing…"), "paused")
            self._set_state(State.PAUSING)
            self.pause_requested.emit()
        else:
            self.resume_requested.emit()

    @Slot()
    def _ask_stop(self) -> None:
        self.status.say(self.tr("Stopping…"), "waiting")
        self._set_state(State.STOPPING)
        self.stop_requested.emit()

    @Slot()
    def _ask_more(self) -> None:
        self.more_requested.emit(self.more_box.value())

    def _set_state(self, state: State) -> None:
        self.state = state
        self._update_buttons()

    def _update_buttons(self) -> None:
        self._buttons.follow(self.state, self._has_run, self._refusal)
        self.state_changed.emit()
