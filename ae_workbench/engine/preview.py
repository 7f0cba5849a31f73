"""A small picture of what a run learned: test examples over what its model makes of them, kept in the run's folder."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.strips import curves, strip
from ae_workbench.core.plan import Plan
from ae_workbench.data.corruption import NOISE_SEED, corrupt_each
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.engine.codec import Codec
from ae_workbench.storage.atomic import write_with
from ae_workbench.storage.run_folder import RunFolder

Arrays = Sequence[NDArray]
COUNT = 6
SIDE_PX = 56


class Preview:
    """Made before the training and drawn once with any weights: what that compiles and imports needn't be waited for when it is stopped."""

    def __init__(self, dataset: Dataset, plan: Plan, weights: Arrays) -> None:
        chosen = _typical(dataset.test)
        self._seen = corrupt_each(dataset.scaling.apply(dataset.test.inputs[chosen]), plan.corruption, NOISE_SEED, chosen)
        self._plan = plan
        self._codec = Codec(plan)
        with suppress(Exception):  # ``keep`` tells of it
            self._save(BytesIO(), weights)

    def keep(self, run: RunFolder, weights: Arrays) -> None:
        """Write ``preview.png``. It is an ornament: where it can't be made the training has ended well all the same."""
        try:
            write_with(run.preview_path, lambda file: self._save(file, weights))
        except Exception:  # whatever it is, a training that took hours must not fail by it
            logging.getLogger(__name__).warning("There is no preview of the run in %s", run.path, exc_info=True)

    def _save(self, file: Any, weights: Arrays) -> None:
        from PIL import Image

        picture = _picture(self._plan, self._seen, self._reconstruct(weights))
        Image.fromarray(picture.squeeze()).save(file, "PNG")

    def _reconstruct(self, weights: Arrays) -> NDArray[np.float32]:
        self._codec.hold(None, weights)
        codes = np.concatenate(self._codec.apply("encode", self._seen))
        return np.concatenate(self._codec.apply("decode", codes))


def _picture(plan: Plan, seen: NDArray, outputs: NDArray) -> NDArray[np.uint8]:
    rows = [seen, outputs] if plan.shape.is_image else [curves(row, seen, SIDE_PX) for row in (seen, outputs)]
    return np.concatenate([strip(row, SIDE_PX, gap_px=0) for row in rows])


def _typical(split: Split) -> NDArray[np.intp]:
    """Up to ``COUNT`` examples, of different classes where there are labels, in the order they are stored."""
    if split.labels is None:
        return np.arange(min(COUNT, len(split)))
    _, firsts = np.unique(split.labels, return_index=True)
    return np.sort(firsts)[:COUNT]
