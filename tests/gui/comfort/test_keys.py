"""Keys: the sheet that lists them, none given twice, each known where it is said to work, and those that lead to a place."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from ae_workbench.storage.samples import first_sample
from ae_workbench.ui.keys import keys_said
from ae_workbench.ui.palette.entries import menu_actions, plain
from ae_workbench.ui.shortcuts import WIDGET_KEYS, gather
from tests.gui.comfort.dialogs import dialog
from tests.gui.windows import WAIT_MS, open_window


def native(keys):
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def test_the_sheet_has_every_key_of_the_menus(window):
    window.actions_["keys"].trigger()
    sheet = dialog(window, "shortcut_sheet")
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for action, _ in menu_actions(window.menuBar()):
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in shown
            assert plain(action.text()) in shown
    sheet.close()


def test_the_sheet_can_be_searched(window):
    window.actions_["keys"].trigger()
    sheet = dialog(window, "shortcut_sheet")
    sheet.field.setText("brush")
    left = {label.text() for label in sheet.findChildren(QLabel) if label.isVisible()}
    assert left == {"Canvas", "Smaller brush", "[", "Larger brush", "]"}
    sheet.close()


def test_no_two_commands_have_the_same_key(window):
    keys = [line[0] for title, lines in gather(window.menuBar()) if title not in WIDGET_KEYS for line in lines]
    assert sorted(keys) == sorted(set(keys))


def test_the_canvas_knows_each_key_that_the_sheet_gives_it(window):
    for keys, what in WIDGET_KEYS["Canvas"]:
        sequence = QKeySequence(keys)[0]
        event = QKeyEvent(QEvent.Type.KeyPress, sequence.key(), sequence.keyboardModifiers())
        assert window.canvas._slot_for(event) is not None, what


def test_the_sheet_has_the_keys_of_the_layer_list_the_code_the_plane_and_both_pages():
    known = {place: {keys for keys, _ in lines} for place, lines in WIDGET_KEYS.items()}
    assert {"Ins", "Del", "Alt+↑ Alt+↓"} <= known["Layers"]
    assert {"← →", "+ −", "Del", "Esc"} <= known["Code of one image"]
    assert {"Space", "Enter"} <= known["Latent plane"]
    assert {"Ctrl+PgDown", "Ctrl+PgUp"} <= known["The article"] and {"0", "1", "← →"} <= known["Pages and sound"]


def test_keys_of_widgets_are_written_as_those_of_the_menus(window, chinese):
    shown = {keys for _, lines in gather(window.menuBar()) for keys, _ in lines}
    assert {native("Space"), native("Return"), native("Ctrl+Z")} <= shown


def test_no_key_of_the_sheet_is_lost_in_writing_it():
    for lines in WIDGET_KEYS.values():
        for keys, _ in lines:
            assert len(keys_said(keys, is_mac=False).split()) == len(keys.split()), keys


def test_on_a_mac_the_sheet_leaves_out_keys_that_are_not_there():
    said = {keys: keys_said(keys, is_mac=True) for lines in WIDGET_KEYS.values() for keys, _ in lines}
    assert [keys for keys, text in said.items() if not text] == ["Alt", "Shift+F10"]
    assert said["Del"] == native("Backspace")


@pytest.mark.parametrize("text", ["&Open…", "打开(&O)…", "打开…(&O)"])
def test_a_command_is_named_without_its_mnemonic_and_dots(text):
    assert plain(text) in ("Open", "打开")


def test_the_keys_of_places_bring_the_focus_there(qtbot, window):
    window.activateWindow()
    for key in ("codes", "curves", "reconstructions"):
        window.actions_[f"go_to_{key}"].trigger()
        assert window.centre.tabs.currentWidget() is window.centre.viewers[key]
    for key, dock in (("canvas", window.canvas_dock), ("training", window.training_dock), ("designer", window.designer_dock)):
        dock.hide()
        window.actions_[f"go_to_{key}"].trigger()
        assert dock.isVisible()
        qtbot.waitUntil(lambda dock=dock: dock.isAncestorOf(QApplication.focusWidget() or window), timeout=WAIT_MS)


def test_the_first_key_to_a_viewer_brings_the_focus_into_what_it_shows_once_it_does(qtbot):
    with open_window(qtbot, viewers=True, find_sample=first_sample, load=lambda choice, progress: load(Choice("digits"))) as window:
        with qtbot.waitActive(window):
            window.activateWindow()
        for key in ("reconstructions", "curves", "runs", "codes", "filters"):
            window.training.start_button.setFocus()
            window.actions_[f"go_to_{key}"].trigger()
            viewer = window.centre.viewers[key]
            qtbot.waitUntil(lambda viewer=viewer: viewer.isAncestorOf(QApplication.focusWidget() or window), timeout=WAIT_MS)


def test_the_focus_stays_where_somebody_put_it_while_a_viewer_had_nothing_to_show(qtbot):
    with open_window(qtbot, viewers=True, find_sample=first_sample, load=lambda choice, progress: load(Choice("digits"))) as window:
        with qtbot.waitActive(window):
            window.activateWindow()
        viewer = window.centre.viewers["filters"]
        window.actions_["go_to_filters"].trigger()
        assert QApplication.focusWidget() is window.centre.tabs.tabBar() and not viewer.is_settled
        window.training.start_button.setFocus()
        qtbot.waitUntil(lambda: viewer.is_settled and viewer.shows_content, timeout=WAIT_MS)
        assert window.training.start_button.hasFocus()
