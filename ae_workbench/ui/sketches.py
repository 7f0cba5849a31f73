"""Small drawings of an autoencoder's shape, from its plan: bars, sheets, unrolled boxes, a cloud, noise."""

from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2, prod
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ae_workbench.core.layers import LSTM, GaussianCode
from ae_workbench.core.plan import Plan, Stage
from ae_workbench.ui.colours import Theme

Form = Literal["bar", "maps", "steps", "cloud"]
SIZE_BITS = 10.0
LARGE_SIDE = 28
MOST_SHEETS = 4
SHEET_GAP_PX = 2.6
SPARSE_CELLS = (1, 4)
CELLS = 6


@dataclass(frozen=True)
class Glyph:
    """One thing to draw; ``size`` is its height from 0 to 1, ``depth`` a number of sheets or boxes."""

    form: Form
    size: float
    depth: int = 1
    is_code: bool = False

    def width(self, room: float) -> float:
        """Natural width in a sketch of this height."""
        match self.form:
            case "maps":
                return room * self.size * 0.34 + (self.depth - 1) * SHEET_GAP_PX
            case "cloud":
                return room * 0.8
        return 8.0 if self.is_code or self.form == "steps" else 6.0


def glyphs(plan: Plan) -> list[Glyph]:
    """The steps worth drawing, each change of shape once: a sheet less than a fifth larger or smaller isn't."""
    found: list[Glyph] = [_glyph(plan.shape.dims, plan.has(LSTM))]
    for stage in plan.stages:
        glyph = _stage_glyph(stage, plan)
        last = found[-1]
        if glyph.is_code and last.form == glyph.form and last.size == glyph.size and len(found) > 1:
            found[-1] = glyph
        elif last.is_code or glyph.is_code or not _alike(last, glyph):
            found += [] if last.is_code and _alike(last, glyph) else [glyph]
        elif glyph.depth > last.depth:
            found[-1] = replace(last, depth=glyph.depth)
    return found


def paint_sketch(painter: QPainter, rect: QRectF, plan: Plan, theme: Theme, strong: bool) -> None:
    """The plan from left to right inside ``rect``; ``strong`` draws it in full ink."""
    items = glyphs(plan)
    places = _places(items, rect)
    ink = QColor(theme.text if strong else theme.muted)
    pen = SketchPen(painter, ink, QColor(theme.accent), QColor(theme.accent_soft if strong else theme.raised))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for (a, here), (b, there) in pairwise(zip(items, places, strict=True)):
        if {a.form, b.form} != {"maps"}:
            pen.funnel(a, here, b, there)
    for item, place in zip(items, places, strict=True):
        pen.glyph(item, place, bool(plan.activity_l1) and item.is_code)
    if plan.corruption.kind != "none":
        pen.noise(places[0])
    painter.restore()


def paint_cloud(painter: QPainter, centre: QPointF, width: float, height: float, colour: QColor) -> None:
    """A normal distribution's bell, filled."""
    x = np.linspace(-1.0, 1.0, 33)
    y = np.exp(-((x * 2.6) ** 2) / 2)
    base = centre.y() + height / 2
    bell = QPainterPath(QPointF(centre.x() - width / 2, base))
    for dx, dy in zip(x, y, strict=True):
        bell.lineTo(centre.x() + dx * width / 2, base - dy * height)
    bell.lineTo(centre.x() + width / 2, base)
    bell.closeSubpath()
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(faded(colour, 110))
    painter.drawPath(bell)


def faded(colour: QColor, alpha: int) -> QColor:
    """The same colour, see-through."""
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)


