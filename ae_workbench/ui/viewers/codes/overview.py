"""All codes of the test set as one picture, and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from ae_workbench.analysis.codes import order_by_class
from ae_workbench.ui.colour_maps import paint, paint_signed
from ae_workbench.ui.viewers.codes.jobs import Summary

MOST_COLUMNS = 600


@dataclass(frozen=True)
class Matrix:
    """Codes as a picture: units down, examples across, sorted by class. ``examples`` are the columns' test indices."""

    picture: QImage
    examples: NDArray[np.intp]
    units: tuple[int, ...]


def make_matrix(summary: Summary, by: str, dark: bool = False) -> Matrix:
    """At most 600 columns, evenly taken from all codes."""
    labels = summary.dataset.test.labels
    count = len(summary.codes)
    order = np.arange(count) if labels is None else order_by_class(labels[:count])
    columns = order[np.linspace(0, count - 1, min(count, MOST_COLUMNS)).astype(int)]
    units = summary.unit_order(by)
    values = summary.codes[columns][:, units].T
    picture = paint_signed(values, summary.bright, dark) if summary.low < 0 else paint(values[:, :, None] / summary.bright)
    return Matrix(picture, columns, tuple(units))


class CodeRows(Sequence[list[Any]]):
    """Example, label and code of each, made row by row when they are saved."""

    def __init__(self, summary: Summary) -> None:
        self._codes = summary.codes
        self._labels = summary.dataset.test.labels
        self.titles = ["example", *([] if self._labels is None else ["label"]), *(f"unit {n}" for n in range(summary.units))]

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        label = [] if self._labels is None else [int(self._labels[place])]
        return [place, *label, *self._codes[place].tolist()]
