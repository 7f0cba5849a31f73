"""What a sweep's trials say together: axes for parallel coordinates, error against rate, and a map over two parameters."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, nan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.scales import Scale, scale_of
from ae_workbench.core.combinations import Combination, combinations, is_whole
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import Value, value_text

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Rate = Literal["code_size", "compression"]
SEED, EPOCHS, SECONDS = "seed", "epochs", "seconds"

# Parallel coordinates


@dataclass(frozen=True)
class Axis:
    """One axis: ``places`` (trials,) are where each trial crosses it, from 0 to 1, NaN where it doesn't."""

    key: str
    places: Floats
    scale: Scale


def parallel_axes(sweep: Sweep, trials: Sequence[Trial]) -> tuple[Axis, ...]:
    """The varied parameters, what follows from them, and last the objective."""
    found = [_axis(name, [trial.values[name] for trial in trials], _listed(sweep, name)) for name in sweep.names]
    if len(sweep.seeds) > 1:
        found.append(_axis(SEED, [trial.seed for trial in trials], sweep.seeds))
    if "code_size" not in sweep.names and _differ(trials, "code_size"):
        found.append(_axis("code_size", [trial.code_size or nan for trial in trials]))
    if _differ([trial for trial in trials if trial.state in ("complete", "pruned")], "epochs"):
        found.append(_axis(EPOCHS, [trial.epochs for trial in trials]))
    found.append(_axis(SECONDS, [trial.seconds or nan for trial in trials], measured=True))
    errors = [nan if trial.state == "failed" else trial.metrics.get(sweep.objective, nan) for trial in trials]
    found.append(_axis(sweep.objective, errors, measured=True))
    return tuple(found)


def _listed(sweep: Sweep, name: str) -> tuple[Value, ...]:
    """All values that a parameter will have, so that its axis doesn't move while trials come."""
    varied = next(each for each in sweep.varied if each.parameter == name)
    return varied.values or (varied.low, varied.high)


def _axis(key: str, values: Sequence[Value], listed: Sequence[Value] = (), measured: bool = False) -> Axis:
    known = [value for value in values if not (isinstance(value, float) and not isfinite(value))]
    scale = scale_of([*listed, *known] if len(listed) > 1 else known, measured)
    return Axis(key, np.array([scale.place(value) for value in values], np.float64), scale)


def _differ(trials: Sequence[Trial], field: str) -> bool:
    return len({getattr(trial, field) for trial in trials if getattr(trial, field)}) > 1


# Error against rate


@dataclass(frozen=True)
class Curve:
    """Means (points,) over seeds at ascending ``x``, with the lowest and highest of them; ``name`` is a value of the other parameter.

    ``counts`` (points,) is how many trials each mean is of, ``wanted`` how many there are with every seed: the others diverged, failed,
    were pruned or have not ended.
    """

    name: str
    x: Floats
    mean: Floats
    low: Floats
    high: Floats
    counts: Counts
    wanted: Counts

    @property
    def lacking(self) -> NDArray[np.bool_]:
        """Which means (points,) are of fewer trials than they should."""
        return self.counts < self.wanted


@dataclass(frozen=True)
class RatePlot:
    """``key`` is what lies on the x axis; ``scale`` has names where that is no number. ``dots`` are (trials, 2), of ``numbers``,
    on the curves of these ``names``. ``unseen`` combinations have no whole trial, and so no point."""

    key: str
    scale: Scale
    curves: tuple[Curve, ...]
    dots: Floats
    numbers: tuple[int, ...]
    names: tuple[str, ...] = ()
    other: str = ""
    unseen: tuple[Combination, ...] = ()


