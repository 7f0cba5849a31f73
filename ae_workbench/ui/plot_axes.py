"""Plots in the theme's colours."""

from ae_workbench.ui import theme
from ae_workbench.ui.plotting import pg


def dress_axes(plot: pg.PlotWidget) -> None:
    """Background, axes and their numbers as the theme has them."""
    colours = theme.current()
    plot.setBackground(colours.plot_background)
    for side in ("left", "bottom"):
        axis = plot.getPlotItem().getAxis(side)
        axis.setTextPen(colours.muted)
        axis.setPen(colours.border)
        axis.setTickFont(theme.number_font(plot.font()))


def name_axis(plot: pg.PlotWidget, side: str, words: str) -> None:
    """What an axis shows, in the theme's colour and the present size of the type."""
    points = f"{plot.font().pointSizeF():g}pt"
    plot.getPlotItem().getAxis(side).setLabel(words, **{"color": theme.current().muted, "font-size": points})
