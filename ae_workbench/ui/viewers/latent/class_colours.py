"""A colour for each class: the theme's series, then lighter and darker turns of them."""

from PySide6.QtGui import QColor

from ae_workbench.ui.colours import Theme

TURNS = (100, 145, 65, 190, 45)
"""Percent of lightness; further rounds repeat."""


def class_colours(count: int, theme: Theme) -> list[QColor]:
    """As many colours as classes, the first ten told apart by colour-blind people too."""
    size = len(theme.series)
    return [_turned(QColor(theme.series[number % size]), TURNS[number // size % len(TURNS)]) for number in range(count)]


def _turned(colour: QColor, percent: int) -> QColor:
    return colour if percent == 100 else colour.lighter(percent) if percent > 100 else colour.darker(10_000 // percent)
