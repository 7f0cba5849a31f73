"""A line of text that may be longer than its place."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip

LEAST_PX = 60


class ElidedLabel(QLabel):
    """Loses its middle (a path) or its end where there is no room. A tooltip then has all of it, above what it says anyway."""

    def __init__(self, name: str = "", cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__(objectName=name)
        self._cut = cut

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(LEAST_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    @property
    def shown(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), self._cut, self.width())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.shown != self.text():
            parts = dict.fromkeys(filter(None, (self.text(), self.toolTip())))
            QToolTip.showText(event.globalPos(), "\n\n".join(parts), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        QPainter(self).drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.shown)
