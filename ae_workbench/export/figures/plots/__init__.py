"""Plots of what experiments found, drawn as the other figures are."""

from collections.abc import Sequence

from ae_workbench.analysis.experiments.experiment import Chart, Plot, ScatterMap
from ae_workbench.export.figures.plots.chart import draw_chart
from ae_workbench.export.figures.plots.pictures import draw_pictures
from ae_workbench.export.figures.plots.scatter import draw_scatter
from ae_workbench.export.figures.sheet import Medium, drawing
from ae_workbench.export.figures.style import Look

WIDTH, BESIDE_WIDTH = 6.0, 3.0
NARROWEST, WIDEST = 2.5, 40.0


def draw_plot(plot: Plot, look: Look | None = None, width: float = WIDTH, dpi: int = 200, ending: str = "png") -> bytes:
    """A plot as a file's content: "png", "svg" or "pdf", so many inches wide, within ``NARROWEST`` and ``WIDEST``; any thread may ask."""
    medium = Medium(dpi, look or Look())
    width = min(max(width, NARROWEST), WIDEST)
    with drawing():
        if isinstance(plot, Chart):
            sheet = draw_chart(plot, medium, width)
        elif isinstance(plot, ScatterMap):
            sheet = draw_scatter(plot, medium, width)
        else:
            sheet = draw_pictures(plot, medium, width)
        return sheet.content(ending)


def stand_beside(plots: Sequence[Plot]) -> tuple[bool, ...]:
    """Which of them stand beside each other, two in a row and ``BESIDE_WIDTH`` wide: maps after maps, which are to be compared."""
    maps = [False, *(isinstance(plot, ScatterMap) for plot in plots), False]
    return tuple(here and (before or after) for before, here, after in zip(maps, maps[1:], maps[2:], strict=False))


__all__ = ["BESIDE_WIDTH", "WIDTH", "draw_plot", "stand_beside"]
