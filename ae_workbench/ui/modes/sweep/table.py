"""The table of trials: live, sorted by any column, filtered by what is brushed."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ae_workbench.core.trials import Trial
from ae_workbench.ui import theme
from ae_workbench.ui.copied_rows import CopiedRows
from ae_workbench.ui.modes.sweep.trials_model import Passing, TrialsModel
from ae_workbench.ui.sorted_header import SortedHeader

ROW_PX, LEAST_COLUMN_PX, NARROW_PX = 28, 58, 1000


class TrialsTable(QTableView):
    """``picked`` gives the number of the chosen trial or None, ``opened`` that of one to be opened."""

    picked = Signal(object)
    opened = Signal(int)
    menu_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_table")
        self.setAccessibleName(self.tr("Trials"))
        self.trials = TrialsModel(self)
        self.passing = Passing(self)
        self.passing.setSourceModel(self.trials)
        self.setModel(self.passing)
        self.setHorizontalHeader(SortedHeader(self))
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFont(theme.number_font(self.font()))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)
        self.trials.modelReset.connect(self._stretch)
        header.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)
        CopiedRows(self)
        self._follow_type()
        theme.signals.changed.connect(self._follow_type)

    @Slot()
    def _follow_type(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(theme.grown(ROW_PX)))
        self.horizontalHeader().setMinimumSectionSize(round(theme.grown(LEAST_COLUMN_PX)))
        self._stretch()

    @Slot()
    def _stretch(self) -> None:
        """All columns share the room; where there is little, states take what the others leave, and what follows from others goes."""
        is_narrow = self.viewport().width() < theme.grown(NARROW_PX)
        modes = QHeaderView.ResizeMode
        for place, column in enumerate(self.trials.columns):
            stretches = column.key == "state" or not is_narrow
            self.horizontalHeader().setSectionResizeMode(place, modes.Stretch if stretches else modes.ResizeToContents)
            self.setColumnHidden(place, is_narrow and column.key in ("compression", "parameter_count"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._stretch()

    @property
    def chosen(self) -> Trial | None:
        """The selected trial."""
        rows = self.selectionModel().selectedRows()
        return self.trials.rows[self.passing.mapToSource(rows[0]).row()] if rows else None

    def choose(self, number: int) -> None:
        """Select a trial and bring it into sight."""
        place = self.trials.place_of(number)
        if place is not None:
            index = self.passing.mapFromSource(self.trials.index(place, 0))
            self.selectRow(index.row())
            self.scrollTo(index)

    @Slot()
    def _tell(self) -> None:
        chosen = self.chosen
        self.picked.emit(chosen.number if chosen is not None else None)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.trials.rows[self.passing.mapToSource(index).row()].number)

    @Slot(object)
    def _ask_menu(self, place: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.opened.emit(self.chosen.number)
            return
        super().keyPressEvent(event)
