"""The rows of the table of trials: what is said of each, and which are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import Value
from ae_workbench.core.wording import factor
from ae_workbench.ui import theme
from ae_workbench.ui.modes.sweep.words import STATES, shown_value, title_of, told, trial_tip
from ae_workbench.ui.wording import NOTHING, count_text, metric_text, seconds_text

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT_ROLE = Role.UserRole
NO_INDEX = QModelIndex()
LAST = float("inf")


@dataclass(frozen=True)
class Column:
    """``value`` is what it is sorted by."""

    key: str
    title: str
    value: Callable[[Trial], Any]
    text: Callable[[Trial], str]
    is_number: bool = True


def columns_of(sweep: Sweep) -> list[Column]:
    """What the table says of each trial."""
    objective = sweep.objective

    def error(trial: Trial) -> float:
        return trial.metrics.get(objective, LAST)

    return [
        Column("number", told("Trial"), lambda trial: trial.number, lambda trial: str(trial.number)),
        Column("state", told("State"), lambda trial: trial.state, lambda trial: told(STATES[trial.state][0]), False),
        *(_parameter(sweep, name) for name in sweep.names),
        Column("seed", told("Seed"), lambda trial: trial.seed, lambda trial: str(trial.seed)),
        Column(
            "epochs", told("Epochs"), lambda trial: trial.epochs,
            lambda trial: f"{trial.epochs} / {trial.planned_epochs}" if trial.planned_epochs else NOTHING,
        ),
        Column(objective, title_of(sweep, objective), error, lambda trial: metric_text(trial.metrics.get(objective))),
        Column(
            "seconds", told("Seconds"), lambda trial: trial.seconds,
            lambda trial: seconds_text(trial.seconds) if trial.seconds else NOTHING,
        ),
        Column("compression", told("Compression"), lambda trial: trial.compression, _compression),
        Column(
            "parameter_count", told("Parameters"), lambda trial: trial.parameter_count,
            lambda trial: count_text(trial.parameter_count) if trial.parameter_count else NOTHING,
        ),
    ]  # fmt: skip


def _compression(trial: Trial) -> str:
    return factor(trial.compression) if trial.compression else NOTHING


def _parameter(sweep: Sweep, name: str) -> Column:
    listed = next(each.values for each in sweep.varied if each.parameter == name)

    def place(trial: Trial) -> Any:
        value = trial.values[name]
        return value if _is_number(value) else listed.index(value) if value in listed else LAST

    return Column(name, title_of(sweep, name), place, lambda trial: shown_value(trial.values[name]))


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


class TrialsModel(QAbstractTableModel):
    """Rows in the order trials began."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sweep: Sweep | None = None
        self.columns: list[Column] = []
        self.rows: list[Trial] = []
        self._places: dict[int, int] = {}

    def show_sweep(self, sweep: Sweep | None, trials: list[Trial]) -> None:
        """Begin anew."""
        self.beginResetModel()
        self.sweep = sweep
        self.columns = columns_of(sweep) if sweep is not None else []
        self.rows = list(trials)
        self._places = {trial.number: place for place, trial in enumerate(self.rows)}
        self.endResetModel()

    def put(self, trial: Trial) -> None:
        """A trial that is new, or knows more of itself."""
        place = self._places.get(trial.number)
        if place is not None:
            self.rows[place] = trial
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
            return
        place = len(self.rows)
        self.beginInsertRows(NO_INDEX, place, place)
        self.rows.append(trial)
        self._places[trial.number] = place
        self.endInsertRows()

    def place_of(self, number: int) -> int | None:
        return self._places.get(number)

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: N802 (Qt's name)
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.TextAlignmentRole:
            return _alignment(self.columns[section])
        return self.columns[section].title if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or self.sweep is None:
            return None
        trial, column = self.rows[index.row()], self.columns[index.column()]
        if role == Role.DisplayRole:
            return column.text(trial)
        if role == SORT_ROLE:
            return column.value(trial)
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if role == Role.ToolTipRole:
            return trial_tip(self.sweep, trial)
        if role == Role.ForegroundRole and column.key == "state":
            return QColor(getattr(theme.current(), STATES[trial.state][1]))
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class Passing(QSortFilterProxyModel):
    """Only trials of some numbers, if any are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: set[int] | None = None
        self.setSortRole(SORT_ROLE)

    def set_numbers(self, numbers: set[int] | None) -> None:
        self.beginFilterChange()
        self._numbers = numbers
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 (Qt's name)
        model = self.sourceModel()
        return self._numbers is None or not isinstance(model, TrialsModel) or model.rows[row].number in self._numbers
