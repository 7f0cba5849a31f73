"""Cleaners trained on the page itself."""

from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.modes.documents import asking
from ae_workbench.ui.modes.documents.training import long_enough
from ae_workbench.variants.recipes import presets
from tests.gui.documents.cleaning import WAIT_MS, saved_page
from tests.gui.documents.fakes import modes
from tests.gui.windows import agree_to_close, open_window


def test_a_cleaner_is_trained_and_seen_at_work_after_every_epoch(qtbot, page, small_presets):
    seen = []
    page.desk.seen_changed.connect(lambda: seen.append(page.desk.seen and (page.desk.seen.run, page.desk.seen.epoch)))
    page.side.train_made_action.trigger()
    assert page.training.is_running and page.side.stop_button.isVisible() and not page.side.train_button.isVisible()
    with qtbot.waitSignal(page.training.ended, timeout=WAIT_MS):
        pass
    [run] = list(runs_home().iterdir())
    qtbot.waitUntil(lambda: (run, 2) in seen, timeout=WAIT_MS)
    assert page.side.run == run and page.side.train_button.isVisible()
    assert RunFolder.open(run).recipe.data.key == "pages" and "among your runs" in page.messages.text()
    assert not page.is_busy or page.desk.thread_.isRunning()


def test_training_on_a_folder_of_ones_own(qtbot, page, small_presets, tmp_path, monkeypatch):
    for seed in range(3):
        saved_page(tmp_path, seed)
    monkeypatch.setattr(asking, "folder_of_pairs", lambda parent: tmp_path)
    with qtbot.waitSignal(page.training.ended, timeout=WAIT_MS):
        page.side.train_own_action.trigger()
    [run] = list(runs_home().iterdir())
    assert RunFolder.open(run).recipe.data.parameters["path"] == str(tmp_path)


def test_few_examples_are_gone_through_more_often():
    sound = presets()["sound"].recipe
    assert long_enough(sound, 76).training.epochs == 32 and long_enough(sound, 76).training.batch_size == 4
    assert long_enough(sound, 5000) == sound


def test_a_folder_that_will_not_do_is_said(qtbot, page, small_presets, tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "folder_of_pairs", lambda parent: tmp_path)
    with qtbot.waitSignal(page.training.ended, timeout=WAIT_MS):
        page.side.train_own_action.trigger()
    assert "no pages" in page.messages.text() and page.side.train_button.isVisible()
    assert not runs_home().exists()


def test_closing_asks_about_the_training_and_waits_for_it(qtbot, small_presets):
    with open_window(qtbot, modes=modes("endless_page")) as window:
        window.modes.show("documents")
        page = window.modes.page
        page.side.train_made_action.trigger()
        qtbot.waitUntil(lambda: page.side.progress.value() > 0 or "Epoch" in page.side.progress_label.text(), timeout=WAIT_MS)
        window.close()
        assert "A cleaner is being trained" in window.closing.question.text()
        agree_to_close(qtbot, window)
        assert not page.is_busy


def test_while_the_workbench_trains_the_page_does_not(qtbot, window, page, monkeypatch):
    monkeypatch.setattr(type(window.trainer), "is_busy", property(lambda trainer: True))
    page.side.train_made_action.trigger()
    assert not page.training.is_running and "in the workbench" in page.messages.text()
    monkeypatch.undo()
