"""Buttons, progress and status of the training panel."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.diagnosis.chip import FindingsChip
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.status_line import StatusLine
from ae_workbench.ui.still_bar import StillBar
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.wording import unit_suffix

WIDTH_PX = 300


class TrainingControls(QFrame):
    """Only widgets; what they mean is the panel's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.setFixedWidth(WIDTH_PX)
        self._build()
        self._lay_out()

    def _build(self) -> None:
        begin_help = self.tr("Train the designed model from the beginning, as a new run (F5)")
        pause_help = self.tr("Hold the training where it is, or go on (F6)")
        epoch_help = self.tr("Train for one epoch – once through all training data – and pause (F7)")
        stop_help = self.tr("End the training; what it learned so far is kept (F8)")
        more_help = self.tr("Train the shown run for some more epochs (Shift+F5)")
        self.start_button = IconButton("start_button", "play", self.tr("&Start"), begin_help, "primary")
        self.pause_button = IconButton("pause_button", "pause", self.tr("&Pause"), pause_help)
        self.epoch_button = IconButton("epoch_button", "step-forward", self.tr("One &epoch"), epoch_help)
        self.stop_button = IconButton("stop_button", "square", self.tr("S&top"), stop_help)
        self.more_button = IconButton("more_button", "fast-forward", self.tr("&Go on for"), more_help)
        self.status = StatusLine()
        self.status.label.setObjectName("training_status")
        self.progress_bar = StillBar(objectName="progress_bar", textVisible=False, value=0)
        self.progress_bar.setAccessibleName(self.tr("Progress of the training"))
        self.progress_bar.setToolTip(self.tr("How much of all epochs is done"))
        self.epoch_label, self.speed_label = QLabel(objectName="epoch_label"), QLabel(objectName="speed_label")
        for label in (self.epoch_label, self.speed_label):
            theme.set_role(label, "muted")
            label.setFont(theme.number_font(label.font()))
        self.findings_chip = FindingsChip()
        self.more_box = QSpinBox(objectName="more_box", minimum=1, maximum=100_000, value=10)
        self.more_box.valueChanged.connect(self._name_unit)
        self._name_unit()
        prepare_spin(self.more_box)
        self.more_box.setAccessibleName(self.tr("How many more epochs"))
        self.more_box.setToolTip(self.tr("How many more epochs the shown run is trained for"))

    @Slot()
    def _name_unit(self) -> None:
        self.more_box.setSuffix(unit_suffix("epochs", self.more_box.value()))

    def _lay_out(self) -> None:
        buttons = QGridLayout(spacing=8)
        for place, button in enumerate((self.start_button, self.pause_button, self.epoch_button, self.stop_button)):
            buttons.addWidget(button, place // 2, place % 2)
        numbers = QHBoxLayout(spacing=8)
        numbers.addWidget(StillRow(self.epoch_label, self.speed_label, keeps_room=True), 1)
        numbers.addWidget(self.findings_chip)
        more = QHBoxLayout(spacing=8)
        more.addWidget(self.more_button, 1)
        more.addWidget(self.more_box, 1)
        column = QVBoxLayout(self, spacing=8)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(buttons)
        column.addSpacing(2)
        column.addWidget(self.status)
        column.addWidget(self.progress_bar)
        column.addLayout(numbers)
        column.addStretch(1)
        column.addLayout(more)
