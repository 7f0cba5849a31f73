"""What a diagnosis is made from: plain data about a run at one epoch, and what some test examples show of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.codes import Values, dead_units
from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import RESTART_PARTS, Recipe

FEWEST_EPOCHS, FEWEST_STEPS = 3, 100
"""The slowest healthy start among the presets: Adadelta at 1.0 on the built-in digits is below the mean image after about 100 steps."""
FAST, HIGH_RATE, SAFE_RATE = ("adam", "nadam", "rmsprop"), 0.004, 0.002
"""At 0.02 ``simple`` loses 24 of its 32 code units on the built-in digits, at 0.002 it loses 9."""
USUAL_SIZE = 784
"""Numbers of an example that presets were made for. With 12,288 a variational one learns at 0.0003 what 0.0014 doesn't."""
MANY_STEPS = 1000
"""Of a large data set one epoch is enough."""


class Record(Protocol):
    """A line of a run's history."""

    @property
    def epoch(self) -> int: ...
    @property
    def metrics(self) -> Mapping[str, float]: ...


@dataclass(frozen=True)
class Range:
    """Numbers of examples as the model sees them: the least, the greatest, mean and standard deviation over all of them."""

    low: float
    high: float
    mean: float
    deviation: float


@dataclass(frozen=True)
class Inputs:
    """Training and test examples. ``plain_error``: the test error of giving the mean training example for everything, in the unit of
    ``reconstruction``; nothing that ignores its input does better. None where these aren't the data that the run was trained on.
    ``plain_train_error``: the same of the training examples."""

    train: Range
    test: Range
    plain_error: float | None
    plain_train_error: float | None = None


@dataclass(frozen=True)
class Hidden:
    """A hidden ReLU layer by the shape it gives: ``dead`` of its ``units`` (maps of a convolution) are 0 for every example."""

    dims: tuple[int, ...]
    units: int
    dead: int


@dataclass(frozen=True)
class Codes:
    """What the model makes of so many ``examples``.

    ``swings`` (units,): a code unit's standard deviation over examples; a map counts as one unit, by the largest of its places.
    ``kl`` (units,): nats of each latent, empty unless variational.
    """

    examples: int
    swings: Values
    kl: Values
    hidden: tuple[Hidden, ...]

    @property
    def dead(self) -> int:
        """Code units that say nothing: always 0, or always the same."""
        return len(dead_units(self.swings))


@dataclass(frozen=True)
class Facts:
    """A run at ``epoch``. ``history`` has its full epochs up to there, oldest first; ``stored`` are the epochs whose weights are there.

    ``outcome`` is how the training ended, "" while it goes on, where it was cut off, or where ``epoch`` isn't its last.
    ``inputs`` are None where no data are at hand, ``codes`` also where there was too little training to judge: then only what the
    rest tells is diagnosed.
    """

    recipe: Recipe
    plan: Plan
    epoch: int
    history: Sequence[Record]
    train_count: int
    stored: Sequence[int] = ()
    outcome: str = ""
    inputs: Inputs | None = None
    codes: Codes | None = None

    @property
    def steps_per_epoch(self) -> int:
        return ceil(self.train_count / self.recipe.training.batch_size)

    @property
    def steps(self) -> int:
        """Optimizer steps so far."""
        return len(self.history) * self.steps_per_epoch

    @property
    def is_judgeable(self) -> bool:
        """Whether there was enough training to say anything about how it goes."""
        return self.steps >= MANY_STEPS or (len(self.history) >= FEWEST_EPOCHS and self.steps >= FEWEST_STEPS)

    @property
    def lower_rate(self) -> float:
        """A learning rate to try where this one is too high, lower for large examples: each number of them moves a unit."""
        training = self.recipe.training
        if training.optimizer in FAST:
            many = min(1.0, sqrt(USUAL_SIZE / self.plan.shape.size))
            return float(f"{min(training.learning_rate / 10, SAFE_RATE) * many:.2g}")
        return 1.0 if training.optimizer == "adadelta" and training.learning_rate > 1 else training.learning_rate / 10

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
    def plain_error(self) -> float | None:
        """As ``Inputs.plain_error``; None where that isn't known, or is 0 because all examples are alike."""
        return (self.inputs.plain_error or None) if self.inputs else None

    @property
    def plain_train_error(self) -> float | None:
        """As ``Inputs.plain_train_error``; None where that isn't known, or is 0 because all examples are alike."""
        return (self.inputs.plain_train_error or None) if self.inputs else None

    @property
    def restarted_after(self) -> int:
        """The epoch in or after which the schedule last raised the rate anew; 0 where it never did.

        Its cosines are each twice as long as the one before, also beyond the planned epochs: as Keras's ``CosineDecayRestarts``.
        """
        training = self.recipe.training
        if training.schedule != "restarts" or not self.train_count:
            return 0
        restart, cycle = 0, ceil(training.epochs * self.steps_per_epoch / RESTART_PARTS)
        while restart + cycle < self.epoch * self.steps_per_epoch:
            restart, cycle = restart + cycle, 2 * cycle
        return ceil(restart / self.steps_per_epoch)


def inputs_of(loss: str, train: NDArray, test: NDArray, is_own: bool) -> Inputs:
    """Of examples as a model sees them, (n, …); ``is_own``: it was trained on these."""
    plain = (plain_error(loss, train, test), plain_error(loss, train, train)) if is_own else (None, None)
    return Inputs(range_of(train), range_of(test), *plain)


def range_of(examples: NDArray) -> Range:
    """Over all numbers of examples (n, …)."""
    mean, deviation = examples.mean(dtype=np.float64), examples.std(dtype=np.float64)
    return Range(float(examples.min()), float(examples.max()), float(mean), float(deviation))


def plain_error(loss: str, train: NDArray, test: NDArray) -> float:
    """``Inputs.plain_error``."""
    mean = np.broadcast_to(train.mean(axis=0, dtype=np.float64).astype(np.float32), test.shape)
    return float(error_per_example(loss, test, mean).mean())


def swings_of(codes: NDArray) -> Values:
    """``Codes.swings`` of codes (n, units) or (n, height, width, maps)."""
    swings = codes.std(axis=0, dtype=np.float64)
    return swings.max(axis=(0, 1)) if swings.ndim == 3 else swings.reshape(-1)
