"""Two parts of a panel that share its room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

SPACING_PX = 8


class BesideOrBelow(QWidget):
    """The second part stands beside the first, which is as wide as it needs, or below it where ``least_px`` aren't left for it.

    It has no layout, whose width would be that of both parts.
    """

    def __init__(self, first: QWidget, second: QWidget, least_px: int) -> None:
        super().__init__()
        self.first, self.second, self._least_px = first, second, least_px
        self.is_beside = True
        for part in (first, second):
            part.setParent(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        first, second = self.first.minimumSizeHint(), self.second.minimumSizeHint()
        high = max(first.height(), second.height()) if self.is_beside else first.height() + SPACING_PX + second.height()
        return QSize(max(first.width(), second.width()), high)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A part needs other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        first, second = self.first.minimumSizeHint(), self.second.minimumSizeHint()
        left, top = first.width() + SPACING_PX, first.height() + SPACING_PX
        is_beside = self.width() - left >= max(self._least_px, second.width())
        if is_beside != self.is_beside:
            self.is_beside = is_beside
            self.updateGeometry()
        if is_beside:
            self.first.setGeometry(0, 0, first.width(), self.height())
            self.second.setGeometry(left, 0, self.width() - left, self.height())
        else:
            self.first.setGeometry(0, 0, self.width(), first.height())
            self.second.setGeometry(0, top, self.width(), self.height() - top)
