"""A small picture of what a run learned: test examples over what its model makes of them, kept in the run's folder."""

import logging
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.strips import curves, strip
from ae_workbench.core.plan import Plan
from ae_workbench.data.corruption import corrupt
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.storage.atomic import write_with
from ae_workbench.storage.run_folder import RunFolder

Reconstruct = Callable[[NDArray[np.float32]], NDArray[np.float32]]
COUNT = 6
SIDE_PX = 56
NOISE_SEED = 7


class Preview:
    """Made before the training, and tried once: what is then compiled needn't be waited for when it is stopped."""

    def __init__(self, dataset: Dataset, plan: Plan, reconstruct: Reconstruct) -> None:
        given = dataset.scaling.apply(dataset.test.inputs[_typical(dataset.test)])
        self._seen = corrupt(given, plan.corruption, np.random.default_rng(NOISE_SEED))
        self._plan = plan
        self._reconstruct = reconstruct
        reconstruct(self._seen)

    def keep(self, run: RunFolder) -> None:
        """Write ``preview.png``. It is an ornament: where it can't be made the training has ended well all the same."""
        try:
            write_with(run.preview_path, self._save)
        except Exception:  # whatever it is, a training that took hours must not fail by it
            logging.getLogger(__name__).warning("There is no preview of the run in %s", run.path, exc_info=True)

    def _save(self, file: Any) -> None:
        from PIL import Image

        picture = _picture(self._plan, self._seen, self._reconstruct(self._seen))
        Image.fromarray(picture.squeeze()).save(file, "PNG", optimize=True)


def _picture(plan: Plan, seen: NDArray, outputs: NDArray) -> NDArray[np.uint8]:
    rows = [seen, outputs] if plan.shape.is_image else [curves(row, seen, SIDE_PX) for row in (seen, outputs)]
    return np.concatenate([strip(row, SIDE_PX, gap_px=0) for row in rows])


def _typical(split: Split) -> NDArray[np.intp]:
    """Up to ``COUNT`` examples, of different classes where there are labels, in the order they are stored."""
    if split.labels is None:
        return np.arange(min(COUNT, len(split)))
    _, firsts = np.unique(split.labels, return_index=True)
    return np.sort(firsts)[:COUNT]
