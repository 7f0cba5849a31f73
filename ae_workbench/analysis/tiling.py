"""Many images as one, and stacks of maps as images."""

from math import ceil

import numpy as np
from numpy.typing import NDArray


def maps_as_images(codes: NDArray) -> NDArray:
    """Maps (n, h, w, maps) as grey images (n, maps, h, w), each map whole.

    The article's ``reshape(4, 4 * 8).T`` mixes channels with columns instead.
    """
    return np.moveaxis(codes, -1, 1)


def mosaic(images: NDArray, columns: int, gap: int = 0, fill: float = 0.0) -> NDArray:
    """Images (n, h, w, c) row by row as one image (rows × h, columns × w, c) with ``gap`` pixels of ``fill`` between them.

    A last row that isn't full is filled up too.
    """
    count, height, width, channels = images.shape
    rows = ceil(count / columns)
    cells = np.full((rows * columns, height + gap, width + gap, channels), fill, images.dtype)
    cells[:count, :height, :width] = images
    whole = cells.reshape(rows, columns, height + gap, width + gap, channels).swapaxes(1, 2)
    return whole.reshape(rows * (height + gap), columns * (width + gap), channels)[
        : rows * (height + gap) - gap, : columns * (width + gap) - gap
    ]


def square_columns(count: int, aspect: float = 1.0) -> int:
    """Columns that make a mosaic of ``count`` equal tiles about ``aspect`` times as wide as high."""
    return max(1, min(count, round((count * aspect) ** 0.5)))
