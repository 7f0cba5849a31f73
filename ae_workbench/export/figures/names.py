"""Names that fit and still differ."""

from collections.abc import Sequence

from ae_workbench.core.foreign import plain_text
from ae_workbench.core.shortening import DOTS, shortened_apart
from ae_workbench.export.figures.sheet import shortened, text_width

LONGEST = 1000
"""Letters of a name that are looked at."""
SEPARATORS = " ", "-"
"""What is left out ends, or begins, with one of these."""


def told_apart(names: Sequence[str], points: float, most: float) -> list[str]:
    """Names that take at most so many inches each.

    If they were alike then, what they all begin and end with is left out, then as ``shortened_apart`` does.
    """
    short = [shortened(name, points, most) for name in names]
    if len(set(short)) == len(set(names)):
        return short
    begin, end = _alike(names), _alike([name[::-1] for name in names])
    cores = [f"{DOTS if begin else ''}{plain_text(name[begin : len(name) - end], LONGEST)}{DOTS if end else ''}" for name in names]
    return shortened_apart(cores, lambda text: text_width(text, points) <= most)


def _alike(names: Sequence[str]) -> int:
    """How many letters all names begin with, up to the last separator in them."""
    first, last = min(names), max(names)
    alike = next((place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return max(first.rfind(mark, 0, alike) + 1 for mark in SEPARATORS)
