"""What a diagnosis is made from: plain data about a run at one epoch, and what some test examples show of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.codes import DEAD_BELOW, Values, flat
from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe

FEWEST_EPOCHS, FEWEST_STEPS = 3, 100
"""The slowest healthy start among the presets: Adadelta at 1.0 on the built-in digits is below the mean image after about 100 steps."""
FAST, HIGH_RATE = ("adam", "rmsprop"), 0.004
"""At 0.02 ``simple`` loses 24 of its 32 code units on the built-in digits, at 0.002 it loses 9."""
MANY_STEPS = 1000
"""Of a large data set one epoch is enough."""


class Record(Protocol):
    """A line of a run's history."""

    @property
    def epoch(self) -> int: ...
    @property
    def metrics(self) -> Mapping[str, float]: ...


@dataclass(frozen=True)
class Inputs:
    """Numbers of examples as the model sees them: the least, the greatest, mean and standard deviation over all of them."""

    low: float
    high: float
    mean: float
    deviation: float


@dataclass(frozen=True)
class Hidden:
    """A hidden ReLU layer by the shape it gives: ``dead`` of its ``units`` (maps of a convolution) are 0 for every example."""

    dims: tuple[int, ...]
    units: int
    dead: int


@dataclass(frozen=True)
class Looks:
    """What ``examples`` test examples show at this epoch.

    ``plain_error``: mean error of giving the mean training example for everything, in the unit of ``reconstruction``.
    ``spread``: variance of reconstructions over examples, as a share of the examples' own; 0 where all come out the same.
    ``peaks`` and ``swings`` (units,): a code unit's largest absolute value and standard deviation; a map counts as one unit, by the
    largest of its places. ``kl`` (units,): nats of each latent, empty unless variational. ``train`` and ``test``: the inputs.
    """

    examples: int
    plain_error: float
    spread: float
    peaks: Values
    swings: Values
    kl: Values
    hidden: tuple[Hidden, ...]
    train: Inputs
    test: Inputs

    @property
    def dead(self) -> int:
        """Code units that say nothing: always 0, or always the same."""
        return int((self.swings <= DEAD_BELOW).sum())


@dataclass(frozen=True)
class Facts:
    """A run at ``epoch``. ``history`` has its full epochs up to there, oldest first.

    ``outcome`` is how the training ended, "" while it goes on, where it was cut off, or where ``epoch`` isn't its last.
    ``looks`` is None where the run's data aren't at hand: then only what the history tells is diagnosed.
    """

    recipe: Recipe
    plan: Plan
    epoch: int
    history: Sequence[Record]
    train_count: int
    outcome: str = ""
    looks: Looks | None = None

    @property
    def steps(self) -> int:
        """Optimizer steps so far."""
        return len(self.history) * ceil(self.train_count / self.recipe.training.batch_size)

    @property
    def is_judgeable(self) -> bool:
        """Whether there was enough training to say anything about how it goes."""
        return self.steps >= MANY_STEPS or (len(self.history) >= FEWEST_EPOCHS and self.steps >= FEWEST_STEPS)

    @property
    def is_fast(self) -> bool:
        """Whether the learning rate is high for its optimizer."""
        training = self.recipe.training
        return training.optimizer in FAST and training.learning_rate > HIGH_RATE

    def curve(self, metric: str) -> NDArray[np.float64]:
        """A metric by epoch, (epochs,); empty where not every epoch has it."""
        values = [record.metrics.get(metric) for record in self.history]
        return np.array([] if None in values else values, np.float64)

    @property
    def gain(self) -> float | None:
        """By which share the reconstruction error is below that of the mean training example; None where that isn't known."""
        errors = self.curve("val_reconstruction")
        if self.looks is None or not errors.size or self.looks.plain_error <= 0:
            return None
        return float(1 - errors[-1] / self.looks.plain_error)


def inputs_of(examples: NDArray) -> Inputs:
    """Of examples as a model sees them, (n, …)."""
    mean, deviation = examples.mean(dtype=np.float64), examples.std(dtype=np.float64)
    return Inputs(float(examples.min()), float(examples.max()), float(mean), float(deviation))


def unit_statistics(codes: NDArray) -> tuple[Values, Values]:
    """``Looks.peaks`` and ``Looks.swings`` of codes (n, units) or (n, height, width, maps)."""
    peaks, swings = np.abs(codes).max(axis=0).astype(np.float64), codes.std(axis=0, dtype=np.float64)
    if codes.ndim == 4:
        return peaks.max(axis=(0, 1)), swings.max(axis=(0, 1))
    return peaks.reshape(-1), swings.reshape(-1)


def spread_of(examples: NDArray, reconstructions: NDArray) -> float:
    """``Looks.spread``."""
    own = float(flat(examples).var(axis=0, dtype=np.float64).sum())
    return float(flat(reconstructions).var(axis=0, dtype=np.float64).sum()) / own if own else 0.0


def plain_error(loss: str, train: NDArray, test: NDArray) -> float:
    """``Looks.plain_error``: nothing that ignores its input does better."""
    mean = np.broadcast_to(train.mean(axis=0, dtype=np.float64).astype(np.float32), test.shape)
    return float(error_per_example(loss, test, mean).mean())
