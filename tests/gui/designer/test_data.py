"""Data are chosen, asked for and fit the plan."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ae_workbench.core.recipe import Choice
from ae_workbench.data import SOURCES
from tests.gui.designer.editors import editor


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
    assert model.plan is None and "takes images" in panel.plan_card.summary.problem.text()


def test_the_number_of_examples_is_part_of_the_recipe(panel, model, requests):
    limit = editor(panel, "data_limit")
    assert limit.text() == "all"
    limit.setValue(300)
    assert model.recipe.limit == 300 and requests == []


def walk_down(qtbot, panel, model, key):
    """Press Down on the closed list until it shows a source."""
    box = panel.data_section.data_box
    with qtbot.waitActive(panel):
        panel.activateWindow()
    box.setFocus()
    while box.currentData() != key:
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_sources_are_walked_through_with_the_arrows_and_the_last_one_is_taken(panel, model, requests, qtbot):
    walk_down(qtbot, panel, model, "mnist")
    steps = panel.data_section.data_box.currentIndex()
    assert model.recipe.data.key == "digits"
    walk_down(qtbot, panel, model, SOURCES.keys[-1])
    assert steps >= 1 and model.undo_stack.count() == 0 and panel.findChild(QFileDialog, "data_dialog") is None
    qtbot.waitUntil(lambda: model.recipe.data.key == SOURCES.keys[-1])
    assert model.undo_stack.count() == 1 and panel.findChild(QFileDialog, "data_dialog") is None


def test_the_tab_key_takes_the_source_at_once(panel, model, qtbot):
    walk_down(qtbot, panel, model, "mnist")
    qtbot.keyClick(panel.data_section.data_box, Qt.Key.Key_Tab)
    assert model.recipe.data.key == "mnist"


def test_undo_while_passing_by_leaves_what_it_brought_back(panel, model, qtbot):
    model.change(replace(model.recipe, data=Choice("mnist")), "Other data")
    walk_down(qtbot, panel, model, "waves")
    model.undo_stack.undo()
    assert panel.data_section.data_box.currentData() == "digits"
    qtbot.keyClick(panel.data_section.data_box, Qt.Key.Key_Tab)
    assert model.recipe.data.key == "digits"


def test_what_uses_the_recipe_uses_the_source_that_is_shown(panel, model, qtbot):
    walk_down(qtbot, panel, model, "mnist")
    assert model.recipe.data.key == "digits"
    assert model.settled().data.key == "mnist"
    assert model.recipe.data.key == "mnist"


def test_enter_asks_for_the_folder_of_the_source(panel, model, qtbot):
    walk_down(qtbot, panel, model, "images")
    qtbot.keyClick(panel.data_section.data_box, Qt.Key.Key_Return)
    assert model.recipe.data.key == "images"
    dialog = panel.findChild(QFileDialog, "data_dialog")
    assert dialog.isVisible()
    dialog.close()


def test_a_source_picked_in_the_open_list_asks_for_its_folder(panel, model, qtbot):
    box = panel.data_section.data_box
    box.showPopup()
    box.view().setCurrentIndex(box.model().index(box.findData("images"), 0))
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assert model.recipe.data.key == "images"
    dialog = panel.findChild(QFileDialog, "data_dialog")
    assert dialog.isVisible()
    dialog.close()


def test_choosing_the_present_source_again_asks_again(panel, requests, qtbot):
    box = panel.data_section.data_box
    box.showPopup()
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assert requests == [Choice("digits")]
