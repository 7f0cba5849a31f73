"""The article's page at work: run, paused, stopped, closed; and once with real models."""

import threading

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.steps import all_steps, chapter_step, steps_of
from ae_workbench.analysis.experiments import EXPERIMENTS
from ae_workbench.ui.modes.article.contents import state_line
from ae_workbench.ui.modes.article.runner import make_article
from tests.gui.article.fakes import (
    DIGITS,
    LEFT,
    SIMPLE,
    modes_with,
    run_and_wait,
    turn_to,
)
from tests.gui.windows import WAIT_MS, agree_to_close, open_window


def test_a_chapter_runs_all_that_stands_in_it_and_shows_what_came_of_it(qtbot, page, sessions):
    view = turn_to(qtbot, page, "deep")
    run_and_wait(qtbot, page, view.head.run_button)
    wish = sessions.made[0].wish
    assert [step.key for step in wish.steps] == [step.key for step in steps_of(CHAPTERS["deep"])]
    assert (wish.choice, wish.quick, wish.anew) == (DIGITS, True, False)
    card = view.experiments[0]
    assert card.head.chip.text == "Holds in part" and "Half of it is so." in card.verdict.sentences.text()
    assert card.findings.isVisibleTo(view) and len(card.findings.plots) == 2
    assert "today" in card.head.when.text()
    assert page.controls.status.text() == "Everything that was asked for is there."
    run_and_wait(qtbot, page, view.head.run_button)
    assert sessions.made[1].wish.anew


def test_an_experiment_is_run_alone(qtbot, page, sessions):
    view = turn_to(qtbot, page, "deep")
    run_and_wait(qtbot, page, view.experiments[0].head.run_button)
    assert [step.key for step in sessions.made[0].wish.steps] == ["experiments/depth"]
    assert "1 of 2 run" in view.head.chip.text


def test_run_all_goes_through_everything_and_a_step_that_fails_is_told(qtbot, page, sessions):
    sessions.broken = ("experiments/depth",)
    view = turn_to(qtbot, page, "deep")
    run_and_wait(qtbot, page, page.controls.run_button)
    assert [step.key for step in sessions.made[0].wish.steps] == [step.key for step in all_steps()]
    assert "these failed: Deeper, and convolutional" in page.controls.status.text()
    assert "There is nothing here." in view.experiments[0].verdict.sentences.text()
    assert view.experiments[0].head.chip.text == "Failed"
    page.controls.anew_action.trigger()
    qtbot.waitUntil(lambda: not page.is_busy, timeout=WAIT_MS)
    assert sessions.made[1].wish.anew


def test_while_it_runs_it_says_how_far_it_is_and_nothing_else_can_be_run(qtbot, page, sessions):
    sessions.gate = threading.Event()
    view = turn_to(qtbot, page, "simple")
    qtbot.mouseClick(view.head.run_button, LEFT)
    qtbot.waitUntil(lambda: "epoch 3 of 30" in page.controls.status.text(), timeout=WAIT_MS)
    assert "1 min 15 s left" in page.controls.status.text()
    assert page.is_busy and page.work() and page.results.running == SIMPLE
    assert state_line(page.results, CHAPTERS["simple"]) == view.head.chip.text == "Running…"
    assert not view.head.run_button.isEnabled() and not page.controls.data_box.isEnabled()
    other = turn_to(qtbot, page, "deep")
    assert not other.head.run_button.isEnabled() and not other.experiments[0].head.run_button.isEnabled()
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        sessions.gate.set()
    assert other.head.run_button.isEnabled() and page.controls.run_button.isVisible()


def test_it_is_paused_gone_on_with_and_stopped(qtbot, page, sessions):
    sessions.gate = threading.Event()
    qtbot.mouseClick(page.controls.run_button, LEFT)
    qtbot.waitUntil(lambda: page.results.running != "", timeout=WAIT_MS)
    qtbot.mouseClick(page.controls.pause_button, LEFT)
    assert page.controls.status.text() == "Paused" and sessions.made[0].control.paused
    qtbot.mouseClick(page.controls.pause_button, LEFT)
    assert not sessions.made[0].control.paused
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(page.controls.stop_button, LEFT)
    assert page.controls.status.text().startswith("Stopped.") and page.results.running == ""


def test_closing_asks_first_and_waits_for_the_session(qtbot, window, page, sessions):
    sessions.gate = threading.Event()
    qtbot.mouseClick(page.controls.run_button, LEFT)
    qtbot.waitUntil(lambda: page.results.running != "", timeout=WAIT_MS)
    window.close()
    assert "worked through" in window.closing.question.text()
    agree_to_close(qtbot, window)
    assert not page.is_busy


def test_a_chapter_is_trained_in_the_window(qtbot, monkeypatch):
    monkeypatch.setattr("ae_workbench.analysis.experiments.making.QUICK_DENSE_EPOCHS", 2)
    with open_window(qtbot, modes=modes_with(make_article)) as window:
        window.modes.show("article")
        page = window.modes.page
        view = turn_to(qtbot, page, "simple")
        page.run((chapter_step(CHAPTERS["simple"]),), False)
        with qtbot.waitSignal(page.idle, timeout=6 * WAIT_MS):
            pass
        assert page.controls.status.text() == "Everything that was asked for is there."
        assert len(page.results.runs_of(SIMPLE)) == 2
        figure = view.result.illustrations[0]
        view.ensureWidgetVisible(figure)
        qtbot.waitUntil(lambda: figure.plot.is_settled, timeout=WAIT_MS)
        assert figure.plot.image is not None and figure.plot.problem == ""
        assert set(EXPERIMENTS.keys)
