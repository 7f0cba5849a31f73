"""The focus of the training panel goes from button to button as these can be used."""

import pytest
from PySide6.QtCore import Qt

from ae_workbench.engine.events import Ended, Paused
from tests.gui.training_panel.told import started


@pytest.fixture
def active(qtbot, panel):
    """The panel in a window that has the focus."""
    with qtbot.waitActive(panel):
        panel.activateWindow()
    return panel


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_the_focus_goes_from_start_to_stop_and_back_at_the_end(qtbot, active, tmp_path):
    active.start_requested.connect(lambda: active.show_waiting("One moment"))
    press(qtbot, active.start_button)
    assert active.stop_button.hasFocus()
    started(active, tmp_path)
    assert active.stop_button.hasFocus()
    active.show_event(Ended("finished", 10, None))
    assert active.start_button.hasFocus()


def test_the_focus_goes_from_stop_to_start_once_the_training_has_ended(qtbot, active, tmp_path):
    started(active, tmp_path)
    press(qtbot, active.stop_button)
    assert active.hasFocus() and not active.stop_button.isEnabled()
    active.show_event(Ended("stopped", 3, None))
    assert active.start_button.hasFocus()


def test_epochs_can_be_asked_for_one_by_one_with_one_key(qtbot, active, tmp_path):
    active.epoch_requested.connect(lambda: active.show_waiting("One moment"))
    press(qtbot, active.epoch_button)
    assert not active.epoch_button.hasFocus()
    started(active, tmp_path)
    active.show_event(Paused(1))
    assert active.epoch_button.hasFocus()


def test_the_focus_stays_where_somebody_took_it_during_the_training(qtbot, active, tmp_path):
    active.start_requested.connect(lambda: active.show_waiting("One moment"))
    press(qtbot, active.start_button)
    started(active, tmp_path)
    active.more_box.setFocus()
    active.show_event(Ended("finished", 10, None))
    assert active.more_box.hasFocus()
