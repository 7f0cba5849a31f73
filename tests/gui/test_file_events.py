"""What the system asks the running program to open, as macOS does after a double click, comes into the window."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent

from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.application import Stage
from ae_workbench.ui.settings import Settings
from tests.gui.windows import WAIT_MS, close

pytestmark = pytest.mark.usefixtures("english_afterwards")


@pytest.fixture
def stage(qtbot, qapp, tmp_path):
    settings = Settings(tmp_path)
    settings.language = "en"
    settings.saw_hints = True
    stage = Stage(qapp, settings)
    yield stage
    stage.window.closed.disconnect(stage._follow_close)
    close(qtbot, stage.window)
    stage.window.deleteLater()
    stage.deleteLater()


def stands(qtbot, window):
    window.show()
    qtbot.waitUntil(lambda: window.workspace.dataset is not None, timeout=WAIT_MS)


def ask_for(qapp, path):
    assert QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(path)))


def test_a_file_is_opened_in_the_window_that_stands(qtbot, qapp, stage, trained_runs):
    stands(qtbot, stage.window)
    ask_for(qapp, trained_runs["simple"])
    assert stage.window.workspace.run == trained_runs["simple"]


def test_a_window_in_the_dock_comes_back_with_the_file(qtbot, qapp, stage, trained_runs):
    stands(qtbot, stage.window)
    stage.window.showMinimized()
    ask_for(qapp, trained_runs["simple"])
    assert not stage.window.isMinimized()


def test_files_that_come_before_the_window_stands_are_opened_then(qtbot, qapp, stage, trained_runs, tmp_path):
    stage.window.model.save(tmp_path / "mine.json")
    for path in (trained_runs["simple"], tmp_path / "mine.json"):
        ask_for(qapp, path)
    assert stage.window.workspace.run is None
    stands(qtbot, stage.window)
    assert stage.window.workspace.run == trained_runs["simple"]
    assert stage.window.model.path == tmp_path / "mine.json"


def test_a_file_that_comes_while_the_window_is_made_anew_is_opened_in_the_next_one(qtbot, qapp, stage, trained_runs):
    old = stage.window
    stands(qtbot, old)
    old.workspace.set_run(RunFolder.open(trained_runs["deep"]))
    old.closing.began.connect(lambda: ask_for(qapp, trained_runs["simple"]))
    old.actions_.language("zh_CN").trigger()
    qtbot.waitUntil(lambda: stage.window is not old and stage.window.beginning.has_begun, timeout=WAIT_MS)
    assert stage.window.workspace.run == trained_runs["simple"]
    qtbot.waitUntil(lambda: stage.window.workspace.dataset is not None, timeout=WAIT_MS)
