"""Where the lines of a curve are, whatever its values: Qt paints for minutes at coordinates of 1e40, and nothing at those of no number."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

BEYOND = 10.0
"""Heights of a place that a curve may leave it by, above and below: so far off it still leaves as steeply as it should."""
LEAST_SHARE = 0.1
UNIT = QRectF(0, 0, 1, 1)
Span = tuple[float, float]


def span_of(values: NDArray[np.float32], room: float) -> Span:
    """Lowest and highest of all numbers there are, and a share ``room`` of their difference beyond both; never one and the same."""
    numbers = values[np.isfinite(values)]
    low, high = (float(numbers.min()), float(numbers.max())) if numbers.size else (0.0, 0.0)
    spare = room * (high - low) or max(1.0, LEAST_SHARE * abs(high))  # 1 is nothing beside 1e20
    return low - spare, high + spare


def height_of(value: float, span: Span, place: QRectF) -> float:
    """How far down a value lies in a place: the span's lowest at its bottom. What is no number lies there, too."""
    [share] = _shares(np.array([value]), span)
    return place.bottom() - (0.0 if np.isnan(share) else float(share)) * place.height()


def curve(values: NDArray[np.float32], span: Span, place: QRectF, times: NDArray[np.float64], beyond: float = BEYOND) -> QPolygonF:
    """A line through values at ``times`` from 0 (left) to 1, at most ``beyond`` heights out of its place; one value is a level line.

    What is no number is left out.
    """
    shares = _shares(values, span, beyond)
    if len(shares) == 1:  # Qt draws nothing through a single point
        times, shares = np.array([0.0, 1.0]), np.repeat(shares, 2)
    numbers = ~np.isnan(shares)
    across = (place.left() + times[numbers] * place.width()).tolist()
    down = (place.bottom() - shares[numbers] * place.height()).tolist()
    return QPolygonF([QPointF(x, y) for x, y in zip(across, down, strict=True)])


def _shares(values: NDArray, span: Span, beyond: float = BEYOND) -> NDArray[np.float64]:
    low, high = span
    return np.clip((values.astype(np.float64) - low) / (high - low), -beyond, 1 + beyond)
