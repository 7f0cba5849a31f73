"""How a plan's rows are drawn: name on the left, a block as large as the shape in the middle, shape and parameters on the right."""

from itertools import pairwise
from math import log2, prod

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ae_workbench.core.shape import format_dims
from ae_workbench.ui import theme
from ae_workbench.ui.colours import Theme
from ae_workbench.ui.panels.plan_rows import Row, part_title
from ae_workbench.ui.sketches import faded, paint_cloud
from ae_workbench.ui.wording import count_text

ROW_PX = 38
SLIM_PX = 26
PART_GAP_PX = 24
NAME_SHARE = 0.42
SHAPE_SHARE = 0.34
LEFT_PX = 11
RIGHT_PX = 8
SHEET_PX = 9.0
SHEET_GAP_PX = 3.0
MOST_SHEETS = 5
MOST_STEPS = 8
Side = Qt.AlignmentFlag


class PlanPainter:
    """Made anew for each paint."""

    def __init__(self, painter: QPainter, colours: Theme, font: QFont, width: int, rows: list[Row]) -> None:
        self.painter, self.colours, self.rows = painter, colours, rows
        self.most_bits = max(log2(prod(row.dims) + 1) for row in rows)
        self.most_side = max((row.dims[1] for row in rows if len(row.dims) == 3), default=1)
        self.font, self.small = theme.number_font(font), theme.number_font(font)
        self.small.setPointSizeF(self.small.pointSizeF() * 0.86)
        self.bold = QFont(self.font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self._share_out(width)

    def _share_out(self, width: int) -> None:
        """Texts get what they need, up to a share; the blocks get the rest, in the middle where that can be."""
        metrics = QFontMetricsF(self.bold)
        names = max(metrics.horizontalAdvance(row.name) for row in self.rows)
        shapes = max(metrics.horizontalAdvance(format_dims(row.dims)) for row in self.rows)
        self.name_width = min(max(LEFT_PX + names + 6, width * NAME_SHARE * 0.8), width * NAME_SHARE)
        self.shape_width = min(max(shapes + RIGHT_PX + 4, width * SHAPE_SHARE * 0.7), width * SHAPE_SHARE)
        self.room = width - self.name_width - self.shape_width - 14
        self.centre = self.name_width + (width - self.name_width - self.shape_width) / 2

    def paint(self, places: list[QRectF]) -> None:
        self._paint_parts(places)
        blocks = [self._block(row, place) for row, place in zip(self.rows, places, strict=True)]
        for above, below in pairwise(blocks):
            self._paint_funnel(above, below)
        for row, place, block in zip(self.rows, places, blocks, strict=True):
            self._paint_block(row, block)
            self._paint_texts(row, place)

    def _paint_parts(self, places: list[QRectF]) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        for part in dict.fromkeys(row.part for row in self.rows):
            mine = [place for row, place in zip(self.rows, places, strict=True) if row.part == part]
            span = mine[0].united(mine[-1])
            is_code = part == "code"
            self.painter.setPen(Qt.PenStyle.NoPen)
            if is_code:
                self.painter.setBrush(QColor(self.colours.accent_soft))
                self.painter.drawRoundedRect(span.adjusted(0, 0, -1, 0), 7, 7)
            self.painter.setBrush(QColor(self.colours.accent if is_code else self.colours.border))
            self.painter.drawRoundedRect(QRectF(0, span.top() + 4, 3, span.height() - 8), 1.5, 1.5)
            if part != "input":
                gap = theme.grown(PART_GAP_PX)
                title = QRectF(0, span.top() - gap, self.name_width, gap - 3)
                self._text(title, part_title(part), self.colours.muted, self.small, Side.AlignLeft | Side.AlignBottom)

    def _block(self, row: Row, place: QRectF) -> QRectF:
        """Numbers are as wide as their logarithm, maps as their side, both against the plan's largest."""
        if row.is_cloud:
            width, height = min(self.room, 60.0), place.height() - 14
        elif len(row.dims) == 3 and not row.in_steps:
            width = self.room * max(0.14, row.dims[1] / self.most_side) ** 0.75 * 0.86
            height = SHEET_PX + (self._sheets(row) - 1) * SHEET_GAP_PX
        else:
            width = self.room * max(0.07, (log2(prod(row.dims) + 1) / self.most_bits) ** 1.6)
            height = 6.0 if row.is_slim else 10.0
        return QRectF(self.centre - width / 2, place.center().y() - height / 2, width, height)

    def _sheets(self, row: Row) -> int:
        return 1 if row.dims[2] == 1 else min(MOST_SHEETS, max(2, round(log2(row.dims[2]))))

    def _paint_funnel(self, above: QRectF, below: QRectF) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(faded(QColor(self.colours.muted), 32))
        self.painter.drawPolygon(QPolygonF([above.bottomLeft(), above.bottomRight(), below.topRight(), below.topLeft()]))

    def _paint_block(self, row: Row, block: QRectF) -> None:
        is_code = row.part == "code"
        colour = QColor(self.colours.accent if is_code else self.colours.muted)
        if row.is_cloud:
            paint_cloud(self.painter, block.center(), block.width(), block.height(), colour)
        elif row.in_steps:
            self._paint_steps(row, block, colour)
        elif len(row.dims) == 3:
            self._paint_sheets(block, self._sheets(row), colour, QColor(self.colours.accent_soft if is_code else self.colours.surface))
        else:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(faded(colour, 120 if row.is_slim else 255))
            self.painter.drawRoundedRect(block, 3, 3)

    def _paint_sheets(self, block: QRectF, count: int, colour: QColor, paper: QColor) -> None:
        """Feature maps as sheets lying one over the other."""
        lean = min(block.width() * 0.16, 10.0)
        self.painter.setPen(QPen(colour, 1.1))
        for i in reversed(range(count)):
            top = block.top() + i * SHEET_GAP_PX
            corners = (
                QPointF(block.left() + lean, top), QPointF(block.right(), top),
                QPointF(block.right() - lean, top + SHEET_PX), QPointF(block.left(), top + SHEET_PX),
            )  # fmt: skip
            for brush in (paper, faded(colour, 150 if i == 0 else 70)):
                self.painter.setBrush(brush)
                self.painter.drawPolygon(QPolygonF(corners))

    def _paint_steps(self, row: Row, block: QRectF, colour: QColor) -> None:
        """A box per time step (at most eight), linked."""
        count = min(MOST_STEPS, row.dims[0])
        gap, y = block.width() / count, block.center().y()
        self.painter.setPen(QPen(colour, 1.2))
        self.painter.drawLine(QPointF(block.left() + gap / 2, y), QPointF(block.right() - gap / 2, y))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        for i in range(count):
            self.painter.drawRoundedRect(QRectF(block.left() + i * gap + gap * 0.16, block.top(), gap * 0.68, block.height()), 2, 2)

    def _paint_texts(self, row: Row, place: QRectF) -> None:
        left = QRectF(LEFT_PX, place.top(), self.name_width - LEFT_PX, place.height())
        right = QRectF(place.right() - self.shape_width, place.top(), self.shape_width - RIGHT_PX, place.height())
        font = self.bold if row.part == "code" else self.font
        colour = self.colours.muted if row.is_slim else self.colours.text
        self._pair(left, row.name, row.detail, colour, font, Side.AlignLeft)
        count = count_text(row.parameter_count) if row.parameter_count else ""
        self._pair(right, format_dims(row.dims), count, colour, font, Side.AlignRight)

    def _pair(self, box: QRectF, above: str, below: str, colour: str, font: QFont, side: Qt.AlignmentFlag) -> None:
        if not below:
            self._text(box, above, colour, font, side | Side.AlignVCenter)
            return
        half = box.height() / 2
        self._text(box.adjusted(0, 2, 0, -half + 2), above, colour, font, side | Side.AlignVCenter)
        self._text(box.adjusted(0, half, 0, -3), below, self.colours.muted, self.small, side | Side.AlignVCenter)

    def _text(self, box: QRectF, text: str, colour: str, font: QFont, align: Qt.AlignmentFlag) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        shown = self.painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        self.painter.drawText(box, int(align), shown)
