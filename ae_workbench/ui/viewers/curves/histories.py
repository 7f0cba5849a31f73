"""Histories of runs as arrays, read on the codec thread. No Qt, no model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.run_folder import EpochRecord, RunFolder, best_epoch

VALIDATION = "val_"
LOSS, RECONSTRUCTION, NATS, KL, SECONDS = "loss", "reconstruction", "reconstruction_nats", "kl", "seconds"
MOST_PATH_POINTS = 300
Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class History:
    """One run's metrics by name, each (epochs,) with NaN where an epoch lacks it; ``stored`` are the epochs with weights."""

    path: Path
    name: str
    epochs: Values
    values: Mapping[str, Values]
    best: int = 0
    stored: NDArray[np.int64] | None = None

    @property
    def metrics(self) -> tuple[str, ...]:
        """Names without ``val_``; the loss is left out where it is the reconstruction and nothing else."""
        names = tuple(dict.fromkeys(name.removeprefix(VALIDATION) for name in self.values))
        return tuple(name for name in names if name != RECONSTRUCTION) if self.loss_is_reconstruction else names

    @property
    def loss_is_reconstruction(self) -> bool:
        pairs = [(LOSS, RECONSTRUCTION), (VALIDATION + LOSS, VALIDATION + RECONSTRUCTION)]
        have = [(self.values[a], self.values[b]) for a, b in pairs if a in self.values and b in self.values]
        return bool(have) and all(np.array_equal(a, b, equal_nan=True) for a, b in have)

    @property
    def has_path(self) -> bool:
        """Whether reconstruction and KL can be drawn against each other."""
        return NATS in self.metrics and KL in self.metrics

    def curve(self, name: str, positive: bool = False) -> tuple[Values, Values]:
        """Epochs and values of one metric where it is finite (and above 0, for a logarithmic axis)."""
        values = self.values.get(name)
        if values is None:
            return np.zeros(0), np.zeros(0)
        good = np.isfinite(values) & (values > 0) if positive else np.isfinite(values)
        return self.epochs[good], values[good]

    def path_points(self, prefix: str = VALIDATION) -> tuple[Values, Values, Values]:
        """Epochs, KL and reconstruction in nats, thinned to what can be seen; the last is always there."""
        kl, nats = self.values.get(prefix + KL), self.values.get(prefix + NATS)
        if kl is None or nats is None:
            return np.zeros(0), np.zeros(0), np.zeros(0)
        good = np.flatnonzero(np.isfinite(kl) & np.isfinite(nats))
        step = max(1, ceil(len(good) / MOST_PATH_POINTS))
        kept = np.unique(np.append(good[::step], good[-1:])).astype(int)
        return self.epochs[kept], kl[kept], nats[kept]

    def at(self, epoch: float) -> dict[str, float]:
        """The finite metrics of the epoch nearest to a place on the axis."""
        if not len(self.epochs):
            return {}
        row = nearest(self.epochs, epoch)
        return {name: float(values[row]) for name, values in self.values.items() if np.isfinite(values[row])}

    def stored_near(self, epoch: float) -> int | None:
        """The epoch with weights nearest to a place on the axis."""
        return int(self.stored[nearest(self.stored, epoch)]) if self.stored is not None and len(self.stored) else None


@dataclass(frozen=True, eq=False)
class Histories:
    """The shown run's history first, then those of the runs it is compared with. ``read_s``: seconds it took to read them."""

    runs: tuple[History, ...]
    read_s: float

    @property
    def metrics(self) -> tuple[str, ...]:
        """Of all runs, the shown one's first."""
        return tuple(dict.fromkeys(name for run in self.runs for name in run.metrics))


@dataclass(frozen=True)
class HistoriesJob:
    """Reads the shown run and those compared with it; of the latter any that is gone or broken is left out.

    Raises:
        RunError: the shown run is gone.
    """

    shown: Path
    compared: tuple[Path, ...] = ()

    def __call__(self) -> Histories:
        began = perf_counter()
        runs = [read(self.shown)]
        for path in self.compared:
            if path != self.shown:
                try:
                    runs.append(read(path))
                except WorkbenchError:
                    continue
        return Histories(tuple(runs), perf_counter() - began)


def read(path: Path) -> History:
    """One run's history. Raises ``RunError``."""
    run = RunFolder.open(path)
    records = run.history()
    values = {**columns(records), SECONDS: np.asarray([record.seconds for record in records])}
    epochs = np.asarray([record.epoch for record in records], float)
    return History(path, run.recipe.name or path.name, epochs, values, best_epoch(records), np.asarray(run.epochs(), np.int64))


def columns(records: Sequence[EpochRecord]) -> dict[str, Values]:
    """Metrics by name, NaN where an epoch lacks one."""
    names = dict.fromkeys(name for record in records for name in record.metrics)
    return {name: np.asarray([record.metrics.get(name, np.nan) for record in records], float) for name in names}


def nearest(ascending: NDArray, value: float) -> int:
    """Row of the number closest to ``value``."""
    after = int(np.clip(np.searchsorted(ascending, value), 1, max(1, len(ascending) - 1)))
    if len(ascending) == 1:
        return 0
    return after if abs(ascending[after] - value) < abs(ascending[after - 1] - value) else after - 1
