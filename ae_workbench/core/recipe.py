"""A recipe: variant, data and training, frozen, as versioned JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ae_workbench.core.errors import RecipeError
from ae_workbench.core.foreign import parse_json, plain_text, shown
from ae_workbench.core.parameters import Parameters, choice, from_json, number, size, to_json

FORMAT = "ae-workbench recipe"
VERSION = 1
OPTIMIZERS = ("adam", "nadam", "adadelta", "rmsprop", "sgd")
MAX_BYTES = 1_000_000
SCHEDULES = ("constant", "cosine", "restarts")
FINAL_RATE_SHARE = 0.01  # what a cosine leaves of the learning rate
RESTART_PARTS = 7  # 1 + 2 + 4: three cosines, each twice as long as the one before
RESTART_SHARE = 0.7  # of the rate at the start of the one before
LONGEST_NAME = 200
MOST_SOURCE_PARAMETERS = 50

RATE_HELP = "How far each step goes. Adadelta needs 1.0 (Keras's default of 0.001 nearly stalls); Adam works from about 0.001 to 0.01."
SCHEDULE_HELP = (
    "constant keeps the learning rate; cosine lets it fall smoothly to a hundredth over the epochs, which ends lower; "
    "restarts does so three times, first in a seventh of the epochs: a good result comes early and a better one later."
)
PATIENCE_HELP = "Stop when the validation loss has not improved for this many epochs; 0 never stops early."
SEED_HELP = "Start of a training's random numbers: same recipe, same seed, same machine, same result."


@dataclass(frozen=True)
class Training(Parameters):
    """How a plan is trained."""

    optimizer: str = field(default="adam", metadata=choice("Optimizer", *OPTIMIZERS, help="The rule that turns gradients into steps."))
    learning_rate: float = field(default=1e-3, metadata=number("Learning rate", low=1e-7, high=100.0, step=1e-3, help=RATE_HELP))
    schedule: str = field(default="constant", metadata=choice("Schedule", *SCHEDULES, help=SCHEDULE_HELP))
    batch_size: int = field(default=128, metadata=size("Batch size", low=1, high=65536, unit="examples", help="Examples per step."))
    epochs: int = field(default=20, metadata=size("Epochs", low=1, high=100_000, help="How often all training examples are seen."))
    patience: int = field(default=0, metadata=size("Early stopping", low=0, high=10_000, unit="epochs", help=PATIENCE_HELP))
    seed: int = field(default=1, metadata=size("Seed", low=0, high=2**31 - 1, help=SEED_HELP))


@dataclass(frozen=True)
class Choice:
    """A registered thing by key, with its parameters as plain values (checked where the registry is known)."""

    key: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Recipe:
    """Everything that decides a training, except the data themselves. ``limit`` keeps the first N training examples; 0 keeps all."""

    variant: str
    parameters: Parameters
    data: Choice = field(default_factory=lambda: Choice("digits"))
    training: Training = field(default_factory=Training)
    limit: int = 0
    name: str = ""


def recipe_to_json(recipe: Recipe) -> dict[str, Any]:
    """The recipe as plain values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": recipe.name,
        "variant": recipe.variant,
        "parameters": to_json(recipe.parameters),
        "data": {"source": recipe.data.key, "parameters": dict(recipe.data.parameters), "limit": recipe.limit},
        "training": to_json(recipe.training),
    }


def recipe_text(recipe: Recipe) -> str:
    """The recipe as the text of its file."""
    text = json.dumps(recipe_to_json(recipe), indent=2, ensure_ascii=False) + "\n"
    return text.encode(errors="backslashreplace").decode()  # a file name that isn't Unicode, as JSON escapes it


def recipe_from_json(values: Any, parameter_kinds: Mapping[str, type[Parameters]]) -> Recipe:
    """A recipe from plain values; ``parameter_kinds`` gives each variant's parameter class.

    Raises:
        RecipeError: not a recipe, of a newer version, or with unknown keys. ParameterError: a value out of range.
    """
    if not isinstance(values, Mapping) or values.get("format") != FORMAT:
        raise RecipeError("This is not a recipe of AE Workbench: it lacks the line that says so.")
    version = values.get("version")
    if version != VERSION:
        raise RecipeError(f"This recipe has format version {shown(version)}, but this program knows version {VERSION}: please update it.")
    _only(values, ("format", "version", "name", "variant", "parameters", "data", "training"), "The recipe")
    variant = values.get("variant")
    if not isinstance(variant, str) or variant not in parameter_kinds:
        raise RecipeError(f"The recipe's variant {_quoted(variant)} is unknown: choose one of {', '.join(parameter_kinds)}.")
    data = values.get("data", {"source": "digits"})
    if not isinstance(data, Mapping):
        raise RecipeError("The recipe's data must be an object with source, parameters and limit.")
    _only(data, ("source", "parameters", "limit"), "The recipe's data")
    limit = data.get("limit", 0)
    if isinstance(limit, bool) or not isinstance(limit, int) or not 0 <= limit < 2**63:
        raise RecipeError("The recipe's data limit must be a whole number, 0 for all.")
    source, source_parameters = data.get("source", "digits"), data.get("parameters", {})
    if not isinstance(source, str) or not isinstance(source_parameters, Mapping):
        raise RecipeError("The recipe's data must name a source and give its parameters as an object.")
    if len(source) > LONGEST_NAME or len(source_parameters) > MOST_SOURCE_PARAMETERS:
        raise RecipeError("The recipe's data have a source or parameters that no data set has: choose the data anew.")
    name = values.get("name", "")
    if not isinstance(name, str):
        raise RecipeError("The recipe's name must be a text.")
    return Recipe(
        variant,
        from_json(parameter_kinds[variant], values.get("parameters", {}), f"The {variant} variant"),
        Choice(source, dict(source_parameters)),
        from_json(Training, values.get("training", {}), "The training"),
        limit,
        plain_text(name, LONGEST_NAME),
    )


def recipe_from_text(text: str, parameter_kinds: Mapping[str, type[Parameters]]) -> Recipe:
    """A recipe from the text of its file. Raises as ``recipe_from_json`` does."""
    if len(text) > MAX_BYTES:
        raise RecipeError("This file is too large to be a recipe.")
    try:
        values = parse_json(text, has_nan=True)  # a number's own check says more about NaN
    except ValueError:
        raise RecipeError("This is not a recipe of AE Workbench: it is not valid JSON.") from None
    return recipe_from_json(values, parameter_kinds)


def _quoted(value: Any) -> str:
    return f"'{shown(value)}'" if isinstance(value, str) else shown(value)


def _only(values: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in values:
        if key not in known:
            raise RecipeError(f"{where} has an unknown key “{shown(key)}”; it may have {', '.join(known)}.")
