"""What a diagnosis is made from: plain data about a run at one epoch, and what some test examples show of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.codes import DEAD_BELOW, Values, flat
from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe


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
    """A hidden ReLU layer, by its kind and the shape it gives: ``dead`` of its ``units`` (maps of a convolution) are 0 for every example."""

    kind: str
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

    ``outcome`` is how the training ended, "" while it goes on or where it was cut off. ``looks`` is None where the run's data aren't
    at hand: then only what the history tells is diagnosed.
    """

    recipe: Recipe
    plan: Plan
    epoch: int
    history: Sequence[Record]
    outcome: str = "finished"
    steps_per_epoch: int = 1
    looks: Looks | None = None

    def curve(self, metric: str) -> NDArray[np.float64]:
        """A metric by epoch, (epochs,); empty where not every epoch has it."""
        values = [record.metrics.get(metric) for record in self.history]
        return np.array([] if None in values else values, np.float64)

    def last(self, metric: str) -> float | None:
        """A metric after the newest epoch."""
        return self.history[-1].metrics.get(metric) if self.history else None


def inputs_of(examples: NDArray) -> Inputs:
    """Of examples as a model sees them, (n, …)."""
    return Inputs(float(examples.min()), float(examples.max()), float(examples.mean(dtype=np.float64)), float(examples.std(dtype=np.float64)))


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
