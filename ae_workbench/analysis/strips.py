"""Rows of small pictures in one array, for figures and previews."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

PAPER = 255


def strip(images: NDArray, side_px: int, gap_px: int = 4) -> NDArray[np.uint8]:
    """Images (n, h, w, c) in [0, 1] side by side, (height, width, 1 or 3), with paper between.

    Each is enlarged by a whole factor to at most ``side_px``, so that pixels stay crisp; a larger one is made smaller by averaging.
    """
    images = _shrunk(images, side_px)
    factor = max(1, side_px // max(images.shape[1:3]))
    tiles = (np.clip(images, 0, 1) * 255).round().astype(np.uint8).repeat(factor, axis=1).repeat(factor, axis=2)
    tiles = tiles[..., :3] if tiles.shape[-1] >= 3 else tiles[..., :1]
    padded = np.pad(tiles, ((0, 0), (gap_px // 2,) * 2, (gap_px // 2,) * 2, (0, 0)), constant_values=PAPER)
    return np.concatenate(list(padded), axis=1)


def curves(sequences: NDArray, scale_by: NDArray, side_px: int) -> NDArray[np.float32]:
    """Sequences (n, timesteps, features) drawn as curves, dark on white, (n, side_px, side_px, 1); all on the scale of ``scale_by``."""
    low, high = float(scale_by.min()), float(scale_by.max())
    steps = np.linspace(0, sequences.shape[1] - 1, side_px)
    images = np.ones((len(sequences), side_px, side_px, 1), np.float32)
    for image, sequence in zip(images, sequences, strict=True):
        for feature in sequence.T:
            values = np.interp(steps, np.arange(len(feature)), feature)
            rows = np.clip((high - values) / max(high - low, 1e-9), 0, 1) * (side_px - 1)
            for column, (start, end) in enumerate(pairwise(rows)):
                image[int(min(start, end)) : int(max(start, end)) + 1, column] = 0
    return images


def _shrunk(images: NDArray, side_px: int) -> NDArray:
    step = -(-max(images.shape[1:3]) // side_px)
    if step == 1:
        return images
    height, width = (max(1, side // step) for side in images.shape[1:3])
    cut = images[:, : height * step, : width * step]
    return cut.reshape(len(images), height, min(step, cut.shape[1]), width, min(step, cut.shape[2]), -1).mean(axis=(2, 4))
