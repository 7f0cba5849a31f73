"""Noise for the drawing: kind and amount."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from ae_workbench.core.corruption import CORRUPTION_KINDS, Corruption
from ae_workbench.ui import theme
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.wording import option_title

STEPS = 100
BESIDE_PX = 60
SEQUENCE_KINDS = ("gaussian", "masking")


class NoiseRow(QWidget):
    """``changed`` gives the ``Corruption`` that is set; an amount of 0 is none."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind_box = QuietComboBox()
        self.kind_box.setObjectName("canvas_noise_box")
        self.kind_box.setMinimumContentsLength(5)
        self.kind_box.setAccessibleName(self.tr("Kind of noise"))
        self.kind_box.setToolTip(self.tr("Kind of noise that is added to the drawing before the model sees it"))
        self.slider = QSlider(Qt.Orientation.Horizontal, objectName="canvas_noise_slider", minimum=0, maximum=STEPS)
        self.slider.setMinimumWidth(40)
        self.slider.setAccessibleName(self.tr("Amount of noise"))
        self.slider.setToolTip(
            self.tr("Amount of noise: standard deviation of Gaussian noise, or the share of pixels that the other kinds hit.\n"
                    "The model gets the noisy drawing; its error is measured against the clean one.")
        )  # fmt: skip
        label = QLabel(self.tr("&Noise"))
        label.setBuddy(self.slider)
        theme.set_role(label, "muted")
        layout = QHBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((label, 0), (self.kind_box, 0), (self.slider, 1)):
            layout.addWidget(widget, stretch)
        self.show_for(True)
        self.kind_box.currentIndexChanged.connect(self._tell)
        self.slider.valueChanged.connect(self._tell)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_box()

    def _fit_box(self) -> None:
        """The first kind can be read in whole; longer ones are cut, so that there is room for the slider."""
        self.kind_box.setFixedWidth(self.fontMetrics().horizontalAdvance(self.kind_box.itemText(0)) + BESIDE_PX)

    @property
    def corruption(self) -> Corruption:
        """What is set."""
        return Corruption(self.kind_box.currentData(), self.slider.value() / STEPS) if self.slider.value() else Corruption()

    def show_for(self, is_image: bool) -> None:
        """Offer the kinds that make sense for the data."""
        kinds = [kind for kind in (CORRUPTION_KINDS if is_image else SEQUENCE_KINDS) if kind != "none"]
        if [self.kind_box.itemData(place) for place in range(self.kind_box.count())] == kinds:
            return
        self.kind_box.blockSignals(True)
        self.kind_box.clear()
        for kind in kinds:
            title = option_title(kind)
            self.kind_box.addItem(title[:1].upper() + title[1:], kind)
        self._fit_box()
        self.kind_box.blockSignals(False)

    def set_corruption(self, corruption: Corruption) -> None:
        """Set to what a run was trained with; ``changed`` comes once if it is another."""
        before = self.corruption
        for widget in (self.kind_box, self.slider):
            widget.blockSignals(True)
        if self.kind_box.findData(corruption.kind) >= 0:
            self.kind_box.setCurrentIndex(self.kind_box.findData(corruption.kind))
        self.slider.setValue(round(STEPS * corruption.amount) if corruption.kind != "none" else 0)
        for widget in (self.kind_box, self.slider):
            widget.blockSignals(False)
        if self.corruption != before:
            self.changed.emit(self.corruption)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.corruption)
