"""An image to paint over, what the model makes of it, and the original, side by side."""

from dataclasses import dataclass

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import GREY, paint
from ae_workbench.ui.viewers.denoising.occlusion import Occlusion
from ae_workbench.ui.viewers.picture_painting import paint_crisp

GAP_PX, MARGIN_PX = 18, 6
STEP = 0.02
USUAL_SIZE = 0.22


@dataclass(frozen=True)
class Panel:
    """One of the three pictures: title above, note below."""

    title: str
    image: NDArray | None = None
    note: str = ""
    is_better: bool = False


class RepairView(QWidget):
    """Left button paints, right button brings the original back; ``painted`` comes with every movement of the brush.

    By keyboard: arrows move the brush, Space held down paints, Backspace restores, Ctrl+Z takes a stroke back.
    """

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.occlusion: Occlusion | None = None
        self.panels: tuple[Panel, ...] = ()
        self.brush_size = USUAL_SIZE
        self.colour_map = GREY
        self._pointer: QPointF | None = None
        self._is_drawing = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(theme.number_font(self.font()))
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(600, 260)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(240, 110)

    def take(self, occlusion: Occlusion | None) -> None:
        """Paint over another image from now on."""
        self.occlusion = occlusion
        self._is_drawing = False
        self.update()

    def show_panels(self, panels: tuple[Panel, ...]) -> None:
        self.panels = panels
        self.update()

    def set_colour_map(self, name: str) -> None:
        self.colour_map = name
        self.update()

    # Where it is

    def place(self, number: int) -> QRectF:
        """Where one of the pictures is."""
        if self.occlusion is None:
            return QRectF()
        count = max(1, len(self.panels))
        line = self.fontMetrics().height() + 6
        pixels_high, pixels_wide = self.occlusion.original.shape[:2]
        width = (self.width() - 2 * MARGIN_PX - (count - 1) * GAP_PX) / count
        height = self.height() - 2 * MARGIN_PX - 2 * line
        ratio = self.devicePixelRatioF()
        scale = min(width / pixels_wide, height / pixels_high) * ratio
        scale = max(1.0, float(int(scale))) if scale >= 1 else max(scale, 1 / max(pixels_wide, pixels_high))
        across, down = pixels_wide * scale / ratio, pixels_high * scale / ratio
        left = (self.width() - count * across - (count - 1) * GAP_PX) / 2
        top = (self.height() - down) / 2
        return QRectF(round((left + number * (across + GAP_PX)) * ratio) / ratio, round(top * ratio) / ratio, across, down)

    def _share(self, point: QPointF) -> tuple[float, float]:
        place = self.place(0)
        return (point.x() - place.left()) / place.width(), (point.y() - place.top()) / place.height()

    # Painting over

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        wanted = event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        if wanted and self.occlusion is not None and self.place(0).contains(event.position()):
            self._begin(event.position(), event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._end()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """The right button restores on the image; elsewhere it opens the viewer's menu."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        event.setAccepted(by_mouse and self.place(0).contains(QPointF(event.pos())))

    def _begin(self, point: QPointF, restores: bool) -> None:
        if self.occlusion is not None:
            self._is_drawing = True
            self._pointer = point
            self.occlusion.begin(*self._share(point), self.brush_size, restores)
            self.painted.emit()

    def _move(self, point: QPointF) -> None:
        self._pointer = point
        if self._is_drawing and self.occlusion is not None:
            self.occlusion.extend(*self._share(point))
            self.painted.emit()
        self.update()

    def _end(self) -> None:
        if self._is_drawing and self.occlusion is not None:
            self._is_drawing = False
            self.occlusion.end()
            self.painted.emit()

    def clear(self) -> None:
        """Uncover the whole image."""
        if self.occlusion is not None:
            self.occlusion.clear()
            self.painted.emit()

    def undo(self) -> None:
        """Take the last stroke back."""
        if self.occlusion is not None:
            self.occlusion.undo()
            self.painted.emit()

    # By keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif self.occlusion is None:
            super().keyPressEvent(event)
        elif event.key() in steps:
            across, down = steps[Qt.Key(event.key())]
            place, at = self.place(0), self._pointer or self.place(0).center()
            self._move(at + QPointF(across * STEP * place.width(), down * STEP * place.height()))
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Backspace):
            if not event.isAutoRepeat():
                self._begin(self._pointer or self.place(0).center(), event.key() == Qt.Key.Key_Backspace)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Backspace) and not event.isAutoRepeat():
            self._end()
        else:
            super().keyReleaseEvent(event)

    # Painting on the screen

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self.occlusion is None:
            return
        painter = QPainter(self)
        for number, panel in enumerate(self.panels):
            place = self.place(number)
            if panel.image is None:
                painter.setPen(QPen(QColor(theme.current().border), 1, Qt.PenStyle.DashLine))
                painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                paint_crisp(painter, place, paint(panel.image, self.colour_map), self.devicePixelRatioF())
            self._paint_words(painter, place, panel)
        self._paint_brush(painter)

    def _paint_words(self, painter: QPainter, place: QRectF, panel: Panel) -> None:
        colours = theme.current()
        line = self.fontMetrics().height()
        wide = place.adjusted(-GAP_PX / 2, 0, GAP_PX / 2, 0)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(wide.left(), place.top() - line - 6, wide.width(), line), Qt.AlignmentFlag.AlignCenter, panel.title)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.good if panel.is_better else colours.muted))
        painter.drawText(QRectF(wide.left(), place.bottom() + 6, wide.width(), line), Qt.AlignmentFlag.AlignCenter, panel.note)
        if self.hasFocus() and panel is self.panels[0]:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-2, -2, 1, 1))

    def _paint_brush(self, painter: QPainter) -> None:
        """A ring as large as the brush; bright and dark, so that it is seen on any image."""
        place = self.place(0)
        if self._pointer is None or not place.contains(self._pointer):
            return
        radius = self.brush_size * max(place.width(), place.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("#000000", 3.0), ("#ffffff", 1.2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(self._pointer, radius, radius)
