"""Cells of equal size for examples: a caption above, a picture below, and which one the pointer is in."""

from math import sqrt

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.sequences.jobs import Page
from ae_workbench.ui.wording import class_title

GAP_PX, MARGIN_PX, CAPTION_GAP_PX = 14.0, 3.0, 4.0
MOST_CELLS, USUAL_CELLS = 24, 12
MOST_GROWTH = 2.5
SMALLER = 0.92


class CellGrid(QWidget):
    """``picked`` gives the test example of the cell that was clicked; ``capacity_changed``: another number of cells fits.

    Subclasses paint a cell and say how large one wants to be.
    """

    picked = Signal(int)
    capacity_changed = Signal()
    wanted_size = 200.0, 100.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self.marked: int | None = None
        self.pointer: tuple[int, float] | None = None
        self._capacity = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(theme.number_font(self.font()))
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(600, 300)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(160, 90)

    def show_page(self, page: Page) -> None:
        self.page = page
        self.update()

    def mark(self, index: int | None) -> None:
        """Frame the cell of one test example."""
        if index != self.marked:
            self.marked = index
            self.update()

    # Where cells are

    @property
    def _size(self) -> tuple[float, float]:
        """How large a cell wants to be: with more room cells grow, once there are enough of them."""
        width, height = self.wanted_size
        growth = min(MOST_GROWTH, max(1.0, sqrt(self.width() * self.height() / (USUAL_CELLS * width * height))))
        return width * growth, height * growth

    @property
    def columns(self) -> int:
        return int(max(1, (self.width() + GAP_PX) // (self._size[0] + GAP_PX)))

    @property
    def capacity(self) -> int:
        """How many cells fit."""
        rows = int(max(1, (self.height() + GAP_PX) // (self._size[1] + GAP_PX)))
        return min(MOST_CELLS, self.columns * rows)

    def cell(self, number: int) -> QRectF:
        """Where a cell is, caption included."""
        rows = max(1, -(-self.capacity // self.columns))
        width = (self.width() - 2 * MARGIN_PX - (self.columns - 1) * GAP_PX) / self.columns
        height = (self.height() - 2 * MARGIN_PX - (rows - 1) * GAP_PX) / rows
        across, down = number % self.columns, number // self.columns
        return QRectF(MARGIN_PX + across * (width + GAP_PX), MARGIN_PX + down * (height + GAP_PX), width, height)

    def area(self, number: int) -> QRectF:
        """Where a cell's picture is."""
        return self.cell(number).adjusted(0, self.fontMetrics().height() + CAPTION_GAP_PX, 0, 0)

    def cell_at(self, point: QPointF) -> int | None:
        count = len(self.page.indices) if self.page is not None else 0
        return next((number for number in range(min(count, self.capacity)) if self.cell(number).contains(point)), None)

    # For subclasses

    def paint_cell(self, painter: QPainter, number: int, page: Page) -> None:
        """Paint one example into ``area(number)``."""
        raise NotImplementedError

    def reading(self, number: int, share: float, page: Page) -> str:
        """What stands under the pointer, which is at ``share`` of the cell's width."""
        return ""

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if self.capacity != self._capacity:
            self._capacity = self.capacity
            self.capacity_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        found = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None and self.page is not None:
            self.picked.emit(self.page.indices[found])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        found = self.cell_at(event.position())
        area = self.area(found) if found is not None else QRectF()
        share = (event.position().x() - area.left()) / area.width() if found is not None else 0.0
        self.pointer = (found, min(1.0, max(0.0, share))) if found is not None else None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().leaveEvent(event)
        self.pointer = None
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self.page is None:
            return
        painter = QPainter(self)
        for number in range(min(len(self.page.indices), self.capacity)):
            self._paint_caption(painter, number, self.page)
            painter.save()
            self.paint_cell(painter, number, self.page)
            painter.restore()
            if self.page.indices[number] == self.marked:
                painter.setPen(QPen(QColor(theme.current().accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.cell(number).adjusted(-2, -1, 2, 2), 4, 4)

    def _paint_caption(self, painter: QPainter, number: int, page: Page) -> None:
        colours = theme.current()
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * SMALLER)
        painter.setFont(small)
        where = QRectF(self.cell(number).topLeft(), self.area(number).topRight()).adjusted(2, 0, -2, -2)
        painter.setPen(QColor(colours.text))
        name = class_name(page, page.indices[number])
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft, f"{page.indices[number]}" + (f" · {name}" if name else ""))
        said = self.reading(number, self.pointer[1], page) if self.pointer is not None else ""
        error = f"{page.errors[number]:.4f}" if page.errors else ""
        painter.setPen(QColor(colours.text if said else colours.muted))
        painter.drawText(where, Qt.AlignmentFlag.AlignRight, said or error)


def class_name(page: Page, index: int) -> str:
    """The class of a test example in words; nothing where the data have none."""
    labels = page.dataset.test.labels
    return "" if labels is None else class_title(page.dataset.class_names, int(labels[index]))
