"""A curve that grows without moving the axes at each point."""

from math import ceil, floor, log2

import numpy as np
from numpy.typing import NDArray

from ae_workbench.ui.plotting import pg

STEPS = 16
"""At least so many steps of an axis make up what the curve spans."""

Bounds = tuple[float, float] | tuple[None, None]


class SteadyCurve(pg.PlotDataItem):
    """Tells the axes to end at whole epochs and at round values: axes that move are drawn anew, which takes longer than the curve.

    ``tip`` are points after its own, for which there is to be room though they aren't drawn here.
    """

    tip: tuple[NDArray, NDArray] = np.empty(0), np.empty(0)

    def tip_on_axes(self) -> tuple[NDArray, NDArray]:
        """The tip as the axes count: without what has no logarithm where they are logarithmic."""
        return self._on_axes(*self.tip)

    def _on_axes(self, x: NDArray, y: NDArray) -> tuple[NDArray, NDArray]:
        if not self.opts["logMode"][1]:
            return x, y
        return x[y > 0], np.log10(y[y > 0])

    def highest_from(self, start: float) -> float | None:
        """The highest value from a place on the epoch axis on, with the tip, as the axes count."""
        parts = [self.tip] if self.xData is None else [(self.xData, self.yData), self.tip]
        x, y = self._on_axes(*(np.concatenate(part) for part in zip(*parts, strict=True)))
        under = y[x >= start]
        return float(max(np.max(under), np.interp(start, x, y))) if len(under) else None

    def dataBounds(  # noqa: N802 (pyqtgraph's name)
        self,
        ax: int,
        frac: float = 1.0,
        orthoRange: tuple[float, float] | None = None,  # noqa: N803
    ) -> Bounds:
        ends = [end for end in super().dataBounds(ax, frac, orthoRange) if end is not None]
        ahead = self.tip_on_axes()[ax]
        if len(ahead):
            ends += [np.min(ahead), np.max(ahead)]
        if not ends:
            return None, None
        low, high = float(min(ends)), float(max(ends))
        return rounded_epochs(low, high) if ax == 0 else rounded(low, high)


def rounded(low: float, high: float) -> tuple[float, float]:
    """Bounds at most a sixteenth of their distance further out, which small changes of either mostly leave alone."""
    if not high > low:
        return low, high
    step = 2.0 ** floor(log2((high - low) / STEPS))
    return floor(low / step) * step, ceil(high / step) * step


def rounded_epochs(low: float, high: float) -> tuple[float, float]:
    """Whole epochs, the end at most a sixteenth of them or one further on."""
    first = floor(low)
    step = max(1, 2 ** floor(log2((high - first) / STEPS))) if high > first else 1
    return float(first), float(first + ceil((high - first) / step) * step)
