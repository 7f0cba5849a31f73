"""Numbers of findings as people read them."""

from collections.abc import Callable
from math import isfinite

from ae_workbench.analysis.experiments.experiment import Number

FIGURES = 4
LARGE = 10_000


def cell_text(cell: str | float) -> str:
    """A cell of a table: texts as they are, numbers with four digits that count."""
    return cell if isinstance(cell, str) else value_text(cell)


def value_text(value: float) -> str:
    """A number with four digits that count; whole and large ones with all their digits and commas."""
    if not isfinite(value):
        return str(value)
    if float(value).is_integer() or abs(value) >= LARGE:
        return f"{value:,.0f}".replace("-", "−")
    text = f"{value:.{FIGURES}g}"
    mantissa, e, exponent = text.partition("e")
    return (f"{mantissa}e{int(exponent)}" if e else text).replace("-", "−")


def number_text(number: Number, say: Callable[[str], str] = str) -> str:
    """A number with its unit, which ``say`` may translate."""
    return f"{value_text(number.value)} {say(number.unit) if number.unit else ''}".rstrip()
