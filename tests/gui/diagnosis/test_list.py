"""The list of findings behind the chip: read, opened by keys, dismissed and asked for again."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from tests.gui.diagnosis.findings import DEAD, HINT, STALLED, opened, tell


def test_the_list_tells_each_finding_with_its_buttons_and_help(qtbot, window):
    tell(window, STALLED, DEAD, HINT)
    popover = opened(window)
    assert [card.diagnosis.key for card in popover.cards] == ["stalled", "dead_units", "unfinished"]
    card = popover.cards[0]
    assert (card.text.text(), card.advice.text()) == ("It is so. It stands.", "Go.")
    assert [button.text() for button in card.remedy_buttons] == ["Use Adam at 0.001"]
    assert card.remedy_buttons[0].hasFocus()
    assert not popover.nothing.isVisible()
    assert popover.height() <= window.height()
    popover.findChild(QObject, "finding_stalled_help_button").click()
    assert window.comfort.help.browser.key == "terms/optimizer"
    window.comfort.help.close()


def test_a_healthy_run_says_what_was_looked_for(window):
    tell(window)
    popover = opened(window)
    assert popover.nothing.text() == "No problems found."
    assert "stalled optimizer" in popover.looked.text()


def test_the_keyboard_opens_and_closes_it(qtbot, window):
    chip = tell(window, STALLED)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    popover = window.diagnosis.popover
    assert popover.isVisible()
    QTest.keyClick(popover, Qt.Key.Key_F1)
    assert not popover.isVisible()
    assert window.comfort.help.browser.key == "terms/optimizer"
    window.comfort.help.close()
    chip.click()
    popover.cards[0].remedy_buttons[0].click()
    QTest.keyClick(popover, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.model.undo_stack.canUndo()
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    window.actions_["findings"].trigger()
    assert popover.isVisible()


def test_what_is_dismissed_stays_away_and_can_be_asked_for(window):
    chip = tell(window, STALLED, DEAD)
    popover = opened(window)
    popover.cards[0].close_button.click()
    assert [card.diagnosis.key for card in popover.cards] == ["dead_units"]
    assert chip.text() == "Many code units are dead"
    tell(window, STALLED, DEAD)
    assert chip.text() == "Many code units are dead", "the next look doesn't bring it back"
    tell(window, STALLED, run=Path("another"))
    assert chip.text() == "The optimizer has stalled", "another run has it still"
    tell(window, STALLED, DEAD)
    popover.restore_button.click()
    assert len(popover.cards) == 2
    assert popover.restore_button.isHidden()


def test_a_run_that_can_t_be_looked_at_says_why(window):
    window.diagnosis.watch.failed.emit("The weights of epoch 3 can't be read.")
    assert window.diagnosis.chip.text() == "Can't be judged"
    assert opened(window).nothing.text() == "The weights of epoch 3 can't be read."
