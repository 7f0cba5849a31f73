"""Error against rate: what a smaller code costs, with the mean and the spread over seeds."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ae_workbench.analysis.sweeps import Curve, Floats, Rate, RatePlot, rate_plot
from ae_workbench.core.shortening import shortened_apart
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.ui import theme
from ae_workbench.ui.modes.sweep.legend import Legend
from ae_workbench.ui.modes.sweep.means import combination_of, mean_text
from ae_workbench.ui.modes.sweep.plot import SweepPlot
from ae_workbench.ui.modes.sweep.words import tick_text, title_of
from ae_workbench.ui.plot_axes import name_axis
from ae_workbench.ui.plotting import pg
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

NEAR_PX = 9
DOT_PX, MARKED_PX, HOLLOW_PX = 7, 13, 11
BAND_ALPHA = 40
MOST_NAMED, NAMES_LETTERS = 8, 40
"""Values in the legend; letters that stand beside each other below the plot."""
LEGEND_MARGIN_PX, LEGEND_TOP_PX, LEGEND_GAP_PX = 10, 2, 6
TITLE_ROW = 0
"""Of pyqtgraph's layout; the plot has no title there."""
EMPTY = QT_TRANSLATE_NOOP("sweep", "The error of every whole trial will be drawn here.")


class RateView(SweepPlot):
    """A line for each value of the second parameter, a dot for each trial."""

    left_px = 62

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sweep_rate_plot", QCoreApplication.translate("sweep", "Error against code size"), parent)
        self.rate: Rate = "code_size"
        self.has_rate = True
        self._numbers: tuple[int, ...] = ()
        self._points: Floats = np.zeros((0, 2))
        self._curves: list[object] = []
        plot = self.getPlotItem()
        plot.showGrid(x=True, y=True, alpha=0.3)
        plot.getViewBox().setDefaultPadding(0.06)
        for side in ("left", "bottom"):
            plot.getAxis(side).setStyle(tickLength=0, tickTextOffset=6)
            plot.getAxis(side).enableAutoSIPrefix(False)
        self._dots = pg.ScatterPlotItem(size=DOT_PX, pxMode=True)
        self._marked = pg.ScatterPlotItem(size=MARKED_PX, pxMode=True)
        plot.addItem(self._dots)
        plot.addItem(self._marked, ignoreBounds=True)
        self.legend = Legend("sweep_rate_legend", self)
        self.dress()
        self.say(QCoreApplication.translate("sweep", EMPTY))

    def set_rate(self, rate: Rate) -> None:
        """What lies on the x axis."""
        self.rate = rate
        self.redraw()

    # Drawing

    def redraw(self) -> None:
        if self.sweep is None:
            return
        found = rate_plot(self.sweep, list(self.trials.values()), self.rate)
        plot = self.getPlotItem()
        for item in self._curves:
            plot.removeItem(item)
        self._curves = []
        series = theme.current().series
        colours = {curve.name: QColor(series[place % len(series)]) for place, curve in enumerate(found.curves)}
        for curve in found.curves:
            self._draw(curve, colours[curve.name], found)
        self._numbers = found.numbers
        self.has_rate = found.key in ("code_size", "compression")
        self._points = np.stack([_along(found, found.dots[:, 0]), found.dots[:, 1]], axis=1)
        self._dots.setData(
            self._points[:, 0], self._points[:, 1], brush=[pg.mkBrush(colours[name]) for name in found.names],
            pen=pg.mkPen(theme.current().plot_background, width=1),
        )  # fmt: skip
        self._dress_axes(found)
        self._say_legend(found, colours)
        plot.autoRange()
        if count := len(found.scale.names):
            half = 0.5 / max(count - 1, 1)
            plot.setXRange(-half, 1 + half, padding=0)
        self.say("" if found.numbers else QCoreApplication.translate("sweep", EMPTY))
        self.mark()

    def _draw(self, curve: Curve, colour: QColor, found: RatePlot) -> None:
        x = _along(found, curve.x)
        if found.scale.names:  # nothing lies between them that a line could go through
            self._draw_bars(curve, colour, x)
        else:
            self._draw_line(curve, colour, x)
        hollow = pg.ScatterPlotItem(
            x[curve.lacking], curve.mean[curve.lacking], size=HOLLOW_PX, pxMode=True, brush=pg.mkBrush(theme.current().plot_background),
            pen=pg.mkPen(colour, width=2),
        )  # fmt: skip
        hollow.setZValue(5)
        self._add(hollow)

    def _draw_bars(self, curve: Curve, colour: QColor, x: Floats) -> None:
        """A mean with its spread at each name where there are several seeds; else the trials' own dots are all."""
        if curve.counts.max() < 2:
            return
        pen = pg.mkPen(colour, width=2)
        bars = pg.ErrorBarItem(x=x, y=curve.mean, top=curve.high - curve.mean, bottom=curve.mean - curve.low, pen=pen)
        self._add(bars, pg.ScatterPlotItem(x, curve.mean, size=HOLLOW_PX, pxMode=True, symbol="s", brush=pg.mkBrush(colour), pen=None))

    def _draw_line(self, curve: Curve, colour: QColor, x: Floats) -> None:
        """Means joined, with their spread as a band."""
        pale = QColor(colour)
        pale.setAlpha(BAND_ALPHA)
        low, high = pg.PlotCurveItem(x, curve.low, pen=None), pg.PlotCurveItem(x, curve.high, pen=None)
        band = pg.FillBetweenItem(low, high, brush=pale)
        line = pg.PlotCurveItem(x, curve.mean, pen=pg.mkPen(colour, width=2), antialias=True)
        self._add(low, high, band, line)
        band.setZValue(-10)

    def _add(self, *items: object) -> None:
        self._curves += items
        for item in items:
            self.getPlotItem().addItem(item)

    def _dress_axes(self, found: RatePlot) -> None:
        plot = self.getPlotItem()
        assert self.sweep is not None
        for side in ("left", "bottom"):
            plot.getAxis(side).setStyle(showValues=bool(found.numbers))
        bottom, scale = plot.getAxis("bottom"), found.scale
        if scale.names:
            most = NAMES_LETTERS // len(scale.names)
            names = shortened_apart([tick_text(self.sweep, found.key, name) for name in scale.names], lambda text: len(text) <= most)
            bottom.setTicks([[(place, name) for (place, _), name in zip(scale.ticks, names, strict=True)]])
        elif scale.log or scale.is_listed:
            low, high = (np.log10(end) if scale.log else end for end in (scale.low, scale.high))
            bottom.setTicks([[(low + place * (high - low), text) for place, text in scale.ticks]])
        else:
            bottom.setTicks(None)
        name_axis(self, "bottom", title_of(self.sweep, found.key))
        name_axis(self, "left", title_of(self.sweep, self.sweep.objective))

    def _say_legend(self, found: RatePlot, colours: dict[str, QColor]) -> None:
        """Which colour is which value of the second parameter."""
        assert self.sweep is not None
        sweep = self.sweep
        named = [(tick_text(sweep, found.other, name), colour) for name, colour in colours.items() if name]
        fewer = QCoreApplication.translate("sweep", "mean of fewer seeds")
        hollow = [f"○ {fewer}"] if any(curve.lacking.any() for curve in found.curves) else []
        more = ["…"] if len(named) > MOST_NAMED else []
        self.legend.show_entries(title_of(sweep, found.other) if named else "", named[:MOST_NAMED], [*more, *hollow])
        self._place_legend()

    def _place_legend(self) -> None:
        """Above the plot, where no data are."""
        width = self.width() - 2 * LEGEND_MARGIN_PX
        height = self.legend.place(LEGEND_MARGIN_PX, LEGEND_TOP_PX, max(width, 1))
        self.getPlotItem().layout.setRowFixedHeight(TITLE_ROW, height + LEGEND_GAP_PX if height else 0)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if hasattr(self, "legend"):  # pyqtgraph resizes in its constructor
            self._place_legend()

    def mark(self) -> None:
        if self.chosen not in self._numbers:
            self._marked.setData([], [])
            return
        x, y = self._points[self._numbers.index(self.chosen)]
        self._marked.setData([x], [y], brush=None, pen=pg.mkPen(theme.current().warning, width=2.5))

    # The pointer

    def nearest(self, place: QPointF) -> int | None:
        if not self._numbers:
            return None
        wide, high = self.pixels()
        away = np.hypot((self._points[:, 0] - place.x()) / wide, (self._points[:, 1] - place.y()) / high)
        return self._numbers[int(np.argmin(away))] if away.min() <= NEAR_PX else None

    def tip(self, sweep: Sweep, trial: Trial) -> str:
        mean = mean_text(sweep, combination_of(sweep, self.trials.values(), trial))
        return "\n\n".join(filter(None, [super().tip(sweep, trial), mean]))


def _along(found: RatePlot, x: Floats) -> Floats:
    """Where numbers lie on the x axis."""
    return np.log10(x) if found.scale.log and not found.scale.names else x
