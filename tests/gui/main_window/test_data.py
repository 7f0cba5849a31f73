"""A start that waits for its data: they come, are given up, or can't be loaded."""

from dataclasses import replace

from ae_workbench.core.recipe import Choice
from ae_workbench.ui.panels.training_buttons import State
from tests.gui.fakes import FakeLoad
from tests.gui.main_window.acting import SHORT, press, runs
from tests.gui.windows import WAIT_MS, open_window


def test_start_waits_for_data_that_are_still_loading(qtbot):
    load = FakeLoad()
    with open_window(qtbot, load=load) as window:
        window.model.change(replace(SHORT, data=Choice("mnist")), "Data set")
        press(qtbot, window, "start_button")
        assert "Loading the data" in window.training.status.text()
        assert window.training.stop_button.isEnabled()
        load.let_go.set()
        qtbot.waitUntil(lambda: "Finished after 3" in window.training.status.text(), timeout=WAIT_MS)


def test_waiting_for_data_can_be_given_up(qtbot, window):
    window.model.change(replace(SHORT, data=Choice("mnist")), "Data set")
    press(qtbot, window, "start_button")
    press(qtbot, window, "stop_button")
    qtbot.waitUntil(lambda: not window.loader.is_busy, timeout=WAIT_MS)
    assert window.training.start_button.isEnabled()
    assert not window.trainer.is_busy
    assert runs() == []


def test_data_that_cannot_be_loaded_are_told_in_a_sentence(qtbot, window):
    with qtbot.waitSignal(window.loader.failed, timeout=WAIT_MS):
        window.model.change(replace(SHORT, data=Choice("images", {"path": "/nowhere"})), "Data set")
    assert window.messages.text() == "There are no images in this folder: choose another."
    press(qtbot, window, "start_button")
    qtbot.waitUntil(lambda: "There are no images" in window.training.status.text(), timeout=WAIT_MS)
    assert window.training.state is State.IDLE


def test_a_start_is_given_up_when_other_data_take_the_place_of_its_own_before_they_load(qtbot, window):
    with qtbot.waitSignal(window.loader.progressed, timeout=WAIT_MS):
        window.model.change(replace(SHORT, data=Choice("mnist")), "Data set")
    window.model.change(replace(SHORT, data=Choice("images", {"path": "/nowhere"})), "Data set")
    press(qtbot, window, "start_button")
    assert window.trainer.is_busy
    with qtbot.waitSignal(window.loader.idle, timeout=WAIT_MS):
        window.model.change(SHORT, "Data set")
    assert not window.trainer.is_busy
    assert window.training.start_button.isEnabled()
