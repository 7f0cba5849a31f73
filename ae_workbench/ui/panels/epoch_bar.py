"""The strip under the viewers: which stored epoch of the run is shown, "live" at the right end, and a button that plays them all."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import theme
from ae_workbench.ui.help.context import set_help
from ae_workbench.ui.pace import Pace
from ae_workbench.ui.panels.epoch_slider import EpochSlider
from ae_workbench.ui.panels.metric_history import VALIDATION
from ae_workbench.ui.panels.metric_titles import TITLES
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

ASKER = "epoch_bar"
SPEEDS = (1, 2, 5, 10, 20, 50)
USUAL_SPEED = 5
JUDGED_BY = "val_loss"
Metrics = Mapping[str, float]


@dataclass(frozen=True)
class HistoryJob:
    """Reads the metrics of every epoch."""

    run: RunFolder

    def __call__(self) -> tuple[Path, dict[int, Metrics]]:
        return self.run.path, {record.epoch: record.metrics for record in self.run.history()}


class EpochBar(QWidget):
    """Drives ``workspace.set_epoch``. Keeps its place while it isn't live, however many epochs come."""

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("epoch_bar")
        self.setAutoFillBackground(True)  # painted at each epoch, without all that lies behind it
        set_help(self, "panels/epochs")
        self.workspace = workspace
        self.codec = codec
        self.stored: list[int] = []
        self.metrics: dict[int, Metrics] = {}
        self._timer = QTimer(self)
        self._pace = Pace(self)
        self._build()
        self._connect()
        self._show_run()

    def _build(self) -> None:
        self.play_button = QToolButton(objectName="play_button", checkable=True)
        self.play_button.setIconSize(QSize(16, 16))
        self.play_button.setAccessibleName(self.tr("Play through the epochs"))
        self.speed_box = QComboBox(objectName="play_speed_box")
        self.speed_box.setAccessibleName(self.tr("Speed of playing"))
        self.speed_box.setToolTip(self.tr("How many epochs are played per second"))
        for speed in SPEEDS:
            self.speed_box.addItem(self.tr("{speed} / s").format(speed=speed), speed)
        self.speed_box.setCurrentIndex(SPEEDS.index(USUAL_SPEED))
        self.slider = EpochSlider(self._tip)
        self.slider.setAccessibleName(self.tr("Epoch shown"))
        self.slider.setPageStep(10)
        self.label = QLabel(objectName="epoch_shown_label")
        self.label.setFont(theme.number_font(self.label.font()))
        self.live_button = QToolButton(objectName="live_button", checkable=True, text=self.tr("Live"))
        theme.set_role(self.live_button, "switch")
        self.live_button.setAccessibleName(self.tr("Live: always the newest epoch"))
        self.live_button.setToolTip(self.tr("Show the newest epoch, and each new one as soon as it is trained (End)"))
        layout = QHBoxLayout(self, spacing=8)
        layout.setContentsMargins(8, 2, 8, 6)
        for widget in (self.play_button, self.speed_box):
            layout.addWidget(widget)
        layout.addWidget(self.slider, 1)
        layout.addWidget(StillRow(self.label, keeps_room=True))
        layout.addWidget(self.live_button)
        self._show_playing(False)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._step)
        self.play_button.toggled.connect(self._play)
        self.speed_box.currentIndexChanged.connect(self._set_speed)
        self.slider.valueChanged.connect(self._choose)
        self.slider.sliderPressed.connect(self.stop_playing)
        self.live_button.clicked.connect(self.go_live)
        self.workspace.run_changed.connect(self._show_run)
        self.workspace.epochs_changed.connect(self._add_epoch)
        self.workspace.snapshot_changed.connect(self._pace.catch_up)
        self._pace.due.connect(self._list_epochs)
        self.workspace.epoch_changed.connect(self._follow)
        self.codec.answered.connect(self._take_history)
        self._set_speed()

    # What is there

    @Slot()
    def _show_run(self) -> None:
        self.stop_playing()
        self.metrics = {}
        self._pace.begin()
        run = self.workspace.run_folder
        if run is not None:
            self.codec.ask(ASKER, HistoryJob(run))
        self._list_epochs()

    @Slot()
    def _add_epoch(self) -> None:
        epoch, metrics = self.workspace.newest_epoch, self.workspace.newest_metrics
        if epoch is not None and metrics:
            self.metrics[epoch] = metrics
        self._pace.ask()

    @Slot(str, object)
    def _take_history(self, asker: str, answer: object) -> None:
        if asker != ASKER or not isinstance(answer, tuple) or answer[0] != self.workspace.run:
            return
        self.metrics = {**answer[1], **self.metrics}
        self._follow()

    @Slot()
    def _list_epochs(self) -> None:
        run = self.workspace.run_folder
        self.stored = run.epochs() if run else []
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(self.stored) - 1))
        self.slider.blockSignals(False)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Show what the workspace shows."""
        epoch, last = self.workspace.epoch, self.slider.maximum()
        self.slider.blockSignals(True)
        self.slider.setValue(last if epoch is None else min(bisect_left(self.stored, epoch), last))
        self.slider.blockSignals(False)
        self.live_button.setChecked(epoch is None and bool(self.stored))
        for widget in (self.slider, self.speed_box, self.live_button):
            widget.setEnabled(bool(self.stored))
        self.play_button.setEnabled(len(self.stored) > 1)
        shown = self.workspace.shown_epoch
        self.label.setText(self._words(shown) if shown is not None and self.stored else "")
        self.slider.mark(self._place_of_best())

    def _words(self, epoch: int) -> str:
        return self.tr("Epoch {epoch}").format(epoch=f"{epoch:,}")

    def _place_of_best(self) -> int | None:
        """The place of the stored epoch with the lowest validation loss."""
        judged = [(metrics[JUDGED_BY], epoch) for epoch, metrics in self.metrics.items() if JUDGED_BY in metrics]
        best = min(judged)[1] if judged else None
        place = bisect_left(self.stored, best) if best is not None else len(self.stored)
        return place if place < len(self.stored) and self.stored[place] == best else None

    def _tip(self, place: int) -> str:
        if not 0 <= place < len(self.stored):
            return ""
        epoch = self.stored[place]
        lines = [self._words(epoch)]
        if epoch == 0:
            lines.append(self.tr("Before any training"))
        if place == self._place_of_best():
            lines.append(self.tr("Lowest validation loss so far"))
        if place == self.slider.maximum():
            lines.append(self.tr("Live: follows the training"))
        return "\n".join((*lines, *(_metric_line(key, value) for key, value in self.metrics.get(epoch, {}).items())))

    # Choosing

    @Slot(int)
    def _choose(self, place: int) -> None:
        if self.stored:
            self.workspace.set_epoch(None if place >= self.slider.maximum() else self.stored[place])

    @Slot()
    def go_live(self) -> None:
        """Show the newest epoch, and each new one as it comes."""
        self.stop_playing()
        self.workspace.set_epoch(None)
        self._follow()

    @Slot()
    def back(self) -> None:
        """One epoch earlier."""
        self.slider.setValue(self.slider.value() - 1)

    @Slot()
    def forward(self) -> None:
        """One epoch later."""
        self.slider.setValue(self.slider.value() + 1)

    # Playing

    @property
    def is_playing(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def stop_playing(self) -> None:
        self.play_button.setChecked(False)

    @Slot(bool)
    def _play(self, on: bool) -> None:
        """From the shown epoch to the last one; from the last one all over again."""
        if on and self.slider.value() == self.slider.maximum():
            self.slider.setValue(0)
        if on:
            self._timer.start()
        else:
            self._timer.stop()
        self._show_playing(on)

    @Slot()
    def _step(self) -> None:
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self.stop_playing()

    @Slot()
    def _set_speed(self) -> None:
        self._timer.setInterval(1000 // self.speed_box.currentData())

    def _show_playing(self, on: bool) -> None:
        self.play_button.setIcon(theme.icon("pause" if on else "play"))
        self.play_button.setToolTip(self.tr("Stop here (F9)") if on else self.tr("Play: watch the model learn, epoch by epoch (F9)"))


def _metric_line(key: str, value: float) -> str:
    """``Loss, validation: 0.0943``."""
    title = QCoreApplication.translate("metrics", TITLES.get(key.removeprefix(VALIDATION), key.removeprefix(VALIDATION)))
    if key.startswith(VALIDATION):
        title = QCoreApplication.translate("metrics", "{metric}, validation").format(metric=title)
    return f"{title}: {value:.4g}"
