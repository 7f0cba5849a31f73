"""The colours of errors: the accent for the lowest, fading into the background toward the highest."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from ae_workbench.ui import theme

STEPS = 12
FADED = 0.62
"""How much of the background the highest error has in it."""


def ramp(steps: int = STEPS) -> list[QColor]:
    """From the lowest error to the highest."""
    colours = theme.current()
    best, worst = QColor(colours.accent), mixed(QColor(colours.muted), QColor(colours.plot_background), FADED)
    return [mixed(best, worst, place / (steps - 1)) for place in range(steps)]


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """``share`` of the other colour in the first."""
    parts = [round(a + (b - a) * share) for a, b in zip(_parts(one), _parts(other), strict=True)]
    return QColor(*parts)


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def steps_of(values: NDArray, steps: int = STEPS) -> NDArray[np.intp]:
    """Which step of the ramp each value has, by its rank; -1 for NaN."""
    found = np.full(len(values), -1, np.intp)
    known = np.flatnonzero(np.isfinite(values))
    if len(known):
        ranks = np.argsort(np.argsort(values[known], kind="stable"), kind="stable")
        found[known] = ranks * steps // max(len(known), 1)
    return found
