"""A sweep: a recipe trained again and again with one or two of its parameters varied, frozen, as versioned JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ae_workbench.core.errors import RecipeError
from ae_workbench.core.foreign import parse_json, shown
from ae_workbench.core.parameters import Parameters
from ae_workbench.core.recipe import Recipe, recipe_from_json, recipe_to_json
from ae_workbench.core.varying import MOST_TRIALS, Value, Varied, value_from_json, value_to_json, varied_spec

FORMAT = "ae-workbench sweep"
VERSION = 1
MAX_BYTES = 1_000_000
MOST_VARIED = 2
MOST_SEEDS = 100
SAMPLERS = ("grid", "random", "tpe")
OBJECTIVES = ("val_reconstruction", "val_loss", "reconstruction", "loss")
"""Metrics of every run that a sweep can be judged by; all are better when smaller."""
Sampler = Literal["grid", "random", "tpe"]
KEYS = ("format", "version", "recipe", "vary", "seeds", "sampler", "trials", "objective", "prune")


@dataclass(frozen=True)
class Sweep:
    """What is to be trained.

    ``sampler`` "grid" trains every combination of the varied parameters' values, "random" and "tpe" pick ``trials`` of them one after
    the other. Each combination is trained once with every seed. ``prunes``: trials that lag behind are ended early.

    Raises:
        RecipeError: it can't be a sweep.
    """

    recipe: Recipe
    varied: tuple[Varied, ...]
    seeds: tuple[int, ...] = (1,)
    sampler: Sampler = "grid"
    trials: int = 0
    objective: str = "val_reconstruction"
    prunes: bool = False

    def __post_init__(self) -> None:
        _check_varied(self)
        _check_seeds(self.seeds)
        _check_sampling(self)

    @property
    def names(self) -> tuple[str, ...]:
        """The varied parameters."""
        return tuple(each.parameter for each in self.varied)

    @property
    def point_count(self) -> int:
        """How many combinations are trained."""
        if self.sampler != "grid":
            return self.trials
        count = 1
        for each in self.varied:
            count *= len(each.values)
        return count

    @property
    def trial_count(self) -> int:
        """How many trainings that makes, with every seed."""
        return self.point_count * len(self.seeds)


def _check_varied(sweep: Sweep) -> None:
    if not 1 <= len(sweep.varied) <= MOST_VARIED:
        raise RecipeError(f"A sweep varies one or two parameters, not {len(sweep.varied)}.")
    if len(set(sweep.names)) < len(sweep.names):
        raise RecipeError(f"The sweep varies {sweep.names[0]} twice: choose another parameter beside it.")
    for each in sweep.varied:
        each.check(varied_spec(sweep.recipe, each.parameter))


def _check_seeds(seeds: tuple[int, ...]) -> None:
    if not 1 <= len(seeds) <= MOST_SEEDS or len(set(seeds)) < len(seeds):
        raise RecipeError(f"A sweep needs from 1 to {MOST_SEEDS} seeds, each a different one, such as 1,2,3.")
    if any(isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**31 for seed in seeds):
        raise RecipeError("The seeds of a sweep must be whole numbers from 0 to 2147483647, such as 1,2,3.")


def _check_sampling(sweep: Sweep) -> None:
    if sweep.sampler not in SAMPLERS:
        raise RecipeError(f"There is no sampler “{shown(sweep.sampler)}”: choose one of {', '.join(SAMPLERS)}.")
    if sweep.objective not in OBJECTIVES:
        raise RecipeError(f"A sweep can't be judged by “{shown(sweep.objective)}”: choose one of {', '.join(OBJECTIVES)}.")
    unlisted = [each.parameter for each in sweep.varied if not each.values]
    if sweep.sampler == "grid" and unlisted:
        raise RecipeError(
            f"A grid needs the values of {unlisted[0]}: list them, give a number of steps, or choose the sampler random or tpe."
        )
    if sweep.sampler == "grid" and sweep.trials:
        raise RecipeError("A grid trains every combination: leave the number of trials out, or choose the sampler random or tpe.")
    if sweep.sampler != "grid" and sweep.trials < 1:
        if unlisted:
            raise RecipeError(
                f"Say how many combinations the sampler {sweep.sampler} is to pick (--trials 20), or give the range of {unlisted[0]} "
                "a number of steps."
            )
        raise RecipeError(f"Say how many combinations the sampler {sweep.sampler} is to pick (--trials 20).")
    if sweep.trial_count > MOST_TRIALS:
        raise RecipeError(
            f"This sweep would be {sweep.trial_count:,} trainings; at most {MOST_TRIALS:,} are possible: vary over fewer values."
        )


# As JSON


def sweep_to_json(sweep: Sweep) -> dict[str, Any]:
    """The sweep as plain values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "recipe": recipe_to_json(sweep.recipe),
        "vary": [_varied_to_json(each) for each in sweep.varied],
        "seeds": list(sweep.seeds),
        "sampler": sweep.sampler,
        "trials": sweep.trials,
        "objective": sweep.objective,
        "prune": sweep.prunes,
    }


