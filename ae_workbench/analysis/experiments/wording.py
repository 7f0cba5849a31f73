"""Numbers of findings as people read them."""

from collections.abc import Callable
from math import isfinite

from ae_workbench.analysis.experiments.experiment import Findings, Number

FIGURES = 4
LARGE = 10_000


def cell_text(cell: str | float) -> str:
    """A cell of a table: texts as they are, numbers with four digits that count."""
    return cell if isinstance(cell, str) else value_text(cell)


def value_text(value: float) -> str:
    """A number with four digits that count; whole and large ones with all their digits and commas."""
    if not isfinite(value):
        return str(value)
    text = f"{value:.{FIGURES}g}"
    rounded = float(text)
    if float(value).is_integer() or rounded.is_integer() or abs(rounded) >= LARGE:
        return f"{value:,.0f}".replace("-", "−")
    mantissa, e, exponent = text.partition("e")
    return (f"{mantissa}e{int(exponent)}" if e else text).replace("-", "−")


def numbers_apart(findings: Findings) -> tuple[Number, ...]:
    """The numbers that no table has, and those that the article has, too: what is shown beside the tables."""
    return tuple(number for number in findings.numbers if number.published is not None or not _is_in_a_table(findings, number))


def _is_in_a_table(findings: Findings, number: Number) -> bool:
    """In the row of what it is called after, as a number or as a percentage."""
    written = {value_text(number.value), f"{number.value:.0%}", f"{number.value:.1%}"}
    rows = (row for table in findings.tables for row in table.rows)
    return any(str(row[0]) in number.label and written & set(map(cell_text, row[1:])) for row in rows)


def number_text(number: Number, say: Callable[[str], str] = str) -> str:
    """A number with its unit, which ``say`` may translate."""
    return f"{value_text(number.value)} {say(number.unit) if number.unit else ''}".rstrip()
