"""What of a recipe can be varied, over which values, and how a person writes that: ``2,4,8``, ``log:1e-4:1e-2:5``, ``128-64,256``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite, log10
from typing import TypeVar

import numpy as np

from ae_workbench.core.errors import ParameterError, RecipeError
from ae_workbench.core.foreign import shown
from ae_workbench.core.parameters import NO_LAYERS, Choice, Flag, Number, Parameters, Size, Sizes, Spec, Text, applies, specs, unknown_name
from ae_workbench.core.recipe import Recipe, Training

MOST_TRIALS = 1000
LEAST_STEPS = 2
SCALES = ("lin", "log")
SEED = "seed"
Value = int | float | str | bool | tuple[int, ...]
P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True)
class Varied:
    """A parameter and its ``values``; without values any number from ``low`` to ``high``, on a logarithmic scale with ``log``."""

    parameter: str
    values: tuple[Value, ...] = ()
    low: float = 0.0
    high: float = 0.0
    log: bool = False

    def check(self, spec: Spec) -> None:
        """Raises ``ParameterError`` for a value out of the parameter's range, ``RecipeError`` for something that is no range."""
        name = self.parameter
        if self.values:
            checked = [spec.check(name, value) for value in self.values]
            if len(set(checked)) < len(checked):
                raise RecipeError(f"The values of {name} have one twice: list each once.")
            return
        if not isinstance(spec, Size | Number):
            raise RecipeError(f"{name} has no range of numbers: list its values, such as {_example(spec)}.")
        low, high = spec.check(name, self.low), spec.check(name, self.high)
        if not low < high or (self.log and low <= 0):
            raise RecipeError(f"The range of {name} must go from a smaller number to a larger one, above 0 on a logarithmic scale.")


def varied_spec(recipe: Recipe, name: str) -> Spec:
    """The specification of a parameter of the variant or of the training that can be varied.

    Raises:
        RecipeError: there is none of that name, or it can't be varied.
    """
    if name == SEED:
        raise RecipeError("The seed is not varied like a parameter: list the seeds beside it, such as 1,2,3.")
    own, training = specs(type(recipe.parameters)), specs(Training)
    spec = own.get(name) or training.get(name)
    if spec is None or isinstance(spec, Text):
        known = (*own, *(each for each in training if each != SEED))
        raise RecipeError(unknown_name(shown(name), known, f"The {recipe.variant} variant"))
    return spec


def variable_names(recipe: Recipe) -> list[str]:
    """Parameters that matter for this recipe and can be varied: the variant's first, then those of the training."""
    own = [name for name in specs(type(recipe.parameters)) if applies(recipe.parameters, name)]
    return [name for name in (*own, *specs(Training)) if name != SEED and not isinstance(varied_spec(recipe, name), Text)]


def value_of(recipe: Recipe, name: str) -> Value:
    """What a parameter is in the recipe."""
    return getattr(recipe.parameters if name in specs(type(recipe.parameters)) else recipe.training, name)


def with_value(recipe: Recipe, name: str, value: Value) -> Recipe:
    """The recipe with one parameter changed. Raises ``ParameterError``."""
    if name in specs(type(recipe.parameters)):
        return replace(recipe, parameters=_changed(recipe.parameters, name, value))
    return replace(recipe, training=_changed(recipe.training, name, value))


def _changed(parameters: P, name: str, value: Value) -> P:
    return replace(parameters, **{name: value})  # type: ignore[type-var]


# As texts


def parse_varied(recipe: Recipe, text: str) -> Varied:
    """``NAME=VALUES`` as a person writes it; a name alone takes the suggested values.

    Raises:
        RecipeError, ParameterError: an unknown parameter, or values it can't have.
    """
    name, _, values = text.partition("=")
    name, values = re.sub(r"^(parameters|training)\.", "", name.strip()), values.strip()
    spec = varied_spec(recipe, name)
    varied = _ranged(name, spec, values) if values.startswith(SCALES) and ":" in values else None
    if varied is None:
        varied = Varied(name, tuple(_parse_values(name, spec, values)) if values else suggested(recipe, name))
    varied.check(spec)
    return varied


def _parse_values(name: str, spec: Spec, text: str) -> list[Value]:
    if not isinstance(spec, Sizes):
        return [spec.parse(name, word.strip()) for word in text.split(",") if word.strip()]
    words = text.split(";" if ";" in text else ",")
    return [spec.parse(name, word.strip()) for word in words if word.strip()]


