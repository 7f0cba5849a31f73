"""Changes to a recipe as ``key=value`` texts: parameters of the variant, the training and the data alike."""

from collections.abc import Iterable
from dataclasses import replace

from ae_workbench.core.errors import RecipeError
from ae_workbench.core.parameters import Size, specs, unknown_name
from ae_workbench.core.recipe import Recipe, Training
from ae_workbench.data import SOURCES
from ae_workbench.variants.recipes import with_settings

DATA = "data."
LIMIT = "limit"
LIMIT_SPEC = Size("Number of examples", low=0, high=2**63 - 1)


def changed(recipe: Recipe, settings: Iterable[str]) -> Recipe:
    """As ``with_settings``, and ``data.name=value`` sets a parameter of the data, ``data.limit=N`` how many examples are taken.

    Raises:
        RecipeError: an unknown key, or no “=”. ParameterError: a value out of range. WorkbenchError: an unknown data source.
    """
    for setting in settings:
        if setting.strip().startswith(DATA) and "=" in setting:
            name, _, value = setting.strip().removeprefix(DATA).partition("=")
            recipe = _with_data(recipe, name.strip(), value.strip())
        else:
            _point_to_data(recipe, setting)
            recipe = with_settings(recipe, [setting])
    return recipe


def _point_to_data(recipe: Recipe, setting: str) -> None:
    """Raises ``RecipeError`` for a parameter that only the data have, written as if it were the variant's."""
    name = setting.partition("=")[0].strip()
    of_model = (*specs(type(recipe.parameters)), *specs(Training))
    if name not in of_model and name in specs(SOURCES[recipe.data.key].parameters):
        raise RecipeError(f"“{name}” is a parameter of the data: write {DATA}{setting.strip()}.")


def _with_data(recipe: Recipe, name: str, value: str) -> Recipe:
    if name == LIMIT:
        return replace(recipe, limit=LIMIT_SPEC.parse(name, value))
    source = SOURCES[recipe.data.key]
    known = specs(source.parameters)
    if name not in known:
        raise RecipeError(unknown_name(f"{DATA}{name}", tuple(f"{DATA}{each}" for each in (*known, LIMIT)), f"The data set {source.key}"))
    parsed = known[name].parse(name, value)
    parameters = {**recipe.data.parameters, name: list(parsed) if isinstance(parsed, tuple) else parsed}
    return replace(recipe, data=replace(recipe.data, parameters=parameters))
