"""Rows of pictures that belong together column by column, with what each row is and its numbers at the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import GREY, tinted
from ae_workbench.ui.viewers.picture_painting import paint_crisp

GAP_PX, MARGIN_PX, TITLE_GAP_PX, DOT_PX = 5, 4, 16, 8
FEWEST, MOST = 6, 24
TITLE_SAMPLE = "88.8 dB · 0.888"
SMALLER = 0.92


@dataclass(frozen=True)
class PictureRow:
    """``colour`` is a number in the theme's series; a row whose ``pictures`` are missing shows empty places."""

    title: str
    pictures: tuple[QImage, ...] | None
    note: str = ""
    colour: int | None = None
    is_best: bool = False
    tips: tuple[str, ...] = ()


class BandsView(QWidget):
    """``picked`` and ``opened`` (double click) give a column; ``capacity_changed`` says that another number of columns fits."""

    picked = Signal(int)
    opened = Signal(int)
    capacity_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PictureRow, ...] = ()
        self.marked: int | None = None
        self.colour_map = GREY
        self.row_count = 3
        self.aspect = 1.0
        self._capacity = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(theme.number_font(self.font()))
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(600, 300)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(200, round(2 * MARGIN_PX + self.row_count * (self._words_height + GAP_PX)))

    # What is shown

    def expect(self, rows: int, aspect: float) -> None:
        """How many rows there will be, and how many times as wide as high their pictures are."""
        self.row_count, self.aspect = rows, aspect
        self.updateGeometry()
        self._tell_capacity()

    def show_rows(self, rows: Sequence[PictureRow]) -> None:
        self.rows = tuple(rows)
        self._tell_capacity()  # their titles may be wider than was thought

    def mark(self, column: int | None) -> None:
        """Frame one column."""
        if column != self.marked:
            self.marked = column
            self.update()

    def set_colour_map(self, name: str) -> None:
        """How grey pictures are painted."""
        self.colour_map = name
        self.update()

    # Where it is

    @property
    def capacity(self) -> int:
        """How many columns fit."""
        width = self._picture_width()
        return int(min(MOST, max(1, (self._room() + GAP_PX) // (width + GAP_PX))))

    def place(self, row: int, column: int) -> QRectF:
        """Where a picture is."""
        width = self._picture_width()
        height = width / self.aspect
        row_height = max(height, self._words_height)
        used = self.row_count * (row_height + GAP_PX) - GAP_PX
        top = float(int(max(MARGIN_PX, (self.height() - used) / 2)))  # otherwise rounding would space rows unevenly
        ratio = self.devicePixelRatioF()
        x, y = self._left() + column * (width + GAP_PX), top + row * (row_height + GAP_PX) + (row_height - height) / 2
        return QRectF(round(x * ratio) / ratio, round(y * ratio) / ratio, width, height)

    def column_at(self, x: float, y: float) -> int | None:
        """The column of pictures under a point."""
        first = self.place(0, 0)
        column = int((x - first.left()) // (first.width() + GAP_PX))
        inside = first.top() <= y <= self.place(self.row_count - 1, 0).bottom()
        shown = max((len(row.pictures) for row in self.rows if row.pictures), default=0)
        return column if inside and x >= first.left() and column < shown else None

    def _left(self) -> float:
        widest = max([self.fontMetrics().horizontalAdvance(TITLE_SAMPLE), *map(self._title_width, self.rows)])
        return MARGIN_PX + DOT_PX + TITLE_GAP_PX / 2 + widest + TITLE_GAP_PX

    def _title_width(self, row: PictureRow) -> int:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        return round(QFontMetricsF(strong).horizontalAdvance(row.title))

    @property
    def _words_height(self) -> int:
        """Of a row's title with the note below it."""
        return 2 * self.fontMetrics().height() + 1

    def _room(self) -> float:
        return max(1.0, self.width() - self._left() - MARGIN_PX)

    def _picture_width(self) -> float:
        """As high as the rows allow, but so that a few columns fit; on whole screen pixels.

        The longer side is no smaller than the words beside it, for which there is room in any case: so that no row is left out.
        """
        height = (self.height() - 2 * MARGIN_PX + GAP_PX) / max(1, self.row_count) - GAP_PX
        width = min(height * self.aspect, (self._room() + GAP_PX) / FEWEST - GAP_PX)
        ratio = self.devicePixelRatioF()
        return max(1.0, int(max(width, self._words_height * min(1.0, self.aspect)) * ratio) / ratio)

    def _tell_capacity(self) -> None:
        if self.capacity != self._capacity:
            self._capacity = self.capacity
            self.capacity_changed.emit()
        self.update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._tell_capacity()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._send(event, self.picked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._send(event, self.opened)

    def _send(self, event: QMouseEvent, signal: SignalInstance) -> None:
        column = self.column_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and column is not None:
            signal.emit(column)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def _tip(self, x: float, y: float) -> str:
        column = self.column_at(x, y)
        for number, row in enumerate(self.rows):
            place = self.place(number, 0)
            if place.top() <= y <= place.bottom() and column is not None and column < len(row.tips):
                return row.tips[column]
        return ""

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        columns = max((len(row.pictures) for row in self.rows if row.pictures), default=0)
        for number, row in enumerate(self.rows):
            self._paint_title(painter, number, row)
            for column in range(min(columns, self.capacity)):
                self._paint_picture(painter, self.place(number, column), row, column)
        if self.marked is not None and self.marked < min(columns, self.capacity):
            frame = self.place(0, self.marked).united(self.place(len(self.rows) - 1, self.marked))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3)

    def _paint_picture(self, painter: QPainter, place: QRectF, row: PictureRow, column: int) -> None:
        if row.pictures is None:
            painter.setPen(QPen(QColor(theme.current().border), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        elif column < len(row.pictures):
            paint_crisp(painter, place, tinted(row.pictures[column], self.colour_map), self.devicePixelRatioF())

    def _paint_title(self, painter: QPainter, number: int, row: PictureRow) -> None:
        colours = theme.current()
        place = self.place(number, 0)
        line = self.fontMetrics().height()
        right = self._left() - TITLE_GAP_PX
        middle = place.center().y()
        top = QRectF(0, middle - line - 1 if row.note else middle - line / 2, right, line)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold if row.is_best else QFont.Weight.Normal)
        painter.setFont(strong)
        painter.setPen(QColor(colours.text))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.title)
        if row.note:
            small = QFont(strong)
            small.setPointSizeF(self.font().pointSizeF() * SMALLER)
            painter.setFont(small)
            painter.setPen(QColor(colours.good if row.is_best else colours.muted))
            painter.drawText(top.translated(0, line + 1), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.note)
        if row.colour is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.series[row.colour % len(colours.series)]))
            left = right - QFontMetricsF(strong).horizontalAdvance(row.title) - TITLE_GAP_PX / 2 - DOT_PX / 2
            painter.drawEllipse(QPointF(left, top.center().y()), DOT_PX / 2, DOT_PX / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
