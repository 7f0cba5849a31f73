"""Buttons, progress and status of the training panel."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.diagnosis.chip import FindingsChip
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.status_line import StatusLine
from ae_workbench.ui.still_bar import StillBar
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.wording import unit_suffix

LEAST_WIDTH_PX = 300
SPACING_PX, MARGIN_PX, BESIDE_NUMBER_PX = 8, 12, 38


class TrainingControls(QFrame):
    """Only widgets; what they mean is the panel's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._build()
        self._lay_out()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as the words on the buttons need, whatever the status says, and as high as that is then."""
        width = max(LEAST_WIDTH_PX, self._buttons_width() + SPACING_PX + 2 * MARGIN_PX)
        return QSize(width, max(super().minimumSizeHint().height(), self._column.minimumHeightForWidth(width)))

    def _buttons_width(self) -> int:
        """Of the wider one of two rows of two, and of the row below them."""
        left, right = (self.start_button, self.epoch_button), (self.pause_button, self.stop_button)
        above = sum(max(button.minimumSizeHint().width() for button in buttons) for buttons in (left, right))
        number = self.more_box.fontMetrics().horizontalAdvance(f"100{unit_suffix('epochs', 100)}") + BESIDE_NUMBER_PX
        return max(above, self.more_button.minimumSizeHint().width() + number)

    def _build(self) -> None:
        begin_help = self.tr("Train the designed model from the beginning, as a new run (F5)")
        pause_help = self.tr("Hold the training where it is, or go on (F6)")
        epoch_help = self.tr("Train for one epoch – once through all training data – and pause (F7)")
        stop_help = self.tr("End the training; what it learned so far is kept (F8)")
        more_help = self.tr("Train the shown run for some more epochs (Shift+F5)")
        self.start_button = IconButton("start_button", "play", self.tr("Start"), begin_help, "primary")
        self.pause_button = IconButton("pause_button", "pause", self.tr("Pause"), pause_help)
        self.epoch_button = IconButton("epoch_button", "step-forward", self.tr("One epoch"), epoch_help)
        self.stop_button = IconButton("stop_button", "square", self.tr("Stop"), stop_help)
        self.more_button = IconButton("more_button", "fast-forward", self.tr("Go on for"), more_help)
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
        buttons = QGridLayout(spacing=SPACING_PX)
        for place, button in enumerate((self.start_button, self.pause_button, self.epoch_button, self.stop_button)):
            buttons.addWidget(button, place // 2, place % 2)
        numbers = QHBoxLayout(spacing=SPACING_PX)
        numbers.addWidget(StillRow(self.epoch_label, self.speed_label, keeps_room=True), 1)
        numbers.addWidget(self.findings_chip)
        more = QHBoxLayout(spacing=SPACING_PX)
        more.addWidget(self.more_button, 1)
        more.addWidget(self.more_box, 1)
        column = self._column = QVBoxLayout(self, spacing=SPACING_PX)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.addLayout(buttons)
        column.addSpacing(2)
        column.addWidget(self.status)
        column.addWidget(self.progress_bar)
        column.addLayout(numbers)
        column.addStretch(1)
        column.addLayout(more)
