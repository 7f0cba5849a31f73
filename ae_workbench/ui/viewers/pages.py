"""A page of test examples with their reconstructions and errors, as jobs for the codec thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.metrics import bce_per_image, mse_per_image, psnr_per_image, ssim_per_image
from ae_workbench.core.corruption import Corruption
from ae_workbench.core.shape import Shape
from ae_workbench.data.corruption import NOISE_SEED, corrupt_each
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.colour_maps import paint
from ae_workbench.ui.viewers.pictures import Picture, pictures

MOST_SORTED = 10_000
ROWS = 500
DIFFERENCE_MAP = "magma"


@dataclass(frozen=True)
class Metric:
    """How far an output is from its example, one number each; ``digits`` behind the point are worth showing."""

    measure: Callable[[NDArray, NDArray], NDArray]
    digits: int
    large_is_good: bool = False

    def text(self, value: float) -> str:
        return f"{value:.{self.digits}f}"


METRICS = {
    "bce": Metric(bce_per_image, 4),
    "mse": Metric(mse_per_image, 4),
    "psnr": Metric(psnr_per_image, 1, large_is_good=True),
    "ssim": Metric(ssim_per_image, 3, large_is_good=True),
}


def metrics_for(shape: Shape) -> tuple[str, ...]:
    """Keys of the metrics that these data can be judged by."""
    return tuple(METRICS) if shape.is_image else ("mse",)


@dataclass(frozen=True)
class Wanted:
    """Which test examples: ``count`` from place ``first`` of an order, of one class or of all; ``seed`` shuffles.

    They are judged by ``metric``, or where that is empty or doesn't fit by what the model was trained on.
    """

    order: str = "stored"
    first: int = 0
    count: int = 20
    seed: int = 0
    label: int | None = None
    metric: str = ""
    difference: bool = False

    @property
    def by_error(self) -> bool:
        return self.order in ("worst", "best")


@dataclass(frozen=True)
class Page:
    """What came of it; ``seen`` where noise was added, and from ``outputs`` on only where a snapshot took part; ``values`` by metric."""

    wanted: Wanted
    dataset: Dataset
    indices: tuple[int, ...]
    originals: tuple[Picture, ...]
    seen: tuple[Picture, ...] = ()
    outputs: tuple[Picture, ...] = ()
    differences: tuple[Picture, ...] = ()
    values: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    metric: str = "bce"
    run: Path | None = None
    epoch: int | None = None

    @property
    def alone(self) -> "Page":
        """The same examples, without what a snapshot made of them."""
        return Page(self.wanted, self.dataset, self.indices, self.originals)

    @property
    def shape(self) -> Shape:
        return self.dataset.shape

    @property
    def errors(self) -> tuple[float, ...]:
        """The metric's value for each example; empty without a snapshot."""
        return self.values.get(self.metric, ())


@dataclass(frozen=True)
class OriginalsJob:
    """The examples alone, as the shown run sees them; needs no model."""

    dataset: Dataset
    wanted: Wanted
    scaling: Scaling

    def __call__(self) -> Page:
        indices = places(self.wanted, self.dataset)
        x = self.scaling.apply(self.dataset.test.examples[indices])
        return Page(self.wanted, self.dataset, tuple(map(int, indices)), pictures(x, self.dataset.shape))


class Ranking:
    """The newest order by error, so that turning its pages doesn't reconstruct everything again. Only the codec thread uses it."""

    def __init__(self) -> None:
        self._key: Any = None
        self._indices: NDArray[np.intp] = np.zeros(0, np.intp)

    def get(self, key: Any, make: Callable[[], NDArray[np.intp]]) -> NDArray[np.intp]:
        if key != self._key:
            self._indices = make()
            self._key = key
        return self._indices


@dataclass(frozen=True)
class ReconstructionsJob:
    """Function of a snapshot: the examples through it."""

    dataset: Dataset
    wanted: Wanted
    scaling: Scaling
    corruption: Corruption
    ranking: Ranking = field(default_factory=Ranking)

    def __call__(self, snapshot: Any) -> Page:
        metric = self._metric(snapshot.plan.loss)
        if self.wanted.by_error:
            key = (snapshot.run, snapshot.epoch, snapshot.stamp, self.dataset.name, id(self.dataset), self.wanted.order)
            ranked = self.ranking.get((*key, self.wanted.label, metric), lambda: self._ranked(snapshot, METRICS[metric]))
            indices = ranked[self.wanted.first : self.wanted.first + self.wanted.count]
        else:
            indices = places(self.wanted, self.dataset)
        return self._page(snapshot, indices, metric)

    def _metric(self, loss: str) -> str:
        return self.wanted.metric if self.wanted.metric in metrics_for(self.dataset.shape) else loss

    def _page(self, snapshot: Any, indices: NDArray, metric: str) -> Page:
        shape = self.dataset.shape
        x, seen, y = self._through(snapshot, indices)
        differs = self.wanted.difference and shape.is_image
        return Page(
            self.wanted, self.dataset, tuple(map(int, indices)), pictures(x, shape),
            pictures(seen, shape) if self._sees_noise else (), pictures(y, shape),
            tuple(paint(np.abs(a - b).mean(axis=2, keepdims=True), DIFFERENCE_MAP) for a, b in zip(x, y, strict=True)) if differs else (),
            {key: tuple(METRICS[key].measure(x, y).tolist()) for key in metrics_for(shape)}, metric, snapshot.run, snapshot.epoch,
        )  # fmt: skip

    def _through(self, snapshot: Any, indices: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        """Clean, seen and reconstructed. Each example always gets the same noise, on whichever page it is."""
        test = self.dataset.test
        x = self._rows(test.examples, indices)
        seen = corrupt_each(self._rows(test.inputs, indices) if test.is_paired else x, self.corruption, NOISE_SEED, indices)
        return x, seen, snapshot.reconstruct(seen)

    def _rows(self, examples: NDArray, indices: NDArray) -> NDArray[np.float32]:
        """Read in the order they are stored, which may be on disk."""
        return self.scaling.apply(examples[np.sort(indices)])[np.argsort(np.argsort(indices))]

    @property
    def _sees_noise(self) -> bool:
        return self.dataset.test.is_paired or self.corruption.kind != "none"

    def _ranked(self, snapshot: Any, metric: Metric) -> NDArray[np.intp]:
        """Indices of the wanted class, the worst or the best first."""
        candidates = of_class(self.dataset, self.wanted.label)[:MOST_SORTED]
        parts = [np.zeros(0)]
        for start in range(0, len(candidates), ROWS):
            x, _, y = self._through(snapshot, candidates[start : start + ROWS])
            parts.append(metric.measure(x, y))
        goodness = np.concatenate(parts) * (1 if metric.large_is_good else -1)
        return candidates[np.argsort(goodness if self.wanted.order == "worst" else -goodness, kind="stable")]


def of_class(dataset: Dataset, label: int | None) -> NDArray[np.intp]:
    """Indices of the test examples of one class, or of all."""
    labels = dataset.test.labels
    return np.arange(len(dataset.test)) if label is None or labels is None else np.flatnonzero(labels == label)


def places(wanted: Wanted, dataset: Dataset) -> NDArray[np.intp]:
    """Indices of the wanted examples, without looking at errors."""
    indices = of_class(dataset, wanted.label)
    if wanted.order == "shuffled":
        indices = np.random.default_rng(wanted.seed).permutation(indices)
    return indices[wanted.first : wanted.first + wanted.count]
