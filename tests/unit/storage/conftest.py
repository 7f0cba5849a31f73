"""A tiny run that nobody trained."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import presets

RECIPE = presets()["variational"].recipe
IMAGES = np.arange(5 * 24, dtype=np.uint8).reshape(5, 4, 6, 1)
DATASET = Dataset("tiny", Shape((4, 6, 1)), Split(IMAGES[:3]), Split(IMAGES[3:]))
WEIGHTS = [np.ones((24, 3), np.float32)]


def make_run(path: Path, name: str = "A run") -> RunFolder:
    return RunFolder.create(path, replace(RECIPE, name=name), DATASET)
