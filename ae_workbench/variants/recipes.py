"""Recipes with the variants known: presets, recipe files, plans and single settings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from ae_workbench.core.errors import RecipeError
from ae_workbench.core.parameters import Parameters, specs, unknown_name
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import MAX_BYTES, Choice, Recipe, Training, recipe_from_json, recipe_from_text
from ae_workbench.core.resources import resource
from ae_workbench.core.shape import Shape
from ae_workbench.variants import VARIANTS, Variant

ARTICLE = "-article"
TASKS = ("documents", "sound")
"""Presets for a task with data of its own, beside those that show a variant."""
P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True)
class Preset:
    """A shipped recipe. Its key is ``<variant>`` (modern), ``<variant>-article`` (as published), or that of a task."""

    key: str
    recipe: Recipe

    @property
    def as_published(self) -> bool:
        return self.key.endswith(ARTICLE)

    @property
    def is_task(self) -> bool:
        return self.key in TASKS

    def on(self, data: Choice, limit: int) -> Recipe:
        """The recipe on these data; a task keeps its own."""
        return self.recipe if self.is_task else replace(self.recipe, data=data, limit=limit)


@cache
def presets() -> dict[str, Preset]:
    """Every shipped recipe by key: each variant's modern one first, then the one as published; tasks at the end."""
    return presets_in(resource("presets"), VARIANTS)


def presets_in(folder: Path, variants: Iterable[Variant]) -> dict[str, Preset]:
    """The presets of these variants; one that has no file yet starts from its own defaults."""
    found = {}
    for variant in variants:
        modern, published = folder / f"{variant.key}.json", folder / f"{variant.key}{ARTICLE}.json"
        recipe = read_recipe(modern) if modern.is_file() else Recipe(variant.key, variant.parameters(), name=variant.title)
        found[variant.key] = Preset(variant.key, recipe)
        if published.is_file():
            found[published.stem] = Preset(published.stem, read_recipe(published))
    tasks = ((key, folder / f"{key}.json") for key in TASKS)
    return found | {key: Preset(key, read_recipe(path)) for key, path in tasks if path.is_file()}


def parse_recipe(text: str) -> Recipe:
    """A recipe from the text of its file. Raises ``RecipeError`` or ``ParameterError``."""
    return recipe_from_text(text, _kinds())


def parse_recipe_json(values: Any) -> Recipe:
    """A recipe from plain values. Raises ``RecipeError`` or ``ParameterError``."""
    return recipe_from_json(values, _kinds())


def _kinds() -> dict[str, type[Parameters]]:
    return {variant.key: variant.parameters for variant in VARIANTS}


def read_recipe(path: Path) -> Recipe:
    """A recipe from its file. Raises ``RecipeError`` or ``ParameterError``."""
    try:
        if path.exists() and not path.is_file():
            raise RecipeError(f"The recipe {path} can't be read: it is not a file.")
        with path.open("rb") as file:
            text = file.read(MAX_BYTES + 1).decode()
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it is not a text file"
        raise RecipeError(f"The recipe {path} can't be read: {reason}.") from None
    return parse_recipe(text)


def find_recipe(name: str) -> Recipe:
    """A recipe by preset name or path of a recipe file."""
    if name in presets():
        return presets()[name].recipe
    path = Path(name)
    if path.is_dir() and (path / "recipe.json").is_file():
        return read_recipe(path / "recipe.json")
    if path.suffix == ".json" or path.is_file():
        return read_recipe(path)
    raise RecipeError(f"“{name}” is neither a preset nor a recipe file or run folder: the presets are {', '.join(presets())}.")


def make_plan(recipe: Recipe, shape: Shape) -> Plan:
    """The recipe's plan for data of this shape. Raises ``PlanError``."""
    return VARIANTS[recipe.variant].plan(recipe.parameters, shape)


def with_variant(recipe: Recipe, key: str) -> Recipe:
    """The modern preset of another variant, on the same data."""
    return replace(presets()[key].recipe, data=recipe.data, limit=recipe.limit)


def with_settings(recipe: Recipe, settings: Iterable[str]) -> Recipe:
    """The recipe with ``key=value`` texts applied, each a parameter of the variant or of the training.

    Raises:
        RecipeError: an unknown key, or no “=”. ParameterError: a value out of range.
    """
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise RecipeError(f"“{setting}” is not a setting: write it as key=value, such as code_size=16.")
        recipe = _with_setting(recipe, re.sub(r"^(parameters|training)\.", "", name.strip()), value.strip())
    return recipe


def _with_setting(recipe: Recipe, name: str, value: str) -> Recipe:
    if name in specs(type(recipe.parameters)):
        return replace(recipe, parameters=_changed(recipe.parameters, name, value))
    if name in specs(Training):
        return replace(recipe, training=_changed(recipe.training, name, value))
    known = (*specs(type(recipe.parameters)), *specs(Training))
    raise RecipeError(unknown_name(name, known, f"The {recipe.variant} variant"))


def _changed(parameters: P, name: str, value: str) -> P:
    parsed = specs(type(parameters))[name].parse(name, value)
    return replace(parameters, **{name: parsed})  # type: ignore[type-var]
