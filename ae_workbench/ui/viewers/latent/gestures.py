"""What a pressed button does on the plane until it is let go: move the marker, pan, or draw a line."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF

from ae_workbench.ui import theme

if TYPE_CHECKING:
    from ae_workbench.ui.viewers.latent.plane import Plane

DRAG_PX = 4.0
STEP_PX = 3.0
LEAST_VERTICES = 3


class Gesture:
    """``hides_look``: nothing is shown beside the pointer meanwhile."""

    hides_look = True

    def __init__(self, plane: "Plane", event: QMouseEvent) -> None:
        self.plane = plane
        self.button = event.button()
        self.start = event.position()

    def move(self, position: QPointF) -> None:
        """The pointer is here now."""

    def release(self, position: QPointF) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Given up with Escape."""

    def paint(self, painter: QPainter) -> None:
        """What is seen meanwhile."""


class DragMarker(Gesture):
    """The marker goes where the pointer is. A click without a drag picks the point under it, if there is one."""

    hides_look = False

    def __init__(self, plane: "Plane", event: QMouseEvent) -> None:
        super().__init__(plane, event)
        self._drags = plane.nearest_point(self.start) is None or self._is_on_marker()
        if self._drags:
            self.move(self.start)

    def _is_on_marker(self) -> bool:
        marker = self.plane.marks.marker
        if marker is None:
            return False
        x, y = self.plane.view.px(*marker)
        return (QPointF(x, y) - self.start).manhattanLength() < 12

    def move(self, position: QPointF) -> None:
        self._drags = self._drags or (position - self.start).manhattanLength() > DRAG_PX
        if self._drags:
            view = self.plane.view
            x = min(max(position.x(), view.left), view.left + view.width)
            y = min(max(position.y(), view.top), view.top + view.height)
            self.plane.move_marker(view.at(x, y))

    def release(self, position: QPointF) -> None:
        if not self._drags and (found := self.plane.nearest_point(self.start)) is not None:
            self.plane.point_clicked.emit(found)


class Pan(Gesture):
    """The plane goes along with the pointer."""

    def __init__(self, plane: "Plane", event: QMouseEvent) -> None:
        super().__init__(plane, event)
        self._last = self.start
        plane.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, position: QPointF) -> None:
        moved = position - self._last
        self._last = position
        self.plane.look_from(self.plane.view.moved(moved.x(), moved.y()))

    def release(self, position: QPointF) -> None:
        self.cancel()

    def cancel(self) -> None:
        self.plane.setCursor(Qt.CursorShape.CrossCursor)


class DrawLine(Gesture):
    """A line in the hand's own shape; ``closes`` makes it the outline of an area."""

    def __init__(self, plane: "Plane", event: QMouseEvent, closes: bool) -> None:
        super().__init__(plane, event)
        self._closes = closes
        self._line = [self.start]

    def move(self, position: QPointF) -> None:
        if (position - self._line[-1]).manhattanLength() >= STEP_PX:
            self._line.append(position)
            self.plane.update()

    def release(self, position: QPointF) -> None:
        self.move(position)
        if len(self._line) >= LEAST_VERTICES:
            view = self.plane.view
            self.plane.drawn.emit(np.array([view.at(p.x(), p.y()) for p in self._line], np.float32))
        elif (found := self.plane.nearest_point(self.start)) is not None:
            self.plane.point_clicked.emit(found)

    def paint(self, painter: QPainter) -> None:
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        soft = QColor(colours.accent)
        soft.setAlpha(34)
        painter.setBrush(soft if self._closes else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine if self._closes else Qt.PenStyle.SolidLine))
        line = QPolygonF(self._line)
        if self._closes:
            painter.drawPolygon(line)
        else:
            painter.drawPolyline(line)


def gesture_for(plane: "Plane", event: QMouseEvent) -> Gesture | None:
    """What this button does with the plane's tool; Ctrl or the middle button always pans."""
    button, held = event.button(), event.modifiers()
    if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and held & Qt.KeyboardModifier.ControlModifier):
        return Pan(plane, event)
    if button != Qt.MouseButton.LeftButton:
        return None
    if plane.tool == "pan":
        return Pan(plane, event)
    return DrawLine(plane, event, plane.tool == "lasso") if plane.tool in ("path", "lasso") else DragMarker(plane, event)
