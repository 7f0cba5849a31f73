"""Colour and width of lines, in plots and in the words about them."""

from collections.abc import Sequence

from PySide6.QtGui import QColor

from ae_workbench.ui import theme
from ae_workbench.ui.panels.line import Line

TRAINING_ALPHA, TRAINING_ALPHA_DARK = 120, 170
"""On a dark ground the paler one couldn't be seen."""
FAINT_PX, STRONG_PX = 1.5, 2.0


def colour_of(line: Line) -> QColor:
    """In the theme that is in use."""
    colours = theme.current()
    colour = QColor(colours.series[line.colour % len(colours.series)])
    if line.faint:
        colour.setAlpha(TRAINING_ALPHA_DARK if colours.is_dark else TRAINING_ALPHA)
    return colour


def width_px(line: Line) -> float:
    return FAINT_PX if line.faint else STRONG_PX


def swatch(lines: Sequence[Line], length: int = 2) -> str:
    """Rich text that looks like these lines, one after the other; each is so many signs long, several only one."""
    length = 1 if len(lines) > 1 else length
    return "".join(f'<span style="color:{_seen(line)}">{("─" if line.faint else "━") * length}</span>' for line in lines)


def _seen(line: Line) -> str:
    """The colour of a line on the ground of a plot: rich text knows none that lets the ground through."""
    colour, ground = colour_of(line), QColor(theme.current().plot_background)
    share = colour.alphaF()
    pairs = (colour.red(), ground.red()), (colour.green(), ground.green()), (colour.blue(), ground.blue())
    return QColor(*(round(share * over + (1 - share) * under) for over, under in pairs)).name()
