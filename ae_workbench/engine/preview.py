"""A small picture of what a run learned: test examples over what its model makes of them, kept in the run's folder."""

import logging
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.strips import curves, strip
from ae_workbench.core.plan import Plan
from ae_workbench.data.corruption import corrupt
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.engine.build import Networks
from ae_workbench.storage.atomic import write_with
from ae_workbench.storage.run_folder import RunFolder

COUNT = 6
SIDE_PX = 56
NOISE_SEED = 7


def keep_preview(run: RunFolder, dataset: Dataset, networks: Networks) -> None:
    """Write ``preview.png``. It is an ornament: where it can't be made the training has ended well all the same."""
    try:
        _write(run, dataset, networks)
    except Exception:  # whatever it is, a training that took hours must not fail by it
        logging.getLogger(__name__).warning("There is no preview of the run in %s", run.path, exc_info=True)


def _write(run: RunFolder, dataset: Dataset, networks: Networks) -> None:
    from PIL import Image

    plan = run.plan
    given = dataset.scaling.apply(dataset.test.inputs[_typical(dataset.test)])
    seen = corrupt(given, plan.corruption, np.random.default_rng(NOISE_SEED))
    picture = Image.fromarray(_picture(plan, seen, np.asarray(networks.decoder(networks.encoder(seen)))).squeeze())

    def save(file: Any) -> None:
        picture.save(file, "PNG", optimize=True)

    write_with(run.preview_path, save)


def _picture(plan: Plan, seen: NDArray, outputs: NDArray) -> NDArray[np.uint8]:
    rows = [seen, outputs] if plan.shape.is_image else [curves(row, seen, SIDE_PX) for row in (seen, outputs)]
    return np.concatenate([strip(row, SIDE_PX, gap_px=0) for row in rows])


def _typical(split: Split) -> NDArray[np.intp]:
    """Up to ``COUNT`` examples, of different classes where there are labels, in the order they are stored."""
    if split.labels is None:
        return np.arange(min(COUNT, len(split)))
    _, firsts = np.unique(split.labels, return_index=True)
    return np.sort(firsts)[:COUNT]
