"""All metrics of the shown run in small multiples, and those of compared runs over them."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.line_looks import swatch
from ae_workbench.ui.viewers.curves.grid import PATH, Cell, CellGrid, title_of
from ae_workbench.ui.viewers.curves.histories import KL, LOSS, NATS, RECONSTRUCTION, SECONDS, VALIDATION, Histories, HistoriesJob, History
from ae_workbench.ui.viewers.curves.path_plot import PathPlot
from ae_workbench.ui.viewers.curves.plots import EpochPlot, Look, MetricPlot
from ae_workbench.ui.viewers.viewer import Table, Viewer
from ae_workbench.ui.wording import metric_text, seconds_text
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

RESTS_PER_READ = 5
LEAST_REST_MS, MOST_REST_MS = 50, 2000
"""A long history isn't read again at once while training adds to it."""


class CurvesViewer(Viewer):
    """A click on a curve shows the nearest stored epoch everywhere."""

    key = "curves"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.histories: Histories | None = None
        self._read: object = None
        self._asked: object = None
        self._rest = QTimer(self, singleShot=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.training_button = self._switch("curves_training_button", self.tr("Training"), self.tr("Show the training's values (faint)"))
        self.validation_button = self._switch(
            "curves_validation_button", self.tr("Validation"), self.tr("Show the values on test examples (strong)")
        )
        self.log_button = self._switch(
            "curves_log_button", self.tr("Log scale"), self.tr("Logarithmic axes, where late, small improvements can be seen")
        )
        self.log_button.setChecked(False)
        self.legend = QLabel(objectName="curves_legend")
        self.note_label = QLabel(objectName="curves_note")
        for label in (self.legend, self.note_label):
            theme.set_role(label, "muted")
            label.setFont(theme.number_font(label.font()))
        self.legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note_label.setToolTip(
            self.tr("Best is the epoch with the lowest validation loss (dashed line). A click on a curve shows that epoch everywhere.")
        )
        self.grid = CellGrid()
        self.grid.setObjectName("curves_grid")
        self.grid.setAccessibleName(self.tr("Curves of all metrics"))
        head = QHBoxLayout(spacing=6)
        for widget in (self.training_button, self.validation_button, self.log_button):
            head.addWidget(widget)
        head.addSpacing(8)
        head.addWidget(self.legend, 1)
        head.addWidget(self.note_label)
        layout = QVBoxLayout(self.content, spacing=10)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)

    def _switch(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton(objectName=name, text=text, checkable=True, checked=True)
        theme.set_role(button, "switch")
        button.setAccessibleName(text)
        button.setToolTip(tip)
        return button

    def _connect(self) -> None:
        for button in (self.training_button, self.validation_button, self.log_button):
            button.toggled.connect(self._draw)
        self._rest.timeout.connect(self._read_again)
        self.workspace.run_changed.connect(self._start_over)
        self.workspace.epochs_changed.connect(self.invalidate)
        self.workspace.compared_changed.connect(self.invalidate)
        theme.signals.changed.connect(self._draw)

    # Reading

    def refresh(self) -> None:
        run = self.workspace.run
        if run is None:
            self.show_empty(
                self.tr("No curves yet"), self.tr("Press Start: after each epoch a point is added for training and validation.")
            )
            return
        wanted = run, self.workspace.newest_epoch, self.workspace.compared
        if wanted == self._read:
            self._mark()
        elif not self._rest.isActive():
            self._asked = wanted
            self.ask(HistoriesJob(run, self.workspace.compared))

    @Slot()
    def _read_again(self) -> None:
        if self._asked is not None and self._wants_more:
            self.invalidate()

    @property
    def _wants_more(self) -> bool:
        return (self.workspace.run, self.workspace.newest_epoch, self.workspace.compared) != self._read

    @Slot()
    def _start_over(self) -> None:
        self._read = None
        self._rest.stop()

    def show_answer(self, what: str, answer: Histories) -> None:
        if answer.runs[0].path != self.workspace.run:
            return
        self._read = self._asked
        self._rest.start(int(min(MOST_REST_MS, max(LEAST_REST_MS, 1000 * RESTS_PER_READ * answer.read_s))))
        self.histories = answer
        if not answer.metrics or not len(answer.runs[0].epochs):
            self.show_empty(self.tr("No epoch yet"), self.tr("The first point of each curve comes when the first epoch is trained."))
            return
        self._match_cells(answer)
        self._draw()
        self.show_content()

    def _match_cells(self, histories: Histories) -> None:
        wanted = (*histories.metrics, *((PATH,) if any(run.has_path for run in histories.runs) else ()))
        if tuple(cell.shows for cell in self.grid.cells) == wanted:
            return
        cells = [Cell(metric, PathPlot() if metric == PATH else MetricPlot(metric)) for metric in wanted]
        over_epochs = [cell.plot for cell in cells if cell.shows != PATH]
        for cell in cells:
            if isinstance(cell.plot, PathPlot):
                cell.plot.redraw_wanted.connect(self._draw)
            cell.plot.chosen.connect(self._choose)
            cell.plot.pointed.connect(self._point)
            cell.plot.left.connect(self._stop_pointing)
        for plot in over_epochs[1:]:
            plot.setXLink(over_epochs[0])
        self.grid.set_cells(cells)

    # Drawing

    @property
    def look(self) -> Look:
        count = len(self.histories.runs) if self.histories is not None else 1
        return Look(tuple(range(count)), self.training_button.isChecked(), self.validation_button.isChecked(), self.log_button.isChecked())

    @Slot()
    def _draw(self) -> None:
        if self.histories is None:
            return
        runs, look = self.histories.runs, self.look
        for cell in self.grid.cells:
            merged = cell.shows == LOSS and runs[0].loss_is_reconstruction
            cell.call(f"{title_of(LOSS)} = {title_of(RECONSTRUCTION)}" if merged else title_of(cell.shows))
            self._plot(cell).show_runs(runs, look)
        names = (self._coloured(f"━ {run.name}", number) for number, run in enumerate(runs))
        looks = ((self.tr("training"), True), (self.tr("validation"), False))
        kinds = (f"{self._swatch(faint)} {words}" for words, faint in looks if any(shown is faint for _, shown in look.prefixes))
        self.legend.setText(" &nbsp; ".join(names if len(runs) > 1 else kinds))
        self._mark()

    def _swatch(self, faint: bool) -> str:
        return swatch([Line("", self.look.colours[0], faint)])

    def _plot(self, cell: Cell) -> MetricPlot | PathPlot:
        plot: EpochPlot = cell.plot
        assert isinstance(plot, MetricPlot | PathPlot)
        return plot

    def _coloured(self, text: str, number: int) -> str:
        series = theme.current().series
        return f'<span style="color:{series[number % len(series)]}">{text}</span>'

    def _mark(self) -> None:
        """Shown and best epoch in every plot, and the shown one's numbers."""
        if self.histories is None:
            return
        shown, best = self.workspace.shown_epoch, self.histories.runs[0].best
        for cell in self.grid.cells:
            self._plot(cell).mark_epochs(shown, best)
        self._stop_pointing()

    # Reading off

    @Slot(float)
    def _point(self, place: float) -> None:
        if self.histories is not None:
            epochs = self.histories.runs[0].epochs
            epoch = min(max(round(place), int(epochs[0])), int(epochs[-1]))
            for cell in self.grid.cells:
                self._plot(cell).point_at(epoch, self.histories.runs, self.look)
            self._say_numbers(epoch)

    @Slot()
    def _stop_pointing(self) -> None:
        if self.histories is not None:
            for cell in self.grid.cells:
                self._plot(cell).point_at(None, self.histories.runs, self.look)
            self._say_numbers(self.workspace.shown_epoch)

    def _say_numbers(self, epoch: int | None) -> None:
        if self.histories is None:
            return
        runs, best = self.histories.runs, self.histories.runs[0].best
        at = [run.at(epoch) if epoch is not None else {} for run in runs]
        self.grid.say([self._numbers(cell.shows, runs, at) for cell in self.grid.cells])
        parts = [self.tr("Epoch {epoch}").format(epoch=epoch)] if epoch is not None else []
        parts += [self.tr("best {epoch}").format(epoch=best)] if best else []
        self.note_label.setText(" · ".join(parts))

    def _numbers(self, metric: str, runs: tuple[History, ...], at: list[dict[str, float]]) -> str:
        if metric == PATH:
            found = [at[0].get(VALIDATION + name, at[0].get(name)) for name in (NATS, KL)]
            texts = [metric_text(value) for value in found if value is not None]
            return f" · {title_of(KL)} ".join(texts) if len(runs) == 1 else ""
        if metric == SECONDS and len(runs) == 1:
            return seconds_text(at[0][SECONDS]) if SECONDS in at[0] else ""
        if len(runs) == 1:
            values = [(faint, at[0][prefix + metric]) for prefix, faint in self.look.prefixes if prefix + metric in at[0]]
            return " &nbsp;".join(f"{self._swatch(faint)} {metric_text(value)}" for faint, value in values)
        pairs = enumerate(found.get(VALIDATION + metric, found.get(metric)) for found in at)
        return " &nbsp; ".join(self._coloured(metric_text(value), number) for number, value in pairs if value is not None)

    @Slot(float)
    def _choose(self, place: float) -> None:
        """Show the stored epoch nearest to a click; the newest one live."""
        epoch = self.histories.runs[0].stored_near(place) if self.histories is not None else None
        if epoch is not None:
            self.workspace.set_epoch(None if epoch == self.workspace.newest_epoch else epoch)

    # Saving

    def recolour(self) -> None:
        """Colour maps are for pictures."""

    def table(self) -> Table | None:
        if self.histories is None or not len(self.histories.runs[0].epochs):
            return None
        run = self.histories.runs[0]
        names = list(run.values)
        lines = [[int(epoch), *(float(run.values[name][row]) for name in names)] for row, epoch in enumerate(run.epochs)]
        return ["epoch", *names], lines

    def figure(self) -> QWidget:
        return self.grid
