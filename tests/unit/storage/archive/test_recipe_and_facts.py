"""Recipes and facts from strangers: out of bounds, impossible, or of a model that no computer holds."""

from pathlib import Path
from typing import Any

import pytest

from ae_workbench.core.errors import ParameterError, PlanError, RecipeError, WorkbenchError
from ae_workbench.storage.archive import unpack
from ae_workbench.storage.run_folder import RunFolder
from tests.unit.storage.archive.conftest import Forge
from tests.unit.storage.archive.forging import facts, recipe, refused


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"variant": "evil"}, RecipeError),
        ({"parameters": {"code_size": 10**9}}, ParameterError),
        ({"parameters": {"code_size": 3, "__class__": "os"}}, RecipeError),
        ({"data": {"source": "http"}}, RecipeError),
        ({"data": {"source": "images", "parameters": {"path": ["/"]}}}, ParameterError),
        ({"data": {"source": "images", "parameters": {"url": "x"}}}, RecipeError),
        ({"training": {"epochs": -1}}, ParameterError),
        ({"format": "cake"}, RecipeError),
        ({"version": 2}, RecipeError),
    ],
)
def test_a_recipe_that_breaks_its_schema_is_refused(
    changes: dict[str, Any], kind: type[WorkbenchError], forge: Forge, tmp_path: Path
) -> None:
    refused(forge({"recipe.json": recipe(**changes)}), tmp_path, kind)


@pytest.mark.parametrize(
    "shape",
    [
        {"dims": [4, 6, 2], "kind": "image"},
        {"dims": [4, 6], "kind": "image"},
        {"dims": [0, 6, 1], "kind": "image"},
        {"dims": [-4, -6, 1], "kind": "image"},
        {"dims": [10**6, 10**6, 1], "kind": "image"},
        {"dims": [4.0, 6, 1], "kind": "image"},
        {"dims": [True, 24, 1], "kind": "image"},
        {"dims": [24, 1], "kind": "sound"},
        {"dims": "24", "kind": "image"},
        {"dims": [24, 1]},
        [24],
    ],
)
def test_facts_with_an_impossible_shape_are_refused(shape: Any, forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert "damaged" in refused(forge({"run.json": facts(run, shape=shape)}), tmp_path)


@pytest.mark.parametrize(
    "changes",
    [
        {"scaling": {"offset": [0.0], "scale": [0.0]}},
        {"scaling": {"offset": [0.0], "scale": [1.0, 2.0]}},
        {"scaling": {"offset": [float("nan")], "scale": [1.0]}},
        {"scaling": {"offset": 0.0, "scale": 1.0}},
        {"class_names": ["a"] * 20_000},
        {"class_names": [1]},
        {"train_count": -1},
        {"train_count": 1.5},
        {"created": {"$date": 0}},
        {"surprise": 1},
    ],
)
def test_facts_out_of_bounds_are_refused(changes: dict[str, Any], forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert "damaged" in refused(forge({"run.json": facts(run, **changes)}), tmp_path)


def test_texts_in_facts_become_plain(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    odd = facts(run, data_name="a\n\u202eb" + "c" * 5000, class_names=["\x00x", "y" * 5000])
    found = unpack(forge({"run.json": odd}), tmp_path / "out").facts
    assert found.data_name.startswith("a bccc") and len(found.data_name) <= 300
    assert found.class_names[0] == "x" and len(found.class_names[1]) <= 300


def test_a_model_that_no_computer_holds_is_refused_before_it_is_built(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    large = {
        "recipe.json": recipe(variant="deep", parameters={"hidden": [4096] * 12, "code_size": 4096}),
        "run.json": facts(run, shape={"dims": [1024, 1024, 3], "kind": "image"}),
    }
    assert "parameters; at most" in refused(forge(large), tmp_path, PlanError)
