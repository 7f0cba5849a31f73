"""From a run on disk to the facts that diagnoses are made from."""

from math import prod

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.codes import DEAD_BELOW, kl_per_unit
from ae_workbench.analysis.diagnosis.facts import Facts, Hidden, Looks, inputs_of, plain_error, spread_of, unit_statistics
from ae_workbench.core.layers import Conv2D, Dense
from ae_workbench.data.corruption import corrupt
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.evaluation import NOISE_SEED
from ae_workbench.engine.snapshot import Snapshot, open_snapshot
from ae_workbench.storage.run_folder import RunFolder

MOST_EXAMPLES, FEWEST_EXAMPLES = 500, 16
MOST_MULTIPLY_ADDS = 2_000_000_000
"""About 0.1 s of one core."""
MOST_ACTIVATIONS = 16_000_000
"""64 MB."""
MOST_TRAINING = 2000


def facts_of(run: RunFolder, dataset: Dataset | None, epoch: int | None = None) -> Facts:
    """What is known of a run at an epoch, by default the newest stored one; ``dataset`` is what its examples are taken from.

    Raises:
        RunError: nothing stored yet, not this epoch, or broken weights. DataError: data of another shape.
    """
    snapshot = open_snapshot(run.path, epoch)
    history = [record for record in run.history() if record.epoch <= snapshot.epoch and not record.partial]
    outcome = run.facts.outcome if snapshot.epoch == run.last_full_epoch else ""
    looks = look(snapshot, dataset) if dataset is not None else None
    return Facts(run.recipe, run.plan, snapshot.epoch, history, run.facts.train_count, outcome, looks)


def look(snapshot: Snapshot, dataset: Dataset) -> Looks:
    """Send some test examples through the model; as many as take a moment."""
    plan, scaling = snapshot.plan, snapshot.scaling
    most = max(FEWEST_EXAMPLES, min(MOST_EXAMPLES, MOST_MULTIPLY_ADDS // plan.multiply_adds))
    test = scaling.apply(_spread_out(dataset.test.examples, most))
    train = scaling.apply(_spread_out(dataset.train.examples, max(most, MOST_TRAINING * 784 // plan.shape.size)))
    seen = corrupt(test, plan.corruption, np.random.default_rng(NOISE_SEED))
    codes = snapshot.encode(seen)
    peaks, swings = unit_statistics(codes)
    return Looks(
        len(test),
        plain_error(plan.loss, train, test),
        spread_of(test, snapshot.decode(codes)),
        peaks,
        swings,
        kl_per_unit(*snapshot.posterior(seen)) if plan.is_variational else np.zeros(0),
        _hidden(snapshot, seen),
        inputs_of(train),
        inputs_of(test),
    )


def _spread_out(examples: NDArray, most: int) -> NDArray:
    """Up to ``most`` of them, evenly over all."""
    return examples[np.linspace(0, len(examples) - 1, min(most, len(examples)), dtype=int)]


def _hidden(snapshot: Snapshot, seen: NDArray) -> tuple[Hidden, ...]:
    stages = snapshot.plan.stages
    each = sum(prod(stage.output_dims) for stage in stages)
    outputs = snapshot.stage_outputs(seen[: max(1, MOST_ACTIVATIONS // each)])
    found = []
    for stage, values in zip(stages, outputs, strict=True):
        layer = stage.layer
        if isinstance(layer, Dense | Conv2D) and layer.activation == "relu":
            alive = values.reshape(-1, values.shape[-1]).max(axis=0) > DEAD_BELOW
            found.append(Hidden(stage.output_dims, alive.size, int((~alive).sum())))
    return tuple(found)
