"""The end of a curve that is still growing."""

from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

DOT = QPointF(0.01, 0)
"""A line of no length at all is left out."""


class Tip(QGraphicsPathItem):
    """A line in pixels of ``parent``, so that Qt knows how little of the plot it covers and paints no more than that."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._drawn: tuple[int, int, int] | None = None

    def dress(self, pen: QPen) -> None:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)  # without an end a line of one point can't be seen
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.setPen(pen)

    def place(self, x: NDArray, y: NDArray, to_parent: QTransform, anew: bool) -> None:
        """Through these points; nothing is painted where its end moves by less than half a pixel, unless ``anew``."""
        if not len(x):
            self._drawn = None
            self.setPath(QPainterPath())
            return
        end = to_parent.map(QPointF(x[-1], y[-1]))
        drawn = len(x) > 1, round(2 * end.x()), round(2 * end.y())
        if drawn == self._drawn and not anew:
            return
        self._drawn = drawn
        path = QPainterPath(to_parent.map(QPointF(x[0], y[0])))
        for across, up in zip(x[1:], y[1:], strict=True):
            path.lineTo(to_parent.map(QPointF(across, up)))
        if len(x) == 1:
            path.lineTo(end + DOT)
        self.setPath(path)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)
