"""One metric of several runs over epochs, each run in its colour."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.loss_plot import LossPlot
from ae_workbench.ui.panels.metric_history import VALIDATION, MetricHistory
from ae_workbench.ui.viewers.comparison.jobs import ComparedRun
from ae_workbench.ui.wording import metric_text


class ComparedCurves(QWidget):
    """Training faint, validation strong; the values under the pointer stand in the plot's corner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = LossPlot(self)
        self.plot.setObjectName("comparison_plot")
        self.plot.setAccessibleName(self.tr("Curves of the compared runs"))
        self._histories: list[MetricHistory] = []
        self._metric = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.plot.hovered.connect(self._read)
        self.plot.left.connect(self._stop_reading)

    def show_runs(self, runs: Sequence[ComparedRun], metric: str) -> None:
        """Draw one metric of these runs."""
        self._metric = metric
        self._histories = []
        for run in runs:
            history = MetricHistory()
            history.extend((record.epoch, record.metrics) for record in run.records)
            self._histories.append(history)
        names = (metric, VALIDATION + metric)
        lines = [Line(f"{number} {name}", number, faint=name == metric) for number in range(len(runs)) for name in names]
        self.plot.set_lines(lines)
        for number, history in enumerate(self._histories):
            for name in names:
                self.plot.set_curve(f"{number} {name}", *history.curve(name))
        self._stop_reading()

    @Slot(bool)
    def set_logarithmic(self, on: bool) -> None:
        self.plot.set_logarithmic(on)

    @Slot(float)
    def _read(self, position: float) -> None:
        """The values of all runs at the epoch under the pointer."""
        epochs = [epoch for history in self._histories if (epoch := history.nearest_epoch(position)) is not None]
        if not epochs:
            return
        epoch = min(epochs, key=lambda each: abs(each - position))
        values = {}
        for number, history in enumerate(self._histories):
            if history.nearest_epoch(epoch) == epoch:
                found = history.at(epoch)
                values.update({f"{number} {name}": found[name] for name in (self._metric, VALIDATION + self._metric) if name in found})
        self.plot.mark(epoch, values)
        shown = [metric_text(value) for key, value in values.items() if VALIDATION in key]
        self.plot.say("   ".join((self.tr("Epoch {epoch}").format(epoch=epoch), *shown)))

    @Slot()
    def _stop_reading(self) -> None:
        self.plot.unmark()
        self.plot.say("")
