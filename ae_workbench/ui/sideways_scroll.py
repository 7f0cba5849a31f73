"""Room for what is wider than its place."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class SidewaysScroll(QScrollArea):
    """A frameless area as high as what is in it needs, that scrolls sideways where it is too narrow for that, down to ``least_px``.

    ``room_changed`` carries the width in pixels that can be seen without scrolling.
    """

    room_changed = Signal(int)

    def __init__(self, name: str, inside: QWidget, least_px: int) -> None:
        super().__init__(objectName=name, widgetResizable=True, frameShape=QFrame.Shape.NoFrame, focusPolicy=Qt.FocusPolicy.NoFocus)
        self._inside, self._least_px = inside, least_px
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.viewport().installEventFilter(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._least_px, self._inside.minimumSizeHint().height() + self.horizontalScrollBar().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self.room_changed.emit(self.viewport().width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.viewport():
            self.updateGeometry()
        return super().eventFilter(watched, event)
