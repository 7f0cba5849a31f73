"""Plots of what experiments found, drawn as the other figures are."""

from ae_workbench.analysis.experiments.experiment import Chart, Plot, ScatterMap
from ae_workbench.export.figures.plots.chart import draw_chart
from ae_workbench.export.figures.plots.pictures import draw_pictures
from ae_workbench.export.figures.plots.scatter import draw_scatter
from ae_workbench.export.figures.sheet import Medium, drawing
from ae_workbench.export.figures.style import Look

WIDTH = 6.0
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


__all__ = ["WIDTH", "draw_plot"]
