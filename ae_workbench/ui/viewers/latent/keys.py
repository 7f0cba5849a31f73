"""What the keys do on the plane: move the marker, zoom, pick, and draw a line from one place of the marker to the next."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF

from ae_workbench.analysis.plane_maps import Point
from ae_workbench.ui import theme

if TYPE_CHECKING:
    from ae_workbench.ui.viewers.latent.plane import Plane

KEY_FACTOR = 1.25
STEPS, FINE_STEPS = 40, 400
CORNERS_OF = {"path": 2, "lasso": 3}
CORNER_PX = 3.0
Key = Qt.Key
ARROWS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, 1), Key.Key_Down: (0, -1)}
ENTER = (Key.Key_Return, Key.Key_Enter)


class PlaneKeys:
    """With the tools that draw, Space sets a corner where the marker is, and Enter ends the line there."""

    def __init__(self, plane: "Plane") -> None:
        self._plane = plane
        self._corners: list[Point] = []
        self._tool = ""

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key means anything here."""
        key, plane = Key(event.key()), self._plane
        if key in ARROWS:
            self._step(*ARROWS[key], fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus):
            plane.zoom(1 / KEY_FACTOR if key == Key.Key_Minus else KEY_FACTOR)
        elif key == Key.Key_Home:
            plane.go_home()
        elif key == Key.Key_Escape:
            return self._give_up()
        elif key == Key.Key_Space and plane.tool in CORNERS_OF and plane.marks.marker is not None:
            self._set_corner(plane.marks.marker)
        elif key in ENTER and self.corners:
            self._end_line()
        elif key in ENTER and plane.marks.marker is not None:
            self._pick_beside_marker()
        else:
            return False
        return True

    @property
    def corners(self) -> list[Point]:
        """Of the line that is being drawn with the present tool."""
        return self._corners if self._plane.tool == self._tool else []

    def _step(self, x: int, y: int, fine: bool) -> None:
        view = self._plane.view
        at = self._plane.marks.marker or (view.x, view.y)
        steps = FINE_STEPS if fine else STEPS
        self._plane.move_marker((at[0] + x * view.width / view.x_px / steps, at[1] + y * view.height / view.y_px / steps))
        if self.corners:
            self._plane.update()

    def _pick_beside_marker(self) -> None:
        plane = self._plane
        found, _ = plane.points.nearest(plane.view, *plane.view.px(*(plane.marks.marker or (0.0, 0.0))))
        if found is not None:
            plane.point_clicked.emit(found)

    def _set_corner(self, at: Point) -> None:
        self._corners, self._tool = [*self.corners, at], self._plane.tool
        self._plane.update()

    def _end_line(self) -> None:
        marker = self._plane.marks.marker
        line = self.corners + ([marker] if marker is not None and marker != self.corners[-1] else [])
        if len(line) >= CORNERS_OF[self._tool]:
            self._corners = []
            self._plane.drawn.emit(np.array(line, np.float32))
        self._plane.update()

    def _give_up(self) -> bool:
        had_line, self._corners = bool(self.corners), []
        self._plane.update()
        return self._plane.give_up_gesture() or had_line

    def paint(self, painter: QPainter) -> None:
        """The corners, and the line through them to the marker."""
        plane, colours = self._plane, theme.current()
        if not self.corners:
            return
        ends = [*self.corners, *([plane.marks.marker] if plane.marks.marker is not None else [])]
        line = QPolygonF([QPointF(*plane.view.px(*at)) for at in ends])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(line)
        painter.setBrush(QColor(colours.accent))
        for at in self.corners:
            painter.drawEllipse(QPointF(*plane.view.px(*at)), CORNER_PX, CORNER_PX)
