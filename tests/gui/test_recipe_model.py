"""Changes, undo, problems and files of the recipe model."""

from dataclasses import replace

import pytest

from ae_workbench.core.errors import ParameterError, RecipeError
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.variants.recipes import presets, read_recipe


@pytest.fixture
def model(qapp):
    return RecipeModel()


def with_code(recipe: Recipe, code_size: int) -> Recipe:
    return replace(recipe, parameters=replace(recipe.parameters, code_size=code_size))


def test_begins_with_the_simple_preset_and_its_plan(model):
    assert model.recipe == presets()["simple"].recipe
    assert model.plan.compression == 24.5
    assert model.problem is None and model.is_clean


def test_a_change_is_told_and_can_be_undone_and_redone(model, qtbot):
    before = model.recipe
    with qtbot.waitSignal(model.changed):
        model.change(with_code(before, 16), "Code size")
    assert model.plan.code_size == 16 and not model.is_clean
    assert model.undo_stack.undoText() == "Code size"
    model.undo_stack.undo()
    assert model.recipe == before and model.plan.code_size == 32 and model.is_clean
    model.undo_stack.redo()
    assert model.plan.code_size == 16


def test_edits_of_one_field_in_a_row_are_one_step(model):
    before = model.recipe
    for code_size in (1, 12, 128):
        model.change(with_code(model.recipe, code_size), "Code size", "parameters.code_size#0")
    assert model.undo_stack.count() == 1
    model.change(with_code(model.recipe, 64), "Code size", "parameters.code_size#1")
    assert model.undo_stack.count() == 2
    model.undo_stack.undo()
    model.undo_stack.undo()
    assert model.recipe == before


def test_edits_that_end_where_they_began_leave_no_step(model):
    before = model.recipe
    model.change(with_code(before, 3), "Code size", "parameters.code_size#0")
    model.change(before, "Code size", "parameters.code_size#0")
    assert model.undo_stack.count() == 0 and model.is_clean


def test_many_changes_neither_crash_nor_pile_up(model):
    for number in range(3000):
        model.change(replace(model.recipe, limit=number + 1), "Limit", "data.limit#0")
    assert model.undo_stack.count() == 1


def test_what_does_not_fit_is_a_problem_and_no_plan(model):
    model.set_shape(Shape((30, 2), "sequence"))
    assert model.plan is None and "takes images" in str(model.problem)
    assert model.problem_group == "parameters"
    model.set_shape(Shape((28, 28, 1)))
    assert model.problem is None and model.plan is not None


def test_a_refused_value_is_a_problem_until_the_next_change(model):
    model.refuse(ParameterError("epochs", "Epochs must be a whole number."), "training")
    assert (model.problem.field, model.problem_group) == ("epochs", "training")
    assert model.plan is not None
    model.change(with_code(model.recipe, 8), "Code size")
    assert model.problem is None


def test_other_data_give_the_plan_their_shape_at_once(model):
    model.change(replace(presets()["sequence"].recipe, data=Choice("waves", {"timesteps": 40})), "Data set")
    assert model.shape == Shape((40, 1), "sequence")
    model.undo_stack.undo()
    assert model.shape == Shape((28, 28, 1))


def test_data_that_need_a_path_ask_for_it(model):
    model.change(replace(model.recipe, data=Choice("images")), "Data set")
    assert model.problem_group == "data" and model.problem.field == "path"
    assert "folder" in str(model.problem)


def test_saved_and_opened_again_is_the_same(model, tmp_path):
    model.change(with_code(model.recipe, 7), "Code size")
    model.save(tmp_path / "mine.json")
    assert model.is_clean and model.path == tmp_path / "mine.json"
    assert read_recipe(tmp_path / "mine.json") == model.recipe
    other = RecipeModel()
    other.change(with_code(other.recipe, 99), "Code size")
    other.open(tmp_path / "mine.json")
    assert other.recipe == model.recipe
    assert other.is_clean and other.undo_stack.undoText() == "Open recipe mine.json"


def test_undoing_an_opening_brings_back_the_design_and_its_file(model, tmp_path):
    model.change(with_code(model.recipe, 7), "Code size")
    model.save(tmp_path / "mine.json")
    mine, other = model.recipe, with_code(model.recipe, 99)
    model.replace(other, "Open run other")
    assert (model.recipe, model.path, model.is_clean) == (other, None, True)
    model.undo_stack.undo()
    assert (model.recipe, model.path, model.is_clean) == (mine, tmp_path / "mine.json", True)
    model.undo_stack.undo()
    assert not model.is_clean
    model.undo_stack.redo()
    model.undo_stack.redo()
    assert (model.recipe, model.path, model.is_clean) == (other, None, True)


def test_an_unsaved_design_is_unsaved_again_once_an_opening_is_undone(model):
    model.change(with_code(model.recipe, 7), "Code size")
    model.replace(with_code(model.recipe, 99), "Open run other")
    model.undo_stack.undo()
    assert model.recipe.parameters.code_size == 7 and not model.is_clean


def test_a_design_saved_elsewhere_after_it_was_opened_stays_there_through_undo_and_redo(model, tmp_path):
    other = RecipeModel(with_code(model.recipe, 99))
    other.save(tmp_path / "other.json")
    model.open(tmp_path / "other.json")
    model.change(with_code(model.recipe, 98), "Code size")
    model.save(tmp_path / "mine.json")
    model.undo_stack.undo()
    model.undo_stack.undo()
    assert model.path is None
    model.undo_stack.redo()
    assert model.path == tmp_path / "mine.json" and not model.is_clean
    model.undo_stack.redo()
    assert model.is_clean


def test_opening_the_same_recipe_is_no_step_and_keeps_its_file(model, tmp_path):
    model.save(tmp_path / "mine.json")
    model.replace(model.recipe, "Open run 1")
    assert model.path == tmp_path / "mine.json" and model.is_clean
    model.open(tmp_path / "mine.json")
    assert not model.undo_stack.canUndo() and model.is_clean


def test_an_opening_takes_back_what_was_refused_in_a_field(model):
    model.refuse(ParameterError("epochs", "Epochs must be a whole number."), "training")
    model.replace(model.recipe, "Open run 1")
    assert model.problem is None


def test_edits_of_one_field_before_and_after_saving_are_two_steps(model, tmp_path):
    model.change(with_code(model.recipe, 7), "Code size", "parameters.code_size#0")
    model.save(tmp_path / "mine.json")
    model.change(with_code(model.recipe, 8), "Code size", "parameters.code_size#0")
    model.undo_stack.undo()
    assert model.recipe.parameters.code_size == 7 and model.is_clean


def test_a_broken_file_changes_nothing(model, tmp_path):
    (tmp_path / "broken.json").write_text("{")
    before = model.recipe
    with pytest.raises(RecipeError):
        model.open(tmp_path / "broken.json")
    assert model.recipe is before


def test_saving_where_nothing_can_be_written_says_so(model, tmp_path):
    with pytest.raises(RecipeError, match="can't be saved"):
        model.save(tmp_path / "nowhere" / "mine.json")
    assert model.path is None