def rate_plot(sweep: Sweep, trials: Sequence[Trial], rate: Rate = "code_size") -> RatePlot:
    """The objective of whole trials against their code's size or compression; where that is the same for all, against a parameter."""
    whole = [trial for trial in trials if is_whole(trial, sweep.objective)]
    key, other = _sides(sweep, whole, rate)
    values = [_at(trial, key) for trial in whole]
    scale = scale_of([*_listed(sweep, key), *values] if key in sweep.names else values)
    x = [scale.place(value) if scale.names else float(value) for value in values]  # type: ignore[arg-type]
    y = [trial.metrics[sweep.objective] for trial in whole]
    names = tuple(value_text(trial.values[other]) if other else "" for trial in whole)
    groups: dict[str, list[_Point]] = {}
    for trial, name, place, error in zip(whole, names, x, y, strict=True):
        groups.setdefault(name, []).append(_Point(place, error, tuple(trial.values.values())))
    order = [value_text(value) for value in _listed(sweep, other)] if other else []
    ordered = sorted(groups, key=lambda name: order.index(name) if name in order else len(order))
    curves = tuple(_curve(name, groups[name], len(sweep.seeds)) for name in ordered)
    dots = np.array([x, y], np.float64).T.reshape(-1, 2)
    unseen = tuple(each for each in combinations(sweep, trials) if not each.count and each.lost)
    return RatePlot(key, scale, curves, dots, tuple(trial.number for trial in whole), names, other, unseen)


@dataclass(frozen=True)
class _Point:
    x: float
    error: float
    values: tuple[Value, ...]


def _sides(sweep: Sweep, trials: Sequence[Trial], rate: Rate) -> tuple[str, str]:
    """What lies on the x axis, and the parameter that tells curves apart, if there is one with few values."""
    varies = _differ(trials, "code_size")
    makes_code = next((name for name in sweep.names if name == "code_size" or (varies and _makes_code(trials, name))), "")
    key = rate if varies else sweep.names[0]
    rest = [each for each in sweep.varied if each.parameter != (makes_code if varies else key)]
    other = rest[0].parameter if len(sweep.varied) > 1 and rest and rest[0].values else ""
    return key, other


def _makes_code(trials: Sequence[Trial], name: str) -> bool:
    """Whether the code's size follows from this parameter alone."""
    sizes: dict[Value, int] = {}
    return all(sizes.setdefault(trial.values[name], trial.code_size) == trial.code_size for trial in trials)


def _at(trial: Trial, key: str) -> Value:
    return trial.values[key] if key in trial.values and key != "code_size" else getattr(trial, key)


def _curve(name: str, points: Sequence[_Point], seeds: int) -> Curve:
    places = sorted({point.x for point in points})
    groups = [[point for point in points if point.x == place] for place in places]
    errors = [[point.error for point in group] for group in groups]
    numbers = [[float(np.mean(each)), min(each), max(each)] for each in errors]
    mean, low, high = np.array(numbers, np.float64).T.reshape(3, -1)
    counts = np.array([len(group) for group in groups], np.int64)
    wanted = np.array([seeds * len({point.values for point in group}) for group in groups], np.int64)
    return Curve(name, np.array(places, np.float64), mean, low, high, counts, wanted)


# Over two parameters


@dataclass(frozen=True)
class HeatMap:
    """Mean objective (rows, columns) over seeds at every combination, NaN where there is none yet; rows from below.

    ``counts`` (rows, columns) is how many trials each mean is of, -1 where none has ended; ``seeds`` is how many there are of a whole one.
    """

    x_key: str
    y_key: str
    x_names: tuple[str, ...]
    y_names: tuple[str, ...]
    values: Floats
    counts: Counts
    seeds: int

    def lacks(self, row: int, column: int) -> bool:
        """Whether trials of a combination diverged, failed, were pruned or have not ended while others have."""
        return 0 <= self.counts[row, column] < self.seeds


def heat_map(sweep: Sweep, trials: Sequence[Trial]) -> HeatMap | None:
    """None unless two parameters with listed values are varied."""
    if len(sweep.varied) != 2 or not all(each.values for each in sweep.varied):
        return None
    x_names, y_names = (tuple(map(value_text, each.values)) for each in sweep.varied)
    values = np.full((len(y_names), len(x_names)), nan)
    counts = np.full(values.shape, -1, np.int64)
    for each in combinations(sweep, trials):
        if each.count or each.lost:
            column, row = (varied.values.index(each.values[varied.parameter]) for varied in sweep.varied)
            values[row, column], counts[row, column] = each.mean, each.count
    return HeatMap(sweep.names[0], sweep.names[1], x_names, y_names, values, counts, len(sweep.seeds))
