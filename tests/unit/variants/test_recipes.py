"""Presets, recipe files and single settings."""

from pathlib import Path

import pytest

from ae_workbench.core.errors import ParameterError, RecipeError
from ae_workbench.core.layers import DenseCode
from ae_workbench.core.recipe import Choice, recipe_text
from ae_workbench.core.shape import Shape
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import TASKS, find_recipe, make_plan, presets, presets_in, read_recipe, with_settings, with_variant

MNIST = Shape((28, 28, 1))


def test_each_variant_has_a_modern_preset_and_one_as_published() -> None:
    of_variants = {key: preset for key, preset in presets().items() if not preset.is_task}
    assert set(of_variants) == {key + ending for key in VARIANTS.keys for ending in ("", "-article")}
    assert all(preset.recipe.variant == key.removesuffix("-article") for key, preset in of_variants.items())
    assert [key for key, preset in presets().items() if preset.as_published] == [f"{key}-article" for key in VARIANTS.keys]


def test_a_new_variant_needs_no_preset_files(tmp_path: Path) -> None:
    found = presets_in(tmp_path, [VARIANTS["deep"]])
    assert list(found) == ["deep"]
    assert found["deep"].recipe.parameters == VARIANTS["deep"].parameters()


@pytest.mark.parametrize(
    ("key", "optimizer", "rate", "batch", "epochs"),
    [
        ("simple-article", "adadelta", 1.0, 256, 50),
        ("sparse-article", "adadelta", 1.0, 256, 100),
        ("deep-article", "adadelta", 1.0, 256, 100),
        ("convolutional-article", "adadelta", 1.0, 128, 50),
        ("denoising-article", "adadelta", 1.0, 128, 100),
        ("variational-article", "rmsprop", 1e-3, None, 50),
    ],
)
def test_presets_as_published_train_as_the_article_does(key: str, optimizer: str, rate: float, batch: int | None, epochs: int) -> None:
    training = presets()[key].recipe.training
    assert (training.optimizer, training.learning_rate, training.epochs) == (optimizer, rate, epochs)
    assert batch is None or training.batch_size == batch
    assert (training.schedule, training.patience) == ("constant", 0)


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_modern_and_published_presets_have_the_same_architecture(key: str) -> None:
    assert make_plan(presets()[key].recipe, MNIST).stages == make_plan(presets()[f"{key}-article"].recipe, MNIST).stages


def test_presets_run_on_the_built_in_digits() -> None:
    assert {preset.recipe.data.key for preset in presets().values() if not preset.is_task} == {"digits"}


def test_tasks_come_with_data_of_their_own_which_other_presets_take_over() -> None:
    tasks = {key: preset for key, preset in presets().items() if preset.is_task}
    assert {key: preset.recipe.data.key for key, preset in tasks.items()} == {"documents": "pages", "sound": "sounds"}
    waves = Choice("waves")
    assert tasks["sound"].on(waves, 9) == tasks["sound"].recipe
    assert (presets()["simple"].on(waves, 9).data, presets()["simple"].on(waves, 9).limit) == (waves, 9)


@pytest.mark.parametrize("key", TASKS)
def test_what_cleans_pages_and_sounds_has_maps_of_full_size_alone(key: str) -> None:
    plan = make_plan(presets()[key].recipe, Shape((64, 48, 1)))
    assert all(stage.output_dims[:2] == (64, 48) for stage in plan.stages)
    assert plan.corruption.kind == "none"
    bigger = make_plan(presets()[key].recipe, Shape((256, 256, 1)))
    assert bigger.weight_dims == plan.weight_dims


def test_the_published_sparse_penalty() -> None:
    code = make_plan(presets()["sparse-article"].recipe, MNIST).code
    assert isinstance(code, DenseCode)
    assert code.activity_l1 == 1e-4


def test_a_recipe_is_found_by_preset_file_or_run_folder(tmp_path: Path) -> None:
    recipe = with_settings(presets()["deep"].recipe, ["code_size=7"])
    (tmp_path / "recipe.json").write_text(recipe_text(recipe), encoding="utf-8")
    assert find_recipe("deep") == presets()["deep"].recipe
    assert find_recipe(str(tmp_path / "recipe.json")) == recipe
    assert find_recipe(str(tmp_path)) == recipe


def test_what_is_neither_is_answered_with_the_presets() -> None:
    with pytest.raises(RecipeError, match="“deeep” is neither a preset nor a recipe file or run folder: the presets are simple, "):
        find_recipe("deeep")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="can't be read: No such file"):
        read_recipe(tmp_path / "none.json")


def test_a_binary_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "picture.json"
    path.write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(RecipeError, match="not a text file"):
        read_recipe(path)


def test_what_is_no_file_or_too_large_says_so_without_being_read(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="it is not a file"):
        read_recipe(tmp_path)
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(RecipeError, match="too large to be a recipe"):
        read_recipe(large)


def test_settings_change_parameters_and_training() -> None:
    for text, hidden in [("200-100", (200, 100)), ("none", ()), ("", ())]:
        assert with_settings(presets()["deep"].recipe, [f"hidden={text}"]).parameters.hidden == hidden
    recipe = with_settings(presets()["deep"].recipe, ["code_size=16", "hidden=200,100", "training.epochs=3", "learning_rate = 0.01"])
    assert recipe.parameters.code_size == 16
    assert recipe.parameters.hidden == (200, 100)
    assert (recipe.training.epochs, recipe.training.learning_rate) == (3, 0.01)
    assert presets()["deep"].recipe.training.epochs != 3


@pytest.mark.parametrize(
    ("setting", "says"),
    [("code_size", "write it as key=value"), ("code_sise=3", "did you mean “code_size”"), ("=3", "has no parameter “”")],
)
def test_a_setting_that_is_none_is_refused(setting: str, says: str) -> None:
    with pytest.raises(RecipeError, match=says):
        with_settings(presets()["simple"].recipe, [setting])


@pytest.mark.parametrize("setting", ["code_size=0", "code_size=many", "epochs=-1", "optimizer=lion", "seed=1.5"])
def test_a_setting_out_of_range_is_refused(setting: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        with_settings(presets()["simple"].recipe, [setting])
    assert refusal.value.field == setting.partition("=")[0]


def test_another_variant_keeps_the_data() -> None:
    recipe = with_variant(presets()["deep"].recipe, "variational")
    assert recipe.variant == "variational"
    assert recipe.data == presets()["deep"].recipe.data
