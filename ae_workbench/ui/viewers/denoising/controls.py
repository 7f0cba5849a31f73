"""What noise, how much of it, and which filters stand beside the model."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from ae_workbench.core.corruption import Corruption
from ae_workbench.data.corruption import NOISE_SEED
from ae_workbench.ui import theme
from ae_workbench.ui.panels.chip_row import ChipRow
from ae_workbench.ui.panels.metric_chip import MetricChip
from ae_workbench.ui.viewers.denoising.jobs import GAUSSIAN, GAUSSIAN_PX, MEDIAN, MEDIAN_PX
from ae_workbench.ui.wording import option_title

KINDS = ("gaussian", "salt_and_pepper", "masking")
STEPS = 100
USUAL = Corruption("gaussian", 0.5)
SLIDER_PX = 90


class NoiseControls(QWidget):
    """``changed`` comes with every movement of the noise, ``filters_changed`` with the chips."""

    changed = Signal()
    filters_changed = Signal()

    def __init__(self, colours: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seed = NOISE_SEED
        self._build(colours)
        self._connect()
        self.set_corruption(USUAL)

    def _build(self, colours: Mapping[str, int]) -> None:
        self.kind_box = QComboBox(objectName="denoising_kind_box")
        self.kind_box.setAccessibleName(self.tr("Kind of noise"))
        self.kind_box.setToolTip(
            self.tr(
                "Gaussian: a random number is added to each pixel.\n"
                "Salt and pepper: a share of the pixels turns black or white.\n"
                "Masking: a share of the pixels turns black."
            )
        )
        for kind in KINDS:
            text = option_title(kind)
            self.kind_box.addItem(text[:1].upper() + text[1:], kind)
        self.slider = QSlider(Qt.Orientation.Horizontal, objectName="noise_slider", minimum=0, maximum=STEPS, pageStep=10)
        self.slider.setAccessibleName(self.tr("Amount of noise"))
        self.slider.setMinimumWidth(SLIDER_PX)
        self.value_label = QLabel(objectName="noise_value_label")
        self.value_label.setFont(theme.number_font(self.value_label.font()))
        self.dice_button = QToolButton(objectName="denoising_dice_button")
        self.dice_button.setIcon(theme.icon("dices"))
        self.dice_button.setIconSize(QSize(16, 16))
        self.dice_button.setAccessibleName(self.tr("Other noise of the same kind"))
        self.dice_button.setToolTip(self.tr("Draw other noise of the same kind and amount"))
        self.chips = {
            MEDIAN: MetricChip(self.tr("Median"), self.tr("Median"), colours[MEDIAN]),
            GAUSSIAN: MetricChip(self.tr("Gaussian filter"), self.tr("Gaussian"), colours[GAUSSIAN]),
        }
        self.chips[MEDIAN].setToolTip(
            self.tr("Beside the model: each pixel becomes the median of the {n}×{n} around it. Needs no training.").format(n=MEDIAN_PX)
        )
        self.chips[GAUSSIAN].setToolTip(
            self.tr("Beside the model: the image blurred, with a standard deviation of {n:g} pixel. Needs no training.").format(
                n=GAUSSIAN_PX
            )
        )
        row = QHBoxLayout(self, spacing=8)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.kind_box, self.slider, self.value_label, self.dice_button):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        row.addSpacing(6)
        filters = ChipRow(len(self.chips))
        for key, chip in self.chips.items():
            chip.setObjectName(f"denoising_{key}_chip")
            chip.setChecked(True)
            filters.add(chip)
        row.addWidget(filters)

    @Slot()
    def _keep_room(self) -> None:
        """For the widest amount, in letters of any size."""
        self.value_label.setMinimumWidth(self.value_label.fontMetrics().horizontalAdvance("σ 0.88"))

    def _connect(self) -> None:
        theme.signals.changed.connect(self._keep_room)
        self._keep_room()
        self.kind_box.currentIndexChanged.connect(self._tell)
        self.slider.valueChanged.connect(self._tell)
        self.dice_button.clicked.connect(self._throw)
        for chip in self.chips.values():
            chip.toggled.connect(self.filters_changed)

    @property
    def corruption(self) -> Corruption:
        """The noise that is asked for."""
        return Corruption(self.kind_box.currentData(), self.slider.value() / STEPS)

    @property
    def filters(self) -> tuple[str, ...]:
        """Keys of the filters that are switched on."""
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())

    def set_corruption(self, corruption: Corruption) -> None:
        """Ask for this noise."""
        if corruption.kind in KINDS:
            self.kind_box.setCurrentIndex(self.kind_box.findData(corruption.kind))
            self.slider.setValue(round(corruption.amount * STEPS))
        self._say()

    def set_amount(self, amount: float) -> None:
        self.slider.setValue(round(amount * STEPS))

    @Slot()
    def _throw(self) -> None:
        self.seed += 1
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        wanted = self.corruption
        if wanted.kind == "gaussian":
            self.value_label.setText(f"σ {wanted.amount:.2f}")
            tip = self.tr("Standard deviation σ of the noise; pixels go from 0 to 1. The article trains with 0.5.")
        else:
            self.value_label.setText(self.tr("{percent} %").format(percent=round(100 * wanted.amount)))
            tip = self.tr("Share of the pixels that are hit")
        self.slider.setToolTip(tip)
        self.value_label.setToolTip(tip)
