"""The card beside the pointer: what this point decodes to, and the nearest real examples under it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from ae_workbench.ui.colours import Theme
from ae_workbench.ui.viewers.latent.jobs import NEIGHBOURS, Look
from ae_workbench.ui.viewers.latent.viewport import Viewport
from ae_workbench.ui.viewers.picture_painting import paint_crisp

PICTURE_PX, LITTLE_PX, ROOMY_PX = 112, 84, 340
GAP_PX, PADDING_PX, AWAY_PX = 5, 8, 20


def card_place(view: Viewport, look: Look, pointer: QPointF, line_px: float) -> QRectF | None:
    """Where the card is: on whichever side of the pointer has room. ``line_px`` is the height of a line of text."""
    if look.picture is None and not look.neighbours:
        return None
    side = PICTURE_PX if view.height >= ROOMY_PX else LITTLE_PX
    width = side + 2 * PADDING_PX
    height = 2 * PADDING_PX + (side if look.picture else 0) + (_small(side) + line_px + GAP_PX if look.neighbours else 0)
    return QRectF(*_corner(view, pointer, width, height), width, height)


def paint_preview(painter: QPainter, card: QRectF, look: Look, theme: Theme, ratio: float) -> None:
    """The card in its place."""
    line, side = QFontMetricsF(painter.font()).height(), card.width() - 2 * PADDING_PX
    small = _small(side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(card, 9, 9)
    top = card.top() + PADDING_PX
    if look.picture is not None:
        paint_in(painter, QRectF(card.left() + PADDING_PX, top, side, side), look.picture, ratio)
        top += side + GAP_PX
    painter.setPen(QColor(theme.muted))
    for number, neighbour in enumerate(look.neighbours):
        left = card.left() + PADDING_PX + number * (small + GAP_PX)
        paint_in(painter, QRectF(left, top, small, small), neighbour.picture, ratio)
        where = QRectF(left - GAP_PX / 2, top + small, small + GAP_PX, line)
        text = painter.fontMetrics().elidedText(neighbour.label or f"#{neighbour.index}", Qt.TextElideMode.ElideRight, int(small + GAP_PX))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _small(side: float) -> float:
    return (side - (NEIGHBOURS - 1) * GAP_PX) / NEIGHBOURS


def paint_in(painter: QPainter, place: QRectF, picture: QImage, ratio: float) -> None:
    """A picture as large as fits, in the middle, on whole screen pixels."""
    scale = min(place.width() / picture.width(), place.height() / picture.height())
    width, height = (round(side * scale * ratio) / ratio for side in (picture.width(), picture.height()))
    left, top = place.center().x() - width / 2, place.center().y() - height / 2
    paint_crisp(painter, QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, width, height), picture, ratio)


def _corner(view: Viewport, pointer: QPointF, width: float, height: float) -> tuple[float, float]:
    left = pointer.x() + AWAY_PX
    if left + width > view.left + view.width:
        left = pointer.x() - AWAY_PX - width
    top = min(max(pointer.y() - height / 2, view.top + 4), view.top + view.height - height - 4)
    return max(left, 2.0), max(top, 2.0)
