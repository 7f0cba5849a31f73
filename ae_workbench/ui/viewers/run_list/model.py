"""The list of runs as a table: one's own, sorted and searched, then the samples under a heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ae_workbench.storage.runs import RunSummary
from ae_workbench.ui.viewers.run_list.columns import COLUMNS, KEYS, OUTCOMES, said, size_text, variant_title

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW_ROLE = Role.UserRole
"""Gives the ``Row`` itself."""
NEWEST_FIRST = (KEYS.index("created"), Qt.SortOrder.DescendingOrder)


@dataclass(frozen=True)
class Row:
    """A run, or the heading over the samples where ``run`` is None."""

    run: RunSummary | None = None
    is_sample: bool = False

    @property
    def is_heading(self) -> bool:
        return self.run is None


class RunsModel(QAbstractTableModel):
    """``rename_requested`` gives a path and the name that was typed."""

    rename_requested = Signal(object, str)

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self.rows: list[Row] = []
        self._own: tuple[RunSummary, ...] = ()
        self._samples: tuple[RunSummary, ...] = ()
        self._words: tuple[str, ...] = ()
        self._order = NEWEST_FIRST
        self.shows_samples = True
        self.training: Path | None = None
        self.shown: Path | None = None

    # What is in it

    def set_runs(self, own: Sequence[RunSummary], samples: Sequence[RunSummary]) -> bool:
        """Show these; gives whether anything is other than before."""
        if (tuple(own), tuple(samples)) == (self._own, self._samples):
            return False
        self._own, self._samples = tuple(own), tuple(samples)
        self._arrange()
        return True

    def set_search(self, text: str) -> None:
        """Show only runs in which every word occurs."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self._arrange()

    def set_shows_samples(self, on: bool) -> None:
        """Show or hide the samples."""
        if on != self.shows_samples:
            self.shows_samples = on
            self._arrange()

    def set_marks(self, shown: Path | None, training: Path | None) -> None:
        """Which run the window shows, and which is being trained."""
        if (shown, training) != (self.shown, self.training):
            self.shown, self.training = shown, training
            if self.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    @property
    def own_count(self) -> int:
        """How many runs there are beside the samples, found or not."""
        return len(self._own)

    @property
    def found(self) -> list[RunSummary]:
        """The runs in the order they are shown."""
        return [row.run for row in self.rows if row.run is not None]

    @property
    def size_bytes(self) -> int:
        return sum(run.size_bytes for run in self._own)

    def run_at(self, index: Index) -> RunSummary | None:
        return self.rows[index.row()].run if index.isValid() else None

    def row_of(self, path: Path) -> int | None:
        """Where a run is."""
        return next((place for place, row in enumerate(self.rows) if row.run is not None and row.run.path == path), None)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if (column, order) != self._order:
            self._order = (column, order)
            self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        own = [Row(run) for run in self._sorted(self._own)]
        samples = [Row(run, True) for run in self._found_samples()] if self.shows_samples else []
        self.rows = own + ([Row(is_sample=True), *samples] if samples else [])
        self.endResetModel()

    def _sorted(self, runs: Sequence[RunSummary]) -> list[RunSummary]:
        """Those found, in order; without a value for the column they come last either way."""
        column, order = COLUMNS[self._order[0]], self._order[1]
        found = [run for run in runs if self._matches(run)]
        known = [run for run in found if column.value(run) is not None]
        known.sort(key=column.value, reverse=order == Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type]
        return known + [run for run in found if column.value(run) is None]

    def _found_samples(self) -> list[RunSummary]:
        """Samples are of no date: by that they stay in the order of their variants."""
        if COLUMNS[self._order[0]].key == "created":
            return [run for run in self._samples if self._matches(run)]
        return self._sorted(self._samples)

    def _matches(self, run: RunSummary) -> bool:
        text = f"{run.name} {run.path.name} {run.variant} {variant_title(run)} {run.data}".casefold()
        return all(word in text for word in self._words)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's name and default)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        match role:
            case Role.DisplayRole:
                return said(column.title)
            case Role.ToolTipRole:
                return said(column.tip)
            case Role.TextAlignmentRole:
                return _alignment(column.is_number)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == ROW_ROLE:
            return row
        if row.run is None:
            return said("Samples: trained runs that ship with the program") if role == Role.DisplayRole and not index.column() else None
        match role:
            case Role.DisplayRole | Role.EditRole:
                return "" if row.is_sample and column.key == "created" else column.text(row.run)
            case Role.TextAlignmentRole:
                return _alignment(column.is_number)
            case Role.ToolTipRole:
                return row.run.problem or str(row.run.path)
            case Role.AccessibleTextRole if column.key == "name":
                return f"{row.run.name}, {self.state_of(row)}"
        return None

    def state_of(self, row: Row) -> str:
        """How the run ended and how large it is, or what is wrong with it."""
        run = row.run
        if run is None:
            return ""
        if run.problem:
            return said("Can't be read")
        if run.path == self.training:
            return said("Training now…")
        if run.is_held:
            return said("Open in another AE Workbench")
        words = said("Sample") if row.is_sample else said(OUTCOMES.get(run.outcome, OUTCOMES[""]))
        return f"{words} · {size_text(run.size_bytes)}"

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:  # noqa: N802
        run = self.run_at(index)
        if role != Role.EditRole or run is None or not str(value).strip() or str(value).strip() == run.name:
            return False
        self.rename_requested.emit(run.path, str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()] if index.isValid() else Row()
        if row.run is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        can_be_renamed = COLUMNS[index.column()].key == "name" and not row.is_sample and not row.run.problem
        return flags | Qt.ItemFlag.ItemIsEditable if can_be_renamed else flags


def _alignment(is_number: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft)
