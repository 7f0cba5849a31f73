"""The recipe that a command's words stand for."""

from argparse import Namespace
from dataclasses import replace

from ae_workbench.core.errors import RecipeError
from ae_workbench.core.parameters import applies, specs, without_effect
from ae_workbench.core.recipe import Recipe
from ae_workbench.data.loading import choice_for
from ae_workbench.engine.changes import changed
from ae_workbench.variants.recipes import find_recipe


def recipe_of(chosen: Namespace) -> Recipe:
    """Of ``PRESET|RECIPE.json``, ``--data`` and ``--set``."""
    recipe = find_recipe(chosen.recipe)
    return changed(replace(recipe, data=choice_for(chosen.data)) if chosen.data else recipe, chosen.settings)


def check_settings(chosen: Namespace, recipe: Recipe) -> None:
    """Raises ``RecipeError`` for a setting that changes nothing in this recipe."""
    for setting in chosen.settings:
        name = setting.partition("=")[0].strip().removeprefix("parameters.")
        if name in specs(type(recipe.parameters)) and not applies(recipe.parameters, name):
            raise RecipeError(without_effect(recipe.parameters, name))


def recipe_to_train(chosen: Namespace) -> Recipe:
    """The same with ``--epochs`` and ``--limit``."""
    recipe = recipe_of(chosen)
    if chosen.epochs is not None:
        recipe = replace(recipe, training=replace(recipe.training, epochs=chosen.epochs))
    return recipe if chosen.limit is None else replace(recipe, limit=chosen.limit)
