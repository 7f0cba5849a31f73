"""Notices: the end of a long training is announced to whoever is elsewhere."""

import pytest
from PySide6.QtWidgets import QWidget

from ae_workbench.engine.events import Ended, Started
from ae_workbench.ui.notices import Notices


def test_a_long_training_that_ends_unseen_is_announced(qtbot, tmp_path):
    other = QWidget()
    qtbot.addWidget(other)
    notices = Notices(other, long_s=0.0)
    notices.show_event(Started(tmp_path, 0, 5, 10, 10))
    notices.show_event(Ended("finished", 5, None, tmp_path))
    assert notices.last == "Finished after 5 epochs."


@pytest.mark.parametrize("why", ["short", "stopped", "off"])
def test_what_needs_no_announcement_gets_none(qtbot, tmp_path, why):
    other = QWidget()
    qtbot.addWidget(other)
    notices = Notices(other, long_s=1000.0 if why == "short" else 0.0)
    notices.is_on = why != "off"
    notices.show_event(Started(tmp_path, 0, 5, 10, 10))
    notices.show_event(Ended("stopped" if why == "stopped" else "finished", 5, None, tmp_path))
    assert notices.last == ""


def test_notices_can_be_switched_off_for_good(window):
    assert window.actions_["notify"].isChecked()
    window.actions_["notify"].trigger()
    assert not window.comfort.notices.is_on
    assert not window.settings.notifies
