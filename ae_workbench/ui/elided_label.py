"""A line of text that may be longer than its place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

LEAST_PX = 60


def tells_whole(widget: QWidget, event: QEvent, text: str, shown: Callable[[], str]) -> bool:
    """Whether this asked for the tooltip of a text that is cut: then all of it is shown, above what the tooltip says anyway."""
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip or shown() == text:
        return False
    parts = dict.fromkeys(filter(None, (text, widget.toolTip())))
    QToolTip.showText(event.globalPos(), "\n\n".join(parts), widget)
    return True


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
        return tells_whole(self, event, self.text(), lambda: self.shown) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        QPainter(self).drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.shown)
