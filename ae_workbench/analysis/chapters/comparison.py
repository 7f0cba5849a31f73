"""A chapter's numbers beside each other: the article's, ours as published, ours with today's settings."""

from collections.abc import Iterable
from dataclasses import dataclass

from ae_workbench.analysis.chapters.chapter import Chapter, Quantity
from ae_workbench.analysis.chapters.judging import Standing, standing
from ae_workbench.analysis.chapters.measuring import MODERN, PUBLISHED
from ae_workbench.analysis.experiments.experiment import Number


@dataclass(frozen=True)
class Compared:
    """One line. ``standings`` are None where there is nothing to compare with, or the data are others than the article's."""

    quantity: Quantity
    published: float | None
    modern: float | None
    published_standing: Standing | None = None
    modern_standing: Standing | None = None


def compared(chapter: Chapter, numbers: Iterable[Number], comparable: bool) -> tuple[Compared, ...]:
    """A line for each of the chapter's quantities that was measured, or that the article has; ``numbers`` are none before a run."""
    values = {number.key: number.value for number in numbers}
    lines = []
    for quantity in chapter.quantities:
        published, modern = (values.get(f"{key}_{quantity.metric}") for key in (PUBLISHED, MODERN))
        if published is not None or modern is not None or quantity.published:
            lines.append(
                Compared(
                    quantity, published, modern, *(_standing(quantity, value) if comparable else None for value in (published, modern))
                )
            )
    return tuple(lines)


def _standing(quantity: Quantity, value: float | None) -> Standing | None:
    return standing(quantity, value) if quantity.published and value is not None else None
