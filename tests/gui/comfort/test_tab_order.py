"""The Tab key comes to every part of the window, and to the parts of a viewer where they stand."""

import pytest
from PySide6.QtWidgets import QWidget

from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from ae_workbench.storage.samples import first_sample
from tests.gui.viewing import tabbed
from tests.gui.windows import WAIT_MS, open_window

REACHED = ("parameters_help_button", "sweep_button", "start_button", "canvas_view", "viewer_help_button", "play_button", "epoch_slider")


@pytest.fixture
def window(qtbot):
    """With a sample's run, and focus."""
    with open_window(qtbot, viewers=True, find_sample=first_sample, load=lambda choice, progress: load(Choice("digits"))) as window:
        with qtbot.waitActive(window):
            window.activateWindow()
        yield window


def front(qtbot, window, key):
    """The viewer, in front and with what it shows."""
    viewer = window.centre.viewers[key]
    window.centre.tabs.setCurrentWidget(viewer)
    qtbot.waitUntil(lambda: viewer.is_settled and (viewer.shows_content or key == "sequences"), timeout=WAIT_MS)
    return viewer


@pytest.mark.parametrize("variant", ["variational", "convolutional", "deep", "sequence"])
def test_tab_goes_through_the_whole_window_and_comes_back(qtbot, window, variant):
    viewer = front(qtbot, window, "reconstructions")
    window.designer.variant_cards.select("simple")
    window.designer.variant_cards.select(variant)
    start = window.findChild(QWidget, "designer_dock_help_button")
    passed = tabbed(start, start)
    names = {stop.objectName() for stop in passed}
    assert len(passed) == len(set(passed)) and names.issuperset(REACHED)
    assert any(viewer.isAncestorOf(stop) for stop in passed)


def test_tab_comes_from_the_tabs_into_the_viewer_in_front_and_then_to_the_epochs(qtbot, window):
    for key in window.centre.viewers:
        viewer = front(qtbot, window, key)
        passed = tabbed(window.centre.tabs.help_button, window.centre.epochs.play_button)
        assert all(viewer.isAncestorOf(stop) for stop in passed), key
        assert passed or key == "sequences"
