"""Axes whose numbers have room at every size of the type."""

from collections.abc import Sequence
from math import ceil, floor, log10

import numpy as np
from PySide6.QtGui import QFontMetricsF

from ae_workbench.ui import theme
from ae_workbench.ui.plotting import pg

Spacings = list[tuple[float, float]]

LEAST_TICK_GAP_PX = 18, 44
"""Up and across, of logarithmic axes at the usual type size."""
LOG_DIGITS = (1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 2, 5), (1,)
WHOLE_FROM, WHOLE_TO = 1e4, 1e6
"""Numbers that are clearer without an exponent."""
NICE_STEPS = (1, 2, 5)


class RoomyAxis(pg.AxisItem):
    """pyqtgraph chooses ticks by the axis' length alone; here they are wider apart where their numbers would touch."""

    least_step = 0.0

    def tickSpacing(self, low: float, high: float, size: float) -> Spacings:  # noqa: N802 (pyqtgraph's name)
        spacings = [(step, offset) for step, offset in super().tickSpacing(low, high, size) if step >= self.least_step]
        if not (spacings or self.least_step):
            return []
        step = first = spacings[0][0] if spacings else self.least_step
        while step < high - low and step * size / (high - low) < self._room_for(low, high, step):
            step = _next_nice(step)
        return spacings if spacings and step == first else [(step, 0.0)]

    def _room_for(self, low: float, high: float, step: float) -> float:
        """Pixels along the axis that a number takes, with a gap to the next."""
        metrics = QFontMetricsF(self.style["tickFont"] or self.font())
        if self.orientation in ("left", "right"):
            return float(metrics.height())
        ends = [ceil(low / step) * step, floor(high / step) * step]
        texts = self.tickStrings(ends, self.autoSIPrefixScale * self.scale, step)
        return float(max(map(metrics.horizontalAdvance, texts)) + metrics.horizontalAdvance("0") / 2)


def _places(low: float, high: float, digits: Sequence[int]) -> list[float]:
    """Logarithms of the numbers from ``low`` to ``high`` that begin with one of these digits and go on with zeros."""
    places = [float(d + np.log10(n)) for d in range(floor(low), ceil(high) + 1) for n in digits]
    return [place for place in places if low <= place <= high]


def _apart(places: list[float], gap: float) -> list[float]:
    """Those that are so far from the one kept before, from the highest down."""
    kept: list[float] = []
    for place in reversed(places):
        if not kept or kept[-1] - place >= gap:
            kept.append(place)
    return kept[::-1]


def _next_nice(step: float) -> float:
    """The next of 1, 2, 5, 10, 20, …, in whatever decade."""
    decade = 10.0 ** floor(log10(step) + 1e-9)
    digit = round(step / decade)
    return float(decade * next((nice for nice in NICE_STEPS if nice > digit), 10))


class EpochAxis(RoomyAxis):
    """Ticks at whole epochs only."""

    least_step = 1.0


class ValueAxis(RoomyAxis):
    """Where it is logarithmic: plain numbers at 1, 2, 5 or at decades, as many as fit without touching."""

    def logTickValues(self, low: float, high: float, size: float, linear: object) -> list[tuple[float, list[float]]]:  # noqa: N802
        gap = theme.grown(LEAST_TICK_GAP_PX[self.orientation in ("top", "bottom")])
        least = gap * (high - low) / max(size, 1)
        for digits in LOG_DIGITS:
            ticks = _places(low, high, digits)
            if len(ticks) > 1 and min(np.diff(ticks)) >= least:
                return [(1.0, ticks)]
        for digits in reversed(LOG_DIGITS):
            ticks = _places(low, high, digits)
            if len(ticks) > 1:
                return [(1.0, _apart(ticks, least))]
        bottom, top = 10**low, 10**high
        spacing, _ = pg.AxisItem.tickSpacing(self, bottom, top, size)[0]
        values = np.arange(ceil(bottom / spacing), int(top / spacing) + 1) * spacing
        return [(1.0, _apart(np.log10(values[values > 0]).tolist(), least))]

    def logTickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802 (pyqtgraph's name)
        return [f"{number:.0f}" if WHOLE_FROM <= number < WHOLE_TO else f"{number:.4g}" for number in (10.0**value for value in values)]
