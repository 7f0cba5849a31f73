"""Maps of codes that took long to make, kept beside the run until its weights change."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.data.array_entry import entries
from ae_workbench.storage.atomic import write_with
from ae_workbench.storage.patience import discard
from ae_workbench.storage.samples import cache_folder
from ae_workbench.storage.stamp import stamp

MOST_FILES = 20


@dataclass(frozen=True)
class ProjectionKey:
    """What a map depends on. ``stamp`` is a snapshot's: it changes when an epoch is trained again. ``settings`` are plain values."""

    epoch: int
    stamp: int
    fingerprint: str
    settings: Mapping[str, str | int | float]

    def path(self, run: Path) -> Path:
        """Its file."""
        text = json.dumps([self.epoch, self.stamp, self.fingerprint, dict(self.settings)], sort_keys=True)
        return cache_folder(run) / f"projection-{self.epoch:04d}-{hashlib.sha256(text.encode()).hexdigest()[:16]}.npz"


def read_projection(run: Path, key: ProjectionKey, count: int) -> NDArray[np.float32] | None:
    """Coordinates (count, 2) that were kept; none where there are none, or none that can be read."""
    try:
        entry = entries(key.path(run)).get("coordinates")
        if entry is None or entry.dims != (count, 2) or entry.dtype != np.float32:
            return None
        coordinates = entry.read()
    except DataError:
        return None
    return coordinates if np.isfinite(coordinates).all() else None


def write_projection(run: Path, key: ProjectionKey, coordinates: NDArray) -> bool:
    """Keep coordinates (n, 2), the newest ``MOST_FILES`` maps of a run; whether it could."""
    path = key.path(run)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_with(path, lambda file: np.savez(file, coordinates=coordinates.astype(np.float32)))
        kept = sorted(path.parent.glob("projection-*.npz"), key=stamp)
        for old in kept[:-MOST_FILES]:
            discard(old)
    except OSError:
        return False
    return True
