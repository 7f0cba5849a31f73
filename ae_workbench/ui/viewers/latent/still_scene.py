"""What stays as it is while the pointer moves over the plane, painted as one picture: axes, background and points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.axes import paint_axes, paint_frame, paint_title

if TYPE_CHECKING:
    from ae_workbench.ui.viewers.latent.plane import Plane


def still_scene(plane: Plane, ratio: float) -> QPixmap:
    """As large as the plane, for a screen with so many pixels in one of Qt's."""
    colours, view, backdrop = theme.current(), plane.view, plane.backdrop if plane.shows_backdrop else None
    scene = QPixmap(QSize(round(plane.width() * ratio), round(plane.height() * ratio)))
    scene.setDevicePixelRatio(ratio)
    scene.fill(colours.surface)
    painter = QPainter(scene)
    painter.setFont(plane.font())
    place = QRectF(view.left, view.top, view.width, view.height)
    painter.fillRect(place, colours.plot_background)
    paint_axes(painter, view, colours, plane.titles, plane.has_numbers, grid=backdrop is None)
    if backdrop is not None:
        backdrop.paint(painter, view, ratio, colours, plane.colour_map)
    if plane.shows_points:
        painter.setClipRect(place)
        plane.points.paint(painter, view, ratio)
        painter.setClipping(False)
    paint_title(painter, view, colours, plane.titles[1])
    paint_frame(painter, view, colours)
    painter.end()
    return scene
