"""Labels whose words change many times a second: the window is not laid out anew for them."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SPACING_PX = 8


class StillRow(QWidget):
    """Labels of one line in a row, which asks for a line's height and no width. It has no layout: what its labels ask for ends here."""

    def __init__(self, *labels: QLabel) -> None:
        super().__init__()
        self.labels = labels
        for label in labels:
            label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(0, max(label.fontMetrics().height() for label in self.labels) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A label's words are others, or its font."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            if self.sizeHint().height() != self.height():
                self.updateGeometry()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        left = 0
        for label in self.labels:
            room = max(0, self.width() - left)
            wide = room if label is self.labels[-1] else min(room, label.sizeHint().width())
            label.setGeometry(left, 0, wide, self.height())
            left += wide + SPACING_PX
