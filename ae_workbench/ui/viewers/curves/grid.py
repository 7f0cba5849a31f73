"""Small multiples: cells of a title over a plot, in as many columns as suit the space."""

from collections.abc import Sequence
from math import ceil, log

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ae_workbench.ui.panels.metric_titles import MEANINGS, TITLES
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers.curves.histories import SECONDS
from ae_workbench.ui.viewers.curves.plots import EpochPlot

LEAST_HEIGHT_PX, LEAST_WIDTH_PX = 118, 190
BEST_ASPECT = 1.7
GAP_PX, BETWEEN_PX = 14, 8
PATH = "path"
MORE_TITLES = {SECONDS: QT_TRANSLATE_NOOP("metrics", "Seconds per epoch"), PATH: QT_TRANSLATE_NOOP("metrics", "Recon. against KL")}
MORE_MEANINGS = {
    SECONDS: QT_TRANSLATE_NOOP("metrics", "How long each epoch took."),
    PATH: QT_TRANSLATE_NOOP(
        "metrics",
        "A point per epoch: KL across, reconstruction error up, both in nats. Further left is easier to sample, further down is sharper.",
    ),
}


class Cell(QWidget):
    """A plot under its title and its numbers; over curves they would be hard to read in so little room."""

    resized = Signal()

    def __init__(self, metric: str, plot: EpochPlot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows, self.plot = metric, plot
        self.title = QLabel()
        self.title.setToolTip(_tr({**MEANINGS, **MORE_MEANINGS}.get(metric, "")))
        plot.setAccessibleName(title_of(metric))
        plot.setMinimumSize(LEAST_WIDTH_PX - 20, LEAST_HEIGHT_PX - 24)
        plot.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, spacing=0)
        self._head.addWidget(self.title)
        self._head.addWidget(plot.caption, 1)
        layout = QVBoxLayout(self, spacing=2)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._head)
        layout.addWidget(plot, 1)

    @property
    def has_room_beside(self) -> bool:
        """Whether title and numbers fit into one line."""
        return self.title.sizeHint().width() + self.plot.caption.sizeHint().width() + BETWEEN_PX <= self.width()

    def put_numbers(self, below: bool) -> None:
        """Under the title, or beside it."""
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self.plot.caption.setAlignment(Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self.resized.emit()

    def call(self, title: str) -> None:
        """Another title."""
        self.title.setText(f"<b>{title}</b>")


class CellGrid(QScrollArea):
    """Cells in rows; scrolls only where they would become too small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: tuple[Cell, ...] = ()
        self._columns = 0
        self._inside = QWidget()
        self._layout = QGridLayout(self._inside, horizontalSpacing=GAP_PX, verticalSpacing=GAP_PX)
        self._layout.setContentsMargins(0, 0, 4, 0)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(600, 300)

    def set_cells(self, cells: Sequence[Cell]) -> None:
        """Show these; cells that were shown before and aren't any more are deleted."""
        for old in self.cells:
            self._layout.removeWidget(old)
            if old not in cells:
                old.deleteLater()
        for new in cells:
            if new not in self.cells:
                new.resized.connect(self._put_numbers)
        self.cells = tuple(cells)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._arrange()

    def say(self, numbers: Sequence[str]) -> None:
        """What stands beside each title; under all of them where one has no room, so that plots stay in line."""
        for cell, words in zip(self.cells, numbers, strict=True):
            cell.plot.say(words)
        self._put_numbers()

    @Slot()
    def _put_numbers(self) -> None:
        below = not all(cell.has_room_beside for cell in self.cells)
        for cell in self.cells:
            cell.put_numbers(below)

    def _arrange(self) -> None:
        columns = best_columns(len(self.cells), self.viewport().width(), self.viewport().height())
        if columns == self._columns:
            return
        self._columns = columns
        for number, cell in enumerate(self.cells):
            self._layout.addWidget(cell, number // columns, number % columns)
        for column in range(self._layout.columnCount()):
            self._layout.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(self._layout.rowCount()):
            self._layout.setRowStretch(row, 1 if row * columns < len(self.cells) else 0)


def best_columns(count: int, width: int, height: int) -> int:
    """Columns that give ``count`` plots the most pleasant form."""

    def misfit(columns: int) -> float:
        across, up = width / columns, max(LEAST_HEIGHT_PX, height / ceil(count / columns))
        empty = ceil(count / columns) * columns - count
        return abs(log(across / up / BEST_ASPECT)) + 0.1 * empty + (10 if columns > 1 and across < LEAST_WIDTH_PX else 0)

    return min(range(1, max(1, count) + 1), key=misfit) if count and width > 0 and height > 0 else 1


def title_of(metric: str) -> str:
    """A metric in words."""
    return _tr({**TITLES, **MORE_TITLES}.get(metric, metric))


def _tr(text: str) -> str:
    return QCoreApplication.translate("metrics", text) if text else ""
