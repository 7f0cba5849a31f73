"""Examples over their reconstructions as one picture."""

from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.data.corruption import corrupt
from ae_workbench.data.dataset import Split
from ae_workbench.engine.evaluation import NOISE_SEED
from ae_workbench.engine.snapshot import Snapshot
from ae_workbench.storage.atomic import write_with

TILE_PX = 84
GAP_PX = 4
PAPER = 255


def write_pairs(path: Path, snapshot: Snapshot, split: Split) -> int:
    """A PNG with the examples in a row, what the model sees below where noise is added, and the reconstructions; gives how many."""
    from PIL import Image

    x = snapshot.scaling.apply(split.examples)
    seen = corrupt(x, snapshot.plan.corruption, np.random.default_rng(NOISE_SEED))
    rows = [x, snapshot.reconstruct(seen)]
    if snapshot.plan.corruption.kind != "none":
        rows.insert(1, seen)
    if not snapshot.plan.shape.is_image:
        rows = [_curves(row, rows[0]) for row in rows]
    picture = Image.fromarray(np.concatenate([_row(images) for images in rows]).squeeze())
    write_with(path, lambda file: picture.save(file, "PNG"))
    return len(x)


def _row(images: NDArray) -> NDArray[np.uint8]:
    """Images (n, h, w, c) in [0, 1] side by side, enlarged by a whole factor so that pixels stay crisp."""
    factor = max(1, TILE_PX // max(images.shape[1:3]))
    tiles = (np.clip(images, 0, 1) * 255).round().astype(np.uint8).repeat(factor, axis=1).repeat(factor, axis=2)
    tiles = tiles[..., :3] if tiles.shape[-1] >= 3 else tiles[..., :1]
    padded = np.pad(tiles, ((0, 0), (GAP_PX // 2,) * 2, (GAP_PX // 2,) * 2, (0, 0)), constant_values=PAPER)
    return np.concatenate(list(padded), axis=1)


def _curves(sequences: NDArray, scale_by: NDArray) -> NDArray[np.float32]:
    """Sequences (n, timesteps, features) drawn as curves, dark on white, (n, height, width, 1); all on the scale of ``scale_by``."""
    low, high = float(scale_by.min()), float(scale_by.max())
    steps = np.linspace(0, sequences.shape[1] - 1, TILE_PX)
    images = np.ones((len(sequences), TILE_PX, TILE_PX, 1), np.float32)
    for image, sequence in zip(images, sequences, strict=True):
        for feature in sequence.T:
            values = np.interp(steps, np.arange(len(feature)), feature)
            rows = np.clip((high - values) / max(high - low, 1e-9), 0, 1) * (TILE_PX - 1)
            for column, (start, end) in enumerate(pairwise(rows)):
                image[int(min(start, end)) : int(max(start, end)) + 1, column] = 0
    return images
