"""What codes look like in numbers: per unit, per class and as a whole.

Codes are float (n, *code_dims); a unit is one number of a code, counted in the order of ``code.reshape(-1)``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DEAD_BELOW = 1e-3
"""Standard deviation over examples up to which a unit says the same for all of them."""
COLLAPSED_BELOW_NATS = 0.01
Values = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True)
class CodeStatistics:
    """``mean_code``: mean over all numbers of all codes (the article's 7.30 and 3.33). ``zero_share``: share of them that are 0.

    The rest is per unit, float64 (units,): ``means``, ``deviations`` (standard, over examples) and ``active_shares`` (share of
    examples in which the unit is not 0).
    """

    mean_code: float
    zero_share: float
    means: Values
    deviations: Values
    active_shares: Values

    @property
    def variances(self) -> Values:
        return self.deviations**2


def code_statistics(codes: NDArray) -> CodeStatistics:
    """Statistics of at least one code."""
    rows = flat(codes)
    active = rows != 0
    means = rows.mean(axis=0, dtype=np.float64)
    deviations = rows.std(axis=0, dtype=np.float64)
    return CodeStatistics(float(means.mean()), float(1 - active.mean()), means, deviations, active.mean(axis=0))


def flat(codes: NDArray) -> NDArray:
    """(n, units), a view where it can be."""
    return codes.reshape(len(codes), int(np.prod(codes.shape[1:])))


def hoyer_sparsity(codes: NDArray) -> Values:
    """How unevenly each code's numbers share its size, (n,): 0 where all are equally large, 1 where all but one are 0.

    Unlike the mean it doesn't change when a code is only made smaller. A code of a single number, or of zeros alone, counts as 1.

    Source: Hoyer 2004, "Non-negative matrix factorization with sparseness constraints", section 3.1.
    """
    rows = np.abs(flat(codes)).astype(np.float64)
    units = rows.shape[1]
    length = np.sqrt(np.square(rows).sum(axis=1))
    if units == 1:
        return np.ones(len(rows))
    ratio = np.divide(rows.sum(axis=1), length, out=np.ones(len(rows)), where=length > 0)
    return (np.sqrt(units) - ratio) / (np.sqrt(units) - 1)


def dead_units(deviations: NDArray) -> Indices:
    """Units that say the same for every example, mostly 0, so that they say nothing; ``deviations`` (units,) are over examples."""
    return np.flatnonzero(deviations <= DEAD_BELOW)


def kl_per_unit(z_mean: NDArray, z_log_var: NDArray) -> Values:
    """KL divergence of each unit's posterior from N(0, 1) in nats, mean over examples, (units,).

    Source: Kingma and Welling 2014, "Auto-Encoding Variational Bayes", appendix B.
    """
    mean, log_var = flat(z_mean).astype(np.float64), flat(z_log_var).astype(np.float64)
    return (-0.5 * (1 + log_var - mean**2 - np.exp(log_var))).mean(axis=0)


def collapsed_units(kl: NDArray, threshold_nats: float = COLLAPSED_BELOW_NATS) -> Indices:
    """Units whose posterior has become the prior, so that they say nothing about the image; ``kl`` as ``kl_per_unit`` gives it."""
    return np.flatnonzero(kl < threshold_nats)


def histogram(codes: NDArray, bins: int = 60) -> tuple[Values, NDArray[np.int64]]:
    """Edges (bins + 1,) and counts (bins,) over all finite numbers of all codes."""
    # In float64, because NumPy refuses bins narrower than the values' own precision.
    counts, edges = np.histogram(codes[np.isfinite(codes)].astype(np.float64), bins)
    return edges, counts


def descending(values: NDArray) -> Indices:
    """Order of units by variance or KL, the largest first; equal ones keep their order."""
    return np.argsort(-values, kind="stable")


def order_by_class(labels: NDArray) -> Indices:
    """Order of examples by label; those of one class keep their order."""
    return np.argsort(labels, kind="stable")


def class_spans(labels: NDArray) -> list[tuple[int, int, int]]:
    """Label, start and stop of each class once examples are in ``order_by_class``."""
    found, starts, counts = np.unique(np.sort(labels), return_index=True, return_counts=True)
    return [(int(label), int(start), int(start + count)) for label, start, count in zip(found, starts, counts, strict=True)]


def class_means(codes: NDArray, labels: NDArray) -> dict[int, NDArray[np.float32]]:
    """Mean code (*code_dims) of each class that has an example, by label."""
    return {int(label): codes[labels == label].mean(axis=0, dtype=np.float64).astype(np.float32) for label in np.unique(labels)}


def unit_sweep(code: NDArray, unit: int, values: NDArray) -> NDArray[np.float32]:
    """``code`` (*code_dims) once per value with one unit set to it, (len(values), *code_dims): decoded, they show what the unit draws."""
    swept = np.repeat(code[None].astype(np.float32), len(values), axis=0)
    flat(swept)[:, unit] = values
    return swept


def unit_values(statistics: CodeStatistics, unit: int, count: int, reach: float = 2.0) -> NDArray[np.float32]:
    """``count`` values for ``unit_sweep``: mean ± ``reach`` standard deviations of the unit, ascending."""
    mean, half = statistics.means[unit], reach * statistics.deviations[unit]
    return np.linspace(mean - half, mean + half, count).astype(np.float32)


def one_map_on(code_dims: tuple[int, ...], values: NDArray) -> NDArray[np.float32]:
    """Codes (maps, h, w, maps), the first with only map 0 switched on, and so on; ``values`` (maps,) or one number say how high."""
    height, width, maps = code_dims
    codes = np.zeros((maps, height, width, maps), np.float32)
    codes[np.arange(maps), :, :, np.arange(maps)] = np.broadcast_to(values, maps)[:, None, None]
    return codes
