"""Variants and presets are chosen, and each has its form and plan."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ae_workbench.core.parameters import specs
from ae_workbench.core.recipe import Choice
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import presets
from tests.gui.designer.editors import editor
from tests.gui.viewing import tabbed


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_each_variant_builds_its_form_and_plan(panel, model, key, qtbot):
    panel.variant_cards.select(key)
    assert model.recipe.variant == panel.variant_cards.selected == key
    assert model.recipe == presets()[key].recipe
    for name in specs(VARIANTS[key].parameters):
        editor(panel, f"parameters_{name}")
    assert len(panel.plan_card.view.rows) == len(model.plan.stages) + 1
    qtbot.waitUntil(lambda: panel.plan_card.view.isVisible() and panel.plan_card.view.height() >= panel.plan_card.view.sizeHint().height())
    assert not panel.grab().isNull()


def test_presets_of_the_variant_can_be_chosen_and_custom_is_said(panel, model):
    box = panel.preset_box
    panel.variant_cards.select("deep")
    assert [box.itemData(i) for i in range(box.count())] == ["deep", "deep-article"]
    box.setCurrentIndex(box.findData("deep-article"))
    assert model.recipe == presets()["deep-article"].recipe
    editor(panel, "epochs_box").setValue(7)
    assert box.currentData() == "custom"
    model.undo_stack.undo()
    assert box.currentData() == "deep-article" and box.findData("custom") == -1
    model.undo_stack.undo()
    assert box.currentData() == "deep"


def test_another_variant_keeps_the_data(panel, model):
    model.change(replace(model.recipe, data=Choice("mnist"), limit=500), "Data set")
    panel.variant_cards.select("sparse")
    assert (model.recipe.variant, model.recipe.data, model.recipe.limit) == ("sparse", Choice("mnist"), 500)


def test_cards_are_chosen_by_keyboard_and_mouse(panel, model, qtbot):
    cards = panel.variant_cards
    cards.card("simple").setFocus()
    qtbot.keyClick(cards.card("simple"), Qt.Key.Key_Right)
    assert cards.selected == "sparse"
    qtbot.keyClick(cards.card("sparse"), Qt.Key.Key_Down)
    assert cards.selected == "denoising" and cards.card("denoising").isChecked() and not cards.card("sparse").isChecked()
    qtbot.keyClick(cards.card("denoising"), Qt.Key.Key_End)
    assert cards.selected == "variational"
    qtbot.mouseClick(cards.card("deep"), Qt.MouseButton.LeftButton)
    assert model.recipe.variant == "deep"
    qtbot.mouseClick(cards.card("deep"), Qt.MouseButton.LeftButton)
    assert cards.card("deep").isChecked()


def test_forms_are_made_once_and_come_back_with_the_recipe_s_values(panel, model):
    code_size = editor(panel, "parameters_code_size")
    code_size.setValue(20)
    panel.variant_cards.select("deep")
    assert editor(panel, "parameters_code_size") is not code_size
    panel.variant_cards.select("simple")
    assert editor(panel, "parameters_code_size") is code_size and code_size.isVisible()
    assert code_size.value() == model.recipe.parameters.code_size == presets()["simple"].recipe.parameters.code_size
    code_size.setValue(12)
    assert model.recipe.parameters.code_size == 12


def test_tab_comes_to_the_fields_of_another_variant_where_they_stand(qtbot, panel, model):
    with qtbot.waitActive(panel):
        panel.activateWindow()
    for key in ("deep", "convolutional", "simple", "deep"):
        model.change(presets()[key].recipe, key)
        passed = tabbed(editor(panel, "parameters_help_button"), editor(panel, "data_help_button"))
        form = panel.parameters_section.form
        assert passed and all(form.isAncestorOf(stop) for stop in passed)
        rows = [next(place for place, row in enumerate(form.rows.values()) if row.cell.isAncestorOf(stop)) for stop in passed]
        assert rows == sorted(rows) and set(rows) == {place for place, name in enumerate(form.rows) if form.is_shown(name)}
