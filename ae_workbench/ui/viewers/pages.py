"""A page of test examples with their reconstructions and errors, as jobs for the codec thread."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.metrics import error_per_example, mse_per_image, psnr_per_image
from ae_workbench.core.corruption import Corruption
from ae_workbench.core.shape import Shape
from ae_workbench.data.corruption import corrupt
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.viewers.pictures import Picture, pictures

MOST_SORTED = 10_000
ROWS = 500
NOISE_SEED = 7
ORDERS = ("stored", "shuffled", "worst", "best")


@dataclass(frozen=True)
class Wanted:
    """Which test examples: ``count`` from place ``first`` of an order; ``seed`` shuffles."""

    order: str = "stored"
    first: int = 0
    count: int = 20
    seed: int = 0

    @property
    def by_error(self) -> bool:
        return self.order in ("worst", "best")


@dataclass(frozen=True)
class Page:
    """What came of it; ``seen`` where noise was added, ``outputs`` and the errors where a snapshot took part."""

    wanted: Wanted
    dataset: Dataset
    indices: tuple[int, ...]
    originals: tuple[Picture, ...]
    seen: tuple[Picture, ...] = ()
    outputs: tuple[Picture, ...] = ()
    errors: tuple[float, ...] = ()
    mse: tuple[float, ...] = ()
    psnr: tuple[float, ...] = ()
    loss: str = "bce"
    epoch: int | None = None

    @property
    def shape(self) -> Shape:
        return self.dataset.shape


@dataclass(frozen=True)
class OriginalsJob:
    """The examples alone; needs no model."""

    dataset: Dataset
    wanted: Wanted

    def __call__(self) -> Page:
        indices = places(self.wanted, len(self.dataset.test))
        x = self.dataset.scaling.apply(self.dataset.test.examples[indices])
        return Page(self.wanted, self.dataset, tuple(map(int, indices)), pictures(x, self.dataset.shape))


@dataclass(frozen=True)
class ReconstructionsJob:
    """Function of a snapshot: the examples through it."""

    dataset: Dataset
    wanted: Wanted
    scaling: Scaling
    corruption: Corruption

    def __call__(self, snapshot: Any) -> Page:
        total = len(self.dataset.test)
        if self.wanted.by_error:
            errors = self._all_errors(snapshot, min(total, MOST_SORTED))
            ranked = np.argsort(-errors if self.wanted.order == "worst" else errors, kind="stable")
            indices = ranked[self.wanted.first : self.wanted.first + self.wanted.count]
        else:
            indices = places(self.wanted, total)
        return self._page(snapshot, indices)

    def _page(self, snapshot: Any, indices: NDArray) -> Page:
        shape, loss = self.dataset.shape, snapshot.plan.loss
        x, seen, y = self._through(snapshot, indices)
        return Page(
            self.wanted, self.dataset, tuple(map(int, indices)), pictures(x, shape),
            pictures(seen, shape) if self.corruption.kind != "none" else (), pictures(y, shape),
            tuple(error_per_example(loss, x, y).tolist()), tuple(mse_per_image(x, y).tolist()),
            tuple(psnr_per_image(x, y).tolist()) if shape.is_image else (), loss, snapshot.epoch,
        )  # fmt: skip

    def _through(self, snapshot: Any, indices: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        """Clean, seen and reconstructed. Each example always gets the same noise, on whichever page it is."""
        x = self.scaling.apply(self.dataset.test.examples[np.sort(indices)])[np.argsort(np.argsort(indices))]
        if self.corruption.kind == "none":
            return x, x, snapshot.reconstruct(x)
        noisy = [corrupt(one, self.corruption, np.random.default_rng((NOISE_SEED, int(i)))) for one, i in zip(x, indices, strict=True)]
        seen = np.stack(noisy) if noisy else x
        return x, seen, snapshot.reconstruct(seen)

    def _all_errors(self, snapshot: Any, total: int) -> NDArray:
        parts = []
        for start in range(0, total, ROWS):
            x, _, y = self._through(snapshot, np.arange(start, min(total, start + ROWS)))
            parts.append(error_per_example(snapshot.plan.loss, x, y))
        return np.concatenate(parts) if parts else np.zeros(0)


def places(wanted: Wanted, total: int) -> NDArray[np.intp]:
    """Indices of the wanted examples, without looking at errors."""
    order = np.random.default_rng(wanted.seed).permutation(total) if wanted.order == "shuffled" else np.arange(total)
    return order[wanted.first : wanted.first + wanted.count]
