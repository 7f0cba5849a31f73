"""The table of runs: keys, selection, columns that can be hidden."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ae_workbench.storage.runs import RunSummary
from ae_workbench.ui import theme
from ae_workbench.ui.keys import DELETE_KEYS
from ae_workbench.ui.sorted_header import SortedHeader
from ae_workbench.ui.viewers.run_list.columns import ASKED, COLUMNS, KEYS, said
from ae_workbench.ui.viewers.run_list.delegate import HEADING_PX, ROW_PX, RunDelegate
from ae_workbench.ui.viewers.run_list.model import NEWEST_FIRST, RunsModel
from ae_workbench.ui.viewers.run_list.previews import Previews

NAME_LEAST_PX = 264


class RunsView(QTableView):
    """``opened`` gives the run of a double click or Enter, ``delete_requested`` comes with the key, ``picked`` with each selection."""

    opened = Signal(object)
    delete_requested = Signal()
    picked = Signal()

    def __init__(self, model: RunsModel, previews: Previews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs_table")
        self.runs = model
        self.setModel(model)
        self.delegate = RunDelegate(previews, self)
        self.setItemDelegate(self.delegate)
        self._kept: list[Path] = []
        self._current: Path | None = None
        self._asked: dict[int, bool] = {}
        self._scale = theme.type_scale()
        self.hint = ""
        self._build()
        self._connect(previews)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Runs on disk"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = SortedHeader(self)
        self.setHorizontalHeader(header)
        header.setObjectName("runs_header")
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setSortIndicator(*NEWEST_FIRST)
        self._size_columns()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(48)
        self.setSortingEnabled(True)

    def _connect(self, previews: Previews) -> None:
        previews.changed.connect(self.viewport().update)
        theme.signals.changed.connect(self.viewport().update)
        theme.signals.changed.connect(self._follow_type)
        self.runs.modelAboutToBeReset.connect(self._keep_selection)
        self.runs.modelReset.connect(self._restore_selection)
        self.horizontalHeader().customContextMenuRequested.connect(self._offer_columns)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.picked)

    # Selection

    @property
    def selected(self) -> list[RunSummary]:
        """The chosen runs, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [run for row in rows if (run := self.runs.rows[row].run) is not None]

    def select(self, paths: list[Path]) -> None:
        """Choose exactly these runs; the first becomes the current one."""
        self.clearSelection()
        flag = self.selectionModel().SelectionFlag
        rows = [row for path in paths if (row := self.runs.row_of(path)) is not None]
        for row in rows:
            self.selectionModel().select(self.runs.index(row, 0), flag.Select | flag.Rows)
        if rows:
            self.selectionModel().setCurrentIndex(self.runs.index(rows[0], 0), flag.NoUpdate)

    @property
    def is_renaming(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def rename_current(self) -> None:
        """Open the name's field."""
        index = self.currentIndex().siblingAtColumn(0)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    @Slot()
    def _keep_selection(self) -> None:
        self._kept = [run.path for run in self.selected]
        current = self.runs.run_at(self.currentIndex())
        self._current = current.path if current else None

    @Slot()
    def _restore_selection(self) -> None:
        self.clearSpans()
        for row, each in enumerate(self.runs.rows):
            self.setRowHeight(row, HEADING_PX if each.is_heading else ROW_PX)
            if each.is_heading:
                self.setSpan(row, 0, 1, len(COLUMNS))
        self.select(self._kept)
        place = self.runs.row_of(self._current) if self._current else None
        if place is not None:
            flag = self.selectionModel().SelectionFlag
            self.selectionModel().setCurrentIndex(self.runs.index(place, 0), flag.NoUpdate)
        self.picked.emit()

    # Mouse and keys

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        run = self.runs.run_at(index)
        if run is not None:
            self.opened.emit(run)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        key = event.key()
        if self.is_renaming:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key in DELETE_KEYS:
            self.delete_requested.emit()
        elif key == Qt.Key.Key_F2:
            self.rename_current()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.delegate.hovered_row:
            self.delegate.hovered_row = row
            self.viewport().update()

    def set_hint(self, text: str) -> None:
        """What stands where no run does."""
        self.hint = text
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.runs.rows:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.hint)

    # Columns

    @Slot(QPoint)
    def _offer_columns(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def column_menu(self) -> QMenu:
        """Switches for all columns but the first."""
        menu = QMenu(self)
        for place, column in enumerate(COLUMNS[1:], 1):
            action = menu.addAction(said(column.title))
            action.setObjectName(f"column_{KEYS[place]}_action")
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.setData(place)
        menu.triggered.connect(self._switch_column)
        return menu

    @Slot(QAction)
    def _switch_column(self, action: QAction) -> None:
        self._asked[action.data()] = action.isChecked()
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _follow_type(self) -> None:
        if theme.type_scale() != self._scale:
            self._scale = theme.type_scale()
            self._size_columns()
            self._fit_columns()

    def _size_columns(self) -> None:
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width_px)

    def _fit_columns(self) -> None:
        """As many columns as there is room for; what was asked for stays."""
        room = self.viewport().width() - NAME_LEAST_PX
        shown = {place for place, column in enumerate(COLUMNS) if self._asked.get(place, column.drop != ASKED)}
        for place in sorted(shown, key=lambda place: -COLUMNS[place].drop):
            if sum(COLUMNS[each].width_px for each in shown if each) > room and COLUMNS[place].drop and not self._asked.get(place):
                shown.remove(place)
        for place in range(len(COLUMNS)):
            self.setColumnHidden(place, place not in shown)
