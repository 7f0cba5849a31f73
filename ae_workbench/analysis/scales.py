"""Where the values of a parameter, or of what was measured, lie on an axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite, log10, nan

import numpy as np

from ae_workbench.core.varying import Value, value_text

LOG_RATIO = 8.0
"""Numbers that span more than this, all above 0, are spread over a logarithmic axis."""
MOST_NAMED = 9
USUAL_TICKS = 5
LEAST_DIGITS, MOST_DIGITS = 3, 15
LEAST_GAP = 0.08
"""Between ticks that don't touch, of the axis."""
Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Scale:
    """Where values lie on an axis from 0 to 1. ``names`` are those of things that are no numbers, spread evenly.

    ``is_listed``: the ticks are the values themselves, far enough from each other to be read.
    """

    low: float = 0.0
    high: float = 1.0
    log: bool = False
    names: tuple[str, ...] = ()
    ticks: Ticks = ()
    is_listed: bool = False

    def place(self, value: Value | float) -> float:
        """NaN where it can't lie on the axis."""
        if self.names:
            text = value_text(value)
            return _even(self.names.index(text), len(self.names)) if text in self.names else nan
        number = float(value)  # type: ignore[arg-type]  # an axis without names has numbers only
        if not isfinite(number) or (self.log and number <= 0):
            return nan
        low, high, number = (log10(each) if self.log else each for each in (self.low, self.high, number))
        return (number - low) / (high - low) if high > low else 0.5


def scale_of(values: Sequence[Value], measured: bool = False) -> Scale:
    """The scale on which these values, in this order, are shown best. Those that are ``measured`` are not named one by one."""
    distinct = list(dict.fromkeys(values))
    numbers = [float(value) for value in distinct if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)]
    if len(numbers) < len(distinct):
        names = tuple(dict.fromkeys(map(value_text, distinct)))
        return Scale(names=names, ticks=tuple((_even(place, len(names)), name) for place, name in enumerate(names)))
    if not numbers:
        return Scale()
    low, high = min(numbers), max(numbers)
    bare = Scale(low, high, low > 0 and high / low > LOG_RATIO)
    is_few = len(numbers) <= MOST_NAMED and not measured
    shown = sorted(set(numbers)) if is_few else _between(bare)
    ticks = tuple(zip(map(bare.place, shown), _written(shown), strict=True))
    gaps = [after - before for (before, _), (after, _) in pairwise(ticks)]
    return Scale(low, high, bare.log, ticks=ticks, is_listed=is_few and min(gaps, default=1.0) >= LEAST_GAP)


def _between(scale: Scale) -> list[float]:
    spread = np.geomspace if scale.log else np.linspace
    return [float(number) for number in spread(scale.low, scale.high, USUAL_TICKS if scale.high > scale.low else 1)]


def _even(place: int, count: int) -> float:
    return place / (count - 1) if count > 1 else 0.5


def _written(numbers: Sequence[float]) -> list[str]:
    """With as few digits as tell them apart, from three on."""
    for digits in range(LEAST_DIGITS, MOST_DIGITS):
        found = [_short(number, digits) for number in numbers]
        if len(set(found)) == len(numbers):
            return found
    return list(map(repr, numbers))


def _short(number: float, digits: int) -> str:
    return f"{number:.{digits}g}" if abs(number) < 1000 else f"{number:.{digits + 2}g}"
