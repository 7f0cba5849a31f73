"""What a step found: numbers, tables and plots, below each other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ae_workbench.analysis.experiments.experiment import Number, Table
from ae_workbench.analysis.experiments.wording import cell_text, number_text, numbers_apart, value_text
from ae_workbench.engine.findings import Result
from ae_workbench.export.figures.plots import stand_beside
from ae_workbench.export.report.wording import MEASURED_HEADS
from ae_workbench.ui import theme
from ae_workbench.ui.modes.article.flat_table import Cell, FlatTable
from ae_workbench.ui.modes.article.jobs import PlotDrawing
from ae_workbench.ui.modes.article.plot_view import PlotView
from ae_workbench.ui.modes.article.studio import Studio
from ae_workbench.ui.sentences import in_words

NOTHING = "–"
GAP_PX = 14


class CopyHead(QWidget):
    """A table's title with a button that copies the table."""

    def __init__(self, title: str, table: FlatTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.button = QToolButton(objectName=f"{table.objectName()}_copy_button", autoRaise=True)
        self.button.setIcon(theme.icon("copy", "muted"))
        self.button.setIconSize(QSize(14, 14))
        self.button.setToolTip(self.tr("Copy the table, as a spreadsheet takes it (Ctrl+C in it copies what is selected)"))
        self.button.setAccessibleName(self.tr("Copy the table {title}").format(title=title))
        self.button.clicked.connect(self._copy)
        self.label = QLabel(title)
        theme.set_role(self.label, "subheading")
        layout = QHBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        layout.addWidget(self.button)
        layout.addStretch(1)

    @Slot()
    def _copy(self) -> None:
        self._table.clearSelection()
        self._table.copy()


class PlotRow(QWidget):
    """Two drawings beside each other; the room of the second is free before there is one."""

    def __init__(self, first: PlotView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self, spacing=GAP_PX)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
        self._second = QWidget()
        self._layout.addWidget(self._second, 1)
        self.is_full = False

    def put(self, second: PlotView) -> None:
        self._layout.replaceWidget(self._second, second)
        self._layout.setAlignment(second, Qt.AlignmentFlag.AlignTop)
        self._second.deleteLater()
        self.is_full = True


class FindingsView(QWidget):
    """Empty before there is a result. ``shows_numbers``: a chapter's numbers stand in a table of its own."""

    def __init__(self, studio: Studio, shows_numbers: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_findings")
        self._studio, self._shows_numbers = studio, shows_numbers
        self._layout = QVBoxLayout(self, spacing=GAP_PX)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._parts: list[QWidget] = []
        self.plots: list[PlotView] = []
        self.tables: list[FlatTable] = []
        self._shown: Result | None = None
        self.hide()

    def show_result(self, result: Result | None) -> None:
        """In place of what is there."""
        if result is self._shown:
            return
        self._shown = result
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.plots, self.tables = [], [], []
        self.setVisible(result is not None)
        if result is None:
            return
        if self._shows_numbers and (numbers := numbers_apart(result.findings)):
            self._add(numbers_table(numbers))
        for table in result.findings.tables:
            self._add_table(table)
        self._add_plots(result)

    def _add_plots(self, result: Result) -> None:
        plots = result.findings.plots
        row: PlotRow | None = None
        for number, (plot, beside) in enumerate(zip(plots, stand_beside(plots), strict=True), 1):
            view = PlotView(self._studio, in_words(plot.title))
            view.show_drawing(PlotDrawing(plot, f"{result.key.replace('/', '-')}-{number}"))
            self.plots.append(view)
            if not beside:
                self._add(view)
            elif row is None or row.is_full:
                row = PlotRow(view)
                self._add(row)
            else:
                row.put(view)

    def _add_table(self, table: Table) -> None:
        title = in_words(table.title)
        rows = [[Cell(in_words(cell_text(cell)), is_number=not isinstance(cell, str)) for cell in row] for row in table.rows]
        shown = FlatTable("step_table", title, [in_words(column) for column in table.columns], rows)
        self._add(CopyHead(title, shown))
        self._add(shown)
        self.tables.append(shown)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._layout.addWidget(part)


def numbers_table(numbers: tuple[Number, ...]) -> FlatTable:
    """Numbers that an experiment measured, and the article's where it has some."""
    has_article = any(number.published is not None for number in numbers)
    heads = MEASURED_HEADS if has_article else MEASURED_HEADS[:-1]
    rows = []
    for number in numbers:
        row = [Cell(in_words(number.label)), Cell(number_text(number, in_words), strong=True, is_number=True)]
        if has_article:
            row.append(Cell(value_text(number.published) if number.published is not None else NOTHING, is_number=True))
        rows.append(row)
    return FlatTable("step_numbers", in_words(heads[0]), [in_words(head) for head in heads], rows)
