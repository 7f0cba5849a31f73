"""What a sweep's trials say together: axes for parallel coordinates, error against rate, and a map over two parameters."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, log10, nan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import Value, value_text

Floats = NDArray[np.float64]
Rate = Literal["code_size", "compression"]
SEED, EPOCHS, SECONDS = "seed", "epochs", "seconds"
LOG_RATIO = 8.0
"""Numbers that span more than this, all above 0, are spread over a logarithmic axis."""
MOST_NAMED = 9
USUAL_TICKS = 5
Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Scale:
    """Where values lie on an axis from 0 to 1. ``names`` are those of things that are no numbers, spread evenly."""

    low: float = 0.0
    high: float = 1.0
    log: bool = False
    names: tuple[str, ...] = ()
    ticks: Ticks = ()

    def place(self, value: Value | float) -> float:
        """NaN where it can't lie on the axis."""
        if self.names:
            text = value_text(value)
            return _even(self.names.index(text), len(self.names)) if text in self.names else nan
        number = float(value)  # type: ignore[arg-type]  # an axis without names has numbers only
        if not isfinite(number) or (self.log and number <= 0):
            return nan
        low, high, number = (log10(each) if self.log else each for each in (self.low, self.high, number))
        return (number - low) / (high - low) if high > low else 0.5


def scale_of(values: Sequence[Value], measured: bool = False) -> Scale:
    """The scale on which these values, in this order, are shown best. Those that are ``measured`` are not named one by one."""
    distinct = list(dict.fromkeys(values))
    numbers = [float(value) for value in distinct if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)]
    if len(numbers) < len(distinct):
        names = tuple(dict.fromkeys(map(value_text, distinct)))
        return Scale(names=names, ticks=tuple((_even(place, len(names)), name) for place, name in enumerate(names)))
    if not numbers:
        return Scale()
    low, high = min(numbers), max(numbers)
    bare = Scale(low, high, low > 0 and high / low > LOG_RATIO)
    shown = sorted(numbers) if len(numbers) <= MOST_NAMED and not measured else _between(bare)
    return Scale(low, high, bare.log, ticks=tuple((bare.place(number), _short(number)) for number in shown))


def _between(scale: Scale) -> list[float]:
    spread = np.geomspace if scale.log else np.linspace
    return [float(number) for number in spread(scale.low, scale.high, USUAL_TICKS if scale.high > scale.low else 1)]


def _even(place: int, count: int) -> float:
    return place / (count - 1) if count > 1 else 0.5


def _short(number: float) -> str:
    return f"{number:.3g}" if abs(number) < 1000 else f"{number:.5g}"


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
    """Means (points,) over seeds at ascending ``x``, with the lowest and highest of them; ``name`` is a value of the other parameter."""

    name: str
    x: Floats
    mean: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class RatePlot:
    """``key`` is what lies on the x axis; ``scale`` has names where that is no number. ``dots`` are (trials, 2), of ``numbers``."""

    key: str
    scale: Scale
    curves: tuple[Curve, ...]
    dots: Floats
    numbers: tuple[int, ...]
    other: str = ""


def rate_plot(sweep: Sweep, trials: Sequence[Trial], rate: Rate = "code_size") -> RatePlot:
    """The objective of whole trials against their code's size or compression; where that is the same for all, against a parameter."""
    whole = [trial for trial in trials if trial.state == "complete" and isfinite(trial.metrics.get(sweep.objective, nan))]
    key, other = _sides(sweep, whole, rate)
    values = [_at(trial, key) for trial in whole]
    scale = scale_of([*_listed(sweep, key), *values] if key in sweep.names else values)
    x = [scale.place(value) if scale.names else float(value) for value in values]  # type: ignore[arg-type]
    y = [trial.metrics[sweep.objective] for trial in whole]
    groups: dict[str, list[tuple[float, float]]] = {}
    for trial, place, error in zip(whole, x, y, strict=True):
        groups.setdefault(value_text(trial.values[other]) if other else "", []).append((place, error))
    names = [value_text(value) for value in _listed(sweep, other)] if other else []
    ordered = sorted(groups, key=lambda name: names.index(name) if name in names else len(names))
    curves = tuple(_curve(name, groups[name]) for name in ordered)
    return RatePlot(key, scale, curves, np.array([x, y], np.float64).T.reshape(-1, 2), tuple(trial.number for trial in whole), other)


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


def _curve(name: str, points: Sequence[tuple[float, float]]) -> Curve:
    places = sorted({x for x, _ in points})
    errors = [[y for x, y in points if x == place] for place in places]
    numbers = [[float(np.mean(each)), min(each), max(each)] for each in errors]
    mean, low, high = np.array(numbers, np.float64).T.reshape(3, -1)
    return Curve(name, np.array(places, np.float64), mean, low, high)


# Over two parameters


@dataclass(frozen=True)
class HeatMap:
    """Mean objective (rows, columns) over seeds at every combination, NaN where there is none yet; rows from below."""

    x_key: str
    y_key: str
    x_names: tuple[str, ...]
    y_names: tuple[str, ...]
    values: Floats


def heat_map(sweep: Sweep, trials: Sequence[Trial]) -> HeatMap | None:
    """None unless two parameters with listed values are varied."""
    if len(sweep.varied) != 2 or not all(each.values for each in sweep.varied):
        return None
    x_names, y_names = (tuple(map(value_text, each.values)) for each in sweep.varied)
    cells: dict[tuple[str, str], list[float]] = {}
    for trial in trials:
        error = trial.metrics.get(sweep.objective, nan)
        if trial.state == "complete" and isfinite(error):
            x, y = (value_text(trial.values[name]) for name in sweep.names)
            cells.setdefault((x, y), []).append(error)
    values = [[float(np.mean(cells[x, y])) if (x, y) in cells else nan for x in x_names] for y in y_names]
    return HeatMap(sweep.names[0], sweep.names[1], x_names, y_names, np.array(values, np.float64))
