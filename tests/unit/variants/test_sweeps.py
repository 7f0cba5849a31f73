"""Points of a sweep, their recipes, and what can't be built."""

import pytest

from ae_workbench.core.errors import RecipeError
from ae_workbench.core.shape import Shape
from ae_workbench.core.sweep import Sweep, sweep_text
from ae_workbench.core.varying import parse_varied
from ae_workbench.variants.recipes import find_recipe, with_settings
from ae_workbench.variants.sweeps import check_sweep, grid_points, point_text, read_sweep, recipe_at

DIGITS = Shape((28, 28, 1))


def sweep_of(name, *texts, settings=(), **rest):
    recipe = with_settings(find_recipe(name), settings)
    return Sweep(recipe, tuple(parse_varied(recipe, text) for text in texts), **rest)


def test_points_are_every_combination_and_recipes_have_their_values_and_seed():
    sweep = sweep_of("deep", "code_size=2,4", "learning_rate=0.1,0.2")
    points = list(grid_points(sweep))
    assert points[:2] == [{"code_size": 2, "learning_rate": 0.1}, {"code_size": 2, "learning_rate": 0.2}] and len(points) == 4
    recipe = recipe_at(sweep, points[1], 7)
    assert (recipe.parameters.code_size, recipe.training.learning_rate, recipe.training.seed) == (2, 0.2, 7)
    assert "code_size 2, learning_rate 0.2 · seed 7" in recipe.name and point_text(points[0]) == "code_size 2, learning_rate 0.1"


def test_a_combination_that_cannot_be_built_is_named():
    sweep = sweep_of("convolutional", "filters=8,8-8-8-8-8-8", settings=("last_padding=valid",))
    with pytest.raises(RecipeError, match=r"With filters 8.* nothing can be trained: "):
        check_sweep(sweep, DIGITS)
    with pytest.raises(RecipeError, match="takes images, but these data are sequences"):
        check_sweep(sweep_of("simple", "code_size=2,4"), Shape((20, 2), "sequence"))


def test_a_parameter_that_matters_nowhere_is_refused_but_not_beside_the_one_that_makes_it_matter():
    with pytest.raises(RecipeError, match="code_size changes nothing here: it matters where form is dense"):
        check_sweep(sweep_of("denoising", "code_size=2,4"), DIGITS)
    check_sweep(sweep_of("denoising", "code_size=2,4", "form=dense,convolutional"), DIGITS)


def test_the_ends_of_a_sampled_range_are_looked_at():
    check_sweep(sweep_of("simple", "code_size=log:2:512", sampler="tpe", trials=5), DIGITS)


def test_a_file_that_cannot_be_read_says_why(tmp_path):
    path = tmp_path / "sweep.json"
    with pytest.raises(RecipeError, match="No such file"):
        read_sweep(path)
    path.write_text(sweep_text(sweep_of("simple", "code_size")))
    assert read_sweep(path).names == ("code_size",)
