"""A function of small images on an image of any size: overlapping tiles, blended so that no seam is seen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Apply = Callable[[Floats], Floats]
"""Images (n, height, width, channels) to images of the same shape."""
Tell = Callable[[float], None]
"""Called with the share that is done; may raise to stop."""
WIDEST_OVERLAP = 48
BATCH_PIXELS = 2**18


@dataclass(frozen=True)
class Axis:
    """How one side of ``length`` is covered by tiles of ``tile``: one tile, or several whose neighbours overlap.

    In an overlap one tile's weight falls as the other's rises, along a squared cosine, and they add up to 1; the outermost quarter of
    a tile's overlap counts nothing, because a convolution sees zeros beyond the tile there.
    """

    length: int
    tile: int

    @property
    def overlap(self) -> int:
        return min(WIDEST_OVERLAP, self.tile // 2)

    @property
    def step(self) -> int:
        return self.tile - self.overlap

    @property
    def count(self) -> int:
        return 1 if self.length <= self.tile else ceil((self.length - self.overlap) / self.step)

    @property
    def padded(self) -> int:
        """Length that the tiles cover, at least ``length``."""
        return (self.count - 1) * self.step + self.tile

    @cached_property
    def weights(self) -> Floats:
        """(count, tile): what each place of each tile counts."""
        guard = self.overlap // 4
        ramp = np.clip((np.arange(self.overlap) + 0.5 - guard) / max(1, self.overlap - 2 * guard), 0, 1)
        rising = np.sin(ramp * np.pi / 2) ** 2
        found = np.ones((self.count, self.tile), np.float32)
        found[1:, : self.overlap] = rising
        found[:-1, self.tile - self.overlap :] = 1 - rising
        return found


def in_tiles(image: Floats, apply: Apply, tile: tuple[int, int], tell: Tell = lambda share: None) -> Floats:
    """``apply`` on an image (height, width, channels) in tiles of (height, width), float32 of the image's shape.

    Beyond its border the image is mirrored. Tiles go through ``apply`` some at a time, so that a huge page needs little memory.
    """
    down, right = Axis(image.shape[0], tile[0]), Axis(image.shape[1], tile[1])
    ends = ((0, down.padded - down.length), (0, right.padded - right.length), (0, 0))
    padded = np.pad(image, ends, mode="symmetric")
    out = np.zeros(padded.shape, np.float32)
    done, total = 0, down.count * right.count
    for places in _batches(down, right):
        tiles = np.stack([padded[_cell(down, row), _cell(right, column)] for row, column in places])
        for (row, column), made in zip(places, apply(tiles), strict=True):
            weights = down.weights[row][:, None, None] * right.weights[column][None, :, None]
            out[_cell(down, row), _cell(right, column)] += made * weights
        done += len(places)
        tell(done / total)
    return out[: image.shape[0], : image.shape[1]]


def _batches(down: Axis, right: Axis) -> Iterator[list[tuple[int, int]]]:
    places = [(row, column) for row in range(down.count) for column in range(right.count)]
    at_once = max(1, BATCH_PIXELS // (down.tile * right.tile))
    for start in range(0, len(places), at_once):
        yield places[start : start + at_once]


def _cell(axis: Axis, number: int) -> slice:
    return slice(number * axis.step, number * axis.step + axis.tile)
