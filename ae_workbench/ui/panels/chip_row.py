"""Chips of metrics side by side."""

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ae_workbench.ui.panels.metric_chip import BARE_PX, MetricChip

SPACING_PX = 6


class ChipRow(QWidget):
    """Where there is no room for their names all chips say short ones, then only those that are switched on, then none."""

    def __init__(self, most: int) -> None:
        """There is always room for ``most`` chips, so that nothing around them has to move when they come."""
        super().__init__()
        self._most = most
        self.chips: list[MetricChip] = []
        self._layout = QHBoxLayout(self, spacing=SPACING_PX)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._most * (BARE_PX + SPACING_PX), self._layout.minimumSize().height())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._width_with([chip.text() for chip in self.chips]), self._layout.minimumSize().height())

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
        names = [chip.text() for chip in self.chips]
        short = [chip.short for chip in self.chips]
        of_checked = [chip.short if chip.isChecked() else "" for chip in self.chips]
        said = next((words for words in (names, short, of_checked) if self._width_with(words) <= self.width()), [""] * len(self.chips))
        for chip, words in zip(self.chips, said, strict=True):
            chip.say(words)

    def _width_with(self, said: list[str]) -> int:
        return sum(chip.width_with(words) + SPACING_PX for chip, words in zip(self.chips, said, strict=True)) - SPACING_PX
