"""The live curves of a training: chips that switch metrics, a logarithmic scale and values under the pointer."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ae_workbench.storage.run_folder import EpochRecord
from ae_workbench.ui import theme
from ae_workbench.ui.empty_state import EmptyState
from ae_workbench.ui.panels.chip_row import SPACING_PX, ChipRow
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.line_looks import swatch
from ae_workbench.ui.panels.metric_chip import MetricChip
from ae_workbench.ui.panels.metric_history import VALIDATION, MetricHistory
from ae_workbench.ui.panels.metric_titles import MEANINGS, SHORT_TITLES, TITLES, metric_title
from ae_workbench.ui.wording import metric_text

if TYPE_CHECKING:
    from ae_workbench.ui.panels.live_plot import LivePlot

REDRAW_MS = 78
"""From one drawing to the next: epochs of small data come faster than anyone can see."""
WHOLE_MS = 500
"""From one drawing of whole curves to the next, which takes many times as long as that of their tips: epochs in between lengthen these."""
SHOWN_FIRST = ("loss",)
MOST_CHIPS = ("loss", "reconstruction", "reconstruction_nats", "kl")


class Curves(QWidget):
    """Training (faint) and validation (strong) of the chosen metrics over epochs.

    With ``waits`` nothing is drawn until ``begin``; a plot takes long to import.
    """

    def __init__(self, parent: QWidget | None = None, waits: bool = False) -> None:
        super().__init__(parent)
        self._waits = waits
        self._plot: LivePlot | None = None
        self.history = MetricHistory()
        self._chips: dict[str, MetricChip] = {}
        self._rest = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._whole = QTimer(self, singleShot=True, interval=WHOLE_MS)
        self._stale: Callable[[], None] | None = None
        self._drawn = 0
        self._explained: list[Line] | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.log_button = QPushButton(self.tr("Log"), objectName="log_button", checkable=True)
        self.log_button.setToolTip(self.tr("Show values on a logarithmic axis, where late, small improvements can be seen."))
        theme.set_role(self.log_button, "quiet")
        self._chip_row = ChipRow(len(MOST_CHIPS))
        head = QHBoxLayout(spacing=SPACING_PX)
        head.addWidget(self._chip_row, 1)
        head.addWidget(self.log_button)
        self.empty = EmptyState(
            "chart-line", self.tr("No curves yet"), self.tr("Press Start: after each epoch a point is added for training and validation.")
        )
        drawing = QWidget()
        self._below = QVBoxLayout(drawing, spacing=4)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.addLayout(head)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(drawing)

    @property
    def wanted_px(self) -> int:
        """The width at which the chips of a variational plan, the most there are, have words."""
        chips = sum(chip.width_with(chip.short) + SPACING_PX for chip in map(self._make_chip, MOST_CHIPS))
        return chips + self.log_button.minimumSizeHint().width()

    def _connect(self) -> None:
        self._rest.timeout.connect(self._catch_up)
        self._whole.timeout.connect(self._draw_whole)
        self.log_button.toggled.connect(self._set_logarithmic)
        theme.signals.changed.connect(self._stop_reading)

    @property
    def plot(self) -> "LivePlot":
        """The plot, made when it is first asked for."""
        if self._plot is None:
            from ae_workbench.ui.panels.live_plot import LivePlot

            self._plot = LivePlot(self)
            self._plot.setAccessibleName(self.tr("Curves of the metrics over epochs"))
            self._plot.hovered.connect(self._read)
            self._plot.left.connect(self._stop_reading)
            self._below.addWidget(self._plot, 1)
            self._plot.set_logarithmic(self.log_button.isChecked())
            self._stop_reading()
        return self._plot

    def begin(self) -> None:
        """Draw from now on."""
        self._waits = False
        self._draw()

    def clear(self) -> None:
        """Forget everything."""
        self.history.clear()
        self._draw()

    def add(self, epoch: int, metrics: Mapping[str, float]) -> None:
        """One more epoch; drawn at once, or soon and together with others where something was drawn just now."""
        self.history.add(epoch, metrics)
        is_longer = self._whole.isActive() and len(self.history) > self._drawn
        self._draw_soon(self._draw_tips if is_longer and self._knows(metrics) else self._draw)

    def run_on(self, position: float, metrics: Mapping[str, float]) -> None:
        """The epoch under way came so far, such as 2.4 in the third, with these means; drawn as an epoch is."""
        self.history.run_on(position, metrics)
        self._draw_soon(self._draw_tips if self._knows(metrics) else self._draw)

    @property
    def is_behind(self) -> bool:
        """Whether what was told is still to be drawn, or to become part of the curves."""
        return self._stale is not None or self._drawn < len(self.history)

    def _knows(self, metrics: Mapping[str, float]) -> bool:
        return all(name.removeprefix(VALIDATION) in self._chips for name in metrics)

    def _draw_soon(self, stale: Callable[[], None]) -> None:
        if self._stale != self._draw:
            self._stale = stale
        if not self._rest.isActive():
            self._catch_up()

    @Slot()
    def _catch_up(self) -> None:
        if self._stale is not None:
            self._rest.start()
            self._stale()

    @Slot()
    def _draw_whole(self) -> None:
        if self._drawn < len(self.history):
            self._draw_soon(self._draw)

    def show_records(self, records: Iterable[EpochRecord]) -> None:
        """The curves of a stored run."""
        self._stop_reading()
        self.history.clear()
        self.history.extend((record.epoch, record.metrics) for record in records)
        self._draw()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Metrics that are switched on."""
        return tuple(name for name, chip in self._chips.items() if chip.isChecked())

    @Slot()
    def _draw(self) -> None:
        self._stale = None
        self._pages.setCurrentIndex(1 if self.history.metrics else 0)
        self._match_chips()
        if self._waits:
            return
        lines = self._lines
        self.plot.set_lines(lines)
        for line in lines:
            self.plot.set_curve(line.key, *self.history.curve(line.key))
        if lines != self._explained:
            self._stop_reading()
        self._drawn = len(self.history)
        self._whole.start()
        self._draw_tips()

    def _draw_tips(self) -> None:
        """What changes while an epoch is under way, and with epochs that come fast."""
        self._stale = None
        if self._waits:
            return
        for name in self._names:
            self.plot.set_tip(name, *self.history.tip(name, self._drawn))
        self.plot.show_tips()

    @property
    def _names(self) -> list[str]:
        """Of the curves, in the order of their metrics."""
        return [name for metric in self.chosen for name in (metric, VALIDATION + metric)]

    @property
    def _lines(self) -> list[Line]:
        names = self._names
        return [Line(name, self._chips[name.removeprefix(VALIDATION)].colour, not name.startswith(VALIDATION)) for name in names]

    def _match_chips(self) -> None:
        for name in [name for name in self._chips if name not in self.history.metrics]:
            chip = self._chips.pop(name)
            self._chip_row.remove(chip)
            chip.deleteLater()
        for metric in self.history.metrics:
            if metric not in self._chips:
                chip = self._chips[metric] = self._make_chip(metric)
                chip.toggled.connect(self._draw)
                self._chip_row.add(chip)
                QWidget.setTabOrder(self.log_button, chip)  # beside it, and then before it
                QWidget.setTabOrder(chip, self.log_button)

    def _make_chip(self, metric: str) -> MetricChip:
        title = metric_title(metric)
        short = QCoreApplication.translate("metrics", SHORT_TITLES.get(metric, TITLES.get(metric, metric)))
        known = list(TITLES)
        chip = MetricChip(title, short, known.index(metric) if metric in known else len(known) + len(self._chips))
        chip.setObjectName(f"metric_{metric}")
        chip.setToolTip(QCoreApplication.translate("metrics", MEANINGS.get(metric, "")))
        chip.setChecked(metric in SHOWN_FIRST)
        return chip

    @Slot(bool)
    def _set_logarithmic(self, on: bool) -> None:
        if self._plot is not None:
            self._plot.set_logarithmic(on)

    @Slot(float)
    def _read(self, position: float) -> None:
        epoch = self.history.nearest_epoch(position)
        if epoch is None:
            return
        values = self.history.at(epoch)
        chosen = {name: values[name] for metric in self.chosen for name in (metric, VALIDATION + metric) if name in values}
        self.plot.mark(epoch, chosen)
        at = self.tr("Epoch {epoch}").format(epoch=epoch)
        self.plot.say(*((" &nbsp; " if words else " ").join([at, *self._readings(values, words)]) for words in (2, 1, 0)), at)

    def _readings(self, values: Mapping[str, float], words: int) -> list[str]:
        """The value of each line behind its looks; with more ``words`` the metrics where there are several, and what the line is."""
        found = []
        for line in self._lines:
            if line.key not in values:
                continue
            metric = metric_title(line.key) if words and line.faint and len(self.chosen) > 1 else ""
            kind = self._word(line.faint) if words > 1 else ""
            found.append(" ".join(filter(None, (metric, swatch([line], 1 if words < 2 else 2), kind, metric_text(values[line.key])))))
        return found

    def _word(self, is_training: bool) -> str:
        return self.tr("training") if is_training else self.tr("validation")

    @Slot()
    def _stop_reading(self) -> None:
        if self._plot is None:
            return
        self._plot.unmark()
        self._explained = self._lines
        looks = (swatch([line for line in self._explained if line.faint is faint]) for faint in (True, False))
        words = " &nbsp; ".join(f"{look} {self._word(faint)}" for look, faint in zip(looks, (True, False), strict=True))
        self._plot.say(f"{words} &nbsp; " + self.tr("per epoch"), words)
