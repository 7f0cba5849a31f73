"""The combinations of a sweep: each with its trials of all seeds, and which of them is best."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite, nan
from statistics import fmean, stdev

from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import Value


@dataclass(frozen=True)
class Combination:
    """Values of the varied parameters with the trials that were begun of them, one for each of at most ``seeds`` seeds."""

    values: Mapping[str, Value]
    trials: tuple[Trial, ...]
    objective: str
    seeds: int

    @property
    def whole(self) -> tuple[Trial, ...]:
        """Those that ran to their end and have an objective; only these are compared."""
        return tuple(trial for trial in self.trials if is_whole(trial, self.objective))

    @property
    def errors(self) -> tuple[float, ...]:
        """The objective of each whole trial."""
        return tuple(trial.metrics[self.objective] for trial in self.whole)

    @property
    def count(self) -> int:
        """How many seeds the mean is of."""
        return len(self.whole)

    @property
    def lost(self) -> int:
        """How many trials ended without an objective to compare: diverged, failed or pruned."""
        return sum(trial.has_ended for trial in self.trials) - self.count

    @property
    def mean(self) -> float:
        """NaN where no trial is whole."""
        return fmean(self.errors) if self.count else nan

    @property
    def deviation(self) -> float:
        """The sample's standard deviation over seeds; NaN of fewer than two."""
        return stdev(self.errors) if self.count > 1 else nan


def is_whole(trial: Trial, objective: str) -> bool:
    """Whether a trial ran to its end and has an objective."""
    return trial.state == "complete" and isfinite(trial.metrics.get(objective, nan))


def combinations(sweep: Sweep, trials: Iterable[Trial]) -> list[Combination]:
    """Every combination of which a trial was begun, in that order."""
    found: dict[tuple[Value, ...], list[Trial]] = {}
    for trial in trials:
        found.setdefault(tuple(trial.values[name] for name in sweep.names), []).append(trial)
    return [Combination(each[0].values, tuple(each), sweep.objective, len(sweep.seeds)) for each in found.values()]


@dataclass(frozen=True)
class Best:
    """The best combination, and of its whole trials the one with the lowest error, which is opened as a run."""

    combination: Combination
    trial: Trial


def best_of(sweep: Sweep, trials: Iterable[Trial]) -> Best | None:
    """The combination with the lowest mean over all seeds: the lowest single trial may be no more than a lucky seed.

    Where no combination is whole with every seed, those with the most seeds are compared. None where there is no whole trial.
    """
    found = [each for each in combinations(sweep, trials) if each.count]
    most = max((each.count for each in found), default=0)
    best = min((each for each in found if each.count == most), key=lambda each: each.mean, default=None)
    if best is None:
        return None
    return Best(best, min(best.whole, key=lambda trial: (trial.metrics[sweep.objective], trial.number)))
