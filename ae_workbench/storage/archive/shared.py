"""What of a recipe may travel: everything but where files are on somebody's computer."""

import re
from dataclasses import replace

from ae_workbench.core.errors import RecipeError
from ae_workbench.core.foreign import shown
from ae_workbench.core.parameters import Text, from_json, specs
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data import SOURCES


def without_places(recipe: Recipe) -> Recipe:
    """The recipe with only the names of its data's files and folders.

    Whoever packs a run doesn't tell where they keep their files, and whoever opens one has no file looked for that a stranger names.

    Raises:
        RecipeError: a data source that this program doesn't know. ParameterError: a parameter out of range.
    """
    key = recipe.data.key
    if key not in SOURCES:
        raise RecipeError(f"The recipe's data source “{shown(key)}” is unknown: this program has {', '.join(SOURCES.keys)}.")
    kind = SOURCES[key].parameters
    from_json(kind, recipe.data.parameters, f"The {key} data")
    paths = {name for name, spec in specs(kind).items() if isinstance(spec, Text) and spec.is_path}
    parameters = {name: _last_part(value) if name in paths else value for name, value in recipe.data.parameters.items()}
    return replace(recipe, data=Choice(key, parameters))


def _last_part(path: str) -> str:
    """The name at the end of a path of any system; nothing where that could be taken for a place."""
    name = re.split(r"[/\\:]", path.rstrip("/\\"))[-1]
    return "" if name in (".", "..") or name.startswith("~") else name
