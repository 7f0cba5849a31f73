"""Labels whose words change again and again: the window is not laid out, and all around them painted, anew each time."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SPACING_PX = 8


class StillRow(QWidget):
    """Labels of one line in a row, which asks for a line's height. It has no layout: what its labels ask for ends here.

    With ``keeps_room`` it asks for the most room that its words have needed since the last label was empty, otherwise for none.
    """

    def __init__(self, *labels: QLabel, keeps_room: bool = False) -> None:
        super().__init__()
        self.labels = labels
        self._keeps_room, self._room = keeps_room, 0
        for label in labels:
            label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred if keeps_room else QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._room, max(label.fontMetrics().height() for label in self.labels) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A label's words are others, or its font."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self._ask_for_room()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        return super().event(event)

    def _ask_for_room(self) -> None:
        """Only where what was asked for before no longer does."""
        before = self._room
        if self._keeps_room:
            needed = sum(label.sizeHint().width() + SPACING_PX for label in self.labels) - SPACING_PX
            self._room = max(needed, before) if self.labels[-1].text() else needed
        if self._room != before or self.sizeHint().height() != self.height():
            self.updateGeometry()

    def _place(self) -> None:
        left = 0
        for label in self.labels:
            room = max(0, self.width() - left)
            wide = room if label is self.labels[-1] else min(room, label.sizeHint().width())
            label.setGeometry(left, 0, wide, self.height())
            left += wide + SPACING_PX
