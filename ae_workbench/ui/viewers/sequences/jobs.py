"""A page of test examples as sequences, as a job for the codec thread. A snapshot of None stands for no model."""

from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPolygonF

from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.colour_maps import paint
from ae_workbench.ui.curve_lines import UNIT, Span, curve, span_of

MOST_FEATURES = 8
MOST_POINTS = 400
ROOM = 0.12
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Wanted:
    """Examples from place ``first`` on of one class, or of all; ``feature`` None shows the first few together."""

    first: int = 0
    count: int = 8
    label: int | None = None
    feature: int | None = None


@dataclass(frozen=True, eq=False)
class Lines:
    """Curves of one example in a place of width and height 1, one for each shown feature: the page's span is its height."""

    features: tuple[int, ...]
    inputs: tuple[QPolygonF, ...]
    outputs: tuple[QPolygonF, ...] = ()


@dataclass(frozen=True, eq=False)
class Page:
    """``inputs`` and ``outputs`` (n, timesteps, features) in the data's units, errors as the loss has them; images also as pictures.

    ``span`` goes from the lowest to the highest value of all inputs shown, with a little room.
    """

    dataset: Dataset
    wanted: Wanted
    total: int
    indices: tuple[int, ...]
    inputs: Floats
    outputs: Floats | None
    errors: tuple[float, ...]
    span: Span = (0.0, 1.0)
    lines: tuple[Lines, ...] = ()
    pictures: tuple[tuple[QImage, QImage | None], ...] = ()
    epoch: int | None = None


@dataclass(frozen=True, eq=False)
class PageJob:
    """Function of a snapshot: the wanted examples and what it makes of them."""

    dataset: Dataset
    scaling: Scaling
    wanted: Wanted

    def __call__(self, snapshot: Any = None) -> Page:
        dataset, wanted = self.dataset, self.wanted
        every = places(dataset, wanted.label)
        indices = every[wanted.first : wanted.first + wanted.count]
        x = self.scaling.apply(dataset.test.examples[indices])
        y = snapshot.reconstruct(x) if snapshot is not None and len(x) else None
        errors = tuple(error_per_example(snapshot.plan.loss, x, y).tolist()) if y is not None else ()
        epoch = snapshot.epoch if snapshot is not None else None
        named = tuple(map(int, indices))
        if dataset.shape.is_image:
            rows_x, rows_y = _rows(x), _rows(y) if y is not None else None
            pairs = tuple((paint(one), paint(y[n]) if y is not None else None) for n, one in enumerate(x))
            return Page(dataset, wanted, len(every), named, rows_x, rows_y, errors, pictures=pairs, epoch=epoch)
        raw_x, raw_y = self.scaling.undo(x), self.scaling.undo(y) if y is not None else None
        shown = _features(raw_x.shape[2], wanted.feature)
        span = span_of(raw_x[..., list(shown)], ROOM)
        lines = tuple(_lines(raw_x[n], raw_y[n] if raw_y is not None else None, shown, span) for n in range(len(x)))
        return Page(dataset, wanted, len(every), named, raw_x, raw_y, errors, span, lines, epoch=epoch)


def places(dataset: Dataset, label: int | None) -> NDArray[np.intp]:
    """Test examples of one class, or all."""
    labels = dataset.test.labels
    return np.arange(len(dataset.test)) if label is None or labels is None else np.flatnonzero(labels == label)


def _rows(x: Floats) -> Floats:
    """Images (n, h, w, c) as the variant reads them: a row is a time step."""
    return x.reshape(len(x), x.shape[1], -1)


def _features(count: int, wanted: int | None) -> tuple[int, ...]:
    return (wanted,) if wanted is not None and wanted < count else tuple(range(min(MOST_FEATURES, count)))


def _lines(x: Floats, y: Floats | None, features: tuple[int, ...], span: Span) -> Lines:
    return Lines(features, _polygons(x, features, span), _polygons(y, features, span) if y is not None else ())


def _polygons(values: Floats, features: tuple[int, ...], span: Span) -> tuple[QPolygonF, ...]:
    every = max(1, ceil(len(values) / MOST_POINTS))
    times = np.linspace(0, 1, len(values))[::every]
    return tuple(curve(values[::every, feature], span, UNIT, times) for feature in features)
