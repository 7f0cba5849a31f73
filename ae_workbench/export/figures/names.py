"""Names that fit and still differ."""

from bisect import bisect_right
from collections.abc import Sequence

from ae_workbench.export.figures.sheet import printable, shortened, text_width

SEPARATORS = " ", "-"
"""What is left out ends, or begins, with one of these."""


def told_apart(names: Sequence[str], points: float, most: float) -> list[str]:
    """Names that take at most so many inches each.

    If they were alike then, what they all begin and end with is left out, then their middle; where that isn't enough they are counted.
    """
    short = [shortened(name, points, most) for name in names]
    if _differ(short, names):
        return short
    begin, end = _alike(names), _alike([name[::-1] for name in names])
    cores = [f"{'…' if begin else ''}{name[begin : len(name) - end]}{'…' if end else ''}" for name in names]
    short = [_middle_left_out(core, points, most) for core in cores]
    if _differ(short, names):
        return short
    return [_middle_left_out(f"{place}: {core}", points, most) for place, core in enumerate(cores, 1)]


def _differ(short: Sequence[str], names: Sequence[str]) -> bool:
    return len(set(short)) == len(set(names))


def _alike(names: Sequence[str]) -> int:
    """How many letters all names begin with, up to the last separator in them."""
    first, last = min(names), max(names)
    alike = next((place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return max(first.rfind(mark, 0, alike) + 1 for mark in SEPARATORS)


def _middle_left_out(name: str, points: float, most: float) -> str:
    name = printable(name)
    if text_width(name, points) <= most:
        return name
    halves = range(1, len(name) // 2)
    half = max(1, bisect_right(halves, most, key=lambda half: text_width(f"{name[:half]}…{name[-half:]}", points)))
    return f"{name[:half]}…{name[-half:]}"
