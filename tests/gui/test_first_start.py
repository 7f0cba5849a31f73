"""The window's first start, and what the list of runs asks of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from ae_workbench.core.recipe import Choice
from ae_workbench.engine.session import Session
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import first_sample, samples_home
from ae_workbench.ui.settings import Settings
from ae_workbench.variants.recipes import find_recipe
from tests.gui.runs_on_disk import copy_run
from tests.gui.windows import WAIT_MS, open_window

SAMPLE = samples_home() / "variational"


def files():
    return {path: path.stat().st_mtime_ns for path in samples_home().rglob("*")}


@pytest.fixture
def window(qtbot):
    copy_run(samples_home() / "simple", "mine", "Mine")
    with open_window(qtbot, viewers=True) as window:
        window.activateWindow()
        window.centre.tabs.setCurrentWidget(window.centre.viewers["runs"])
        viewer = window.centre.viewers["runs"]
        qtbot.waitUntil(lambda: viewer.list_page.model.own_count == 1, timeout=WAIT_MS)
        yield window


def runs_viewer(window):
    return window.centre.viewers["runs"]


def delete_mine(qtbot, window):
    viewer = runs_viewer(window)
    viewer.list_page.view.select([runs_home() / "mine"])
    viewer.list_page.view.setFocus()
    qtbot.keyClick(viewer.list_page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: viewer.list_page.model.own_count == 0, timeout=WAIT_MS)


def test_with_nothing_on_disk_the_first_sample_is_shown_on_its_plane(qtbot):
    before = files()
    with open_window(qtbot, find_sample=first_sample) as window:
        assert window.workspace.run == SAMPLE
        assert window.workspace.newest_epoch == 80
        assert window.model.recipe.variant == "variational" and window.model.is_clean and not window.model.undo_stack.canUndo()
        assert window.centre.tabs.currentWidget() is window.centre.viewers["latent_plane"]
        assert window.training.more_button.isEnabled()
        assert window.settings.recent == []
    assert files() == before
    assert not runs_home().exists()


def test_every_viewer_shows_something_at_the_first_start(qtbot):
    with open_window(qtbot, viewers=True, find_sample=first_sample, load=lambda choice, progress: load_digits()) as window:
        for key, viewer in window.centre.viewers.items():
            window.centre.tabs.setCurrentWidget(viewer)
            qtbot.waitUntil(lambda viewer=viewer: viewer.is_settled, timeout=60_000)
            if key == "sequences":  # images of a variational run are no sequences: it says what to train
                assert not viewer.shows_content and viewer.empty.isVisible()
            else:
                qtbot.waitUntil(lambda viewer=viewer: viewer.shows_content, timeout=60_000)


def load_digits():
    from ae_workbench.data.loading import load

    return load(Choice("digits"))


def test_with_a_run_on_disk_nothing_is_opened(qtbot):
    copy_run(samples_home() / "simple", "mine")
    with open_window(qtbot, find_sample=first_sample) as window:
        assert window.workspace.run is None
        assert window.model.recipe.variant == "simple"


def test_a_design_from_the_last_time_stays_in_the_designer(qtbot, tmp_path):
    settings = Settings(tmp_path)
    settings.recipe = find_recipe("deep")
    with open_window(qtbot, settings=settings, find_sample=first_sample) as window:
        assert window.workspace.run == SAMPLE
        assert window.model.recipe == find_recipe("deep")


def test_what_was_asked_for_comes_before_the_sample(qtbot, trained_runs):
    from tests.gui import windows

    made = windows.MainWindow

    def opening(**rest):
        window = made(**rest)
        window.open_at_start(trained_runs["simple"])
        return window

    windows.MainWindow = opening
    try:
        with open_window(qtbot, find_sample=first_sample) as window:
            assert window.workspace.run == trained_runs["simple"]
    finally:
        windows.MainWindow = made


def test_a_sample_goes_on_as_a_copy_of_one_s_own(qtbot):
    before = files()
    with open_window(qtbot, find_sample=first_sample, load=lambda choice, progress: load_digits(), make_session=Session) as window:
        window.training.more_box.setValue(1)
        with qtbot.waitSignal(window.trainer.idle, timeout=120_000):
            window.training.more_button.click()
        [path] = runs_home().iterdir()
        assert window.workspace.run == path
        run = RunFolder.open(path)
        assert run.last_full_epoch == 81 and run.facts.outcome == "finished"
        assert run.recipe == RunFolder.open(SAMPLE).recipe
    assert files() == before


def test_a_deletion_is_undone_from_the_message(qtbot, window):
    window.documents.open_path(runs_home() / "mine")
    delete_mine(qtbot, window)
    assert window.workspace.run is None
    assert "Mine" in window.messages.text()
    qtbot.mouseClick(window.messages.offer_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: runs_viewer(window).list_page.model.own_count == 1, timeout=WAIT_MS)
    assert window.workspace.run == runs_home() / "mine"
    assert window.messages.text() == ""


def test_undo_belongs_to_the_list_while_it_has_the_focus(qtbot, window):
    window.model.change(find_recipe("deep"), "Deeper")
    delete_mine(qtbot, window)
    undo = window.actions_["undo"]
    assert undo.shortcut() == QKeySequence(QKeySequence.StandardKey.Undo)
    assert "Mine" in undo.text()
    undo.trigger()
    qtbot.waitUntil(lambda: runs_viewer(window).list_page.model.own_count == 1, timeout=WAIT_MS)
    assert window.model.recipe == find_recipe("deep")
    window.training.start_button.setFocus()
    assert "Deeper" in undo.text()
    undo.trigger()
    assert window.model.recipe.variant == "simple"


def test_a_deletion_leaves_the_recipe_unchanged(qtbot, window):
    delete_mine(qtbot, window)
    assert window.model.is_clean and not window.isWindowModified()


def test_a_double_click_shows_the_run_in_the_window(qtbot, window):
    viewer = runs_viewer(window)
    viewer.list_page.view.select([runs_home() / "mine"])
    viewer.list_page.actions_["open"].trigger()
    assert window.workspace.run == runs_home() / "mine"
    qtbot.waitUntil(lambda: viewer.list_page.model.shown == runs_home() / "mine", timeout=WAIT_MS)
    assert "Shown" in viewer.tr("Shown") and window.settings.recent == [runs_home() / "mine"]


def test_going_on_from_the_list_trains_that_run(qtbot, window):
    viewer = runs_viewer(window)
    viewer.list_page.view.select([runs_home() / "mine"])
    with qtbot.waitSignal(window.trainer.idle, timeout=WAIT_MS):
        viewer.list_page.actions_["more"].trigger()
        window.trainer.stop()
    assert window.trainer.run.path == runs_home() / "mine"


def test_whether_samples_are_shown_is_remembered(qtbot, tmp_path):
    with open_window(qtbot, settings=Settings(tmp_path)) as window:
        runs_viewer(window).list_page.samples_button.click()
    with open_window(qtbot, settings=Settings(tmp_path)) as window:
        assert not runs_viewer(window).list_page.model.shows_samples
