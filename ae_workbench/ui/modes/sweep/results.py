"""What came of a sweep: head, plots and table, which point at the same trials."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSplitter, QTabWidget, QToolButton, QVBoxLayout, QWidget

from ae_workbench.core.trials import Trial
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.modes.sweep.head import SweepHead
from ae_workbench.ui.modes.sweep.heat import HeatView
from ae_workbench.ui.modes.sweep.parallel import ParallelPlot
from ae_workbench.ui.modes.sweep.plot import SweepPlot
from ae_workbench.ui.modes.sweep.rate import RateView
from ae_workbench.ui.modes.sweep.table import TrialsTable

PLOT_LEAST_PX, TABLE_LEAST_PX = 220, 150
PLOT_MARGIN_PX = 8


class SweepResults(QWidget):
    """Asks for a trial's run, recipe or folder, and for files of what it shows."""

    run_requested = Signal(int)
    recipe_requested = Signal(int)
    folder_requested = Signal(object)
    table_requested = Signal()
    plot_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_results")
        self._folder: SweepFolder | None = None
        self._build()
        self._connect()
        self._follow_choice(None)

    def _build(self) -> None:
        self.head = SweepHead()
        self.parallel = ParallelPlot()
        self.rate_view = RateView()
        self.heat_view = HeatView()
        self.table = TrialsTable()
        self.plots: tuple[SweepPlot, ...] = (self.parallel, self.rate_view, self.heat_view)
        self.rate_box = QuietComboBox()
        self.rate_box.setObjectName("sweep_rate_box")
        self.rate_box.setAccessibleName(self.tr("What lies on the x axis"))
        self.rate_box.addItem(self.tr("Code size"), "code_size")
        self.rate_box.addItem(self.tr("Compression"), "compression")
        self.rate_box.setToolTip(self.tr("The rate: how many numbers the code has, or how many times smaller than the input it is"))
        self.views = QTabWidget(objectName="sweep_views")
        self.views.setContentsMargins(0, 0, 0, 4)
        self.views.addTab(_away_from_edges(self.rate_view), self.tr("Rate–distortion"))
        self.views.addTab(_away_from_edges(self.heat_view), self.tr("Map"))
        self.views.setCornerWidget(self.rate_box, Qt.Corner.TopRightCorner)
        plots = QSplitter(Qt.Orientation.Horizontal, objectName="sweep_plots_splitter")
        plots.addWidget(self._card(self.parallel))
        plots.addWidget(self.views)
        plots.setStretchFactor(0, 3)
        plots.setStretchFactor(1, 2)
        plots.setMinimumHeight(PLOT_LEAST_PX)
        plots.setChildrenCollapsible(False)
        self.splitter = QSplitter(Qt.Orientation.Vertical, objectName="sweep_splitter")
        self.splitter.addWidget(plots)
        self.splitter.addWidget(self._table_card())
        self.splitter.setSizes([330, 260])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.splitter, 1)
        self._add_exports()

    def _card(self, inside: QWidget) -> QFrame:
        card = QFrame()
        theme.set_role(card, "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(6, 8, 6, 4)
        layout.addWidget(inside)
        return card

    def _table_card(self) -> QFrame:
        card = QFrame()
        theme.set_role(card, "card")
        card.setMinimumHeight(TABLE_LEAST_PX)
        self.filter_label = QLabel(objectName="sweep_filter_label")
        theme.set_role(self.filter_label, "muted")
        self.all_button = QToolButton(objectName="sweep_all_button", text=self.tr("Show all"))
        self.all_button.setToolTip(self.tr("Take the ranges off the axes (Esc in the plot)"))
        self.run_button = IconButton(
            "sweep_run_button", "eye", self.tr("Open as &run"), self.tr("Show this trial in the workbench (Enter)")
        )
        self.recipe_button = IconButton(
            "sweep_recipe_button", "sliders-horizontal", self.tr("&Use this recipe"), self.tr("Put this trial's recipe into the designer")
        )
        row = QHBoxLayout(spacing=8)
        row.addWidget(self.filter_label)
        row.addWidget(self.all_button)
        row.addStretch(1)
        row.addWidget(self.run_button)
        row.addWidget(self.recipe_button)
        layout = QVBoxLayout(card, spacing=6)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        return card

    def _add_exports(self) -> None:
        menu = self.head.menu
        table = menu.addAction(theme.icon("table"), self.tr("&Table of trials…"))
        table.setObjectName("sweep_save_table_action")
        table.triggered.connect(self.table_requested)
        menu.addSeparator()
        for key, icon, text in (
            ("parallel", "columns-3", self.tr("&Parallel coordinates…")), ("rate", "chart-spline", self.tr("&Rate–distortion…")),
            ("map", "grid-3x3", self.tr("&Map…")),
        ):  # fmt: skip
            action = menu.addAction(theme.icon(icon), text)
            action.setObjectName(f"sweep_save_{key}_action")
            action.triggered.connect(partial(self.plot_requested.emit, key))

    def _connect(self) -> None:
        for plot in self.plots:
            plot.picked.connect(self.table.choose)
            plot.opened.connect(self.run_requested)
            plot.menu_requested.connect(self._pop_up)
        self.parallel.brushed.connect(self._follow_brush)
        self.all_button.clicked.connect(self.parallel.clear_brushes)
        self.rate_box.currentIndexChanged.connect(self._choose_rate)
        self.table.picked.connect(self._follow_choice)
        self.table.opened.connect(self.run_requested)
        self.table.menu_requested.connect(self._pop_up)
        self.run_button.clicked.connect(self._ask_run)
        self.recipe_button.clicked.connect(self._ask_recipe)

    # Showing

    def show_sweep(self, folder: SweepFolder, trials: list[Trial]) -> None:
        """Another sweep."""
        self._folder = folder
        self.parallel.brushes = {}
        self.table.trials.show_sweep(folder.sweep, trials)
        self.views.setTabEnabled(1, len(folder.sweep.varied) == 2)
        if len(folder.sweep.varied) < 2:
            self.views.setCurrentIndex(0)
        self.draw({trial.number: trial for trial in trials})
        self._follow_brush()
        self._follow_choice(None)

    def draw(self, trials: dict[int, Trial]) -> None:
        """Bring the plots up to date."""
        if self._folder is None:
            return
        for plot in self.plots:
            plot.show_trials(self._folder.sweep, trials)
        self.rate_box.setVisible(self.rate_view.has_rate)
        if self.parallel.brushes:
            self._follow_brush()

    @Slot()
    def _follow_brush(self) -> None:
        """The table shows what is brushed."""
        passing = self.parallel.passing if self.parallel.brushes else None
        self.table.passing.set_numbers(passing)
        total = len(self.table.trials.rows)
        self.all_button.setVisible(passing is not None)
        chosen = "" if passing is None else self.tr("{count} of {total} trials in the chosen ranges")
        self.filter_label.setText(chosen.format(count=len(passing or ()), total=total))

    @Slot()
    def _choose_rate(self) -> None:
        self.rate_view.set_rate(self.rate_box.currentData())

    @Slot(object)
    def _follow_choice(self, number: int | None) -> None:
        for plot in self.plots:
            plot.choose(number)
        self.run_button.setEnabled(number is not None)
        self.recipe_button.setEnabled(number is not None)

    # Asking

    @Slot()
    def _ask_run(self) -> None:
        if (trial := self.table.chosen) is not None:
            self.run_requested.emit(trial.number)

    @Slot()
    def _ask_recipe(self) -> None:
        if (trial := self.table.chosen) is not None:
            self.recipe_requested.emit(trial.number)

    @Slot()
    def _ask_folder(self) -> None:
        if (trial := self.table.chosen) is not None and self._folder is not None:
            self.folder_requested.emit(Path(self._folder.run_path(trial.number)))

    @Slot(object)
    def _pop_up(self, place: QPoint) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def context_menu(self) -> QMenu:
        """What can be done with the chosen trial, and what can be saved."""
        menu = QMenu(self)
        has_choice = self.table.chosen is not None
        for icon, text, slot in (
            ("eye", self.tr("Open as &run"), self._ask_run), ("sliders-horizontal", self.tr("&Use this recipe"), self._ask_recipe),
            ("folder-open", self.tr("Show &folder"), self._ask_folder),
        ):  # fmt: skip
            action = QAction(theme.icon(icon), text, menu)
            action.setEnabled(has_choice)
            action.triggered.connect(slot)
            menu.addAction(action)
        menu.addSeparator()
        menu.addActions(self.head.menu.actions())
        return menu


def _away_from_edges(plot: QWidget) -> QWidget:
    """A plot's ground is square, and would be painted over a card's rounded corners."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(PLOT_MARGIN_PX, PLOT_MARGIN_PX, PLOT_MARGIN_PX, PLOT_MARGIN_PX)
    layout.addWidget(plot)
    return inside
