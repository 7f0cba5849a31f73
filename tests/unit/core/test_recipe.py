"""Recipes: JSON there and back, and one sentence for every broken file."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from ae_workbench.core.errors import ParameterError, RecipeError
from ae_workbench.core.parameters import Parameters, size
from ae_workbench.core.recipe import Choice, Recipe, Training, recipe_from_json, recipe_from_text, recipe_text, recipe_to_json


@dataclass(frozen=True)
class PlainParameters(Parameters):
    code_size: int = field(default=32, metadata=size("Code size", low=1, high=64))


KINDS = {"plain": PlainParameters}
RECIPE = Recipe("plain", PlainParameters(8), Choice("file", {"path": "a.npz"}), Training(optimizer="sgd", epochs=3), 100, "Mine")


def changed(**changes: Any) -> dict[str, Any]:
    return {**recipe_to_json(RECIPE), **changes}


def test_text_there_and_back() -> None:
    assert recipe_from_text(recipe_text(RECIPE), KINDS) == RECIPE


def test_the_text_is_readable_and_ends_in_a_newline() -> None:
    text = recipe_text(Recipe("plain", PlainParameters(), name="größer"))
    assert "größer" in text
    assert text.endswith("}\n")


def test_only_format_version_and_variant_are_needed() -> None:
    values = {"format": "ae-workbench recipe", "version": 1, "variant": "plain"}
    assert recipe_from_json(values, KINDS) == Recipe("plain", PlainParameters())


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"format": "cake"}, "not a recipe of AE Workbench"),
        ({"version": 2}, "version 2, but this program knows version 1"),
        ({"version": None}, "version None"),
        ({"colour": "red"}, "unknown key “colour”"),
        ({"variant": "fancy"}, "'fancy' is unknown: choose one of plain"),
        ({"variant": ["plain"]}, "is unknown"),
        ({"parameters": {"code_sise": 3}}, "did you mean “code_size”"),
        ({"parameters": [1]}, "must be an object"),
        ({"data": "digits"}, "data must be an object"),
        ({"data": {"source": 3}}, "must name a source"),
        ({"data": {"source": "digits", "parameters": []}}, "parameters as an object"),
        ({"data": {"sauce": "digits"}}, "unknown key “sauce”"),
        ({"data": {"limit": -1}}, "limit must be a whole number"),
        ({"data": {"limit": True}}, "limit must be a whole number"),
        ({"data": {"limit": 1.5}}, "limit must be a whole number"),
        ({"training": {"speed": 1}}, "The training has no parameter “speed”"),
        ({"training": 3}, "must be an object"),
    ],
)
def test_a_broken_recipe_is_refused_with_what_is_wrong(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(RecipeError, match=says):
        recipe_from_json(changed(**changes), KINDS)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"parameters": {"code_size": 0}}, "code_size"),
        ({"parameters": {"code_size": 65}}, "code_size"),
        ({"training": {"epochs": 0}}, "epochs"),
        ({"training": {"optimizer": "lion"}}, "optimizer"),
        ({"training": {"learning_rate": "fast"}}, "learning_rate"),
        ({"training": {"seed": -1}}, "seed"),
    ],
)
def test_a_value_out_of_range_names_its_field(changes: dict[str, Any], name: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        recipe_from_json(changed(**changes), KINDS)
    assert refusal.value.field == name


@pytest.mark.parametrize("text", ["", "{", "nonsense", "[" * 100_000, "\x00", '{"a": 1'])
def test_text_that_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(RecipeError, match="not valid JSON"):
        recipe_from_text(text, KINDS)


@pytest.mark.parametrize("text", ["[]", "3", "null", '"recipe"', "{}"])
def test_json_that_is_no_recipe_is_refused(text: str) -> None:
    with pytest.raises(RecipeError, match="not a recipe"):
        recipe_from_text(text, KINDS)


def test_a_huge_file_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(RecipeError, match="too large"):
        recipe_from_text(" " * 1_000_001, KINDS)


def test_numbers_that_json_does_not_have_are_refused() -> None:
    text = json.dumps(changed(training={"learning_rate": float("nan")}))
    with pytest.raises(ParameterError, match="Learning rate must be a number from"):
        recipe_from_text(text, KINDS)


def test_a_name_is_cut_to_what_a_list_can_show() -> None:
    assert len(recipe_from_json(changed(name="x" * 1000), KINDS).name) == 200


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": ["a"]}, "name must be a text"),
        ({"name": 5}, "name must be a text"),
        ({"parameters": {"code_size": 10**400}}, "Code size must be a whole number"),
        ({"training": {"learning_rate": 10**400}}, "Learning rate must be a number"),
        ({"training": {"learning_rate": "x" * 10**5}}, "Learning rate must be a number"),
        ({"data": {"source": "s" * 1000}}, "that no data set has"),
        ({"data": {"source": "digits", "parameters": {str(n): n for n in range(1000)}}}, "that no data set has"),
        ({"data": {"limit": 10**30}}, "limit must be a whole number"),
        ({"x\ny" * 10**4: 1}, "unknown key"),
        ({"variant": "v" * 10**5}, "is unknown"),
    ],
)
def test_absurd_values_are_refused_in_one_short_sentence(changes: dict[str, Any], says: str) -> None:
    with pytest.raises((RecipeError, ParameterError), match=says) as refused:
        recipe_from_json(changed(**changes), KINDS)
    assert len(str(refused.value)) < 300
    assert "\n" not in str(refused.value)


def test_a_key_that_is_there_twice_is_refused() -> None:
    text = recipe_text(RECIPE).replace('"variant": "plain"', '"variant": "plain", "variant": "plain"')
    with pytest.raises(RecipeError, match="not valid JSON"):
        recipe_from_text(text, KINDS)


def test_a_path_that_is_not_unicode_comes_back() -> None:
    recipe = Recipe("plain", PlainParameters(), Choice("file", {"path": b"caf\xe9.npz".decode(errors="surrogateescape")}))
    assert recipe_from_text(recipe_text(recipe).encode().decode(), KINDS) == recipe
