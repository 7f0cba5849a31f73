"""The comparison: curves and images of several runs above, their numbers below."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from ae_workbench.data.dataset import Dataset
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.panels.metric_titles import TITLES
from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.viewers.comparison.curves import ComparedCurves
from ae_workbench.ui.viewers.comparison.jobs import MOST_JUDGED, ComparedRun, Results
from ae_workbench.ui.viewers.comparison.number_table import NumberTable
from ae_workbench.ui.viewers.comparison.numbers import Numbers, numbers
from ae_workbench.ui.viewers.tiles import Tile, TileGrid

USUAL_METRIC = "reconstruction"
LONGEST_TITLE = 18
ROOM_FOR_NOTE_PX = 420
LEAST_PICTURE_PX, LEAST_UPPER_PX = 20, 130
"""Of many runs pictures and numbers scroll."""


class ComparisonPage(QWidget):
    """``closed`` asks to go back to the list, ``save_requested`` for a file with the numbers, ``told`` says what was done."""

    closed = Signal()
    save_requested = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_page")
        self.runs: tuple[ComparedRun, ...] = ()
        self.results: dict[Path, Results] = {}
        self._dataset: Dataset | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        about_back = self.tr("Back to the list of runs (Esc)")
        self.back_button = IconButton("comparison_back_button", "chevron-left", self.tr("R&uns"), about_back)
        self.title = QLabel(objectName="comparison_title")
        theme.set_role(self.title, "heading")
        self.metric_box = QComboBox(objectName="comparison_metric_box")
        self.metric_box.setAccessibleName(self.tr("Metric of the curves"))
        self.metric_box.setToolTip(self.tr("Which metric the curves show: training faint, validation strong"))
        self.metric_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.log_button = QPushButton(self.tr("Log scale"), objectName="comparison_log_button", checkable=True)
        self.log_button.setToolTip(self.tr("Show values on a logarithmic axis, where late, small improvements can be seen."))
        theme.set_role(self.log_button, "quiet")
        self.copy_button = self._tool("copy", "comparison_copy_button", self.tr("Copy the numbers, to paste them into a spreadsheet"))
        self.save_button = self._tool("download", "comparison_save_button", self.tr("Save the numbers as a CSV file…"))
        self.curves = ComparedCurves()
        self.grid = TileGrid(least_px=LEAST_PICTURE_PX)
        self.grid.setObjectName("comparison_images")
        self.grid.setAccessibleName(self.tr("The same test examples through all runs"))
        self.hint = QLabel(objectName="comparison_hint", wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        theme.set_role(self.hint, "muted")
        self.table = NumberTable()
        self.note = QLabel(objectName="comparison_note", wordWrap=True)
        theme.set_role(self.note, "muted")
        self._lay_out()

    def _tool(self, icon: str, name: str, help_text: str) -> QToolButton:
        button = QToolButton(objectName=name)
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(help_text)
        button.setToolTip(help_text)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout(spacing=8)
        head.addWidget(self.back_button)
        head.addSpacing(4)
        head.addWidget(self.title)
        head.addStretch(1)
        for widget in (self.metric_box, self.log_button, self.copy_button, self.save_button):
            head.addWidget(widget)
        images = QWidget()
        stack = QVBoxLayout(images, spacing=0)
        stack.setContentsMargins(0, 0, 0, 0)
        self._grid_scroll = UprightScroll("comparison_images_scroll", self.grid)
        stack.addWidget(self._grid_scroll, 1)
        stack.addWidget(self.hint, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=12)
        self.splitter.setMinimumHeight(LEAST_UPPER_PX)
        self.splitter.addWidget(self.curves)
        self.splitter.addWidget(images)
        self.splitter.setSizes([400, 600])
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.table)
        layout.addWidget(self.note)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)
        self.save_button.clicked.connect(self.save_requested)
        self.copy_button.clicked.connect(self.copy_numbers)
        self.metric_box.activated.connect(self._draw_curves)
        self.log_button.toggled.connect(self.curves.set_logarithmic)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """In little room the note is only the table's tooltip."""
        super().resizeEvent(event)
        self.note.setVisible(self.height() >= ROOM_FOR_NOTE_PX)

    # Showing

    @property
    def chosen_metric(self) -> str:
        """The metric that the curves show."""
        return self.metric_box.currentData() or USUAL_METRIC

    @property
    def numbers(self) -> Numbers:
        """What is known so far."""
        return numbers(self.runs, self.results)

    def show_runs(self, runs: Sequence[ComparedRun], dataset: Dataset | None) -> None:
        """Begin with these; what the models make of the data comes later, run by run."""
        self.runs = tuple(runs)
        self._dataset = dataset
        places = {run.path for run in runs}
        self.results = {path: result for path, result in self.results.items() if path in places and result.dataset is dataset}
        self.title.setText(self.tr("{count} runs compared").format(count=len(runs)))
        self._list_metrics()
        self._draw_curves()
        self._show_results()

    def add_results(self, results: Results) -> None:
        """One run's images and numbers."""
        if results.dataset is self._dataset and any(run.path == results.path for run in self.runs):
            self.results[results.path] = results
            self._show_results()

    def _list_metrics(self) -> None:
        found = [name.removeprefix("val_") for run in self.runs for record in run.records for name in record.metrics]
        names = sorted(set(found), key=lambda name: list(TITLES).index(name) if name in TITLES else len(TITLES))
        chosen = self.chosen_metric
        self.metric_box.clear()
        for name in names:
            self.metric_box.addItem(QCoreApplication.translate("metrics", TITLES.get(name, name)), name)
        self.metric_box.setCurrentIndex(max(0, self.metric_box.findData(chosen)))

    @Slot()
    def _draw_curves(self) -> None:
        self.curves.show_runs(self.runs, self.chosen_metric)

    def _show_results(self) -> None:
        shown = self.numbers
        self.table.show_numbers(shown)
        places = [place for place, run in enumerate(self.runs) if self._fits(run)]
        fitting = [self.runs[place] for place in places]
        some = next((self.results[run.path] for run in fitting if run.path in self.results), None)
        self._grid_scroll.setVisible(some is not None)
        self.hint.setVisible(some is None)
        if some is None:
            self.hint.setText(self._what_is_missing(fitting))
            self.note.clear()
            return
        columns = [self.results[run.path].outputs if run.path in self.results else (None,) * len(some.indices) for run in fitting]
        tiles = [
            Tile(index, (original, *(outputs[place] for outputs in columns)), tip=self.tr("Test example {index}").format(index=index))
            for place, (index, original) in enumerate(zip(some.indices, some.originals, strict=True))
        ]
        self.grid.show_tiles(tiles, [self.tr("Input"), *(_short(run.name) for run in fitting)], [None, *places])
        self._say_what_was_measured(some.dataset, len(self.runs) - len(fitting))

    def _fits(self, run: ComparedRun) -> bool:
        """Whether the present data can go through it."""
        return self._dataset is not None and run.shape == self._dataset.shape and run.newest_epoch is not None

    def _what_is_missing(self, fitting: Sequence[ComparedRun]) -> str:
        if fitting:
            return self.tr("Waiting for the models…")
        if self._dataset is None:
            return self.tr("The test examples appear here as soon as the data are loaded.")
        said = self.tr("None of these runs takes {name} ({shape}): choose data in the designer that they were trained on.")
        return said.format(name=in_words(self._dataset.name), shape=self._dataset.shape)

    def _say_what_was_measured(self, dataset: Dataset, others: int) -> None:
        count = min(len(dataset.test), MOST_JUDGED)
        said = self.tr("Errors and codes over {count} test examples of {name}; a denoising model sees them with its own noise.")
        if count < len(dataset.test):
            said = self.tr("Errors and codes over the first {count} test examples of {name}; a denoising model sees its own noise.")
        text = said.format(count=f"{count:,}", name=in_words(dataset.name))
        if others:
            text += " " + self.tr("Runs on data of another shape stay empty.")
        self.note.setText(text)
        self.table.setToolTip(text)

    @Slot()
    def copy_numbers(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setText(self.numbers.tab_separated())
        self.told.emit(self.tr("The numbers are on the clipboard"))


def _short(name: str) -> str:
    """Names often differ only at their end."""
    half = LONGEST_TITLE // 2
    return name if len(name) <= LONGEST_TITLE else f"{name[:half].rstrip()}…{name[1 - half :].lstrip()}"
