"""What lies over the two pictures: a tag on each side, the handle between them, and a ruler."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from ae_workbench.ui import theme

GRIP_PX, KNOB_PX = 14.0, 15.0
TAG_PX, TAG_PAD_PX = 8.0, 9.0
TICK_PX, LABEL_PX = 6.0, 100.0
TIP_PX, TIP_HALF_PX = 9.0, 5.0
SEE_THROUGH = 225


def paint_tags(painter: QPainter, sides: tuple[QRectF, QRectF], titles: tuple[str, str]) -> None:
    """What each side is, in its upper outer corner, where there is room for it."""
    colours = theme.current()
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    for title, part, at_left in zip(titles, sides, (True, False), strict=True):
        size = QSizeF(metrics.horizontalAdvance(title) + 2 * TAG_PAD_PX, metrics.height() + TAG_PAD_PX)
        if not title or part.width() < size.width() + 2 * TAG_PX + GRIP_PX:
            continue
        x = part.left() + TAG_PX if at_left else part.right() - TAG_PX - size.width()
        tag = QRectF(QPointF(x, part.top() + TAG_PX), size)
        back = QColor(colours.surface)
        back.setAlpha(SEE_THROUGH)
        painter.setPen(QPen(QColor(colours.border)))
        painter.setBrush(back)
        painter.drawRoundedRect(tag, size.height() / 2, size.height() / 2)
        painter.setPen(QColor(colours.text))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, title)


def paint_ruler(painter: QPainter, place: QRectF, right: float, ticks: Sequence[tuple[float, str]]) -> None:
    """Ticks at the right edge, at shares of a picture's height from its top; light, because spectrograms are dark."""
    font = QFont(painter.font())
    painter.setFont(theme.number_font(font))
    for share, text in ticks:
        y = place.top() + share * place.height()
        painter.setPen(QPen(QColor(255, 255, 255, 150)))
        painter.drawLine(QPointF(right - TICK_PX, y), QPointF(right, y))
        height = painter.fontMetrics().height()
        painter.setPen(QColor(255, 255, 255, 190))
        box = QRectF(right - LABEL_PX - TICK_PX - 4, y - height / 2, LABEL_PX, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    painter.setFont(font)


def paint_handle(painter: QPainter, seen: QRectF, x: float) -> None:
    """A line across the picture with a knob that points both ways."""
    colours = theme.current()
    for colour, width in ((QColor(colours.accent_text), 4.0), (QColor(colours.accent), 2.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))
    middle = QPointF(x, seen.center().y())
    painter.setPen(QPen(QColor(colours.accent_text), 2.0))
    painter.setBrush(QColor(colours.accent))
    painter.drawEllipse(middle, KNOB_PX, KNOB_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent_text))
    for way in (-1, 1):
        tip = QPointF(middle.x() + way * TIP_PX, middle.y())
        painter.drawPolygon(
            QPolygonF([tip, tip + QPointF(-way * TIP_HALF_PX, -TIP_HALF_PX), tip + QPointF(-way * TIP_HALF_PX, TIP_HALF_PX)])
        )
