"""The comparison: curves and images of several runs above, their numbers below; one after the other where there is little room."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from ae_workbench.data.dataset import Dataset
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton, tool_button
from ae_workbench.ui.panels.metric_titles import TITLES
from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.viewers.comparison.curves import ComparedCurves
from ae_workbench.ui.viewers.comparison.jobs import MOST_JUDGED, ComparedRun, Results
from ae_workbench.ui.viewers.comparison.number_table import NumberTable
from ae_workbench.ui.viewers.comparison.numbers import Numbers, numbers
from ae_workbench.ui.viewers.comparison.parts import PartSwitch
from ae_workbench.ui.viewers.tiles import Tile, TileGrid

USUAL_METRIC = "reconstruction"
LONGEST_TITLE = 18
ROOM_FOR_NOTE_PX = 420
ROOM_FOR_ALL = QSize(700, 360)
"""At the usual type size; in less, curves, pictures and numbers take turns."""
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
        self.copy_button = tool_button("comparison_copy_button", "copy", self.tr("Copy the numbers, to paste them into a spreadsheet"))
        self.save_button = tool_button("comparison_save_button", "download", self.tr("Save the numbers as a CSV file…"))
        self.curves = ComparedCurves()
        self.legend = QLabel(objectName="comparison_legend", wordWrap=True)
        self.grid = TileGrid(least_px=LEAST_PICTURE_PX)
        self.grid.setObjectName("comparison_images")
        self.grid.setAccessibleName(self.tr("The same test examples through all runs"))
        self.hint = QLabel(objectName="comparison_hint", wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        theme.set_role(self.hint, "muted")
        self.table = NumberTable()
        self.note = QLabel(objectName="comparison_note", wordWrap=True)
        theme.set_role(self.note, "muted")
        self._lay_out()

    def _lay_out(self) -> None:
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
        curves_head = self._curves_head = QWidget()
        row = QHBoxLayout(curves_head, spacing=8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.metric_box)
        row.addWidget(self.log_button)
        row.addWidget(self.legend, 1)
        self.parts = PartSwitch({
            "curves": (self.tr("Curves"), (self.splitter, self.curves, curves_head)),
            "pictures": (self.tr("Pictures"), (self.splitter, images)),
            "numbers": (self.tr("Numbers"), (self.table,)),
        })  # fmt: skip
        self._head = QHBoxLayout(spacing=8)
        self._head.addWidget(self.back_button)
        self._head.addWidget(self.parts)
        self._head.addSpacing(4)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        for widget in (curves_head, self.copy_button, self.save_button):
            self._head.addWidget(widget)
        layout = self._column = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._head)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.table)
        layout.addWidget(self.note)
        layout.addStretch()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)
        self.save_button.clicked.connect(self.save_requested)
        self.copy_button.clicked.connect(self.copy_numbers)
        self.metric_box.activated.connect(self._draw_curves)
        self.log_button.toggled.connect(self.curves.set_logarithmic)
        theme.signals.changed.connect(self._suit_room)
        theme.signals.changed.connect(self._say_colours)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._suit_room()

    @Slot()
    def _suit_room(self) -> None:
        """In little room the parts take turns, and the note is only the table's tooltip."""
        is_little = self.width() < theme.grown(ROOM_FOR_ALL.width()) or self.height() < theme.grown(ROOM_FOR_ALL.height())
        self.note.setVisible(not is_little and self.height() >= ROOM_FOR_NOTE_PX)
        if is_little == self.parts.is_on:
            return
        self.title.setVisible(not is_little)
        self.legend.setVisible(is_little)
        if is_little:  # beside the buttons of the parts there is no room for the choice of a metric
            self._column.insertWidget(1, self._curves_head)
        else:
            self._head.insertWidget(self._head.indexOf(self.copy_button), self._curves_head)
        self.parts.switch(is_little)

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
        self._say_colours()

    @Slot()
    def _say_colours(self) -> None:
        """Which curve is whose, where neither pictures nor numbers stand beside them to say it."""
        series = theme.current().series
        entry = '<span style="color: {}">●</span>&nbsp;{}'
        names = [escape(_short(run.name)).replace(" ", "&nbsp;").replace("…", "&#8288;…&#8288;") for run in self.runs]
        self.legend.setText("&ensp; ".join(entry.format(series[place % len(series)], name) for place, name in enumerate(names)))

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
