"""The palette: every command, found by a few letters and the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ae_workbench.ui.palette.entries import menu_actions, plain
from tests.gui.windows import WAIT_MS


def open_palette(window, text=""):
    window.actions_["palette"].trigger()
    palette = window.comfort.palette
    palette.field.setText(text)
    return palette


def test_the_palette_has_every_command_of_the_menus(window):
    titles = {(entry.title, entry.place) for entry in window.comfort.entries()}
    wanted = {(plain(action.text()), " › ".join(path)) for action, path in menu_actions(window.menuBar())}
    assert wanted - titles == set()
    assert len(titles) > 150


def test_what_a_menu_says_of_itself_is_no_command(window):
    recent = window.documents.recent_menu
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["Nothing opened or saved yet"]
    assert not [entry for entry in window.comfort.entries() if "Nothing opened" in entry.title]
    assert any(not entry.enabled for entry in window.comfort.entries()), "commands that are off stay"


def test_the_palette_is_used_with_the_keyboard_alone(qtbot, window):
    palette = open_palette(window)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClicks(palette.field, "go to curves")
    assert palette.list.currentIndex().row() == 0
    assert palette.model.shown[0].title == "Curves"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.centre.tabs.currentWidget() is window.centre.viewers["curves"]
    qtbot.waitUntil(lambda: window.comfort.palette is None, timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("typed", "key"),
    [("lat", "latent_plane"), ("late", "latent_plane"), ("codes", "codes"), ("den", "denoising"), ("fil", "filters"), ("cur", "curves")],
)
def test_the_beginning_of_a_viewers_name_finds_the_viewer_before_its_figure(qtbot, window, typed, key):
    palette = open_palette(window, typed)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.centre.tabs.currentWidget() is window.centre.viewers[key]
    qtbot.waitUntil(lambda: window.comfort.palette is None, timeout=WAIT_MS)


def test_what_was_chosen_lately_comes_first(qtbot, window):
    palette = open_palette(window, "reset layout")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    again = open_palette(window)
    assert again.model.shown[0].title == "Reset layout"
    again.close()
    assert window.settings.recent_commands == ["action:reset_layout_action"]


def test_presets_and_data_can_be_chosen_in_the_palette(window):
    palette = open_palette(window, "sparse, as published")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.model.recipe.variant == "sparse"
    assert window.model.recipe.training.optimizer == "adadelta"
    window.model.undo_stack.undo()
    assert window.model.recipe.variant == "simple"


def test_what_cannot_be_done_now_is_shown_but_not_done(window):
    palette = open_palette(window, "stop train")
    stop = next(entry for entry in palette.model.shown if entry.key == "action:stop_action")
    assert not stop.enabled
    palette.list.setCurrentIndex(palette.model.index(palette.model.shown.index(stop)))
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.field.setText("zzzz")
    assert not palette.nothing.isHidden()
    palette.close()
