"""Before and after in one place: a handle that is dragged over the picture, noisy at its left and cleaned at its right."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.modes.documents.overlays import GRIP_PX, paint_handle, paint_ruler, paint_tags
from ae_workbench.ui.modes.documents.pictures import Levels
from ae_workbench.ui.modes.documents.viewport import STEP, Viewport

KEY_STEP, KEY_STEP_FAR = 0.02, 0.1
WHEEL_STEP = 120.0
RADIUS_PX = 10.0


class BeforeAfterView(QWidget):
    """``split`` is the handle's place across the view, 0 to 1. Wheel and keys zoom, dragging beside the handle moves a zoomed picture.

    ``split_moved`` and ``moved`` (another part is shown) come with every change, by hand or not.
    """

    split_moved = Signal(float)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before: Levels | None = None
        self.after: Levels | None = None
        self.titles = ("", "")
        self.ruler: tuple[tuple[float, str], ...] = ()
        self.split = 0.5
        self.port = Viewport(QSizeF(1, 1), QSizeF(1, 1))
        self._drags: str = ""
        self._last = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 160)

    # What is shown

    def show_before(self, before: Levels | None, fills: bool, ruler: Sequence[tuple[float, str]] = ()) -> None:
        """Another picture, whole, with nothing cleaned yet. ``ruler`` has ticks at shares of its height from the top."""
        self.before, self.after, self.ruler = before, None, tuple(ruler)
        size = QSizeF(before.size) if before is not None else QSizeF(1, 1)
        self.port = Viewport(size, QSizeF(self.size()), fills)
        self._tell_moved()

    def show_after(self, after: Levels | None) -> None:
        """What lies at the right of the handle; the noisy picture there too where it is None."""
        self.after = after
        self.update()

    def set_titles(self, before: str, after: str) -> None:
        self.titles = (before, after)
        self.update()

    def set_split(self, split: float) -> None:
        split = min(max(split, 0.0), 1.0)
        if split != self.split:
            self.split = split
            self.split_moved.emit(split)
            self.update()

    # Zoom

    @Slot()
    def fit(self) -> None:
        self.port.fit()
        self._tell_moved()

    @Slot()
    def show_actual(self) -> None:
        """A pixel of the picture on each of the screen; a spectrogram one column on each."""
        self._zoom_to(self.port.actual_zoom(self.devicePixelRatioF()), self._centre)

    @Slot()
    def zoom_in(self) -> None:
        self._zoom_to(self.port.zoom * STEP, self._centre)

    @Slot()
    def zoom_out(self) -> None:
        self._zoom_to(self.port.zoom / STEP, self._centre)

    @property
    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _zoom_to(self, zoom: float, at: QPointF) -> None:
        self.port.zoom_to(zoom, at)
        self._tell_moved()

    def _tell_moved(self) -> None:
        self.moved.emit()
        self.update()

    # By hand

    @property
    def handle_x(self) -> float:
        """The handle's place in pixels, on the picture."""
        seen = self.port.seen
        return min(max(self.split * self.width(), seen.left()), seen.right())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton or self.before is None:
            return
        self._last = event.position()
        near = abs(event.position().x() - self.handle_x) <= GRIP_PX
        self._drags = "handle" if near or not self.port.can_pan else "picture"
        if self._drags == "handle":
            self.set_split(event.position().x() / self.width())
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._drags == "handle":
            self.set_split(event.position().x() / self.width())
        elif self._drags == "picture":
            self.port.pan(event.position() - self._last)
            self._last = event.position()
            self._tell_moved()
        elif self.before is not None:
            near = abs(event.position().x() - self.handle_x) <= GRIP_PX
            pans = Qt.CursorShape.OpenHandCursor if self.port.can_pan else Qt.CursorShape.SplitHCursor
            self.setCursor(Qt.CursorShape.SplitHCursor if near else pans)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._drags = ""
        self.mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.port.zoom > 1:
            self.fit()
        else:
            self._zoom_to(max(STEP**2, self.port.actual_zoom(self.devicePixelRatioF())), event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.before is not None:
            self._zoom_to(self.port.zoom * STEP ** (event.angleDelta().y() / WHEEL_STEP), event.position())
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = KEY_STEP_FAR if far else KEY_STEP
        match event.key():
            case Qt.Key.Key_Left:
                self.set_split(self.split - step)
            case Qt.Key.Key_Right:
                self.set_split(self.split + step)
            case Qt.Key.Key_Home:
                self.set_split(0.0)
            case Qt.Key.Key_End:
                self.set_split(1.0)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_1:
                self.show_actual()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.port.view = QSizeF(self.size())
        self.port.pan(QPointF())
        self._tell_moved()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.border)))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        if self.before is None:
            return
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)
        painter.setClipPath(inside)
        seen, x, ratio = self.port.seen, self.handle_x, self.devicePixelRatioF()
        left = QRectF(seen.left(), seen.top(), x - seen.left(), seen.height())
        right = QRectF(x, seen.top(), seen.right() - x, seen.height())
        for levels, part in ((self.before, left), (self.after or self.before, right)):
            if part.width() > 0:
                levels.paint(painter, part, self.port.source(part), ratio)
        painter.setPen(QPen(QColor(colours.border)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(seen.adjusted(-0.5, -0.5, 0.5, 0.5))
        paint_ruler(painter, self.port.place, seen.right(), self.ruler)
        paint_tags(painter, (left, right), self.titles)
        paint_handle(painter, seen, x)
