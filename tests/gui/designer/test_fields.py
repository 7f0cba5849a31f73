"""Every field changes the recipe, and the recipe every field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QSpinBox

from ae_workbench.core.errors import ParameterError
from ae_workbench.core.parameters import specs
from ae_workbench.core.recipe import Choice, Training
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.variants.recipes import presets
from tests.gui.designer.editors import editor


def test_an_editor_changes_the_recipe_and_undo_brings_both_back(panel, model):
    code_size = editor(panel, "parameters_code_size")
    code_size.setValue(8)
    assert model.recipe.parameters.code_size == 8
    assert panel.plan_card.summary.values["compression"].text() == "98×"
    model.undo_stack.undo()
    assert code_size.value() == 32 and model.recipe.parameters.code_size == 32
    assert panel.plan_card.summary.values["compression"].text() == "24.5×"
    model.undo_stack.redo()
    assert code_size.value() == 8


def test_control_z_in_a_field_is_left_to_the_window(panel, model, qtbot):
    code_size = editor(panel, "parameters_code_size")
    code_size.setFocus()
    code_size.selectAll()
    qtbot.keyClicks(code_size, "55")
    qtbot.keyClick(code_size, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert model.recipe.parameters.code_size == 55 and model.undo_stack.count() == 1


def press_undo(qtbot, widget):
    qtbot.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("name", "good", "refused"), [("batch_size", "300", "0"), ("learning_rate", "0.02", "-")])
def test_control_z_first_takes_back_what_was_refused(panel, model, qtbot, name, good, refused):
    with qtbot.waitActive(panel):
        panel.activateWindow()
    undo = model.undo_stack.createUndoAction(panel)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    panel.addAction(undo)
    before = getattr(model.recipe.training, name)
    box = editor(panel, f"training_{name}")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, good)
    box.selectAll()
    qtbot.keyClicks(box, refused)
    assert not box.hasAcceptableInput() and model.problem is not None
    press_undo(qtbot, box)
    assert model.problem is None and box.value() == getattr(model.recipe.training, name) == float(good)
    assert box.hasAcceptableInput()
    press_undo(qtbot, box)
    assert box.value() == getattr(model.recipe.training, name) == before


def test_control_z_in_a_layer_s_editor_brings_its_size_back(panel, model, qtbot):
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.variant_cards.select("deep")
    steps, sizes = model.undo_stack.count(), model.recipe.parameters.hidden
    undo = model.undo_stack.createUndoAction(panel)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    panel.addAction(undo)
    layers = editor(panel, "parameters_hidden_list")
    layers.setFocus()
    layers.setCurrentRow(0)
    qtbot.keyClick(layers, Qt.Key.Key_Return)
    box = layers.findChild(QSpinBox, "layer_size_editor")
    box.selectAll()
    qtbot.keyClicks(box, "77")
    press_undo(qtbot, box)
    assert box.value() == sizes[0] and model.undo_stack.index() == steps and model.recipe.variant == "deep"
    press_undo(qtbot, box)
    assert model.undo_stack.index() == steps - 1


def test_training_is_edited_under_its_public_name(panel, model):
    epochs = panel.findChild(QSpinBox, "epochs_box")
    epochs.setValue(3)
    assert model.recipe.training.epochs == 3
    for name in specs(Training):
        editor(panel, "epochs_box" if name == "epochs" else f"training_{name}")
    editor(panel, "training_learning_rate").setValue(2e-4)
    assert model.recipe.training.learning_rate == 2e-4


def test_rows_follow_the_chosen_form(panel):
    panel.variant_cards.select("variational")
    form = panel.parameters_section.form
    assert form.is_shown("intermediate") and not form.is_shown("filters")
    mode = editor(panel, "parameters_form")
    mode.setCurrentIndex(mode.findData("convolutional"))
    assert form.is_shown("filters") and not form.is_shown("intermediate")


def test_what_cannot_be_built_is_said_at_the_field_and_the_plan(panel, model):
    panel.variant_cards.select("convolutional")
    padding = editor(panel, "parameters_last_padding")
    editor(panel, "parameters_filters").show_value((16, 8))
    editor(panel, "parameters_filters").edited.emit((16, 8))
    padding.setCurrentIndex(padding.findData("valid"))
    assert model.plan is None and model.problem.field == "last_padding"
    assert padding.property("wrong") is True
    row = panel.parameters_section.form.rows["last_padding"]
    assert row.problem.isVisible() and row.problem.text() == str(model.problem)
    assert panel.plan_card.summary.problem.isVisible() and panel.plan_card.summary.problem.text() == str(model.problem)
    assert not panel.plan_card.view.isVisible()
    padding.setCurrentIndex(padding.findData("auto"))
    assert model.problem is None and panel.plan_card.view.isVisible() and not row.problem.isVisible()


def test_a_value_out_of_range_while_typing_is_a_problem(panel, model, qtbot):
    code_size = editor(panel, "parameters_code_size")
    code_size.setFocus()
    code_size.selectAll()
    qtbot.waitUntil(code_size.hasFocus)
    qtbot.keyClicks(code_size, "5000")
    assert code_size.text() == "5000" and model.recipe.parameters.code_size == 500
    assert isinstance(model.problem, ParameterError) and model.problem.field == "code_size"
    assert panel.parameters_section.form.rows["code_size"].problem.isVisible()
    code_size.selectAll()
    qtbot.keyClicks(code_size, "64")
    assert model.problem is None and model.recipe.parameters.code_size == 64


def test_an_opened_recipe_fills_every_widget_in_one_step(panel, model, requests, tmp_path):
    other = RecipeModel(replace(presets()["denoising-article"].recipe, data=Choice("mnist"), limit=77))
    other.save(tmp_path / "other.json")
    model.open(tmp_path / "other.json")
    assert panel.variant_cards.selected == "denoising"
    assert panel.preset_box.currentData() == "denoising-article"
    assert panel.data_section.data_box.currentData() == "mnist"
    assert editor(panel, "data_limit").value() == 77
    assert editor(panel, "parameters_filters").values == (32, 32)
    assert editor(panel, "epochs_box").value() == 100
    assert model.is_clean and model.undo_stack.count() == 1
    assert requests == [Choice("mnist")]


def test_every_control_has_names_and_a_tooltip(panel):
    panel.variant_cards.select("denoising")
    for name in ("preset_box", "data_box", "epochs_box", "parameters_filters", "parameters_noise", "training_optimizer"):
        widget = editor(panel, name)
        assert widget.accessibleName() and widget.toolTip(), name
    for button in panel.findChildren(QPushButton):
        assert button.objectName() and (button.text() or button.accessibleName())
