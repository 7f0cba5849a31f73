"""From a run on disk to the facts that diagnoses are made from."""

from dataclasses import replace
from math import prod

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.codes import DEAD_BELOW, kl_per_unit
from ae_workbench.analysis.diagnosis.facts import Codes, Facts, Hidden, Inputs, inputs_of, swings_of
from ae_workbench.core.layers import Conv2D, Dense
from ae_workbench.data.corruption import NOISE_SEED, corrupt_each
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.engine.snapshot import Snapshot, open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.stored import stored_epoch

MOST_EXAMPLES, FEWEST_EXAMPLES = 500, 16
MOST_MULTIPLY_ADDS = 1_000_000_000
"""Less than 0.1 s of one core."""
MOST_ACTIVATIONS = 4_000_000
"""16 MB. A layer that is wholly dead is so for any few dozen examples."""
MOST_NUMBERS = 1_600_000
"""2,000 images of 28×28."""


def facts_of(run: RunFolder, dataset: Dataset | None, epoch: int | None = None, inputs: Inputs | None = None) -> Facts:
    """What is known of a run at an epoch, by default the newest stored one; ``dataset`` is what its examples are taken from.

    ``inputs`` are those of an earlier look at the same run and data, which spares to work them out again.

    Raises:
        RunError: nothing stored yet, not this epoch, or broken weights. DataError: data of another shape.
    """
    chosen = stored_epoch(run, epoch)
    history = [record for record in run.history() if record.epoch <= chosen and not record.partial]
    outcome = run.facts.outcome if chosen >= run.last_full_epoch else ""
    count = min(run.facts.train_count, run.recipe.limit or run.facts.train_count)
    facts = Facts(run.recipe, run.plan, chosen, history, count, run.epochs(), outcome)
    if dataset is None:
        return facts
    used = dataset.limited(run.recipe.limit)
    facts = replace(facts, inputs=inputs or _inputs(facts, used, run.facts.scaling, is_own(run, dataset)))
    return replace(facts, codes=_codes(run, chosen, used)) if facts.is_judgeable else facts


def is_own(run: RunFolder, dataset: Dataset) -> bool:
    """Whether these are the data that the run was trained on; a run keeps the fingerprint of all of them or of the part it uses."""
    return run.facts.fingerprint in (dataset.fingerprint, dataset.limited(run.recipe.limit).fingerprint)


def _inputs(facts: Facts, dataset: Dataset, scaling: Scaling, is_own: bool) -> Inputs:
    most = max(FEWEST_EXAMPLES, MOST_NUMBERS // dataset.shape.size)
    train, test = (scaling.apply(split.examples[_some(len(split), most)]) for split in (dataset.train, dataset.test))
    return inputs_of(facts.plan.loss, train, test, is_own)


def _codes(run: RunFolder, epoch: int, dataset: Dataset) -> Codes:
    """Send some test examples through the model, as many as take a moment; training examples where there are too few to see a unit move."""
    snapshot = open_snapshot(run.path, epoch)
    plan = snapshot.plan
    most = max(FEWEST_EXAMPLES, min(MOST_EXAMPLES, MOST_MULTIPLY_ADDS // plan.multiply_adds))
    split = dataset.test if len(dataset.test) >= FEWEST_EXAMPLES else dataset.train
    chosen = _some(len(split), most)
    seen = corrupt_each(snapshot.scaling.apply(split.inputs[chosen]), plan.corruption, NOISE_SEED, chosen)
    kl = kl_per_unit(*snapshot.posterior(seen)) if plan.is_variational else np.zeros(0)
    return Codes(len(seen), swings_of(snapshot.encode(seen)), kl, _hidden(snapshot, seen))


def _some(count: int, most: int) -> NDArray[np.intp]:
    """Up to ``most`` of ``count`` places, evenly over all."""
    return np.linspace(0, count - 1, min(most, count), dtype=np.intp)


def _hidden(snapshot: Snapshot, seen: NDArray) -> tuple[Hidden, ...]:
    stages = snapshot.plan.stages
    each = sum(prod(stage.output_dims) for stage in stages)
    outputs = snapshot.stage_outputs(seen[: max(1, MOST_ACTIVATIONS // each)])
    found = []
    for stage, values in zip(stages, outputs, strict=True):
        layer = stage.layer
        if isinstance(layer, Dense | Conv2D) and layer.activation == "relu":
            # What comes out of a ReLU is never below 0: where it is never above it either, it is the same for every example.
            alive = values.reshape(-1, values.shape[-1]).max(axis=0) > DEAD_BELOW
            found.append(Hidden(stage.output_dims, alive.size, int((~alive).sum())))
    return tuple(found)
