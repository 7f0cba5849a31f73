"""The t-SNE map of a snapshot's codes, made once and kept beside the run."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.storage.projection_cache import ProjectionKey, read_projection, write_projection

SEED = 0
Floats = NDArray[np.float32]


def tsne_key(epoch: int, stamp: int, fingerprint: str, split: str = "test") -> ProjectionKey:
    """What the map of a split's codes depends on; ``stamp`` is the snapshot's, ``fingerprint`` the data set's."""
    from ae_workbench.analysis.projection import EARLY, LATE, PERPLEXITY

    settings: dict[str, str | int | float] = {"layout": "tsne", "perplexity": PERPLEXITY, "seed": SEED, "early": EARLY, "late": LATE}
    return ProjectionKey(epoch, stamp, fingerprint, settings if split == "test" else {**settings, "split": split})


def tsne_map(
    run: Path, key: ProjectionKey, codes: NDArray, show: Callable[[float, Floats], object], cancelled: Callable[[], bool]
) -> Floats | None:
    """Coordinates (n, 2) of codes (n, *code_dims), read where they were kept; None once ``cancelled`` says so.

    ``show`` gets the share done and the coordinates so far; what it raises goes through. Raises as ``analysis.projection.tsne`` does.
    """
    from ae_workbench.analysis.projection import tsne

    kept = read_projection(run, key, len(codes))
    if kept is not None:
        return kept
    made = tsne(codes, show, cancelled, seed=SEED)
    if made is not None:
        write_projection(run, key, made)
    return made
