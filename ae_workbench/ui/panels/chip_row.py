"""Chips of metrics side by side."""

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ae_workbench.ui.panels.metric_chip import BARE_PX, MetricChip

SPACING_PX = 6
MOST = 4
"""Chips for which there is always room, so that nothing around them has to move when they come."""


class ChipRow(QWidget):
    """Where there is no room for the words of all chips only those have some that are switched on, or none."""

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[MetricChip] = []
        self._layout = QHBoxLayout(self, spacing=SPACING_PX)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(MOST * (BARE_PX + SPACING_PX), self._layout.minimumSize().height())

    def add(self, chip: MetricChip) -> None:
        """One more at the end."""
        self.chips.append(chip)
        self._layout.insertWidget(len(self.chips) - 1, chip)
        chip.toggled.connect(self._fit)
        self._fit()

    def remove(self, chip: MetricChip) -> None:
        self.chips.remove(chip)
        self._layout.removeWidget(chip)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A chip's words are larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @Slot()
    def _fit(self) -> None:
        checked = [chip for chip in self.chips if chip.isChecked()]
        worded = next((chosen for chosen in (self.chips, checked) if self._width_with(chosen) <= self.width()), [])
        for chip in self.chips:
            chip.set_bare(chip not in worded)

    def _width_with(self, worded: list[MetricChip]) -> int:
        return sum((chip.worded_px if chip in worded else BARE_PX) + SPACING_PX for chip in self.chips) - SPACING_PX
