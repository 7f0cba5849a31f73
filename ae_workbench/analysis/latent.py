"""The latent plane: grids of points on it, the part of it that holds the codes, and where it lies in a code with more dimensions.

Points are float (n, 2), x then y, with y upward, so that scatter and decoded grid share one pair of axes.
"""

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Range = tuple[float, float]


def grid(x_range: Range, y_range: Range, columns: int, rows: int) -> Floats:
    """Centres of columns × rows equal cells, (rows * columns, 2), left to right from the top row down.

    Decoded and put together with ``tiling.mosaic`` they fill exactly these ranges, the highest y on top.
    """
    return _rows_from_top(_centres(x_range, columns), _centres(y_range, rows))


def normal_quantile_grid(columns: int, rows: int, low: float = 0.05, high: float = 0.95) -> Floats:
    """Points at the quantiles ``low`` to ``high`` of N(0, 1) on each axis, in the order of ``grid``; one column or row is the median.

    Source: Kingma and Welling 2014, "Auto-Encoding Variational Bayes", figure 4: the unit square through the inverse normal distribution.
    """
    return _rows_from_top(_quantiles(columns, low, high), _quantiles(rows, low, high))


def fitted_ranges(points: NDArray, percent: float = 1.0, margin: float = 0.05, aspect: float | None = None) -> tuple[Range, Range]:
    """x and y range that hold the points (n, 2) between the percentiles ``percent`` and 100 − ``percent``, plus a margin on each side.

    With ``aspect``, a view's width over its height, the smaller range is widened until both axes have the same scale.
    """
    finite = points[np.isfinite(points).all(axis=1)]
    if not len(finite):
        finite = np.zeros((1, 2))
    low, high = np.percentile(finite.astype(np.float64), [percent, 100 - percent], axis=0)
    centre, size = (low + high) / 2, (high - low) * (1 + 2 * margin)
    # Codes that have collapsed onto a line or a point still need a plane around them.
    size = np.where(size > 1e-6 * np.maximum(1, np.abs(centre)), size, max(float(size.max()), 1.0))
    if aspect is not None:
        size = np.maximum(size, [size[1] * aspect, size[0] / aspect])
    (x_low, y_low), (x_high, y_high) = centre - size / 2, centre + size / 2
    return (float(x_low), float(x_high)), (float(y_low), float(y_high))


def embedded(points: NDArray, code: NDArray, axes: tuple[int, int] = (0, 1)) -> Floats:
    """Points on the plane of two units, ``axes``, of a code whose other numbers stay as in ``code``, (n, *code.shape)."""
    codes = np.repeat(code[None].astype(np.float32), len(points), axis=0)
    codes.reshape(len(points), code.size)[:, list(axes)] = points
    return codes


def _centres(bounds: Range, count: int) -> NDArray:
    low, high = bounds
    return low + (np.arange(count) + 0.5) * (high - low) / count


def _quantiles(count: int, low: float, high: float) -> NDArray:
    shares = np.linspace(low, high, count) if count > 1 else [0.5]
    return np.array([NormalDist().inv_cdf(share) for share in shares])


def _rows_from_top(xs: NDArray, ys: NDArray) -> Floats:
    x, y = np.meshgrid(xs, ys[::-1])
    return np.stack([x.ravel(), y.ravel()], axis=1).astype(np.float32)
