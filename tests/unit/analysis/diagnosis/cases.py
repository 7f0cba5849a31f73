"""Facts of runs that nobody trained."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ae_workbench.analysis.diagnosis import diagnose
from ae_workbench.analysis.diagnosis.diagnosis import Diagnosis
from ae_workbench.analysis.diagnosis.facts import Codes, Facts, Hidden, Inputs, Range
from ae_workbench.core.shape import Shape
from ae_workbench.storage.history import EpochRecord
from ae_workbench.variants.recipes import find_recipe, make_plan, with_settings

PLAIN = 0.2565
"""The mean built-in digit's error, in nats a pixel."""
HEALTHY = tuple(0.11 + 0.16 * 0.8**epoch for epoch in range(40))
METRICS = ("loss", "reconstruction", "val_loss", "val_reconstruction")
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
    inputs: Inputs | None = Inputs(PIXELS, PIXELS, PLAIN, PLAIN),  # noqa: B008 (frozen)
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
        EpochRecord(place + 1, 0.1, {name: float(value) for name, value in zip(METRICS, (loss, loss, error, error), strict=True)})
        for place, (error, loss) in enumerate(pairs)
    ]
    units = plan.code_dims[-1]
    codes = Codes(360, np.array([0.0] * dead + [3.0] * (units - dead)), np.array(kl), tuple(hidden))
    stored = tuple(range(len(history) + 1))
    return Facts(recipe, plan, len(history), history, train_count, stored, outcome, inputs, codes if has_codes else None)


def found(made: Facts) -> dict[str, str]:
    """Severities by key."""
    return {diagnosis.key: diagnosis.severity for diagnosis in diagnose(made)}


def every_diagnosis() -> list[Diagnosis]:
    """At least one of each malady, and most of what they can say."""
    wild, other, outside = Range(-2.0, 45.0, 0.0, 1.0), Range(1.0, 6.0, 3.5, 1.0), Range(-1.0, 1.0, 0.0, 0.5)
    calm, level = [0.9 * 0.9**epoch for epoch in range(40)], [PLAIN] * 60
    rising = np.concatenate([np.linspace(0.3, 0.12, 20), np.linspace(0.12, 0.15, 30)])
    made = [
        facts("simple-article", "learning_rate=0.001", errors=np.linspace(0.6965, 0.6958, 50)),
        facts("simple-article", "learning_rate=0.001", errors=np.linspace(0.69, 0.67, 50)),
        facts("simple", errors=level),
        facts("simple", "learning_rate=1e-5", errors=[0.69] * 50),
        facts("simple", outcome="diverged"),
        facts("simple", errors=[*HEALTHY[:15], *(0.3 for _ in range(10))], outcome=""),
        facts(errors=[value * (1.2 if place % 2 else 1.0) for place, value in enumerate(HEALTHY)]),
        facts("simple", "learning_rate=0.02", dead=24),
        facts("simple", dead=32),
        facts("convolutional", "learning_rate=0.001", dead=6),
        facts("variational", kl=(0.0, 0.0), hidden=[Hidden((128,), 128, 128)]),
        facts("variational", kl=(0.0, 0.0)),
        facts("variational", "code_size=32", kl=[1.5] * 13 + [0.001] * 19),
        facts("variational", "code_size=16", "kl_weight=10", kl=[0.8] * 3 + [0.03] * 13),
        facts("sparse", "activity_l1=0.001", dead=19),
        facts("sparse", "activity_l1=0.001", dead=32),
        facts("deep", errors=rising, losses=np.linspace(0.3, 0.08, 50)),
        facts("deep", errors=rising, losses=np.linspace(0.3, 0.08, 50), limit=100),
        facts(inputs=Inputs(outside, outside, PLAIN)),
        facts(inputs=Inputs(Range(0.0, 0.06, 0.01, 0.01), PIXELS, PLAIN)),
        facts("sequence", errors=calm, inputs=Inputs(wild, STANDARD, 1.0)),
        facts("sequence", errors=calm, inputs=Inputs(STANDARD, other, 1.0)),
        facts("simple-article", errors=np.linspace(0.27, 0.2, 50)),
        facts("simple", errors=np.linspace(0.27, 0.2, 50)),
    ]
    return [diagnosis for each in made for diagnosis in diagnose(each)]
