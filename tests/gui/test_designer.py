"""The designer panel: every widget changes the recipe, and the recipe every widget."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFileDialog, QPushButton, QSpinBox

from ae_workbench.core.errors import ParameterError
from ae_workbench.core.parameters import specs
from ae_workbench.core.recipe import Choice, Training
from ae_workbench.core.shape import Shape
from ae_workbench.data import SOURCES
from ae_workbench.ui import theme
from ae_workbench.ui.panels.designer import DesignerPanel
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import presets
from tests.gui.viewing import tabbed


@pytest.fixture
def model(qapp):
    return RecipeModel()


@pytest.fixture
def panel(qtbot, model):
    panel = DesignerPanel(model)
    qtbot.addWidget(panel)
    panel.resize(360, 1000)
    panel.show()
    return panel


@pytest.fixture
def requests(panel):
    found = []
    panel.data_requested.connect(found.append)
    return found


def editor(panel, name):
    found = [widget for widget in panel.findChildren(object) if widget.objectName() == name]
    assert len(found) == 1, f"{name}: {found}"
    return found[0]


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_each_variant_builds_its_form_and_plan(panel, model, key, qtbot):
    panel.variant_cards.select(key)
    assert model.recipe.variant == panel.variant_cards.selected == key
    assert model.recipe == presets()[key].recipe
    for name in specs(VARIANTS[key].parameters):
        editor(panel, f"parameters_{name}")
    assert len(panel.plan_view.rows) == len(model.plan.stages) + 1
    qtbot.waitUntil(lambda: panel.plan_view.isVisible() and panel.plan_view.height() >= panel.plan_view.sizeHint().height())
    assert not panel.grab().isNull()


def test_an_editor_changes_the_recipe_and_undo_brings_both_back(panel, model):
    code_size = editor(panel, "parameters_code_size")
    code_size.setValue(8)
    assert model.recipe.parameters.code_size == 8
    assert panel.summary.values["compression"].text() == "98×"
    model.undo_stack.undo()
    assert code_size.value() == 32 and model.recipe.parameters.code_size == 32
    assert panel.summary.values["compression"].text() == "24.5×"
    model.undo_stack.redo()
    assert code_size.value() == 8


def test_a_large_compression_is_written_out(panel, model):
    model.set_shape(Shape((96, 120, 1)))
    editor(panel, "parameters_code_size").setValue(8)
    assert panel.summary.values["compression"].text() == "1,440×"
    editor(panel, "parameters_code_size").setValue(1)
    assert panel.summary.values["compression"].text() == "11,500×"


def test_control_z_in_a_field_is_left_to_the_window(panel, model, qtbot):
    code_size = editor(panel, "parameters_code_size")
    code_size.setFocus()
    code_size.selectAll()
    qtbot.keyClicks(code_size, "55")
    qtbot.keyClick(code_size, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert model.recipe.parameters.code_size == 55 and model.undo_stack.count() == 1


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
    assert panel.summary.problem.isVisible() and panel.summary.problem.text() == str(model.problem)
    assert not panel.plan_view.isVisible()
    padding.setCurrentIndex(padding.findData("auto"))
    assert model.problem is None and panel.plan_view.isVisible() and not row.problem.isVisible()


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


def test_the_list_of_data_has_every_source(panel):
    box = panel.data_section.data_box
    assert [box.itemData(i) for i in range(box.count())] == list(SOURCES.keys)


def test_another_source_is_asked_for_at_once_and_undo_asks_for_the_one_before(panel, model, requests):
    box = panel.data_section.data_box
    panel.variant_cards.select("sequence")
    assert requests == []
    box.setCurrentIndex(box.findData("waves"))
    assert model.recipe.data.key == "waves" and requests == [model.recipe.data]
    assert model.shape.kind == "sequence" and model.plan is not None
    model.undo_stack.undo()
    assert requests[-1] == Choice("digits") and box.currentData() == "digits"


def test_parameters_of_the_data_are_asked_for_when_the_hand_rests(panel, model, requests, qtbot):
    panel.variant_cards.select("sequence")
    panel.data_section.data_box.setCurrentIndex(panel.data_section.data_box.findData("waves"))
    del requests[:]
    with qtbot.waitSignal(panel.data_requested):
        editor(panel, "data_timesteps").setValue(32)
        editor(panel, "data_timesteps").setValue(48)
        assert requests == []
    assert requests == [model.recipe.data] and requests[0].parameters["timesteps"] == 48


def test_a_folder_is_asked_for_and_its_path_shown(panel, model, requests, tmp_path, qtbot):
    box = panel.data_section.data_box
    box.setCurrentIndex(box.findData("images"))
    assert requests == [] and model.problem_group == "data"
    assert panel.data_section.path_problem.isVisible()
    qtbot.mouseClick(editor(panel, "data_browse"), Qt.MouseButton.LeftButton)
    dialog = panel.findChild(QFileDialog, "data_dialog")
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert requests == [Choice("images", {"path": str(tmp_path)})]
    assert panel.data_section.path_label.text() == str(tmp_path) and model.problem is None
    editor(panel, "data_height")


def test_a_file_decides_the_shape_of_the_plan(panel, model, tmp_path):
    np.save(tmp_path / "mine.npy", np.zeros((20, 32, 24), np.uint8))
    box = panel.data_section.data_box
    box.setCurrentIndex(box.findData("array"))
    panel.data_section.take_path(str(tmp_path / "mine.npy"))
    assert model.shape.dims == (32, 24, 1) and model.plan.shape.dims == (32, 24, 1)


def test_data_that_do_not_fit_the_variant_are_said(panel, model):
    box = panel.data_section.data_box
    box.setCurrentIndex(box.findData("waves"))
    assert model.plan is None and "takes images" in panel.summary.problem.text()


def test_the_number_of_examples_is_part_of_the_recipe(panel, model, requests):
    limit = editor(panel, "data_limit")
    assert limit.text() == "all"
    limit.setValue(300)
    assert model.recipe.limit == 300 and requests == []


def test_an_opened_recipe_fills_every_widget_and_leaves_nothing_to_undo(panel, model, requests, tmp_path):
    other = RecipeModel(replace(presets()["denoising-article"].recipe, data=Choice("mnist"), limit=77))
    other.save(tmp_path / "other.json")
    model.open(tmp_path / "other.json")
    assert panel.variant_cards.selected == "denoising"
    assert panel.preset_box.currentData() == "denoising-article"
    assert panel.data_section.data_box.currentData() == "mnist"
    assert editor(panel, "data_limit").value() == 77
    assert editor(panel, "parameters_filters").values == (32, 32)
    assert editor(panel, "epochs_box").value() == 100
    assert model.is_clean and model.undo_stack.count() == 0
    assert requests == [Choice("mnist")]


def test_choosing_the_present_source_again_asks_again(panel, requests, qtbot):
    box = panel.data_section.data_box
    box.showPopup()
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assert requests == [Choice("digits")]


def test_every_control_has_names_and_a_tooltip(panel):
    panel.variant_cards.select("denoising")
    for name in ("preset_box", "data_box", "epochs_box", "parameters_filters", "parameters_noise", "training_optimizer"):
        widget = editor(panel, name)
        assert widget.accessibleName() and widget.toolTip(), name
    for button in panel.findChildren(QPushButton):
        assert button.objectName() and (button.text() or button.accessibleName())


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


def test_the_plan_s_numbers_are_large_and_bold_from_the_start(qtbot, qapp):
    theme.apply(qapp, "light")
    panel = DesignerPanel(RecipeModel())
    qtbot.addWidget(panel)
    panel.show()
    at_first = look(panel.summary.values["parameters"])
    assert at_first[0] > look(panel)[0] and at_first[1] == QFont.Weight.DemiBold
    for scheme in ("dark", "light"):
        theme.apply(qapp, scheme)
    assert look(panel.summary.values["parameters"]) == at_first


def look(widget):
    """Size, weight and features of what is written there."""
    used = widget.fontInfo()
    return used.pointSizeF(), used.weight(), widget.font().featureTags()


def test_the_plan_s_numbers_stand_in_two_rows_where_one_is_too_narrow(panel, qtbot, qapp):
    theme.apply(qapp, "light")
    summary, tiles = panel.summary, [label.parentWidget() for label in panel.summary.values.values()]
    summary.setParent(None)
    qtbot.addWidget(summary)
    summary.show()
    for width, rows in ((600, 1), (sum(tile.sizeHint().width() for tile in tiles), 2), (600, 1)):
        summary.resize(width, 120)
        qtbot.waitUntil(lambda rows=rows: len({tile.y() for tile in tiles}) == rows)
        assert all(tile.width() >= tile.sizeHint().width() for tile in tiles)


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
