"""Shared runs in the window: opened by menu, drop and argument, written by menu and from the list of runs."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog

from ae_workbench.storage.archive import pack
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from ae_workbench.ui.main_window import MainWindow
from tests.gui.dropping import drop
from tests.gui.runs_on_disk import copy_run
from tests.gui.windows import WAIT_MS, agree_to_close, open_window

SAMPLE = samples_home() / "denoising"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return pack(RunFolder.open(SAMPLE), tmp_path / "shared.aew").path


@pytest.fixture
def window(qtbot):
    with open_window(qtbot) as window:
        yield window


def finished(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.archives.is_busy, timeout=WAIT_MS)


def own_runs() -> list[Path]:
    return [path for path in runs_home().iterdir() if not path.name.startswith(".")] if runs_home().is_dir() else []


def test_a_dropped_archive_becomes_a_run_of_ones_own_and_is_shown(qtbot, window, archive):
    drop(window, archive)
    finished(qtbot, window)
    [path] = own_runs()
    assert window.workspace.run == path
    assert window.workspace.newest_epoch == 20
    assert window.model.recipe.variant == "denoising"
    assert window.settings.recent == [archive]
    assert "among your runs" in window.status.currentMessage()


def test_the_same_file_again_shows_the_same_run(qtbot, window, archive, tmp_path):
    drop(window, archive)
    finished(qtbot, window)
    first = window.workspace.run
    window.workspace.set_run(None)
    drop(window, Path(shutil.copy(archive, tmp_path / "again.aew")))
    finished(qtbot, window)
    assert window.workspace.run == first
    assert own_runs() == [first]


def test_an_archive_is_opened_by_the_menu_and_from_the_recent_files(qtbot, window, archive, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(archive), args[3]) if ".aew" in args[3] else ("", ""))
    window.actions_["open_recipe"].trigger()
    finished(qtbot, window)
    shown = window.workspace.run
    assert shown is not None
    window.workspace.set_run(None)
    window.documents.fill_recent()
    [recent] = [action for action in window.documents.recent_menu.actions() if action.text() == archive.name]
    recent.trigger()
    finished(qtbot, window)
    assert window.workspace.run == shown


def test_an_archive_given_at_the_start_is_shown(qtbot, archive):
    with open_window(qtbot) as window:
        window.open_at_start(archive)
        window.beginning.begin()
        finished(qtbot, window)
        assert window.workspace.run in own_runs()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"letter"])
def test_what_is_no_archive_is_refused_in_a_sentence(qtbot, window, tmp_path, content):
    broken = tmp_path / "broken.aew"
    broken.write_bytes(content)
    drop(window, broken)
    qtbot.waitUntil(lambda: "damaged or no archive" in window.messages.text(), timeout=WAIT_MS)
    assert window.workspace.run is None
    assert own_runs() == []
    assert window.settings.recent == []


def test_an_archive_that_is_gone_is_refused_in_a_sentence(qtbot, window, tmp_path):
    window.documents.open_path(tmp_path / "gone.aew")
    qtbot.waitUntil(lambda: "There is no file" in window.messages.text(), timeout=WAIT_MS)


def test_several_archives_come_in_one_after_another(qtbot, window, archive, tmp_path):
    other = pack(RunFolder.open(SAMPLE), tmp_path / "other.aew", [20]).path
    with qtbot.waitSignal(window.archives.idle, timeout=WAIT_MS):
        drop(window, archive, other)
    assert len(own_runs()) == 2


def test_what_was_left_out_beside_an_archive_is_still_said_once_that_is_open(qtbot, window, archive, tmp_path):
    for name in ("a.json", "b.json"):
        window.documents.save_to(tmp_path / name)
    with qtbot.waitSignal(window.archives.idle, timeout=WAIT_MS):
        drop(window, tmp_path / "a.json", tmp_path / "b.json", archive)
    assert window.workspace.run in own_runs()
    assert window.messages.text().endswith("Left out: b.json")


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))


def share(window: MainWindow, words: str) -> None:
    """What a person does in the dialog."""
    dialog = window.archives.dialog
    assert dialog is not None and dialog.isVisible()
    box = dialog.findChild(QComboBox, "share_epochs_box")
    box.setCurrentIndex(box.findData(words))
    dialog.accept()


def epochs_in(path: Path) -> list[int]:
    with zipfile.ZipFile(path) as opened:
        return json.loads(opened.read("manifest.json"))["epochs"]


@pytest.mark.parametrize(("words", "epochs"), [("selection", [0, 1, 2, 5, 10, 19, 20]), ("last", [20]), ("best", [19]), ("5", [5])])
def test_the_shown_run_is_shared_with_the_chosen_epochs(qtbot, window, tmp_path, monkeypatch, words, epochs):
    stored = RunFolder.open(SAMPLE).epochs()
    assert not window.actions_["share_run"].isEnabled()
    window.documents.open_path(SAMPLE)
    window.workspace.set_epoch(5)
    choose(monkeypatch, tmp_path / "mine")
    window.actions_["share_run"].trigger()
    share(window, words)
    finished(qtbot, window)
    written = epochs_in(tmp_path / "mine.aew")
    assert set(written) <= set(stored)
    assert written == epochs if words in ("last", "5") else len(written) == len(set(written))
    assert "Shared as mine.aew" in window.messages.text()
    assert window.settings.export_folder == tmp_path


def test_what_is_shared_opens_in_another_window(qtbot, window, tmp_path, monkeypatch, home):
    window.documents.open_path(SAMPLE)
    choose(monkeypatch, tmp_path / "mine.aew")
    window.actions_["share_run"].trigger()
    share(window, "all")
    finished(qtbot, window)
    monkeypatch.setenv("AE_WORKBENCH_HOME", str(home / "elsewhere"))
    drop(window, tmp_path / "mine.aew")
    finished(qtbot, window)
    mine, theirs = RunFolder.open(window.workspace.run), RunFolder.open(SAMPLE)
    assert (mine.history(), mine.epochs()) == (theirs.history(), theirs.epochs())


def test_a_run_is_shared_from_the_list_of_runs(qtbot, tmp_path, monkeypatch):
    run = copy_run(SAMPLE, "mine", "Mine")
    with open_window(qtbot, viewers=True) as window:
        viewer = window.runs_flow.viewer
        window.centre.tabs.setCurrentWidget(viewer)
        page = viewer.list_page
        qtbot.waitUntil(lambda: page.model.own_count == 1, timeout=WAIT_MS)
        row = next(at for at, row in enumerate(page.model.rows) if row.run is not None and row.run.path == run)
        page.view.setCurrentIndex(page.model.index(row, 0))
        choose(monkeypatch, tmp_path / "mine.aew")
        assert page.actions_["share"] in viewer.menu_actions()
        page.actions_["share"].trigger()
        share(window, "last")
        finished(qtbot, window)
        assert epochs_in(tmp_path / "mine.aew") == [20]


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(qtbot, window, tmp_path, monkeypatch):
    window.documents.open_path(SAMPLE)
    choose(monkeypatch, tmp_path / "none" / "mine.aew")
    window.actions_["share_run"].trigger()
    share(window, "last")
    qtbot.waitUntil(lambda: "can't be written" in window.messages.text(), timeout=WAIT_MS)
    assert list(tmp_path.iterdir()) == []


def test_closing_while_a_run_is_written_asks_and_then_ends_it(qtbot, tmp_path, monkeypatch):
    with open_window(qtbot) as window:
        window.documents.open_path(SAMPLE)
        choose(monkeypatch, tmp_path / "mine.aew")
        window.actions_["share_run"].trigger()
        share(window, "all")
        thread = window.archives.thread_
        window.close()
        assert "A run is being written" in window.closing.question.text()
        agree_to_close(qtbot, window)
    assert thread.isFinished()
    assert [path.suffix for path in tmp_path.iterdir()] in ([], [".aew"])


def test_the_dialog_says_what_travels_and_how_large_it_is(qtbot, window):
    window.documents.open_path(SAMPLE)
    window.workspace.set_epoch(5)
    window.actions_["share_run"].trigger()
    dialog = window.archives.dialog
    sizes = []
    for index in range(dialog.epochs_box.count()):
        dialog.epochs_box.setCurrentIndex(index)
        sizes.append(dialog.size_label.text())
    assert all("MB" in size for size in sizes)
    assert len(set(sizes)) > 1
    for control in (dialog.epochs_box, *dialog.buttons.buttons()):
        assert control.objectName() or control.text()
        assert control.accessibleName() or control.text()
    dialog.reject()
    assert not window.archives.is_busy


def test_a_dialog_that_was_dismissed_is_not_in_the_way_when_the_window_closes(qtbot):
    with open_window(qtbot) as window:
        window.documents.open_path(SAMPLE)
        window.actions_["share_run"].trigger()
        dialog = window.archives.dialog
        with qtbot.waitSignal(dialog.destroyed):
            dialog.close()
    assert window.archives.dialog is None
