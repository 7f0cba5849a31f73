"""Metrics by epoch, as a plot wants them. No Qt here."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

VALIDATION = "val_"


class MetricHistory:
    """Epochs ascending; a metric that an epoch lacks is NaN there. A repeated epoch replaces it and everything after it.

    ``running`` is how far the epoch under way is, such as 2.4 in the third, and its means so far: the last point of a curve.
    """

    def __init__(self) -> None:
        self._epochs: list[int] = []
        self._values: dict[str, list[float]] = {}
        self.running: tuple[float, Mapping[str, float]] | None = None

    def clear(self) -> None:
        self._epochs.clear()
        self._values.clear()
        self.running = None

    def add(self, epoch: int, metrics: Mapping[str, float]) -> None:
        """One epoch's metrics."""
        self.running = None
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

    def __len__(self) -> int:
        return len(self._epochs)

    @property
    def metrics(self) -> tuple[str, ...]:
        """Names without ``val_``, in the order they came."""
        names = (*self._values, *(self.running[1] if self.running else ()))
        return tuple(dict.fromkeys(name.removeprefix(VALIDATION) for name in names))

    def curve(self, name: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Epochs and finite values of one metric, the running epoch's last; empty without it."""
        values = np.asarray(self._values.get(name, []), float)
        epochs = np.asarray(self._epochs, float)[: len(values)]
        if self.running and name in self.running[1]:
            epochs, values = np.append(epochs, self.running[0]), np.append(values, self.running[1][name])
        good = np.isfinite(values)
        return epochs[good], values[good]

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
