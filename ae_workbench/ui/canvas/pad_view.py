"""A pad as a widget: how large it is, and what of it can be seen."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.canvas.curve_pad import CurvePad
from ae_workbench.ui.canvas.pad import Pad
from ae_workbench.ui.canvas.picture_pad import MIDDLE_GREY, PicturePad

MARGIN_PX = 2
HINT_PX = 20, 6
"""Room beside the hint, and over and under it."""
USUAL_PX, LEAST_PX, MOST_PX = 264, 140, 420


class PadView(QWidget):
    """As high as the pad's form wants for its width, in a frame that shows the focus. ``painted`` comes after each painting."""

    painted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name)
        self.pad: Pad | None = None
        self.hint = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.signals.changed.connect(self.update)

    def show_pad(self, pad: Pad) -> None:
        """This one from now on."""
        self.pad = pad
        self.updateGeometry()
        self.update()

    def say(self, hint: str) -> None:
        """What stands on the empty pad."""
        self.hint = hint
        self.update()

    # Size

    @property
    def _aspect(self) -> float:
        return self.pad.aspect if self.pad else 1.0

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(USUAL_PX, self.heightForWidth(USUAL_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(LEAST_PX, LEAST_PX)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        return max(LEAST_PX, min(MOST_PX, ceil((width - 2 * MARGIN_PX) / self._aspect) + 2 * MARGIN_PX))

    @property
    def place(self) -> QRectF:
        """Where the pad lies, on whole pixels."""
        space = QRectF(self.rect()).adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        width = min(space.width(), space.height() * self._aspect)
        left, top = (space.width() - width) / 2, (space.height() - width / self._aspect) / 2
        return QRectF(round(space.left() + left), round(space.top() + top), round(width), round(width / self._aspect))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusOutEvent(event)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours, place = theme.current(), self.place
        painter = QPainter(self)
        if self.pad is None:
            painter.fillRect(place, QColor(colours.raised))
        else:
            painter.save()
            painter.setClipRect(place)
            self.pad.paint(painter, place)
            painter.restore()
            self._paint_hint(painter, place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        frame = colours.accent if self.hasFocus() else colours.border
        painter.setPen(QPen(QColor(frame), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        self.paint_over(painter, place)
        self.painted.emit()

    def paint_over(self, painter: QPainter, place: QRectF) -> None:
        """What lies over the pad and its frame; nothing here."""

    @property
    def shows_hint(self) -> bool:
        return self.pad is not None and self.pad.is_blank and bool(self.hint)

    def _paint_hint(self, painter: QPainter, place: QRectF) -> None:
        if not self.shows_hint:
            return
        room = self._hint_room(place)
        inside = isinstance(self.pad, PicturePad) and place.contains(room)
        painter.setPen(QColor(MIDDLE_GREY, MIDDLE_GREY, MIDDLE_GREY) if inside else QColor(theme.current().muted))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.hint)

    def _hint_room(self, place: QRectF) -> QRectF:
        """On the pad; beside it or below it where it is too narrow or too low for the words."""
        room = place.adjusted(HINT_PX[0], HINT_PX[1], -HINT_PX[0], -HINT_PX[1])
        if isinstance(self.pad, CurvePad):
            room.setBottom(self.pad.zero_in(place) - HINT_PX[1])  # the empty curve would strike it through
            return room
        metrics = self.fontMetrics()
        if room.width() < max(map(metrics.horizontalAdvance, self.hint.split())):
            return QRectF(place.right() + HINT_PX[1], place.top(), self.width() - place.right() - HINT_PX[1], place.height())
        if room.height() < metrics.height():
            return QRectF(0, place.bottom() + HINT_PX[1], self.width(), self.height() - place.bottom() - HINT_PX[1])
        return room
