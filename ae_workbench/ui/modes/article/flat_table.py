"""A table on the page: as high as its rows, without a frame, and what is selected in it can be copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ae_workbench.export.tables import tab_separated
from ae_workbench.ui import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NO_INDEX = QModelIndex()
PADDING_PX, ROUNDING_PX, LEAST_ROW_PX, HEAD_PX, LEAST_HEAD_PX = 10, 4, 30, 12, 84
WIDEST_PX = 300


@dataclass(frozen=True)
class Cell:
    """``tone`` is a field of the theme for its letters; ``strong`` sets them in bold."""

    text: str
    tone: str = ""
    strong: bool = False
    is_number: bool = False


class CellsModel(QAbstractTableModel):
    """Cells under their titles."""

    def __init__(self, titles: Sequence[str], rows: Sequence[Sequence[Cell]], parent: QWidget) -> None:
        super().__init__(parent)
        self.titles, self.rows = tuple(titles), tuple(map(tuple, rows))

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: N802 (Qt's name)
        return self.titles[section] if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.rows[index.row()][index.column()]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return cell.text
            case Role.ForegroundRole if cell.tone:
                return QColor(getattr(theme.current(), cell.tone))
            case Role.FontRole:
                font = theme.number_font() if cell.is_number else QFont(QApplication.font())
                font.setWeight(QFont.Weight.DemiBold if cell.strong else QFont.Weight.Normal)
                return font
            case Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class LinedDelegate(QStyledItemDelegate):
    """A thin line under each row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.setPen(QPen(QColor(theme.current().grid)))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


class FlatTable(QTableView):
    """``name`` is its object name, ``title`` what it is called for who can't see it."""

    def __init__(self, name: str, title: str, titles: Sequence[str], rows: Sequence[Sequence[Cell]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "flat")
        self.cells = CellsModel(titles, rows, self)
        self.setModel(self.cells)
        self.setItemDelegate(LinedDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.lay_out)

    def show_rows(self, titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Other contents."""
        self.cells.beginResetModel()
        self.cells.titles, self.cells.rows = tuple(titles), tuple(map(tuple, rows))
        self.cells.endResetModel()
        self.lay_out()

    # Its size

    @Slot()
    def lay_out(self) -> None:
        """Columns as wide as their longest cells, the first one takes what is left; titles are broken where they are longer."""
        widths = [self._width_of(column) for column in range(self.cells.columnCount())]
        if not widths:
            return
        widths[0] += max(0, self.width() - sum(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        header = self.horizontalHeader()
        metrics = QFontMetrics(header.font())
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        titles = [
            metrics.boundingRect(0, 0, width - 2 * PADDING_PX, 1000, flags, title).height()
            for width, title in zip(widths, self.cells.titles, strict=True)
        ]
        header.setFixedHeight(max(titles) + HEAD_PX)
        heights = [self._height_of(row, widths) for row in self.cells.rows]
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > self.width() else 0
        self.setFixedHeight(header.height() + sum(heights) + bar + 2)

    def _height_of(self, row: Sequence[Cell], widths: Sequence[int]) -> int:
        """Of its longest cell, which may be broken into lines."""
        metrics = QFontMetrics(QApplication.font())
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        found = LEAST_ROW_PX
        for cell, width in zip(row, widths, strict=True):
            if metrics.horizontalAdvance(cell.text) > width - 2 * PADDING_PX:
                found = max(found, metrics.boundingRect(0, 0, width - 2 * PADDING_PX, 10_000, flags, cell.text).height() + HEAD_PX)
        return found

    def _width_of(self, column: int) -> int:
        usual, bold = QFont(QApplication.font()), QFont(QApplication.font())
        bold.setWeight(QFont.Weight.DemiBold)
        plain_metrics, bold_metrics = QFontMetrics(usual), QFontMetrics(bold)
        cells = [row[column] for row in self.cells.rows]
        widest = max(((bold_metrics if cell.strong else plain_metrics).horizontalAdvance(cell.text) for cell in cells), default=0)
        head = QFontMetrics(self.horizontalHeader().font())
        title = self.cells.titles[column]
        word = max(map(head.horizontalAdvance, title.split()), default=0)
        least = max(word, min(head.horizontalAdvance(title), LEAST_HEAD_PX))
        return min(max(widest, least), WIDEST_PX) + 2 * PADDING_PX + ROUNDING_PX

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(120, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        event.ignore()  # the page scrolls, not the table

    # Copying

    def text(self) -> str:
        """All of it, as a spreadsheet takes it."""
        return tab_separated(self.cells.titles, [[cell.text for cell in row] for row in self.cells.rows])

    @Slot()
    def copy(self) -> None:
        """What is selected, or all of it with its titles."""
        chosen = self.selectedIndexes()
        if len(chosen) < 2:
            QApplication.clipboard().setText(self.text())
            return
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        titles = [self.cells.titles[column] for column in columns]
        QApplication.clipboard().setText(tab_separated(titles, [[self.cells.rows[row][column].text for column in columns] for row in rows]))

    def event(self, event: QEvent) -> bool:
        """The window has a command for the same key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
