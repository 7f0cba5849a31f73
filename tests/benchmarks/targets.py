"""Rows of what is measured beside what it should be."""

from collections.abc import Sequence
from operator import ge, le
from typing import Any

import numpy as np

Row = dict[str, Any]
NO_TARGET = "–"


def at_most(what: str, measured: float, target: float, unit: str) -> Row:
    """A row whose number should be no larger than ``target``."""
    return {
        "what": what,
        "measured": _short(measured),
        "target": f"≤ {_short(target)}",
        "unit": unit,
        "reached": _word(le(measured, target)),
    }


def at_least(what: str, measured: float, target: float, unit: str) -> Row:
    """A row whose number should be no smaller than ``target``."""
    return {
        "what": what,
        "measured": _short(measured),
        "target": f"≥ {_short(target)}",
        "unit": unit,
        "reached": _word(ge(measured, target)),
    }


def plain(what: str, measured: float, unit: str) -> Row:
    """A row for comparison."""
    return {"what": what, "measured": _short(measured), "target": NO_TARGET, "unit": unit, "reached": NO_TARGET}


def percentile(values: Sequence[float], percent: float) -> float:
    """What this share of the values are at most."""
    return float(np.percentile(values, percent))


def _short(number: float) -> float:
    """Three digits are what a measurement is good for."""
    return float(f"{number:.3g}") if abs(number) < 1000 else round(number)


def _word(reached: bool) -> str:
    return "yes" if reached else "no"
