"""The training panel: shows what a training does and asks for start, pause, one epoch, stop and more epochs."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Event, Paused, Preparing, Resumed, Started
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import theme, words
from ae_workbench.ui.panels.curves import Curves
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.status_line import StatusLine
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

STEPS_PER_EPOCH = 1000
CONTROLS_WIDTH = 300
PREPARING = {
    "importing": QT_TRANSLATE_NOOP("training", "Loading TensorFlow…"),
    "building": QT_TRANSLATE_NOOP("training", "Building the model…"),
    "compiling": QT_TRANSLATE_NOOP("training", "Compiling the training step…"),
}
OUTCOMES = {
    "finished": (QT_TRANSLATE_NOOP("training", "Finished after {epoch} epochs."), "good"),
    "stopped": (QT_TRANSLATE_NOOP("training", "Stopped. The last full epoch is {epoch}."), "stopped"),
    "early_stopped": (QT_TRANSLATE_NOOP("training", "Stopped early after epoch {epoch}: the validation loss no longer improved."), "good"),
    "diverged": (QT_TRANSLATE_NOOP("training", "Diverged. {error}"), "bad"),
    "failed": (QT_TRANSLATE_NOOP("training", "Failed. {error}"), "bad"),
}


class State(Enum):
    """What the panel's buttons are for at the moment."""

    IDLE = auto()
    WAITING = auto()
    RUNNING = auto()
    PAUSING = auto()
    PAUSED = auto()
    STOPPING = auto()


BUSY = (State.WAITING, State.RUNNING, State.PAUSING, State.PAUSED, State.STOPPING)


