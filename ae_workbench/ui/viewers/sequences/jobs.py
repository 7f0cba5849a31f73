"""A page of test examples as sequences, as a job for the codec thread. A snapshot of None stands for no model."""

from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPolygonF

from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.colour_maps import paint

MOST_FEATURES = 8
MOST_POINTS = 400
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
    """Curves of one example, one for each shown feature: x from 0 to 1, y in the data's units."""

    features: tuple[int, ...]
    inputs: tuple[QPolygonF, ...]
    outputs: tuple[QPolygonF, ...] = ()


@dataclass(frozen=True, eq=False)
class Page:
    """``inputs`` and ``outputs`` (n, timesteps, features) in the data's units, errors as the loss has them; images also as pictures."""

    dataset: Dataset
    wanted: Wanted
    total: int
    indices: tuple[int, ...]
    inputs: Floats
    outputs: Floats | None
    errors: tuple[float, ...]
    lines: tuple[Lines, ...] = ()
    pictures: tuple[tuple[QImage, QImage | None], ...] = ()
    epoch: int | None = None

    @property
    def span(self) -> tuple[float, float]:
        """Lowest and highest value of all inputs shown, with a little room."""
        shown = self.inputs[..., list(self.lines[0].features)] if self.lines else self.inputs
        low, high = (float(shown.min()), float(shown.max())) if shown.size else (0.0, 1.0)
        room = 0.12 * (high - low) or 1.0
        return low - room, high + room


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
        lines = tuple(_lines(raw_x[n], raw_y[n] if raw_y is not None else None, wanted.feature) for n in range(len(x)))
        return Page(dataset, wanted, len(every), named, raw_x, raw_y, errors, lines, epoch=epoch)


def places(dataset: Dataset, label: int | None) -> NDArray[np.intp]:
    """Test examples of one class, or all."""
    labels = dataset.test.labels
    return np.arange(len(dataset.test)) if label is None or labels is None else np.flatnonzero(labels == label)


def _rows(x: Floats) -> Floats:
    """Images (n, h, w, c) as the variant reads them: a row is a time step."""
    return x.reshape(len(x), x.shape[1], -1)


def _lines(x: Floats, y: Floats | None, feature: int | None) -> Lines:
    features = (feature,) if feature is not None and feature < x.shape[1] else tuple(range(min(MOST_FEATURES, x.shape[1])))
    return Lines(features, _polygons(x, features), _polygons(y, features) if y is not None else ())


def _polygons(values: Floats, features: tuple[int, ...]) -> tuple[QPolygonF, ...]:
    every = max(1, ceil(len(values) / MOST_POINTS))
    times = np.linspace(0, 1, len(values))[::every].tolist()
    return tuple(QPolygonF([QPointF(t, v) for t, v in zip(times, values[::every, f].tolist(), strict=True)]) for f in features)
