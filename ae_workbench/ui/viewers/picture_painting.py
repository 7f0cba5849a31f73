"""How an example is painted: images pixel by pixel, sequences as curves."""

from math import ceil

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import tinted
from ae_workbench.ui.curve_lines import curve, span_of
from ae_workbench.ui.viewers.pictures import Picture, Waves

EVEN = 0.01
ROOM = 0.15


def paint_picture(painter: QPainter, place: QRectF, picture: Picture | tuple[Waves, ...] | None, colour_map: str, ratio: float) -> None:
    """Grey images in the colours of a map; None is a place still to be filled. Two ``Waves`` are drawn over each other."""
    if picture is None:
        painter.setPen(QPen(QColor(theme.current().border), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
    elif isinstance(picture, Waves | tuple):
        _paint_waves(painter, place, picture if isinstance(picture, tuple) else (picture,))
    else:
        paint_crisp(painter, place, tinted(picture, colour_map), ratio)


def paint_edge(painter: QPainter, place: QRectF, picture: Picture | tuple[Waves, ...] | None) -> None:
    """Around an image: white paper couldn't be told from a white card."""
    if isinstance(picture, QImage):
        painter.setPen(QPen(QColor(theme.current().border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_crisp(painter: QPainter, place: QRectF, picture: QImage, ratio: float) -> None:
    """Every pixel a square of the same size: enlarged by the next whole number without smoothing, then made to fit with it."""
    enlarged = place.width() * ratio / picture.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, abs(enlarged - round(enlarged)) > EVEN or enlarged < 1)
    if enlarged > 1 and abs(enlarged - round(enlarged)) > EVEN:
        picture = picture.scaled(picture.size() * ceil(enlarged))
    painter.drawImage(place, picture)


def _paint_waves(painter: QPainter, place: QRectF, layers: tuple[Waves, ...]) -> None:
    """The first layer strong and grey, the next over it in colour."""
    colours = theme.current()
    painter.fillRect(place, QColor(colours.raised))
    span, inner = span_of(layers[0].values, ROOM), place.adjusted(2, 3, -2, -3)
    painter.save()
    painter.setClipRect(place)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, layer in enumerate(layers):
        times = np.linspace(0, 1, len(layer.values))
        for feature in range(layer.values.shape[1]):
            painter.setPen(QPen(QColor(colours.muted if number == 0 else colours.series[feature % len(colours.series)]), 1.4))
            painter.drawPolyline(curve(layer.values[:, feature], span, inner, times))
    painter.restore()
