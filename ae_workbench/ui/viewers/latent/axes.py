"""The plane's frame: numbers left and below, names of the axes, a faint grid where nothing lies behind the points."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ae_workbench.ui.colours import Theme
from ae_workbench.ui.viewers.latent.viewport import Viewport, tick_text, ticks

LEFT_PX, BOTTOM_PX, TOP_PX, RIGHT_PX = 40, 24, 4, 4
TICK_LENGTH_PX = 4
TITLE_PX = 14
GROUND_ALPHA = 225


def paint_axes(painter: QPainter, view: Viewport, theme: Theme, titles: tuple[str, str], has_numbers: bool, grid: bool) -> None:
    """Grid and numbers."""
    if not has_numbers:
        return
    line = QPen(QColor(theme.grid), 1)
    bottom = view.top + view.height
    right = view.left + view.width
    xs, ys = ticks(view.x_range, view.width), ticks(view.y_range, view.height)
    align = Qt.AlignmentFlag
    height = max(16, painter.fontMetrics().height())
    room = painter.fontMetrics().horizontalAdvance(titles[0]) + TITLE_PX
    for x in xs:
        at = round(view.px(x, 0)[0]) + 0.5
        painter.setPen(line if grid else QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(at, view.top if grid else bottom), QPointF(at, bottom + TICK_LENGTH_PX))
        if at < right - room:
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(at - 60, bottom + TICK_LENGTH_PX, 120, height), align.AlignCenter, _text(x, xs))
    for y in ys:
        at = round(view.px(0, y)[1]) + 0.5
        painter.setPen(line if grid else QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(view.left - TICK_LENGTH_PX, at), QPointF(right if grid else view.left, at))
        painter.setPen(QColor(theme.muted))
        where = QRectF(0, at - height / 2, view.left - TICK_LENGTH_PX - 3, height)
        painter.drawText(where, align.AlignRight | align.AlignVCenter, _text(y, ys))
    painter.setPen(QColor(theme.text))
    painter.drawText(QRectF(right - room, bottom + TICK_LENGTH_PX, room, height), align.AlignRight | align.AlignVCenter, titles[0])


def paint_title(painter: QPainter, view: Viewport, theme: Theme, title: str) -> None:
    """The vertical axis's name, in the plane's corner, because it may be long."""
    if not title:
        return
    ground = QColor(theme.surface)
    ground.setAlpha(GROUND_ALPHA)
    metrics = painter.fontMetrics()
    place = QRectF(view.left + 4, view.top + 4, metrics.horizontalAdvance(title) + 12, metrics.height() + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 5, 5)
    painter.setPen(QColor(theme.text))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, title)


def paint_frame(painter: QPainter, view: Viewport, theme: Theme) -> None:
    """A thin line around the plane."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawRect(QRectF(view.left - 0.5, view.top - 0.5, view.width + 1, view.height + 1))


def _text(value: float, values: list[float]) -> str:
    return tick_text(value, values[1] - values[0] if len(values) > 1 else abs(value) or 1.0)
