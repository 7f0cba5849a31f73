"""Runs that nobody trained, small enough to be made hundreds of times."""

from pathlib import Path

import numpy as np

from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.variants.recipes import presets, with_settings

SHAPE = Shape((4, 6, 1))
IMAGES = np.arange(5 * 24, dtype=np.uint8).reshape(5, 4, 6, 1)
DATASET = Dataset("tiny", SHAPE, Split(IMAGES[:3]), Split(IMAGES[3:]), ("zero", "one"))
RECIPE = with_settings(presets()["simple"].recipe, ["code_size=3", "epochs=6"])


def make_run(path: Path, recipe: Recipe = RECIPE, epochs: int = 6) -> RunFolder:
    """A finished run whose best epoch is 4, with weights that tell their epoch."""
    run = RunFolder.create(path, recipe, DATASET)
    for epoch in range(epochs + 1):
        weights = [np.full(dims, epoch + 0.25, np.float32) for dims in run.plan.weight_dims]
        if epoch == 0:
            run.write_weights(0, weights)
        else:
            run.add_epoch(EpochRecord(epoch, 0.5, {"loss": 1 / epoch, "val_loss": 0.1 + abs(epoch - 4)}), weights, None)
    run.end("finished")
    return run


def add_preview(run: RunFolder) -> RunFolder:
    """The same with a picture."""
    from PIL import Image

    Image.fromarray(IMAGES[0, :, :, 0]).save(run.preview_path)
    return run
