"""One metric over epochs, with the shown and the best epoch marked; a click chooses an epoch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.loss_plot import LossPlot
from ae_workbench.ui.plotting import pg
from ae_workbench.ui.viewers.curves.histories import VALIDATION, History


@dataclass(frozen=True)
class Look:
    """How curves are drawn: a colour of the theme's series for each run, which of training and validation, and the axis."""

    colours: tuple[int, ...]
    training: bool = True
    validation: bool = True
    logarithmic: bool = False

    @property
    def prefixes(self) -> tuple[tuple[str, bool], ...]:
        """``val_`` or nothing, and whether the line is faint."""
        return (*((("", True),) if self.training else ()), *(((VALIDATION, False),) if self.validation else ()))


class EpochPlot(LossPlot):
    """What every plot of this viewer shares. ``chosen`` gives the epoch that was clicked, ``pointed`` the one under the pointer."""

    chosen = Signal(float)
    pointed = Signal(float)
    left_px = 44

    def __init__(self, parent: QWidget | None = None, bottom: pg.AxisItem | None = None) -> None:
        super().__init__(parent, bottom)
        self.setObjectName("curve_plot")
        self.caption.setObjectName("")
        self.scene().sigMouseClicked.connect(self._follow_click)

    def epoch_at(self, place: QPointF) -> float | None:
        """The epoch under a point in the plot's own numbers."""
        raise NotImplementedError

    def show_everything(self) -> None:
        """Take zooming back."""
        self.getPlotItem().enableAutoRange()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Zoom with Ctrl only, so that the wheel scrolls the page of plots."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(object)
    def _follow_click(self, click: Any) -> None:
        box = self.getPlotItem().getViewBox()
        if click.button() != Qt.MouseButton.LeftButton or not box.sceneBoundingRect().contains(click.scenePos()):
            return
        if click.double():
            self.show_everything()
            return
        epoch = self.epoch_at(box.mapSceneToView(click.scenePos()))
        if epoch is not None:
            self.chosen.emit(epoch)


class MetricPlot(EpochPlot):
    """One metric of several runs over epochs."""

    def __init__(self, metric: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows = metric
        self._shown_line = pg.InfiniteLine(angle=90, movable=False)
        self._best_line = pg.InfiniteLine(angle=90, movable=False)
        plot = self.getPlotItem()
        plot.setMouseEnabled(x=True, y=False)
        plot.setAutoVisible(y=True)
        for line in (self._best_line, self._shown_line):
            line.hide()
            plot.addItem(line, ignoreBounds=True)
        self.hovered.connect(self.pointed)
        self._dress_lines()
        for changed in (theme.signals.changed, self.ratio_changed):
            changed.connect(self._dress_lines)

    @Slot()
    def _dress_lines(self) -> None:
        colours, width = theme.current(), self.pen_width(1)
        self._shown_line.setPen(pg.mkPen(colours.accent, width=width))
        self._best_line.setPen(pg.mkPen(colours.good, width=width, style=Qt.PenStyle.DashLine))

    def show_runs(self, runs: Sequence[History], look: Look) -> None:
        """Draw the metric of every run."""
        self.set_logarithmic(look.logarithmic)
        curves = {
            f"{number} {prefix}": (
                Line(f"{number} {prefix}", look.colours[number], faint),
                run.curve(prefix + self.shows, look.logarithmic),
            )
            for number, run in reversed(list(enumerate(runs)))
            for prefix, faint in look.prefixes
        }
        drawn = {key: pair for key, pair in curves.items() if len(pair[1][0])}
        self.set_lines([line for line, _ in drawn.values()])
        for key, (_, (x, y)) in drawn.items():
            self.set_curve(key, x, y)

    def set_curve(self, key: str, x: NDArray, y: NDArray) -> None:
        """Replace the data of one curve; a long one is drawn as its highest and lowest point per pixel."""
        self._items[key].opts["autoDownsampleFactor"] = 1.0
        super().set_curve(key, x, y)

    def mark_epochs(self, shown: int | None, best: int) -> None:
        """Lines at the shown and the best epoch."""
        for line, epoch in ((self._shown_line, shown), (self._best_line, best or None)):
            line.setVisible(epoch is not None)
            if epoch is not None:
                line.setPos(epoch)

    def point_at(self, epoch: float | None, runs: Sequence[History], look: Look) -> None:
        """Crosshair with a dot on each curve; None takes it away."""
        if epoch is None:
            self.unmark()
            return
        values = [(number, run.at(epoch)) for number, run in enumerate(runs)]
        dots = {
            f"{number} {prefix}": found[prefix + self.shows]
            for number, found in values
            for prefix, _ in look.prefixes
            if prefix + self.shows in found
        }
        self.mark(epoch, dots)

    def epoch_at(self, place: QPointF) -> float | None:
        return place.x()
