"""Examples over their reconstructions as one picture."""

from pathlib import Path

import numpy as np

from ae_workbench.analysis.strips import curves, strip
from ae_workbench.data.corruption import NOISE_SEED, corrupt_each
from ae_workbench.data.dataset import Split
from ae_workbench.engine.snapshot import Snapshot
from ae_workbench.storage.atomic import write_with

TILE_PX = 84


def write_pairs(path: Path, snapshot: Snapshot, split: Split) -> None:
    """A PNG with the examples in a row, what the model sees below where noise is added, and the reconstructions."""
    from PIL import Image

    x = snapshot.scaling.apply(split.examples)
    seen = corrupt_each(snapshot.scaling.apply(split.inputs), snapshot.plan.corruption, NOISE_SEED, range(len(split)))
    rows = [x, snapshot.reconstruct(seen)]
    if split.is_paired or snapshot.plan.corruption.kind != "none":
        rows.insert(1, seen)
    if not snapshot.plan.shape.is_image:
        rows = [curves(row, rows[0], TILE_PX) for row in rows]
    picture = Image.fromarray(np.concatenate([strip(images, TILE_PX) for images in rows]).squeeze())
    write_with(path, lambda file: picture.save(file, "PNG"))
