"""The drawing area: mouse, pen, finger and keys move a brush over a pad."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)  # fmt: skip
from PySide6.QtWidgets import QWidget

from ae_workbench.ui.canvas.pad import Pad
from ae_workbench.ui.canvas.pad_view import PadView
from ae_workbench.ui.canvas.picture_pad import PicturePad
from ae_workbench.ui.canvas.pictures_in import ENDINGS
from ae_workbench.ui.canvas.ring import AROUND_PX, ring_picture
from ae_workbench.ui.canvas.strokes import Brush
from ae_workbench.ui.dropping import local_files

STEPS = 28
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CanvasView(PadView):
    """Shows a pad. ``drawn`` comes with every movement, ``stroked`` with a ``Change`` when the brush is lifted.

    ``entered`` says that the pointer has come, so that somebody may be about to draw.

    Arrow keys move the brush by one pixel of the model, with Shift they draw.
    """

    drawn = Signal()
    stroked = Signal(object)
    entered = Signal()
    dropped = Signal(object)
    """A ``QMimeData`` copy with an image or the paths of pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas_view", parent)
        self.brush = Brush()
        self._pointer: QPointF | None = None
        self._is_drawing = False
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_pad(self, pad: Pad) -> None:
        """Draw on this from now on."""
        self._is_drawing = False
        super().show_pad(pad)

    def _share(self, point: QPointF) -> tuple[float, float]:
        place = self.place
        return (point.x() - place.left()) / place.width(), (point.y() - place.top()) / place.height()

    # The brush

    def _press(self, point: QPointF, pressure: float = 1.0, erases: bool = False) -> None:
        if self.pad is None or self._is_drawing:
            return
        if self.shows_hint:
            self.update()
        self._is_drawing = True
        brush = Brush(self.brush.size, self.brush.softness, True) if erases else self.brush
        self._changed(self.pad.begin(*self._share(point), brush, pressure))

    def _move(self, point: QPointF, pressure: float = 1.0) -> None:
        self._point_at(point)
        if self.pad is not None and self._is_drawing:
            self._changed(self.pad.extend(*self._share(point), pressure))

    def _release(self) -> None:
        if self.pad is None or not self._is_drawing:
            return
        self._is_drawing = False
        change = self.pad.end()
        if change is not None:
            self.stroked.emit(change)
        self.update()

    def _changed(self, part: QRectF) -> None:
        place = self.place
        area = QRectF(
            place.left() + part.left() * place.width(), place.top() + part.top() * place.height(),
            part.width() * place.width(), part.height() * place.height(),
        )  # fmt: skip
        self.update(_around(area))
        self.drawn.emit()

    def _point_at(self, point: QPointF | None) -> None:
        """Move the ring that shows the brush."""
        for old in (self._pointer, point):
            if old is not None:
                self.update(_around(self._ring(old)))
        self._pointer = point

    def _ring(self, point: QPointF) -> QRectF:
        radius = max(2.0, self.brush.size * max(self.place.width(), self.place.height()) / 2)
        return QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius)

    # Hand

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._press(event.position(), erases=event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._release()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802 (Qt's name)
        kind = QEvent.Type
        match event.type():
            case kind.TabletPress:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                turned = event.pointerType() == QPointingDevice.PointerType.Eraser
                self._press(event.position(), event.pressure(), turned)
            case kind.TabletMove:
                self._move(event.position(), event.pressure())
            case kind.TabletRelease:
                self._release()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            return self._touch(event)
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> bool:
        """One finger draws; with more the stroke ends."""
        points = event.points()
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel) or len(points) != 1:
            self._release()
        elif event.type() == QEvent.Type.TouchBegin:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._press(points[0].position())
        else:
            self._move(points[0].position())
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        arrow = ARROWS.get(Qt.Key(event.key()))
        if arrow is None or self.pad is None:
            super().keyPressEvent(event)
            return
        place = self.place
        at = self._pointer or place.center()
        step = max(place.width(), place.height()) / STEPS
        to = QPointF(
            min(max(at.x() + arrow[0] * step, place.left()), place.right()), min(max(at.y() + arrow[1] * step, place.top()), place.bottom())
        )
        draws = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if draws:
            self._press(at)
        self._move(to)
        if draws:
            self._release()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 (Qt's name)
        self._point_at(event.position())
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        self._point_at(None)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if isinstance(self.pad, PicturePad) and has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    # Showing

    @property
    def shows_hint(self) -> bool:
        return super().shows_hint and not self._is_drawing

    def paint_over(self, painter: QPainter, place: QRectF) -> None:
        """The ring that shows the brush."""
        if self._pointer is None or not isinstance(self.pad, PicturePad) or not place.contains(self._pointer):
            return
        painter.setClipRect(place)
        ring = self._ring(self._pointer)
        painter.drawImage(ring.topLeft() - QPointF(AROUND_PX, AROUND_PX), ring_picture(ring.width(), self.devicePixelRatioF()))


def has_picture(data: QMimeData) -> bool:
    """Whether a drop or the clipboard is an image, or files that are all pictures; others are for the window."""
    paths = local_files(data)
    return all(path.suffix.lower() in ENDINGS for path in paths) if paths else data.hasImage()


def _around(area: QRectF) -> QRect:
    return area.adjusted(-3, -3, 3, 3).toAlignedRect()
