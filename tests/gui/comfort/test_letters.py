"""Letters that are pressed with Alt: unique among what is seen, and within a menu."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QMenu

from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from ae_workbench.storage.samples import first_sample
from ae_workbench.ui.menu_letters import give_letters, letter_of
from ae_workbench.ui.modes import MODES
from ae_workbench.ui.viewers import VIEWERS
from tests.gui.letters import given_twice, letters_seen
from tests.gui.windows import WAIT_MS, open_window


@pytest.fixture
def window(qtbot):
    """With a sample's run."""
    with open_window(qtbot, viewers=True, find_sample=first_sample, load=lambda choice, progress: load(Choice("digits"))) as window:
        yield window


@pytest.mark.parametrize("key", VIEWERS.keys)
def test_no_letter_is_given_twice_with_a_viewer_in_front(qtbot, window, key):
    viewer = window.centre.viewers[key]
    window.centre.tabs.setCurrentWidget(viewer)
    qtbot.waitUntil(lambda: viewer.is_settled and (viewer.shows_content or key == "sequences"), timeout=WAIT_MS)
    found = letters_seen(window)
    assert len(found) > 8 and given_twice(found) == []
    for button in viewer.findChildren(QAbstractButton):
        if button.isVisible() and button.isCheckable() and not isinstance(button, QCheckBox):
            button.click()
            assert given_twice(letters_seen(window)) == []


@pytest.mark.parametrize("key", MODES.keys)
def test_no_letter_is_given_twice_in_a_mode(window, key):
    window.modes.show(key)
    assert given_twice(letters_seen(window)) == []


@pytest.mark.parametrize("state", ["RUNNING", "PAUSED"])
def test_no_letter_is_given_twice_during_a_training(window, state):
    window.training._set_state(type(window.training.state)[state])
    assert given_twice(letters_seen(window)) == []


def test_each_entry_of_a_menu_has_a_letter_of_its_own(window):
    for key in VIEWERS.keys:
        window.centre.tabs.setCurrentWidget(window.centre.viewers[key])
        for menu in menus(window.menuBar()):
            menu.aboutToShow.emit()
            entries = [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
            letters = [letter_of(action.text()) for action in entries]
            assert len(set(letters)) == len(letters) and all(letters), [action.text() for action in entries]


def menus(of):
    """All of a menu bar or menu but the recent files, which have numbers."""
    for action in of.actions():
        menu = action.menu()
        if menu is not None and menu.title() != "Recent &files":
            yield menu
            yield from menus(menu)


def test_an_entry_has_its_own_letter_again_once_nobody_else_has_it(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    first, second = QAction("&Copy", menu), QAction("&Curves && codes", menu)
    menu.addActions([first, second])
    give_letters(menu)
    assert [action.text() for action in menu.actions()] == ["&Copy", "C&urves && codes"]
    give_letters(menu)
    assert second.text() == "C&urves && codes"
    first.setVisible(False)
    give_letters(menu)
    assert second.text() == "&Curves && codes"


def test_words_without_latin_letters_get_one_in_brackets(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("打开(&A)…")
    menu.addAction("训练")
    give_letters(menu)
    assert [action.text() for action in menu.actions()] == ["打开(&A)…", "训练(&B)"]


def test_latin_words_whose_letters_are_all_taken_get_none(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    for words in ("&Go", "&On", "&Not", "Goon"):
        menu.addAction(words)
    give_letters(menu)
    assert [action.text() for action in menu.actions()] == ["&Go", "&On", "&Not", "Goon"]
