"""A small finished run, its archive, and a way to make archives that say what no run says."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.storage.archive import pack
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.variants.recipes import presets, with_settings

SHAPE = Shape((4, 6, 1))
IMAGES = np.arange(5 * 24, dtype=np.uint8).reshape(5, 4, 6, 1)
DATASET = Dataset("tiny", SHAPE, Split(IMAGES[:3]), Split(IMAGES[3:]), ("zero", "one"))
RECIPE = with_settings(presets()["simple"].recipe, ["code_size=3", "epochs=6"])
Forge = Callable[..., Path]


def make_run(path: Path, recipe: Recipe = RECIPE, epochs: int = 6) -> RunFolder:
    """A run whose best epoch is 4, with weights that tell their epoch."""
    run = RunFolder.create(path, recipe, DATASET)
    for epoch in range(epochs + 1):
        weights = [np.full(dims, epoch + 0.25, np.float32) for dims in run.plan.weight_dims]
        if epoch == 0:
            run.write_weights(0, weights)
        else:
            run.add_epoch(EpochRecord(epoch, 0.5, {"loss": 1 / epoch, "val_loss": 0.1 + abs(epoch - 4)}), weights, None)
    run.end("finished")
    return run


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    from PIL import Image

    made = make_run(tmp_path / "run")
    Image.fromarray(IMAGES[0, :, :, 0]).save(made.preview_path)
    return made


@pytest.fixture
def archive(run: RunFolder, tmp_path: Path) -> Path:
    return pack(run, tmp_path / "run.aew").path


@pytest.fixture
def forge(archive: Path, tmp_path: Path) -> Forge:
    """A copy of the archive with other members (none where None), each with its right size and digest in the manifest."""

    def make(changes: Mapping[str, bytes | None], manifest: Mapping[str, Any] | None = None) -> Path:
        with zipfile.ZipFile(archive) as old:
            members: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
        listing = {**json.loads(members.pop("manifest.json") or b""), **(manifest or {})}
        members |= changes
        kept = {name: content for name, content in members.items() if content is not None}
        if "files" not in (manifest or {}):
            listing["files"] = {name: {"bytes": len(it), "sha256": hashlib.sha256(it).hexdigest()} for name, it in kept.items()}
        forged = tmp_path / "forged.aew"
        with zipfile.ZipFile(forged, "w") as new:
            for name, content in {"manifest.json": json.dumps(listing).encode(), **kept}.items():
                new.writestr(zipfile.ZipInfo(name), content)
        return forged

    return make


def with_data(recipe: Recipe, path: str) -> Recipe:
    return replace(recipe, data=Choice("images", {"path": path}))
