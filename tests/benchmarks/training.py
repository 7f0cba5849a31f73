"""Seconds per epoch, ours against plain Keras ``fit``: same model, batch, optimizer, data and validation."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from ae_workbench.core.recipe import Training
from ae_workbench.data.dataset import Dataset
from ae_workbench.variants.recipes import make_plan, presets
from tests.benchmarks.epochs import epoch_seconds
from tests.benchmarks.plain import plain_fit

COMPILING_EPOCHS = 1


def measure(dataset: Dataset, variants: Iterable[str], epochs: int, rounds: int, batch_size: int | None) -> list[dict[str, Any]]:
    """A row per variant: median seconds per epoch of both sides, after the first epoch of each fit, which compiles.

    The ratio is the median of the rounds' own ones: a round's two fits have the same machine, which may be half as fast a minute later.
    Taking turns epoch by epoch would be fairer still, but plain Keras is slower for a while after it was suspended.
    """
    rows = []
    for key in variants:
        recipe = presets()[key].recipe
        batch = batch_size or presets()[f"{key}-article"].recipe.training.batch_size
        training = Training(optimizer="adam", learning_rate=1e-3, batch_size=batch, epochs=epochs + COMPILING_EPOCHS)
        recipe = replace(recipe, training=training)
        plain: list[float] = []
        ours: list[float] = []
        for _ in range(rounds):
            fit = plain_fit(make_plan(recipe, dataset.shape), dataset, training, epochs + COMPILING_EPOCHS)
            plain.append(median(fit.seconds[COMPILING_EPOCHS:]))
            ours.append(median(_our_epochs(recipe, dataset)[COMPILING_EPOCHS:]))
        rows.append(
            {
                "variant": key,
                "batch": batch,
                "plain_seconds": round(median(plain), 4),
                "our_seconds": round(median(ours), 4),
                "ratio": round(median(theirs / own for theirs, own in zip(plain, ours, strict=True)), 2),
            }
        )
    return rows


def _our_epochs(recipe: Any, dataset: Dataset) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        return epoch_seconds(recipe, dataset, Path(folder) / "run")
