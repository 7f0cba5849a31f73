"""Results that today's settings would not give any more."""

import json
from collections.abc import Mapping
from typing import Any

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.measuring import recipes_of
from ae_workbench.analysis.chapters.steps import OF_CHAPTERS
from ae_workbench.core.recipe import recipe_to_json
from ae_workbench.engine.findings import Result

DECISIVE = "variant", "parameters", "training"


def is_outdated(result: Result) -> bool:
    """Whether a chapter's models were trained with other layers or settings than its presets have now.

    Experiments have settings of their own, which are part of the program, and are never outdated.
    """
    kind, _, name = result.key.partition("/")
    if kind != OF_CHAPTERS or name not in CHAPTERS or not result.recipes:
        return False
    now = [recipe_to_json(recipe) for recipe in recipes_of(CHAPTERS[name], result.quick)]
    return list(map(_decisive, now)) != list(map(_decisive, result.recipes))


def _decisive(recipe: Mapping[str, Any]) -> Any:
    """As it comes back from a file."""
    return json.loads(json.dumps([recipe.get(key) for key in DECISIVE]))