def sweep_text(sweep: Sweep) -> str:
    """The sweep as the text of its file."""
    text = json.dumps(sweep_to_json(sweep), indent=2, ensure_ascii=False) + "\n"
    return text.encode(errors="backslashreplace").decode()  # as recipes do


def sweep_from_text(text: str, parameter_kinds: Mapping[str, type[Parameters]]) -> Sweep:
    """A sweep from the text of its file; ``parameter_kinds`` gives each variant's parameter class.

    Raises:
        RecipeError: not a sweep, of a newer version, or with unknown keys. ParameterError: a value out of range.
    """
    if len(text) > MAX_BYTES:
        raise RecipeError("This file is too large to be a sweep.")
    try:
        values = parse_json(text, has_nan=True)
    except ValueError:
        raise RecipeError("This is not a sweep of AE Workbench: it is not valid JSON.") from None
    return sweep_from_json(values, parameter_kinds)


def sweep_from_json(values: Any, parameter_kinds: Mapping[str, type[Parameters]]) -> Sweep:
    """A sweep from plain values. Raises as ``sweep_from_text`` does."""
    if not isinstance(values, Mapping) or values.get("format") != FORMAT:
        raise RecipeError("This is not a sweep of AE Workbench: it lacks the line that says so.")
    version = values.get("version")
    if version != VERSION:
        raise RecipeError(f"This sweep has format version {shown(version)}, but this program knows version {VERSION}: please update it.")
    for key in values:
        if key not in KEYS:
            raise RecipeError(f"The sweep has an unknown key “{shown(key)}”; it may have {', '.join(KEYS)}.")
    recipe = recipe_from_json(values.get("recipe"), parameter_kinds)
    varied, seeds, trials = values.get("vary"), values.get("seeds", [1]), values.get("trials", 0)
    if not isinstance(varied, list) or not isinstance(seeds, list) or not isinstance(values.get("prune", False), bool):
        raise RecipeError("The sweep must list what it varies and its seeds, and say true or false for prune.")
    if isinstance(trials, bool) or not isinstance(trials, int) or trials < 0:
        raise RecipeError("The sweep's number of trials must be a whole number, 0 for a grid.")
    return Sweep(
        recipe,
        tuple(_varied_from_json(recipe, each) for each in varied[: MOST_VARIED + 1]),
        tuple(seeds[: MOST_SEEDS + 1]),
        values.get("sampler", "grid"),
        trials,
        values.get("objective", "val_reconstruction"),
        values.get("prune", False),
    )


def _varied_to_json(varied: Varied) -> dict[str, Any]:
    if varied.values:
        return {"parameter": varied.parameter, "values": [value_to_json(value) for value in varied.values]}
    return {"parameter": varied.parameter, "low": varied.low, "high": varied.high, "scale": "log" if varied.log else "linear"}


def _varied_from_json(recipe: Recipe, values: Any) -> Varied:
    if not isinstance(values, Mapping) or not isinstance(values.get("parameter"), str):
        raise RecipeError("Each thing that a sweep varies must be an object with a parameter and its values, or with low, high and scale.")
    name = values["parameter"]
    if set(values) == {"parameter", "values"} and isinstance(values["values"], list):
        items: list[Value] = [value_from_json(item) for item in values["values"][: MOST_TRIALS + 1]]
        return Varied(name, tuple(varied_spec(recipe, name).check(name, item) for item in items))
    if set(values) == {"parameter", "low", "high", "scale"} and values["scale"] in ("linear", "log"):
        return Varied(name, (), values["low"], values["high"], values["scale"] == "log")
    raise RecipeError(f"The sweep's {shown(name)} needs values, or low, high and scale (linear or log), and nothing else.")
