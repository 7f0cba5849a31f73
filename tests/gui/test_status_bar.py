"""The line at the bottom: one thing at a time at its left."""

import pytest

from ae_workbench.ui.status_bar import StatusBar


@pytest.fixture
def bar(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_loading_takes_the_place_of_what_was_said_before(bar):
    bar.say("Opened the run Sequence")
    bar.show_loading(0.5, "Loading the data…")
    assert bar.currentMessage() == "" and bar.doing_label.isVisible()


def test_what_is_said_after_loading_stays(bar):
    bar.show_loading(0.5, "Loading the data…")
    bar.stop_loading()
    bar.say("Opened the run Sequence")
    assert bar.currentMessage() == "Opened the run Sequence" and not bar.doing_label.isVisible()
