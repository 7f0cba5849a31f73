"""Facts of runs that nobody trained."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ae_workbench.analysis.diagnosis import diagnose
from ae_workbench.analysis.diagnosis.facts import Codes, Facts, Hidden, Inputs, Range
from ae_workbench.core.shape import Shape
from ae_workbench.storage.history import EpochRecord
from ae_workbench.variants.recipes import find_recipe, make_plan, with_settings

PLAIN = 0.2565
"""The mean built-in digit's error, in nats a pixel."""
HEALTHY = tuple(0.11 + 0.16 * 0.8**epoch for epoch in range(40))
PIXELS = Range(0.0, 1.0, 0.13, 0.3)
STANDARD = Range(-2.5, 2.6, 0.0, 1.0)


def facts(
    preset: str = "simple",
    *settings: str,
    errors: Sequence[float] = HEALTHY,
    losses: Sequence[float] | None = None,
    dead: int = 0,
    kl: Sequence[float] = (),
    hidden: Sequence[Hidden] = (),
    inputs: Inputs | None = Inputs(PIXELS, PIXELS, PLAIN),  # noqa: B008 (frozen)
    outcome: str = "finished",
    train_count: int = 1437,
    limit: int = 0,
    has_codes: bool = True,
) -> Facts:
    """Of a run that is healthy where nothing else is said; ``errors`` are of validation, ``losses`` of training."""
    recipe = replace(with_settings(find_recipe(preset), settings), limit=limit)
    shape = Shape((28, 28, 1)) if inputs is None or inputs.train.low >= -1 else Shape((64, 1), "sequence")
    plan = make_plan(recipe, shape)
    pairs = zip(errors, errors if losses is None else losses, strict=True)
    history = [
        EpochRecord(place + 1, 0.1, {"loss": float(loss), "val_loss": float(error), "val_reconstruction": float(error)})
        for place, (error, loss) in enumerate(pairs)
    ]
    units = plan.code_dims[-1]
    codes = Codes(360, np.array([0.0] * dead + [3.0] * (units - dead)), np.array(kl), tuple(hidden))
    stored = tuple(range(len(history) + 1))
    return Facts(recipe, plan, len(history), history, train_count, stored, outcome, inputs, codes if has_codes else None)


def found(made: Facts) -> dict[str, str]:
    """Severities by key."""
    return {diagnosis.key: diagnosis.severity for diagnosis in diagnose(made)}
