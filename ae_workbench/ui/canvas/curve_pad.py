"""A curve over time to draw on, for data that are sequences."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ae_workbench.core.shape import Shape
from ae_workbench.ui import theme
from ae_workbench.ui.canvas.pad import Change, Piece
from ae_workbench.ui.canvas.strokes import Brush
from ae_workbench.ui.curve_lines import Span, curve, height_of, span_of

ASPECT = 4 / 3
MOST_POINTS, MOST_FEATURES = 400, 8
ROOM = 0.08
EVERYTHING = QRectF(0, 0, 1, 1)


class CurvePad:
    """Values (timesteps, features) float32, standardised as the model sees them; one feature is drawn at a time.

    ``low`` and ``high`` are the values at the lower and upper border.
    """

    def __init__(self, shape: Shape, low: float, high: float) -> None:
        self.shape = shape
        self.aspect = ASPECT
        self.low, self.high = low, high
        self.feature = 0
        self.values = np.zeros(shape.dims, np.float32)
        self.is_blank = True
        self._before: NDArray[np.float32] | None = None
        self._last = (0.0, 0.0)
        self._erases = False

    @property
    def content(self) -> NDArray[np.float32]:
        return self.values.copy()

    @property
    def example(self) -> NDArray[np.float32] | None:
        return self.content

    def begin(self, x: float, y: float, brush: Brush, pressure: float) -> QRectF:
        self._before, self._erases, self._last = self.content, brush.erases, (x, y)
        return self.extend(x, y, pressure)

    def extend(self, x: float, y: float, pressure: float) -> QRectF:
        """Every time step between the last place and this one gets a value; the eraser sets the mean, which is 0."""
        steps = len(self.values)
        (left, top), (right, bottom) = sorted((self._last, (x, y)))
        self._last = (x, y)
        first, last = (int(np.clip(at * steps, 0, steps - 1)) for at in (left, right))
        at = (np.arange(first, last + 1) + 0.5) / steps
        shares = np.interp(at, [left, max(right, left + 1e-9)], [top, bottom]) if right > left else np.full(len(at), y)
        drawn = self.high - np.clip(shares, 0, 1) * (self.high - self.low)
        self.values[first : last + 1, self.feature] = 0.0 if self._erases else drawn
        self.is_blank = False
        return EVERYTHING

    def end(self) -> Change | None:
        before, self._before = self._before, None
        if before is None:
            return None
        self._judge()
        return Change(self._piece(before), self._piece(self.content))

    def clear(self) -> Change | None:
        return None if self.is_blank else self.take_example(np.zeros_like(self.values))

    def take_example(self, example: NDArray[np.float32]) -> Change:
        change = Change(self._piece(self.content), self._piece(example.astype(np.float32)))
        self.put(change.after)
        return change

    def put(self, piece: Piece) -> None:
        self.values[:] = piece.values
        self._judge()

    def _piece(self, values: NDArray[np.float32]) -> Piece:
        return Piece((0, 0, len(values), values.shape[1]), values)

    def _judge(self) -> None:
        self.is_blank = not self.values.any()

    def zero_in(self, place: QRectF) -> float:
        """How far down the mean, which is 0, lies in a place."""
        return height_of(0.0, (self.low, self.high), place)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        colours = theme.current()
        painter.fillRect(place, QColor(colours.plot_background))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DashLine))
        zero = self.zero_in(place)
        painter.drawLine(QPointF(place.left(), zero), QPointF(place.right(), zero))
        _paint(painter, place, self.values, (self.low, self.high), strongest=self.feature)


def paint_curves(painter: QPainter, place: QRectF, layers: Sequence[NDArray[np.float32]]) -> None:
    """Sequences (timesteps, features) over each other in one range, the first pale and the last in colour."""
    span = span_of(np.concatenate([layer.ravel() for layer in layers]), ROOM)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, layer in enumerate(layers):
        pale = number < len(layers) - 1
        _paint(painter, place, layer, span, theme.current().muted if pale else None)


def _paint(
    painter: QPainter, place: QRectF, values: NDArray[np.float32], span: Span, colour: str | None = None, strongest: int = -1
) -> None:
    """Every feature as a curve in its own colour, or all in ``colour``; ``strongest`` is painted last and wider."""
    series = theme.current().series
    every = max(1, len(values) // MOST_POINTS)
    times = (np.arange(0, len(values), every) + 0.5) / len(values)
    for feature in sorted(range(min(values.shape[1], MOST_FEATURES)), key=lambda number: number == strongest):
        pen = QPen(QColor(colour or series[feature % len(series)]), 2.2 if feature == strongest else 1.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(curve(values[::every, feature], span, place, times, beyond=0))
