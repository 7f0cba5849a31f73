"""Noise put on and taken off, as jobs for the codec thread. A snapshot of None stands for no model."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from ae_workbench.analysis.baselines import gaussian_filter, median_filter
from ae_workbench.analysis.metrics import psnr_per_image, ssim_per_image
from ae_workbench.core.corruption import Corruption
from ae_workbench.data.corruption import NOISE_SEED, corrupt_each
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.colour_maps import as_image

CLEAN, NOISY, MODEL, MEDIAN, GAUSSIAN = "clean", "noisy", "model", "median", "gaussian"
FILTERS = {MEDIAN: median_filter, GAUSSIAN: gaussian_filter}
MEDIAN_PX, GAUSSIAN_PX = 3, 1.0
EQUAL_DB = 100.0
MOST_MEASURED_PIXELS = 500_000
MOST_MEASURED = 100
Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Noise:
    """Noise on test images of a data set; the same ``seed`` gives an image the same noise at any amount.

    It is put on the noisy halves of pairs, on top of what they have.
    """

    dataset: Dataset
    scaling: Scaling
    corruption: Corruption
    seed: int = NOISE_SEED

    def clean(self, indices: NDArray[np.intp]) -> Floats:
        """Test images as the model sees them, (n, h, w, c)."""
        return self.scaling.apply(self.dataset.test.examples[indices])

    def noisy(self, indices: NDArray[np.intp]) -> Floats:
        """The same with noise."""
        return corrupt_each(self.scaling.apply(self.dataset.test.inputs[indices]), self.corruption, self.seed, indices)


@dataclass(frozen=True)
class Band:
    """One row of pictures, with PSNR in dB and SSIM of each against the clean image; none for the clean ones themselves."""

    key: str
    pictures: tuple[QImage, ...]
    psnr: tuple[float, ...] = ()
    ssim: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class Bands:
    noise: Noise
    indices: tuple[int, ...]
    rows: tuple[Band, ...]
    epoch: int | None = None


@dataclass(frozen=True, eq=False)
class BandsJob:
    """Function of a snapshot: ``count`` test images from ``first`` on, clean, noisy and with the noise taken off each way."""

    noise: Noise
    first: int
    count: int
    filters: tuple[str, ...]

    def __call__(self, snapshot: Any = None) -> Bands:
        indices = np.arange(self.first, min(self.first + self.count, len(self.noise.dataset.test)))
        x = self.noise.clean(indices)
        bands = [Band(CLEAN, _pictures(x))]
        bands += [_band(key, x, y) for key, y in _taken_off(self.noise.noisy(indices), snapshot, self.filters)]
        return Bands(self.noise, tuple(map(int, indices)), tuple(bands), snapshot.epoch if snapshot is not None else None)


@dataclass(frozen=True, eq=False)
class Measured:
    """Mean PSNR in dB by kind of row, over many test images at one amount of noise; what is equal to the clean images is left out."""

    noise: Noise
    psnr: Mapping[str, float]
    image_count: int


@dataclass(frozen=True, eq=False)
class MeasureJob:
    """Function of a snapshot: how well each way does at one amount of noise."""

    noise: Noise

    def __call__(self, snapshot: Any = None) -> Measured:
        dataset = self.noise.dataset
        count = max(1, min(MOST_MEASURED, MOST_MEASURED_PIXELS // dataset.shape.size, len(dataset.test)))
        indices = np.arange(min(count, len(dataset.test)))
        x = self.noise.clean(indices)
        ways = _taken_off(self.noise.noisy(indices), snapshot, tuple(FILTERS))
        means = {key: float(psnr_per_image(x, y).mean()) for key, y in ways if len(x)}
        return Measured(self.noise, {key: mean for key, mean in means.items() if mean < EQUAL_DB}, len(x))


@dataclass(frozen=True, eq=False)
class Repaired:
    """What the model made of a painted-over image; ``before`` and ``after`` are (PSNR in dB, SSIM) against the original."""

    original: Floats
    output: Floats | None
    before: tuple[float, float]
    after: tuple[float, float] | None
    epoch: int | None = None


@dataclass(frozen=True, eq=False)
class RepairJob:
    """Function of a snapshot: a painted-over image (h, w, c) through it."""

    original: Floats
    painted: Floats

    def __call__(self, snapshot: Any = None) -> Repaired:
        before = _quality(self.original, self.painted)
        if snapshot is None:
            return Repaired(self.original, None, before, None)
        output = snapshot.reconstruct(self.painted[None])[0]
        return Repaired(self.original, output, before, _quality(self.original, output), snapshot.epoch)


def _taken_off(noisy: Floats, snapshot: Any, filters: tuple[str, ...]) -> list[tuple[str, Floats]]:
    ways = [(NOISY, noisy)]
    if snapshot is not None:
        ways.append((MODEL, snapshot.reconstruct(noisy)))
    return ways + [(key, FILTERS[key](noisy)) for key in filters]


def _band(key: str, x: Floats, y: Floats) -> Band:
    return Band(key, _pictures(y), tuple(psnr_per_image(x, y).tolist()), tuple(ssim_per_image(x, y).tolist()))


def _quality(x: Floats, y: Floats) -> tuple[float, float]:
    return float(psnr_per_image(x[None], y[None])[0]), float(ssim_per_image(x[None], y[None])[0])


def _pictures(x: Floats) -> tuple[QImage, ...]:
    raw = np.rint(np.clip(x, 0, 1) * 255).astype(np.uint8)
    return tuple(as_image(one) for one in raw)
