"""A training that was cut off is offered at the next start, goes on, or is left."""

from ae_workbench.storage.interrupted import is_interrupted
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.aftermath import RUNS
from ae_workbench.ui.panels.training_buttons import State
from ae_workbench.ui.viewers.run_list.model import Row
from tests.faults.holder import held_elsewhere
from tests.gui.fakes import endless_session
from tests.gui.journal import Journal
from tests.gui.survival.acting import click, until_told
from tests.gui.windows import WAIT_MS, open_window


def test_a_training_that_was_cut_off_is_offered_and_goes_on_to_its_end(qtbot, cut_off):
    with open_window(qtbot) as window:
        design = window.model.recipe
        until_told(qtbot, window, "was cut off after epoch 2 of 5")
        click(qtbot, window.messages.offer_button)
        qtbot.waitUntil(lambda: "Finished after 5" in window.training.status.text(), timeout=WAIT_MS)
        assert window.messages.text() == ""
        assert window.workspace.run == cut_off
        assert window.model.recipe == design
    run = RunFolder.open(cut_off)
    assert [record.epoch for record in run.history()] == [1, 2, 3, 4, 5]
    assert run.facts.outcome == "finished"


def test_one_that_is_left_stays_in_the_list_and_is_not_offered_again(qtbot, cut_off):
    with open_window(qtbot) as window:
        until_told(qtbot, window, "was cut off")
        click(qtbot, window.messages.second_button)
        assert window.messages.text() == ""
        assert RunFolder.open(cut_off).facts.outcome == "interrupted"
    with open_window(qtbot) as again:
        answered = Journal(again.codec.answered)
        again.survival.begin()
        qtbot.waitUntil(lambda: any(asker == RUNS for asker, _ in answered.lines), timeout=WAIT_MS)
        assert again.messages.text() == ""
        page = again.runs_flow.viewer.list_page
        [summary] = again.runs_flow.viewer._list_job().own
        assert "Interrupted" in page.model.state_of(Row(summary))


def test_it_is_offered_again_after_other_messages_and_after_a_start_that_said_nothing(qtbot, cut_off):
    for _ in range(2):
        with open_window(qtbot) as window:
            until_told(qtbot, window, "was cut off")
            window.messages.say("Something else.")
            assert window.messages.text() == "Something else."
            click(qtbot, window.messages.close_button)
            assert "was cut off" in window.messages.text()


def test_a_training_under_way_is_neither_offered_nor_left(qtbot, cut_off):
    with held_elsewhere(cut_off), open_window(qtbot) as window:
        answered = Journal(window.codec.answered)
        window.survival.begin()
        qtbot.waitUntil(lambda: any(asker == RUNS for asker, _ in answered.lines), timeout=WAIT_MS)
        assert window.messages.text() == ""
    with open_window(qtbot, make_session=endless_session) as window:
        until_told(qtbot, window, "was cut off")
        window.survival.aftermath.leave(cut_off)
        click(qtbot, window.training.start_button)
        qtbot.waitUntil(lambda: window.training.state is State.RUNNING, timeout=WAIT_MS)
        window.survival.begin()
        window.codec.ask("last", lambda: None)
        qtbot.waitUntil(lambda: not window.codec._waiting, timeout=WAIT_MS)
        assert window.messages.text() == ""


def test_an_interrupted_run_is_one_to_the_command_line_too(cut_off):
    assert is_interrupted(cut_off)
