"""Closing: it asks about a training, waits for no data, and leaves no thread."""

import threading
from dataclasses import replace

from PySide6.QtCore import Qt, QThread

from ae_workbench.core.recipe import Choice
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.panels.training_buttons import State
from ae_workbench.ui.saving import SaveTable
from tests.gui.main_window.acting import SHORT, press, runs, until
from tests.gui.windows import WAIT_MS, no_sample, open_window


def test_closing_while_training_asks_and_can_be_taken_back(qtbot, endless):
    press(qtbot, endless, "start_button")
    until(qtbot, endless, State.RUNNING)
    endless.close()
    question = endless.closing.question
    assert question is not None
    keep = question.defaultButton()
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert endless.isVisible()
    assert endless.trainer.is_training
    assert endless.closing.question is None


def test_closing_while_training_stops_and_leaves_no_thread(qtbot, endless):
    press(qtbot, endless, "start_button")
    until(qtbot, endless, State.RUNNING)
    endless.close()
    stop = next(button for button in endless.closing.question.buttons() if button is not endless.closing.question.defaultButton())
    with qtbot.waitSignal(endless.closed, timeout=WAIT_MS):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not endless.isVisible()
    assert [thread for thread in endless.findChildren(QThread) if thread.isRunning()] == []
    assert RunFolder.open(runs()[0]).facts.outcome == "stopped"


def test_closing_while_data_load_does_not_wait_for_them(qtbot):
    with open_window(qtbot) as window:
        with qtbot.waitSignal(window.loader.began, timeout=WAIT_MS):
            window.model.change(replace(SHORT, data=Choice("mnist")), "Data set")
        with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
            window.close()


def test_closing_waits_for_what_is_being_saved(qtbot, tmp_path):
    with open_window(qtbot) as window:
        go_on = threading.Event()
        window.codec.ask("something long", lambda: go_on.wait(5))
        path = tmp_path / "table.csv"
        window.centre.commands.saver.save(SaveTable(path, (["x"], [[1]])))
        with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
            window.close()
            assert window.closing.is_under_way and not path.exists()
            go_on.set()
        assert path.read_text().split() == ["x", "1"]


class Companion(QThread):
    """Hears of an interruption, and takes its time."""

    def run(self):
        while not self.isInterruptionRequested():
            self.msleep(1)
        self.msleep(100)


def test_a_companion_of_the_codec_is_waited_for_though_the_codec_never_ran(qtbot):
    from ae_workbench.ui.main_window import MainWindow

    window = MainWindow(load_engine=lambda: "", find_sample=no_sample)
    companion = Companion()
    assert window.codec.start_companion(companion)
    with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
        window.close()
    assert companion.isFinished()
    window.deleteLater()


def test_closing_before_the_first_paint_is_fine(qtbot):
    from ae_workbench.ui.main_window import MainWindow

    window = MainWindow(load_engine=lambda: "", find_sample=no_sample)
    with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
        window.close()
    window.deleteLater()
