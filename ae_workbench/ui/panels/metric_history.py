"""Metrics by epoch, as a plot wants them. No Qt here."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

VALIDATION = "val_"
COURSE_POINTS = 300


class MetricHistory:
    """Epochs ascending; a metric that an epoch lacks is NaN there. A repeated epoch replaces it and everything after it.

    Of the epoch under way it keeps how it came about as long as there is no other, and otherwise how far it is.
    """

    def __init__(self) -> None:
        self._epochs: list[int] = []
        self._values: dict[str, list[float]] = {}
        self._course: list[tuple[float, Mapping[str, float]]] = []

    def clear(self) -> None:
        self._epochs.clear()
        self._values.clear()
        self._course.clear()

    def add(self, epoch: int, metrics: Mapping[str, float]) -> None:
        """One epoch's metrics."""
        self._course.clear()
        keep = bisect_left(self._epochs, epoch)
        if keep < len(self._epochs):
            del self._epochs[keep:]
            for values in self._values.values():
                del values[keep:]
        for name in metrics:
            self._values.setdefault(name, [np.nan] * keep)
        for name, values in self._values.items():
            values.append(metrics.get(name, np.nan))
        self._epochs.append(epoch)

    def extend(self, rows: Iterable[tuple[int, Mapping[str, float]]]) -> None:
        for epoch, metrics in rows:
            self.add(epoch, metrics)

    def run_on(self, position: float, metrics: Mapping[str, float]) -> None:
        """How far the epoch under way is, such as 2.4 in the third, and its means so far."""
        if self._epochs or (self._course and position <= self._course[-1][0]):
            self._course.clear()
        elif len(self._course) > 1 and position - self._course[-2][0] < 1 / COURSE_POINTS:
            self._course.pop()
        self._course.append((position, metrics))

    def __len__(self) -> int:
        return len(self._epochs)

    @property
    def metrics(self) -> tuple[str, ...]:
        """Names without ``val_``, in the order they came."""
        names = (*self._values, *(self._course[-1][1] if self._course else ()))
        return tuple(dict.fromkeys(name.removeprefix(VALIDATION) for name in names))

    def curve(self, name: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Epochs and finite values of one metric; empty without it."""
        values = self._values.get(name, [])
        return _finite(self._epochs[: len(values)], values)

    def tip(self, name: str, drawn: int | None = None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How the curve goes on after its first ``drawn`` epochs (all of them), from its last finite point there, into the epoch under way.

        Empty where nothing follows, as between epochs and without the metric there.
        """
        drawn = len(self._epochs) if drawn is None else drawn
        values = self._values.get(name, [])
        ended = zip(self._epochs[drawn:], values[drawn:], strict=False)
        course = ((position, metrics[name]) for position, metrics in self._course if name in metrics)
        ahead = [pair for pair in (*ended, *course) if np.isfinite(pair[1])]
        if not ahead:
            return _finite([], [])
        before = reversed(range(min(drawn, len(values))))
        last = next(([(self._epochs[place], values[place])] for place in before if np.isfinite(values[place])), [])
        return _finite(*zip(*last, *ahead, strict=True))

    def nearest_epoch(self, position: float) -> int | None:
        """The stored epoch closest to a place on the axis."""
        if not self._epochs:
            return None
        after = bisect_left(self._epochs, position)
        return min(self._epochs[max(0, after - 1) : after + 1], key=lambda epoch: abs(epoch - position))

    def at(self, epoch: int) -> dict[str, float]:
        """Finite metrics of one stored epoch."""
        index = bisect_left(self._epochs, epoch)
        return {name: values[index] for name, values in self._values.items() if np.isfinite(values[index])}


def _finite(x: Sequence[float], y: Sequence[float]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    places, values = np.asarray(x, float), np.asarray(y, float)
    good = np.isfinite(values)
    return places[good], values[good]
