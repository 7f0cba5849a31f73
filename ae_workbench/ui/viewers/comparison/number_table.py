"""The compared runs' numbers on the screen: a row per run in its colour, the best of each column marked."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.comparison.numbers import Numbers, said

ROW_PX, HEAD_PX, NAME_PX, PADDING_PX, DOT_PX, DOT_GAP_PX, ROUNDING_PX = 28, 30, 200, 10, 9, 8, 2
"""``NAME_PX``: a longer name is cut where the numbers would be out of sight."""
ROOM_FOR_BAR_PX = 14
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
BEST_ROLE = Role.UserRole
NOTHING = Numbers((), (), ())


class NumbersModel(QAbstractTableModel):
    """The first column is the run."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.numbers = NOTHING

    def show(self, numbers: Numbers) -> None:
        self.beginResetModel()
        self.numbers = numbers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's name and default)
        return 0 if parent.isValid() else len(self.numbers.runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else 1 + len(self.numbers.quantities)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or section > len(self.numbers.quantities):
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft)
        if role == Role.DisplayRole:
            return said(self.numbers.quantities[section - 1].title) if section else self.tr("Run")
        if role == Role.ToolTipRole and section:
            return said(self.numbers.quantities[section - 1].tip)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column() - 1
        run = self.numbers.runs[row]
        if role == Role.DisplayRole:
            return run.name if column < 0 else self.numbers.text(row, column)
        if role == Role.ToolTipRole and column < 0:
            return run.problem or str(run.path)
        if role == BEST_ROLE:
            return column >= 0 and row in self.numbers.best(column)
        if role == Role.AccessibleTextRole and column >= 0 and row in self.numbers.best(column):
            return self.tr("{value}, the best").format(value=self.numbers.text(row, column))
        return None


class NumbersDelegate(QStyledItemDelegate):
    """Digits of equal width; the best in bold and green."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        font = theme.number_font(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance(str(index.data())) + 2 * PADDING_PX + ROUNDING_PX
        return QSize(width if index.column() else width + DOT_PX + DOT_GAP_PX, round(theme.grown(ROW_PX)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect = theme.current(), option.rect
        painter.save()
        painter.setPen(QPen(QColor(colours.grid)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = theme.number_font(option.font)
        best = bool(index.data(BEST_ROLE))
        font.setWeight(QFont.Weight.DemiBold if best or not index.column() else QFont.Weight.Normal)
        painter.setFont(font)
        left = PADDING_PX
        if not index.column():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.series[index.row() % len(colours.series)]))
            painter.drawEllipse(QRectF(rect.left() + left, rect.center().y() - DOT_PX / 2 + 0.5, DOT_PX, DOT_PX))
            left += DOT_PX + DOT_GAP_PX
        painter.setPen(QColor(colours.good if best else colours.text))
        where = rect.adjusted(left, 0, -PADDING_PX, 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, where.width())
        side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class NumberTable(QTableView):
    """As high as its rows; where that is more than there is room for, they scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_table")
        self.setAccessibleName(self.tr("Numbers of the compared runs"))
        self.numbers_model = NumbersModel(self)
        self.setModel(self.numbers_model)
        self.setItemDelegate(NumbersDelegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._size_rows()
        theme.signals.changed.connect(self._size_rows)

    def show_numbers(self, numbers: Numbers) -> None:
        """Replace what is shown."""
        self.numbers_model.show(numbers)
        header = self.horizontalHeader()
        for column in range(self.numbers_model.columnCount()):
            mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
        header.setStretchLastSection(False)
        self._fit_names()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        """Names are whole where there is room for that beside the numbers."""
        header = self.horizontalHeader()
        room = self.viewport().width() - sum(header.sectionSize(column) for column in range(1, header.count()))
        wanted = max(self.sizeHintForColumn(0), header.sectionSizeHint(0)) if header.count() else 0
        self.setColumnWidth(0, min(wanted, max(room, round(theme.grown(NAME_PX)))))

    @Slot()
    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(theme.grown(ROW_PX)))
        self.horizontalHeader().setFixedHeight(round(theme.grown(HEAD_PX)))
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(super().sizeHint().width(), self._height_of(max(1, len(self.numbers_model.numbers.runs))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(super().minimumSizeHint().width(), self._height_of(1))

    def _height_of(self, rows: int) -> int:
        return round(theme.grown(HEAD_PX) + rows * theme.grown(ROW_PX)) + 2 * self.frameWidth() + ROOM_FOR_BAR_PX
