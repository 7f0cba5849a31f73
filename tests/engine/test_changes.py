"""Changes of a recipe as ``key=value``: variant, training and data alike."""

import pytest

from ae_workbench.core.errors import ParameterError, RecipeError
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.engine.changes import changed
from ae_workbench.variants.recipes import find_recipe


@pytest.fixture
def recipe() -> Recipe:
    return Recipe("simple", find_recipe("simple").parameters, Choice("waves", {"noise": 0.2}))


def test_each_part_of_a_recipe_can_be_changed(recipe: Recipe) -> None:
    found = changed(recipe, ["code_size=8", "epochs=5", "data.count=400", "data.phase=fixed", "data.limit=100"])
    assert (found.parameters.code_size, found.training.epochs, found.limit) == (8, 5, 100)  # type: ignore[attr-defined]
    assert found.data == Choice("waves", {"noise": 0.2, "count": 400, "phase": "fixed"})


@pytest.mark.parametrize(
    ("setting", "error", "said"),
    [
        ("data.nois=1", RecipeError, "did you mean “data.noise”"),
        ("data.noise=loud", ParameterError, "Noise must be a number"),
        ("data.limit=-1", ParameterError, "Number of examples must be"),
        ("data.noise", RecipeError, "is not a setting"),
        ("noise=0.1", RecipeError, "a parameter of the data: write data.noise=0.1"),
        ("code=8", RecipeError, "did you mean “code_size”"),
    ],
)
def test_what_can_t_be_changed_is_refused(recipe: Recipe, setting: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        changed(recipe, [setting])
