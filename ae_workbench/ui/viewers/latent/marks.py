"""What lies over the points: marker, picked example, ellipses, lines, pins and the drawing's place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ae_workbench.ui.colours import Theme
from ae_workbench.ui.viewers.latent.maps import Point
from ae_workbench.ui.viewers.latent.viewport import Viewport

MARKER_PX, HALO_PX = 8.0, 3.0
PICKED_PX, DRAWING_PX, PIN_PX = 7.5, 6.5, 9.0
Outline = NDArray[np.float32]


@dataclass(frozen=True)
class Pin:
    """A named place, such as a class's mean."""

    point: Point
    text: str


@dataclass
class Marks:
    """All in plane units. ``lines`` are a drawn path, or the ways between two codes; ``group`` are the points inside the last lasso."""

    marker: Point | None = None
    picked: Point | None = None
    drawing: Point | None = None
    ellipses: Sequence[Outline] = ()
    lines: Sequence[Outline] = ()
    lasso: Outline | None = None
    pins: Sequence[Pin] = field(default_factory=tuple)
    group: Outline | None = None


def marker_place(view: Viewport, point: Point) -> QRect:
    """What a marker at a point covers, in pixels."""
    x, y = view.px(*point)
    reach = MARKER_PX + 2 * HALO_PX + 1
    return QRectF(x - reach, y - reach, 2 * reach, 2 * reach).toAlignedRect()


def paint_marks(painter: QPainter, view: Viewport, marks: Marks, theme: Theme, focused: bool) -> None:
    """Everything over the points, marker on top."""
    painter.save()
    painter.setClipRect(QRectF(view.left, view.top, view.width, view.height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, outline in enumerate(marks.ellipses):
        _line(painter, view, outline, theme.text, theme, width=1.6, dashed=number > 0)
    for outline, colour in zip(marks.lines, (theme.accent, theme.warning), strict=False):
        _line(painter, view, outline, colour, theme, width=2.4)
    if marks.lasso is not None:
        _lasso(painter, view, marks.lasso, theme)
    if marks.group is not None:
        _group(painter, view, marks.group, theme)
    for pin in marks.pins:
        _pin(painter, view, pin, theme)
    if marks.picked is not None:
        _ring(painter, view, marks.picked, PICKED_PX, theme.text, theme)
    if marks.drawing is not None:
        _drawing(painter, view, marks.drawing, theme)
    if marks.marker is not None:
        _marker(painter, view, marks.marker, theme, focused)
    painter.restore()


def _polygon(view: Viewport, outline: Outline) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in view.pixels(outline).tolist()])


def _line(painter: QPainter, view: Viewport, outline: Outline, colour: str, theme: Theme, width: float, dashed: bool = False) -> None:
    polygon = _polygon(view, outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_soft(theme.plot_background, 190), width + 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(polygon)
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(colour), width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(polygon)


def _lasso(painter: QPainter, view: Viewport, outline: Outline, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.accent), 1.6, Qt.PenStyle.DashLine))
    painter.setBrush(_soft(theme.accent, 34))
    painter.drawPolygon(_polygon(view, outline))


def _group(painter: QPainter, view: Viewport, points: Outline, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.text), 1.2))
    for x, y in view.pixels(points).tolist():
        painter.drawEllipse(QPointF(x, y), 5, 5)


def _ring(painter: QPainter, view: Viewport, point: Point, radius: float, colour: str, theme: Theme) -> None:
    middle = QPointF(*view.px(*point))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.plot_background), 5))
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(QPen(QColor(colour), 2.2))
    painter.drawEllipse(middle, radius, radius)


def _drawing(painter: QPainter, view: Viewport, point: Point, theme: Theme) -> None:
    """A diamond: the picture on the canvas."""
    x, y = view.px(*point)
    painter.setPen(QPen(QColor(theme.plot_background), 2))
    painter.setBrush(QColor(theme.warning))
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - DRAWING_PX), QPointF(x + DRAWING_PX, y), QPointF(x, y + DRAWING_PX), QPointF(x - DRAWING_PX, y)])
    )


def _marker(painter: QPainter, view: Viewport, point: Point, theme: Theme, focused: bool) -> None:
    middle = QPointF(*view.px(*point))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_soft(theme.accent, 90 if focused else 50))
    painter.drawEllipse(middle, MARKER_PX + 2 * HALO_PX, MARKER_PX + 2 * HALO_PX)
    painter.setPen(QPen(QColor(theme.plot_background), 2.5))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(middle, MARKER_PX, MARKER_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.plot_background))
    painter.drawEllipse(middle, 2.2, 2.2)


def _pin(painter: QPainter, view: Viewport, pin: Pin, theme: Theme) -> None:
    middle = QPointF(*view.px(*pin.point))
    width = max(2 * PIN_PX, QFontMetricsF(painter.font()).horizontalAdvance(pin.text) + 10)
    place = QRectF(0, 0, width, 2 * PIN_PX)
    place.moveCenter(middle)
    painter.setPen(QPen(QColor(theme.plot_background), 2))
    painter.setBrush(QColor(theme.text))
    painter.drawRoundedRect(place, PIN_PX, PIN_PX)
    painter.setPen(QColor(theme.plot_background))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, pin.text)


def _soft(colour: str, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
