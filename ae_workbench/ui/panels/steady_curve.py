"""A curve that grows without moving the axes at each point."""

from math import ceil, floor, log2

from ae_workbench.ui.plotting import pg

STEPS = 16
"""At least so many steps of the value axis make up what the curve spans."""

Bounds = tuple[float, float] | tuple[None, None]


class SteadyCurve(pg.PlotDataItem):
    """Tells the axes to end at a whole epoch and at round values: axes that move are drawn anew, which takes longer than the curve."""

    def dataBounds(  # noqa: N802 (pyqtgraph's name)
        self,
        ax: int,
        frac: float = 1.0,
        orthoRange: tuple[float, float] | None = None,  # noqa: N803
    ) -> Bounds:
        low, high = super().dataBounds(ax, frac, orthoRange)
        if low is None or high is None:
            return None, None
        return (low, float(ceil(high))) if ax == 0 else rounded(low, high)


def rounded(low: float, high: float) -> tuple[float, float]:
    """Bounds at most a sixteenth of their distance further out, which small changes of either mostly leave alone."""
    if not high > low:
        return low, high
    step = 2.0 ** floor(log2((high - low) / STEPS))
    return floor(low / step) * step, ceil(high / step) * step