class TrainingPanel(QWidget):
    """Follows events by ``show_event``; knows nothing of sessions or threads."""

    start_requested = Signal()
    pause_requested = Signal()
    resume_requested = Signal()
    epoch_requested = Signal()
    stop_requested = Signal()
    more_requested = Signal(int)
    state_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training_panel")
        self.state = State.IDLE
        self.shows_images = True
        self._refusal = ""
        self._has_run = False
        self._epochs = 0
        self._build()
        self._connect()
        self._show_idle()
        self._update_buttons()

    def _build(self) -> None:
        begin_help = self.tr("Train the designed model from the beginning, as a new run (F5)")
        pause_help = self.tr("Hold the training where it is, or go on (F6)")
        epoch_help = self.tr("Train for one epoch – once through all training data – and pause (F7)")
        stop_help = self.tr("End the training; what it learned so far is kept (F8)")
        self.start_button = self._button("start_button", self.tr("&Start"), "play", begin_help)
        self.pause_button = self._button("pause_button", self.tr("&Pause"), "pause", pause_help)
        self.epoch_button = self._button("epoch_button", self.tr("One &epoch"), "step-forward", epoch_help)
        self.stop_button = self._button("stop_button", self.tr("S&top"), "square", stop_help)
        theme.set_role(self.start_button, "primary")
        self.start_button.setIcon(theme.icon("play", "accent_text"))
        self.status = StatusLine()
        self.status.label.setObjectName("training_status")
        self.progress_bar = QProgressBar(objectName="progress_bar", textVisible=False, value=0)
        self.progress_bar.setAccessibleName(self.tr("Progress of the training"))
        self.progress_bar.setToolTip(self.tr("How much of all epochs is done"))
        self.epoch_label, self.speed_label = QLabel(objectName="epoch_label"), QLabel(objectName="speed_label")
        for label in (self.epoch_label, self.speed_label):
            theme.set_role(label, "muted")
            label.setFont(theme.number_font(label.font()))
        self.more_button = self._button(
            "more_button", self.tr("&Go on for"), "fast-forward", self.tr("Train the shown run for some more epochs")
        )
        self.more_box = QSpinBox(objectName="more_box", minimum=1, maximum=100_000, value=10, suffix=self.tr(" epochs"))
        prepare_spin(self.more_box)
        self.more_box.setAccessibleName(self.tr("How many more epochs"))
        self.more_box.setToolTip(self.tr("How many more epochs the shown run is trained for"))
        self.curves = Curves()
        self.loss_plot = self.curves.plot
        self._lay_out()

    def _button(self, name: str, text: str, icon: str, help_text: str) -> QPushButton:
        button = QPushButton(theme.icon(icon), " " + text, objectName=name)
        button.setAccessibleName(text.replace("&", ""))
        button.setToolTip(help_text)
        button.setIconSize(QSize(16, 16))
        return button

    def _lay_out(self) -> None:
        controls, left = self._card()
        buttons = QGridLayout(spacing=8)
        for place, button in enumerate((self.start_button, self.pause_button, self.epoch_button, self.stop_button)):
            buttons.addWidget(button, place // 2, place % 2)
        numbers = QHBoxLayout()
        numbers.addWidget(self.epoch_label)
        numbers.addStretch(1)
        numbers.addWidget(self.speed_label)
        more = QHBoxLayout(spacing=8)
        more.addWidget(self.more_button, 1)
        more.addWidget(self.more_box, 1)
        left.addLayout(buttons)
        left.addSpacing(2)
        left.addWidget(self.status)
        left.addWidget(self.progress_bar)
        left.addLayout(numbers)
        left.addStretch(1)
        left.addLayout(more)
        controls.setFixedWidth(CONTROLS_WIDTH)
        drawing, right = self._card()
        right.addWidget(self.curves)
        layout = QHBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 8, 8)
        layout.addWidget(controls)
        layout.addWidget(drawing, 1)

    def _card(self) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame()
        theme.set_role(card, "card")
        layout = QVBoxLayout(card, spacing=8)
        layout.setContentsMargins(12, 12, 12, 12)
        return card, layout

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start_requested)
        self.pause_button.clicked.connect(self._pause_or_resume)
        self.epoch_button.clicked.connect(self.epoch_requested)
        self.stop_button.clicked.connect(self._ask_stop)
        self.more_button.clicked.connect(self._ask_more)

    # What the panel is told

    def set_refusal(self, why: str) -> None:
        """Why a training can't start; empty when it can."""
        self._refusal = why
        if self.state is State.IDLE and not self._has_run:
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
            self._show_idle()
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
                self._set_state(State.PAUSED)
            case Resumed():
                self._set_state(State.RUNNING)
            case Ended():
                self._show_ended(event)

    # What it shows

    def _show_started(self, event: Started) -> None:
        self._has_run = True
        self._epochs = event.epochs
        if event.first_epoch == 0:
            self.curves.clear()
        self.progress_bar.setRange(0, event.epochs * STEPS_PER_EPOCH)
        self.progress_bar.setValue(event.first_epoch * STEPS_PER_EPOCH)
        self._say_epoch(event.first_epoch + 1)
        if self.state is not State.STOPPING:
            self._set_state(State.RUNNING)

    def _show_batches(self, event: BatchesEnded) -> None:
        if self.state is State.RUNNING:
            left = self.tr("Training · {time} left").format(time=words.duration(event.seconds_left))
            self.status.say(left, "running")
        self.progress_bar.setValue(round((event.epoch - 1 + event.done / max(1, event.total)) * STEPS_PER_EPOCH))
        self._say_epoch(event.epoch)
        self.speed_label.setText(words.rate(event.examples_per_second, self.shows_images))

    def _show_epoch(self, event: EpochEnded) -> None:
        self.curves.add(event.epoch, event.metrics)
        if not event.partial:
            self.progress_bar.setValue(event.epoch * STEPS_PER_EPOCH)

    def _show_ended(self, event: Ended) -> None:
        text, tone = OUTCOMES[event.outcome]
        self.status.say(QCoreApplication.translate("training", text).format(epoch=event.epoch, error=event.error or ""), tone)
        if event.outcome in ("finished", "early_stopped"):
            self.progress_bar.setValue(self.progress_bar.maximum())
        self._set_state(State.IDLE)

    def _show_stored(self, run: RunFolder) -> None:
        last = run.last_full_epoch
        text, tone = OUTCOMES.get(run.facts.outcome, (QT_TRANSLATE_NOOP("training", "Trained for {epoch} epochs."), "stopped"))
        self.status.say(QCoreApplication.translate("training", text).format(epoch=last, error=""), tone)
        self._epochs = max(last, run.recipe.training.epochs)
        self.progress_bar.setRange(0, self._epochs * STEPS_PER_EPOCH)
        self.progress_bar.setValue(last * STEPS_PER_EPOCH)
        self._say_epoch(last)
        self.speed_label.clear()

    def _show_idle(self) -> None:
        text = self._refusal or self.tr("Ready to train.")
        self.status.say(text, "warning" if self._refusal else "idle")

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
        state, startable = self.state, not self._refusal
        self.start_button.setEnabled(state is State.IDLE and startable)
        self.epoch_button.setEnabled(state is State.PAUSED or (state is State.IDLE and startable))
        self.pause_button.setEnabled(state in (State.RUNNING, State.PAUSING, State.PAUSED))
        self.stop_button.setEnabled(state in (State.WAITING, State.RUNNING, State.PAUSING, State.PAUSED))
        self.more_button.setEnabled(state is State.IDLE and self._has_run)
        resumes = state in (State.PAUSING, State.PAUSED)
        self.pause_button.setText(" " + (self.tr("Resu&me") if resumes else self.tr("&Pause")))
        self.pause_button.setIcon(theme.icon("play" if resumes else "pause"))
        self.state_changed.emit()
