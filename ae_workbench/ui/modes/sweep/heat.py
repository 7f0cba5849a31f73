"""A map over two parameters: the mean error at each combination."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QTextOption
from PySide6.QtWidgets import QWidget

from ae_workbench.analysis.sweeps import HeatMap, heat_map
from ae_workbench.core.combinations import Combination, combinations
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.wording import common_format
from ae_workbench.ui import theme
from ae_workbench.ui.modes.sweep.colours import ramp
from ae_workbench.ui.modes.sweep.means import combination_of, mean_text
from ae_workbench.ui.modes.sweep.plot import SweepPlot
from ae_workbench.ui.modes.sweep.words import tick_text, title_of
from ae_workbench.ui.plot_axes import name_axis
from ae_workbench.ui.plotting import pg
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

SHADES = 64
MOST_WRITTEN = 80
DARK_BELOW = 0.55
EMPTY = QT_TRANSLATE_NOOP("sweep", "The error at every combination of the two parameters will be painted here.")
ONE = QT_TRANSLATE_NOOP("sweep", "A map needs two parameters with lists of values: vary a second one.")


class HeatView(SweepPlot):
    """Cells in the colours of the other plots, with their numbers while there are few."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sweep_heat_plot", QCoreApplication.translate("sweep", "Map of the error"), parent)
        self._found: HeatMap | None = None
        self._cells: dict[tuple[int, int], Combination] = {}
        self._texts: list[pg.TextItem] = []
        plot = self.getPlotItem()
        for side in ("left", "bottom"):
            plot.getAxis(side).setStyle(tickLength=0, tickTextOffset=6)
            plot.getAxis(side).enableAutoSIPrefix(False)
        self._image = pg.ImageItem(axisOrder="row-major")
        plot.addItem(self._image)
        self.dress()
        self.say(QCoreApplication.translate("sweep", ONE))

    def redraw(self) -> None:
        if self.sweep is None:
            return
        found = self._found = heat_map(self.sweep, list(self.trials.values()))
        plot = self.getPlotItem()
        for text in self._texts:
            plot.removeItem(text)
        self._texts = []
        known = found is not None and bool(np.isfinite(found.values).any())
        self._image.setVisible(known)
        for side in ("left", "bottom"):
            plot.getAxis(side).setVisible(known)
        if found is None or not known:
            self.say(QCoreApplication.translate("sweep", ONE if found is None else EMPTY))
            return
        self.say("")
        self._cells = _cells(self.sweep, self.trials)
        self._paint(found)
        self._dress_axes(found)

    def _paint(self, found: HeatMap) -> None:
        values = found.values
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        shares = (values - low) / (high - low) if high > low else np.where(np.isfinite(values), 0.0, np.nan)
        shades = [*ramp(SHADES), QColor(theme.current().raised)]
        places = np.where(np.isfinite(shares), np.nan_to_num(shares) * (SHADES - 1), SHADES).round().astype(int)
        pixels = np.array([(shade.red(), shade.green(), shade.blue()) for shade in shades], np.uint8)[places]
        self._image.setImage(pixels, autoLevels=False, levels=(0, 255))
        rows, columns = values.shape
        plot = self.getPlotItem()
        plot.setRange(xRange=(0, columns), yRange=(0, rows), padding=0.01)
        if values.size <= MOST_WRITTEN:
            form = common_format(values.ravel().tolist())
            for (row, column), value in np.ndenumerate(values):
                if text := _cell_text(found, row, column, f"{value:{form}}" if np.isfinite(value) else ""):
                    self._texts.append(_written(column + 0.5, row + 0.5, text, shades[places[row, column]]))
        for text in self._texts:
            plot.addItem(text, ignoreBounds=True)

    def _dress_axes(self, found: HeatMap) -> None:
        assert self.sweep is not None
        sides = (("bottom", found.x_key, found.x_names), ("left", found.y_key, found.y_names))
        for side, key, names in sides:
            axis = self.getPlotItem().getAxis(side)
            axis.setTicks([[(place + 0.5, tick_text(self.sweep, key, name)) for place, name in enumerate(names)]])
            name_axis(self, side, title_of(self.sweep, key))

    def nearest(self, place: QPointF) -> int | None:
        found = self._cells.get((int(np.floor(place.y())), int(np.floor(place.x())))) if self._found is not None else None
        return (found.whole or found.trials)[0].number if found is not None else None

    def tip(self, sweep: Sweep, trial: Trial) -> str:
        mean = mean_text(sweep, combination_of(sweep, self.trials.values(), trial))
        return "\n\n".join(filter(None, [mean, super().tip(sweep, trial)]))


def _cells(sweep: Sweep, trials: dict[int, Trial]) -> dict[tuple[int, int], Combination]:
    """What lies in each cell."""
    x, y = sweep.varied
    return {
        (y.values.index(each.values[y.parameter]), x.values.index(each.values[x.parameter])): each
        for each in combinations(sweep, trials.values())
    }


def _cell_text(found: HeatMap, row: int, column: int, value: str) -> str:
    """Its mean, and of how many trials where some are lacking."""
    count = f"n = {found.counts[row, column]}/{found.seeds}" if found.lacks(row, column) else ""
    return "\n".join(filter(None, [value, count]))


def _written(x: float, y: float, words: str, shade: QColor) -> pg.TextItem:
    """What can be read on its cell."""
    text = pg.TextItem(words, color="#ffffff" if shade.lightnessF() < DARK_BELOW else "#10131a", anchor=(0.5, 0.5))
    document = text.textItem.document()
    document.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
    text.setTextWidth(document.idealWidth())
    text.setPos(x, y)
    return text
