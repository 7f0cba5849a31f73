"""Examples of any kind as images: sequences are drawn as curves, so that they too can be tiles of the plane."""

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ae_workbench.analysis.tiling import mosaic
from ae_workbench.core.shape import Shape
from ae_workbench.ui.colour_maps import as_image, paint

Floats = NDArray[np.float32]
CURVE_HEIGHT, CURVE_WIDTH = 40, 40
MOST_CURVES = 4
LINE_PX = 1.3
FINE = 4
USUAL_REACH = 2.5
EVEN = 0.01


@dataclass(frozen=True)
class Rendering:
    """How examples (n, *shape.dims), as the model sees them, become pictures; ``reach`` is the largest value that curves show."""

    shape: Shape
    colour_map: str = "grey"
    reach: float = USUAL_REACH

    def images(self, x: Floats) -> Floats:
        """Float32 (n, h, w, channels) in [0, 1]."""
        if self.shape.is_image:
            return np.clip(x, 0, 1)
        if x.shape[2] > MOST_CURVES:
            return np.clip(0.5 + 0.5 * x[..., None] / self.reach, 0, 1)
        return _curves(x, self.reach, 1)

    def picture(self, example: Floats) -> QImage:
        """One example in the chosen colour map; curves are finer than in tiles, since they are seen larger."""
        is_curve = not self.shape.is_image and self.shape.dims[1] <= MOST_CURVES
        images = _curves(example[None], self.reach, FINE) if is_curve else self.images(example[None])
        return paint(images[0], self.colour_map)

    def joined(self, tiles: NDArray[np.uint8], columns: int, side_px: float) -> QImage:
        """Pixels (n, h, w, channels) side by side, ``side_px`` screen pixels each way, grey or in their own colours."""
        whole = as_image(mosaic(_squared(tiles), columns))
        return resized(whole, max(1, round(columns * side_px)), max(1, round(ceil(len(tiles) / columns) * side_px)))


def pixels(images: Floats) -> NDArray[np.uint8]:
    """Images in [0, 1] as the pixels of a picture."""
    return np.rint(np.clip(np.nan_to_num(images), 0, 1) * 255).astype(np.uint8)


def shrunken(images: Floats, side_px: float) -> Floats:
    """Averages of whole blocks of pixels where images are at least twice as large as they will be shown."""
    n, height, width, channels = images.shape
    block = int(max(height, width) // max(side_px, 1))
    if block < 2 or min(height, width) < block:
        return images
    rows, columns = height // block, width // block
    kept = images[:, : rows * block, : columns * block]
    return kept.reshape(n, rows, block, columns, block, channels).mean(axis=(2, 4))


def resized(picture: QImage, width: int, height: int) -> QImage:
    """Enlarged with even, sharp pixels; made smaller smoothly. The format stays."""
    form = picture.format()
    factor = max(width / picture.width(), height / picture.height())
    if factor > 1 + EVEN:
        picture = picture.scaled(picture.width() * ceil(factor - EVEN), picture.height() * ceil(factor - EVEN))
    if (picture.width(), picture.height()) != (width, height):
        picture = picture.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return picture.convertToFormat(form)


def _squared(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """With black beside or above and below, so that each is as wide as high."""
    height, width = images.shape[1:3]
    spare = [max(0, width - height), max(0, height - width)]
    if not any(spare):
        return images
    (top, bottom), (left, right) = ((room // 2, room - room // 2) for room in spare)
    return np.pad(images, ((0, 0), (top, bottom), (left, right), (0, 0)))


def _curves(x: Floats, reach: float, fine: int) -> Floats:
    """Sequences (n, timesteps, features) as bright lines on black, (n, h, w, 1), ``fine`` times as many pixels each way as in tiles."""
    n, timesteps, features = x.shape
    height, width, line = CURVE_HEIGHT * fine, CURVE_WIDTH * fine, LINE_PX * (1 + (fine - 1) / 2)
    places = np.linspace(0, timesteps - 1, width + 1)
    before = np.floor(places).astype(int)
    after, share = np.minimum(before + 1, timesteps - 1), (places - before)[:, None].astype(np.float32)
    rows = (0.5 - 0.45 * np.clip(x[:, before] * (1 - share) + x[:, after] * share, -reach, reach) / reach) * (height - 1)
    low, high = np.minimum(rows[:, :-1], rows[:, 1:]), np.maximum(rows[:, :-1], rows[:, 1:])
    row = np.arange(height, dtype=np.float32)[:, None]
    made = np.zeros((n, height, width), np.float32)
    for feature in range(features):
        below, above = low[:, None, :, feature], high[:, None, :, feature]
        distance = np.maximum(np.maximum(below - row, row - above), 0)
        made = np.maximum(made, np.clip(line - distance, 0, 1) * (1 - 0.2 * feature))
    return made[..., None]
