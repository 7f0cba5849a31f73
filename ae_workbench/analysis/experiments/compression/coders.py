"""What can store images: autoencoders and principal components with their codes as bytes, and usual formats."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ae_workbench.analysis.experiments.compression.files import Format, Pixels
from ae_workbench.analysis.experiments.compression.rates import Point, Rounding, ideal_bytes, lzma_bytes
from ae_workbench.analysis.experiments.lab import Floats, Model
from ae_workbench.analysis.metrics import psnr_per_image, ssim_per_image
from ae_workbench.analysis.pca import Pca

BITS = (1, 2, 3, 4, 5, 6, 8)
NUMBER_BYTES = 4
"""Of a weight as it is stored: float32."""
ENOUGH_DB = 0.1
"""What rounding may cost where one depth has to be chosen."""
Files = Callable[[Pixels, Format, int], tuple[float, Pixels]]


@dataclass(frozen=True)
class Coder:
    """Something with a code: (n, units) by ``encode``, images (n, h, w, c) in [0, 1] by ``decode``; ``decoder`` bytes stand apart."""

    family: str
    size: int
    encode: Callable[[Floats], Floats]
    decode: Callable[[Floats], Floats]
    decoder: int

    @property
    def name(self) -> str:
        return f"{self.family}, {self.size}"


@dataclass(frozen=True)
class Stored:
    """Images stored by a coder, at one depth after the other: ``points`` with the same places as ``BITS``."""

    coder: Coder
    points: tuple[Point, ...]

    @property
    def chosen(self) -> int:
        """Place of the coarsest rounding that hardly costs quality."""
        best = max(point.psnr for point in self.points)
        return next(place for place, point in enumerate(self.points) if point.psnr >= best - ENOUGH_DB)


def of_model(family: str, model: Model) -> Coder:
    dims = model.plan.code_dims
    return Coder(
        family,
        model.plan.code_size,
        lambda images: model.encode(images).reshape(len(images), -1),
        lambda codes: model.decode(codes.reshape(len(codes), *dims)),
        NUMBER_BYTES * model.plan.decoder_parameter_count,
    )


def of_pca(pca: Pca) -> Coder:
    size = len(pca.components)
    decoder = NUMBER_BYTES * (pca.components.size + pca.mean.size)
    return Coder("PCA", size, pca.project, lambda codes: pca.inverse(codes).clip(0, 1), decoder)


def stored(coder: Coder, learned: Floats, images: Floats) -> Stored:
    """Test images at every depth; the steps and their frequencies are those of the images that were learned from."""
    known, codes = coder.encode(learned), coder.encode(images)
    points = []
    for bits in BITS:
        rounding = Rounding.fitted(known, bits)
        steps = rounding.steps(codes)
        rate, tables = ideal_bytes(rounding.steps(known), steps)
        points.append(seen(rate, images, coder.decode(rounding.codes(steps)), coder.decoder + tables))
    return Stored(coder, tuple(points))


def real_bytes(coder: Coder, learned: Floats, images: Floats, bits: int) -> float:
    """What LZMA makes of the rounded codes, bytes for each image."""
    return lzma_bytes(Rounding.fitted(coder.encode(learned), bits).steps(coder.encode(images)))


def once_stored(coder: Coder, learned: Floats, images: Floats, bits: int) -> Floats:
    """What images become."""
    rounding = Rounding.fitted(coder.encode(learned), bits)
    return coder.decode(rounding.codes(rounding.steps(coder.encode(images))))


def as_files(images: Floats, kind: Format, files: Files) -> list[Point]:
    """Images in a usual format, from its lowest quality to its highest."""
    raw = as_pixels(images)
    found = []
    for quality in kind.qualities:
        rate, decoded = files(raw, kind, quality)
        found.append(seen(rate, images, as_images(decoded)))
    return found


def seen(rate: float, images: Floats, found: Floats, decoder: int = 0) -> Point:
    """How good images are that were stored at this rate."""
    return Point(rate, float(psnr_per_image(images, found).mean()), float(ssim_per_image(images, found).mean()), decoder)


def as_images(pixels: Pixels) -> Floats:
    return np.asarray(pixels / 255, np.float32)


def as_pixels(images: Floats) -> Pixels:
    return np.round(255 * images.clip(0, 1)).astype(np.uint8)


def points_of(found: Sequence[Stored]) -> list[Point]:
    """Of several sizes of one family."""
    return [point for each in found for point in each.points]