def _ranged(name: str, spec: Spec, text: str) -> Varied:
    """``lin:LOW:HIGH`` or ``log:LOW:HIGH``, with ``:STEPS`` as that many values."""
    scale, *parts = text.split(":")
    if not isinstance(spec, Size | Number):
        raise RecipeError(f"{name} has no range of numbers: list its values, such as {_example(spec)}.")
    if scale not in SCALES or len(parts) not in (2, 3):
        raise RecipeError(f"“{shown(text)}” is no range: write it as log:LOW:HIGH or lin:LOW:HIGH, with :STEPS behind it for a grid.")
    low, high = (_number(name, part) for part in parts[:2])
    Varied(name, (), low, high, scale == "log").check(spec)
    if len(parts) == 2:
        return Varied(name, (), low, high, scale == "log")
    steps = int(parts[2]) if parts[2].isdecimal() else 0
    return Varied(name, stepped(spec, low, high, steps, scale == "log"))


def stepped(spec: Spec, low: float, high: float, steps: int, log: bool) -> tuple[Value, ...]:
    """So many values from ``low`` to ``high``, even or in even ratios; whole numbers are rounded and never come twice.

    Raises:
        RecipeError: too few steps, or too many.
    """
    if not LEAST_STEPS <= steps <= MOST_TRIALS:
        raise RecipeError(f"A range needs from {LEAST_STEPS} to {MOST_TRIALS:,} steps, such as 5.")
    numbers = np.geomspace(low, high, steps) if log else np.linspace(low, high, steps)
    if isinstance(spec, Size):
        return tuple(dict.fromkeys(round(float(number)) for number in numbers))
    rounded = tuple(dict.fromkeys(float(f"{number:.3g}") for number in numbers))
    return rounded if len(rounded) == steps else tuple(dict.fromkeys(float(f"{number:.6g}") for number in numbers))


def varied_text(varied: Varied) -> str:
    """The values as a person would write them."""
    if not varied.values:
        return f"{'log' if varied.log else 'lin'}:{varied.low:g}:{varied.high:g}"
    return ", ".join(map(value_text, varied.values))


def value_text(value: Value) -> str:
    """One value: ``128-64``, ``0.001``, ``adam``."""
    if isinstance(value, tuple):
        return "-".join(map(str, value)) or NO_LAYERS
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def value_to_json(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def value_from_json(value: object) -> Value:
    return tuple(value) if isinstance(value, list) else value  # type: ignore[return-value]  # its parameter checks it


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise ParameterError(name, f"The range of {name} needs numbers, not “{shown(text)}”.")
    return int(number) if number.is_integer() else number


def _example(spec: Spec) -> str:
    if isinstance(spec, Choice):
        return ",".join(spec.options[:2])
    return "true,false" if isinstance(spec, Flag) else "128-64,256-128"


# What is suggested


def default_varied(recipe: Recipe) -> Varied:
    """The bottleneck: the code size over powers of two, or the last convolution's filters where these make the code."""
    names = variable_names(recipe)
    name = next((each for each in ("code_size", "filters") if each in names), names[0])
    return Varied(name, suggested(recipe, name))


def suggested(recipe: Recipe, name: str) -> tuple[Value, ...]:
    """Values that are worth looking at, around what the recipe has."""
    spec, value = varied_spec(recipe, name), value_of(recipe, name)
    match spec:
        case Size():
            return _powers(spec, max(int(value), 1) if name != "code_size" else 8)  # type: ignore[arg-type]
        case Number():
            return _numbers(spec, float(value))  # type: ignore[arg-type]
        case Choice():
            return spec.options
        case Sizes():
            return _lists(spec, value)  # type: ignore[arg-type]
    return (False, True)


def _powers(spec: Size, middle: int) -> tuple[int, ...]:
    """A quarter to four times as much: 2 to 32 around 8."""
    numbers = (max(1, round(middle * 2.0**power)) for power in range(-2, 3))
    return tuple(dict.fromkeys(min(max(number, spec.low), spec.high) for number in numbers))


def _numbers(spec: Number, middle: float) -> tuple[float, ...]:
    if middle <= 0:
        high = min(spec.high, 1.0)
        return tuple(float(f"{number:.6g}") for number in np.linspace(spec.low, high, 5))
    numbers = (float(f"{10 ** (log10(middle) + power):.3g}") for power in (-1, -0.5, 0, 0.5, 1))
    return tuple(dict.fromkeys(min(max(number, spec.low), spec.high) for number in numbers))


def _lists(spec: Sizes, value: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The last layer a quarter to four times as wide; of a list without layers, some with one or two."""
    if not value:
        lists: list[tuple[int, ...]] = [(), (64,), (128,), (128, 64)]
    else:
        ends = (max(1, round(value[-1] * 2.0**power)) for power in range(-2, 3))
        lists = [(*value[:-1], end) for end in ends]
    return tuple(dict.fromkeys(each for each in lists if all(spec.low <= n <= spec.high for n in each) and len(each) >= spec.shortest))