class SketchPen:
    """Draws glyphs in their places."""

    def __init__(self, painter: QPainter, ink: QColor, accent: QColor, paper: QColor) -> None:
        self.painter, self.ink, self.accent, self.paper = painter, ink, accent, paper

    def funnel(self, a: Glyph, here: QRectF, b: Glyph, there: QRectF) -> None:
        """What flows from one glyph to the next."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(faded(self.ink, 44))
        left, right = here.center().x(), there.center().x()
        tops = (QPointF(left, here.top()), QPointF(right, there.top()))
        bottoms = (QPointF(right, there.bottom()), QPointF(left, here.bottom()))
        self.painter.drawPolygon(QPolygonF([*tops, *bottoms]))

    def glyph(self, item: Glyph, place: QRectF, sparse: bool) -> None:
        colour = self.accent if item.is_code else self.ink
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        match item.form:
            case "bar" if sparse:
                self._cells(place)
            case "bar":
                self.painter.drawRoundedRect(place, 2, 2)
            case "maps":
                self._sheets(item, place, colour)
            case "steps":
                self._steps(item, place, colour)
            case "cloud":
                paint_cloud(self.painter, place.center(), place.width(), place.height(), colour)

    def noise(self, place: QRectF) -> None:
        """Specks over and around the input."""
        rng = np.random.default_rng(3)
        self.painter.setPen(Qt.PenStyle.NoPen)
        for position, (x, y) in enumerate(rng.uniform(-0.5, 0.5, (46, 2))):
            self.painter.setBrush(self.accent if position % 2 else self.ink)
            spot = QPointF(place.center().x() + x * place.width() * 1.3, place.center().y() + y * place.height() * 1.15)
            self.painter.drawRect(QRectF(spot.x() - 1, spot.y() - 1, 2, 2))

    def _sheets(self, item: Glyph, place: QRectF, colour: QColor) -> None:
        """Feature maps one behind the other, seen from the side."""
        width = place.width() - (item.depth - 1) * SHEET_GAP_PX
        lean = min(width * 0.5, place.height() * 0.2)
        self.painter.setPen(QPen(colour, 1.1))
        for i in reversed(range(item.depth)):
            x = place.left() + i * SHEET_GAP_PX
            corners = (
                QPointF(x, place.top() + lean), QPointF(x + width, place.top()),
                QPointF(x + width, place.bottom() - lean), QPointF(x, place.bottom()),
            )  # fmt: skip
            for brush in (self.paper, faded(colour, 200 if i == 0 else 60)):
                self.painter.setBrush(brush)
                self.painter.drawPolygon(QPolygonF(corners))

    def _steps(self, item: Glyph, place: QRectF, colour: QColor) -> None:
        gap = place.height() / item.depth
        side = min(place.width(), gap * 0.72)
        middle = place.center().x()
        self.painter.setPen(QPen(colour, 1.2))
        self.painter.drawLine(QPointF(middle, place.top() + gap / 2), QPointF(middle, place.bottom() - gap / 2))
        for i in range(item.depth):
            self.painter.drawRoundedRect(QRectF(middle - side / 2, place.top() + gap * (i + 0.5) - side / 2, side, side), 2, 2)

    def _cells(self, place: QRectF) -> None:
        """A code of which few units are used."""
        tall = place.adjusted(0, -place.height() * 0.5, 0, place.height() * 0.5)
        cell = tall.height() / CELLS
        self.painter.setPen(QPen(self.accent, 1))
        for i in range(CELLS):
            self.painter.setBrush(self.accent if i in SPARSE_CELLS else self.paper)
            self.painter.drawRect(QRectF(tall.left(), tall.top() + i * cell, tall.width(), cell))


def _alike(a: Glyph, b: Glyph) -> bool:
    return a.form == b.form and (abs(a.size - b.size) < 0.1 if a.form == "maps" else a.size == b.size)


def _stage_glyph(stage: Stage, plan: Plan) -> Glyph:
    is_code = stage.part == "code"
    if isinstance(stage.layer, GaussianCode):
        return Glyph("cloud", 0.6, is_code=True)
    return replace(_glyph(stage.output_dims, plan.has(LSTM)), is_code=is_code)


def _glyph(dims: tuple[int, ...], in_steps: bool) -> Glyph:
    if len(dims) == 2 or (in_steps and len(dims) == 3):
        return Glyph("steps", 0.94, 4)
    if len(dims) == 3:
        side = min(1.0, max(0.28, (dims[0] / LARGE_SIDE) ** 0.6))
        return Glyph("maps", side * 0.92, 1 if dims[2] == 1 else min(MOST_SHEETS, max(2, round(log2(dims[2])) - 1)))
    return Glyph("bar", min(1.0, max(0.18, (log2(prod(dims) + 1) / SIZE_BITS) ** 1.7)))


def _places(items: list[Glyph], rect: QRectF) -> list[QRectF]:
    widths = [item.width(rect.height()) for item in items]
    squeeze = min(1.0, rect.width() * 0.9 / sum(widths))
    widths = [width * squeeze for width in widths]
    gap = (rect.width() - sum(widths)) / max(len(items) - 1, 1)
    gap = min(gap, rect.width() * 0.2)
    x = rect.center().x() - (sum(widths) + gap * (len(items) - 1)) / 2
    found = []
    for item, width in zip(items, widths, strict=True):
        height = rect.height() * item.size
        found.append(QRectF(x, rect.center().y() - height / 2, width, height))
        x += width + gap
    return found
