"""A sweep is run, paused, stopped, gone on with and closed. Its crew is a fake, but for one test."""

import shutil

from ae_workbench.core.varying import parse_varied
from ae_workbench.storage.run_folder import RunFolder
from tests.gui.letters import given_twice, letters_seen
from tests.gui.sweep.sweeps import LEFT, run_it, shown
from tests.gui.windows import WAIT_MS, agree_to_close, open_window


def test_a_sweep_of_the_designed_recipe_fills_table_and_plots_and_opens_its_best_trial(qtbot, window, page, crew):
    assert page.setup.axes[0].name == "code_size" and page.setup.count_label.text().startswith("5 trials")
    assert page.pages.currentWidget() is page.empty
    run_it(qtbot, page)
    assert page.pages.currentWidget() is page.results and [row[1] for row in shown(page)] == ["Complete"] * 5
    assert crew.most == 2 and "5 of 5" in page.results.head.status.text()
    assert len(page.results.rate_view._numbers) == 5 and page.results.parallel.passing == {0, 1, 2, 3, 4}
    qtbot.waitUntil(lambda: page.sweeps.count == 1, timeout=WAIT_MS)
    page.results.head.best_button.click()
    assert window.modes.key == "workbench"
    assert window.workspace.run == page.folder.run_path(4) and window.model.recipe.parameters.code_size == 32


def test_no_letter_is_given_twice_beside_a_sweep(qtbot, window, page, crew):
    crew.is_open.clear()
    qtbot.mouseClick(page.setup.start_button, LEFT)
    qtbot.waitUntil(lambda: [row[1] for row in shown(page)] == ["Running"] * 2, timeout=WAIT_MS)
    for index in range(page.tabs.count()):
        page.tabs.setCurrentIndex(index)
        assert given_twice(letters_seen(window)) == []
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(page.results.head.stop_button, LEFT)
        crew.is_open.set()
    assert page.results.head.go_on_button.isVisible() and given_twice(letters_seen(window)) == []


def test_pause_stop_and_go_on(qtbot, page, crew):
    head = page.results.head
    crew.is_open.clear()
    qtbot.mouseClick(page.setup.start_button, LEFT)
    qtbot.waitUntil(lambda: [row[1] for row in shown(page)] == ["Running"] * 2, timeout=WAIT_MS)
    assert not page.setup.start_button.isEnabled() and "running" in page.setup.count_label.text()
    qtbot.mouseClick(head.pause_button, LEFT)
    qtbot.waitUntil(lambda: head.status.text() == "Paused", timeout=WAIT_MS)
    qtbot.mouseClick(head.pause_button, LEFT)
    qtbot.waitUntil(lambda: crew.said[-1:] == ["resume"], timeout=WAIT_MS)
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(head.stop_button, LEFT)
        crew.is_open.set()
    assert [row[1] for row in shown(page)] == ["Interrupted"] * 2 and head.go_on_button.isVisible()
    crew.stopped.clear()
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(head.go_on_button, LEFT)
    assert [row[1] for row in shown(page)] == ["Complete"] * 5 and head.go_on_button.isHidden()


def test_a_run_of_another_recipe_is_told_and_the_trial_gets_another_number(qtbot, page):
    run_it(qtbot, page)
    for number in (0, 1):  # the journal is older than the runs, and they are in another order
        shutil.move(page.folder.run_path(number), page.folder.run_path(number + 10))
    shutil.move(page.folder.run_path(11), page.folder.run_path(0))
    page.folder.journal.unlink()
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        page.go_on()
    assert "another recipe" in page.messages.text() and "another number" in page.messages.text()
    assert {row[2] for row in shown(page)} == {"2", "4", "8", "16", "32"} and not page.shown.trials.keys() & {0, 2, 3, 4}


def test_a_trial_without_its_run_can_be_trained_again_and_stands_in_the_table_once(qtbot, page):
    run_it(qtbot, page)
    shutil.rmtree(page.folder.run_path(3))
    page.open_sweep(page.folder.path)
    qtbot.waitUntil(lambda: [row[1] for row in shown(page)].count("Interrupted") == 1, timeout=WAIT_MS)
    assert page.results.head.go_on_button.isVisible() and "4 of 5" in page.results.head.status.text()
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        page.results.head.go_on_button.click()
    assert [(row[0], row[1]) for row in shown(page)] == [(str(number), "Complete") for number in (0, 1, 2, 4, 5)]


def test_what_failed_is_told_and_tried_again_but_not_what_diverged(qtbot, page, crew):
    head = page.results.head
    crew.ends = {1: ("failed", "Too much memory."), 2: ("diverged", "The loss is no number.")}
    run_it(qtbot, page)
    for _ in range(2):  # at the end, and when it is opened later
        assert "2 failed" in head.status.text() and head.status.tone == "warning" and head.go_on_button.isVisible()
        qtbot.waitUntil(lambda: page.sweeps.count == 1 and "4 of 5" in page.sweeps.list.item(0).text(), timeout=WAIT_MS)
        with qtbot.waitSignal(page.reader.opened, timeout=WAIT_MS):
            page.open_sweep(page.folder.path)
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        head.go_on_button.click()
    assert "5 of 5 trials have ended; 1 failed" in head.status.text() and head.go_on_button.isHidden()
    assert sorted(row[1] for row in shown(page)) == ["Complete"] * 4 + ["Failed"]


def test_what_is_said_of_the_best_is_not_of_another_sweep(qtbot, page, crew):
    run_it(qtbot, page)
    button = page.results.head.best_button
    assert "trial 4" in button.toolTip()
    crew.is_open.clear()
    qtbot.mouseClick(page.setup.start_button, LEFT)
    qtbot.waitUntil(lambda: [row[1] for row in shown(page)] == ["Running"] * 2, timeout=WAIT_MS)
    assert not button.isEnabled() and "trial 4" not in button.toolTip()
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        crew.is_open.set()


def test_closing_asks_and_waits_for_the_sweep(qtbot, window, page, crew):
    crew.is_open.clear()
    qtbot.mouseClick(page.setup.start_button, LEFT)
    qtbot.waitUntil(lambda: len(shown(page)) == 2, timeout=WAIT_MS)
    window.close()
    assert "A sweep is running." in window.closing.question.text()
    crew.is_open.set()
    agree_to_close(qtbot, window)
    assert not page.is_busy


def test_a_real_trial_in_a_worker_process(qtbot):
    with open_window(qtbot) as window:
        window.designer.sweep_button.click()
        page = window.modes.page
        page.setup.axes[0].choose(parse_varied(window.model.recipe, "code_size=4"))
        page.setup.epochs_box.setValue(1)
        with qtbot.waitSignal(page.idle, timeout=240_000):
            page.setup.start_button.click()
        [row] = shown(page)
        assert row[1] == "Complete" and RunFolder.open(page.folder.run_path(0)).epochs() == [0, 1]
