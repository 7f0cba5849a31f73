"""A hand with a mouse: the events that the system would send."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
STEPS = 12


def drag(widget: QWidget, places: Sequence[QPointF]) -> None:
    """Press at the first place, go straight from each to the next, release at the last. Places in the widget's pixels."""
    _send(widget, QMouseEvent.Type.MouseButtonPress, places[0], LEFT, LEFT)
    for start, end in pairwise(places):
        for step in range(1, STEPS + 1):
            _send(widget, QMouseEvent.Type.MouseMove, start + (end - start) * (step / STEPS), NONE, LEFT)
            QApplication.processEvents()
    _send(widget, QMouseEvent.Type.MouseButtonRelease, places[-1], LEFT, NONE)


def leave(widget: QWidget) -> None:
    """Take the pointer away."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def _send(widget: QWidget, kind: QMouseEvent.Type, place: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    everywhere = widget.mapToGlobal(place)
    QApplication.sendEvent(widget, QMouseEvent(kind, place, everywhere, button, held, Qt.KeyboardModifier.NoModifier))
