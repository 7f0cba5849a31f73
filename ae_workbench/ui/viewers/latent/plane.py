"""The plane itself: decoded background, points and marks in one pair of axes, y upward, and what the pointer does on it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.analysis.latent import Range
from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.axes import BOTTOM_PX, LEFT_PX, RIGHT_PX, TOP_PX
from ae_workbench.ui.viewers.latent.backdrop import Backdrop
from ae_workbench.ui.viewers.latent.gestures import Gesture, gesture_for
from ae_workbench.ui.viewers.latent.jobs import Carpet, Look
from ae_workbench.ui.viewers.latent.keys import PlaneKeys
from ae_workbench.ui.viewers.latent.maps import Point
from ae_workbench.ui.viewers.latent.marks import Marks, marker_place, paint_marks
from ae_workbench.ui.viewers.latent.point_layer import PointLayer
from ae_workbench.ui.viewers.latent.preview_card import card_place, paint_preview
from ae_workbench.ui.viewers.latent.still_scene import still_scene
from ae_workbench.ui.viewers.latent.viewport import Viewport

SETTLE_MS = 120
CLICK_PX = 9.0
WHEEL_FACTOR = 1.0015


class Plane(QWidget):
    """Shows what it is given and tells what the hand does; knows nothing of models.

    ``covered_px`` at the bottom lie under something else.
    ``tool`` is "explore", "path" or "lasso": what the left button does. ``drawn`` gives a finished line (m, 2) in plane units.
    """

    hovered = Signal(float, float)
    left = Signal()
    marker_moved = Signal(float, float)
    point_clicked = Signal(int)
    drawn = Signal(object)
    view_settled = Signal()
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = PointLayer()
        self.marks = Marks()
        self.keys = PlaneKeys(self)
        self.view = Viewport(0, 0, 1, 1)
        self.tool = "explore"
        self.titles: tuple[str, str] = ("", "")
        self.has_numbers = True
        self.backdrop: Backdrop | None = None
        self.shows_backdrop = self.shows_points = True
        self.colour_map = "grey"
        self.look: Look | None = None
        self.covered_px = 0
        self._home: tuple[Range, Range] = ((-1.0, 1.0), (-1.0, 1.0))
        self.at_home = True
        self._pointer: QPointF | None = None
        self._gesture: Gesture | None = None
        self._scene: QPixmap | None = None
        self._card: QRectF | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.view_settled)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(theme.number_font(self.font()))
        theme.signals.changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(560, 420)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(160, 140)

    # What is shown

    def forget(self) -> None:
        """Another run comes: no marks, no background, home again."""
        self.marks = Marks()
        self.look = None
        self.at_home = True
        self.show_carpet(None)

    def show_carpet(self, carpet: Carpet | None) -> None:
        """The decoded background."""
        self.backdrop = Backdrop(carpet) if carpet else None
        self.repaint_scene()

    def show_look(self, look: Look | None) -> None:
        """The card beside the pointer; shown while the pointer is on the plane."""
        self.look = look
        self._update_card()

    def set_home(self, x_range: Range, y_range: Range) -> None:
        """What is seen before anyone zooms or pans; taken up at once where nobody has."""
        if (x_range, y_range) != self._home:
            self._home = (x_range, y_range)
            if self.at_home:
                self.go_home()

    @Slot()
    def go_home(self) -> None:
        """Everything in view again."""
        self.at_home = True
        self._set_view(self.view.fitted(*self._home))

    def zoom(self, factor: float) -> None:
        """Closer, or farther away, around the marker or the middle."""
        middle = (self.view.middle_x, self.view.middle_y)
        around = self.view.px(*self.marks.marker) if self.marks.marker else middle
        self.look_from(self.view.zoomed(factor, *(around if self.view.holds(*around) else middle)))

    def look_from(self, view: Viewport) -> None:
        """Another part of the plane."""
        self.at_home = False
        self._set_view(view)

    def _set_view(self, view: Viewport) -> None:
        if view != self.view:
            self.view = view
            self.repaint_scene()
            self._settle.start()

    @property
    def has_pointer(self) -> bool:
        """Whether the hand is on the plane."""
        return self._pointer is not None

    @property
    def is_settling(self) -> bool:
        return self._settle.isActive()

    @property
    def home_corner(self) -> Point:
        """Lower left corner of what home shows; the lattice of decoded tiles starts there."""
        return self._home[0][0], self._home[1][0]

    @Slot()
    def repaint_scene(self) -> None:
        """Background, points or view have changed."""
        self._scene = None
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        ratio = self.devicePixelRatioF()
        if self._scene is None or self._scene.devicePixelRatio() != ratio:
            self._scene = still_scene(self, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._scene)
        paint_marks(painter, self.view, self.marks, theme.current(), self.hasFocus())
        self.keys.paint(painter)
        if self._gesture is not None:
            self._gesture.paint(painter)
        if self._card is not None and self.look is not None:
            paint_preview(painter, self._card, self.look, theme.current(), ratio)
        painter.end()
        self.painted.emit()

    def _update_card(self) -> None:
        """Only where the card was and will be: all of the plane takes ten times as long."""
        before, self._card = self._card, None
        if self._pointer is not None and self.look is not None and self.tool == "explore" and not self._hides_look:
            room = self.view.placed(self.view.left, self.view.top, self.view.width, self.view.height - self.covered_px)
            self._card = card_place(room, self.look, self._pointer, QFontMetricsF(self.font()).height())
        for place in (before, self._card):
            if place is not None:
                self.update(place.adjusted(-1, -1, 1, 1).toAlignedRect())

    @property
    def _hides_look(self) -> bool:
        return self._gesture is not None and self._gesture.hides_look

    def show_axes(self, titles: tuple[str, str], has_numbers: bool) -> None:
        """Names of the axes, and whether places on them mean anything."""
        self.titles, self.has_numbers = titles, has_numbers
        self._place()
        self.repaint_scene()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        self._place()
        super().resizeEvent(event)

    @Slot()
    def _follow_theme(self) -> None:
        self._place()
        self.repaint_scene()

    def _place(self) -> None:
        left, bottom = (round(theme.grown(LEFT_PX)), round(theme.grown(BOTTOM_PX))) if self.has_numbers else (RIGHT_PX, RIGHT_PX)
        placed = self.view.placed(left, TOP_PX, max(1, self.width() - left - RIGHT_PX), max(1, self.height() - TOP_PX - bottom))
        self._set_view(placed.fitted(*self._home) if self.at_home else placed)
        self._update_card()

    # The hand

    def nearest_point(self, position: QPointF) -> int | None:
        """The visible point that is clicked at a place, if one is close enough."""
        found, away_px = self.points.nearest(self.view, position.x(), position.y())
        return found if self.shows_points and away_px <= CLICK_PX else None

    def move_marker(self, point: Point) -> None:
        """Put the marker here, and say so."""
        for at in (self.marks.marker, point):
            if at is not None:
                self.update(marker_place(self.view, at))
        self.marks.marker = point
        self.marker_moved.emit(*point)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if self._gesture is None and self.view.holds(event.position().x(), event.position().y()):
            self._gesture = gesture_for(self, event)
            self._update_card()
        if self._gesture is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        position = event.position()
        if self.view.holds(position.x(), position.y()):
            self._pointer = position
            if not self._hides_look:
                self.hovered.emit(*self.view.at(position.x(), position.y()))
        elif self._pointer is not None:
            self._leave()
        if self._gesture is not None:
            self._gesture.move(position)
        self._update_card()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        gesture = self._gesture
        if gesture is None or event.button() != gesture.button:
            return
        self._gesture = None
        gesture.release(event.position())
        self._update_card()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        position = event.position()
        self.look_from(self.view.zoomed(WHEEL_FACTOR ** event.angleDelta().y(), position.x(), position.y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def give_up_gesture(self) -> bool:
        """Let what the pressed button does be undone; whether there was anything."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self._update_card()
        return gesture is not None

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        self._leave()
        super().leaveEvent(event)

    def _leave(self) -> None:
        self._pointer = None
        self.look = None
        self._update_card()
        self.left.emit()
