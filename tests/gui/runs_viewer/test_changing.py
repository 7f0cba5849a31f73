"""Runs renamed, deleted and brought back, and those that stay."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from ae_workbench.storage.trash import TRASH
from ae_workbench.ui.keys import DELETE_KEYS
from tests.gui.runs_on_disk import copy_run
from tests.gui.runs_viewer.listing import key, listed, open_list
from tests.gui.windows import WAIT_MS


def test_a_run_is_renamed_in_place_and_the_name_can_be_taken_back(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.list_page.view.select([three[2]])
    key(qtbot, viewer, Qt.Key.Key_F2)
    editor = viewer.findChild(QLineEdit, "run_name_edit")
    assert editor.text() == "First try"
    editor.clear()
    qtbot.keyClicks(editor, "Second thoughts")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    listed(qtbot, viewer, ["Second thoughts", "Few units", "Ocean"])
    assert RunFolder.open(three[2]).recipe.name == "Second thoughts"
    assert [run.name for run in viewer.list_page.view.selected] == ["Second thoughts"]
    viewer.list_page.files.undo_stack.undo()
    listed(qtbot, viewer, ["First try", "Few units", "Ocean"])


def test_the_field_stays_open_while_the_list_changes(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.list_page.view.select([three[2]])
    key(qtbot, viewer, Qt.Key.Key_F2)
    editor = viewer.findChild(QLineEdit, "run_name_edit")
    qtbot.keyClicks(editor, "A")
    copy_run(three[0], "d", "Newcomer", "2026-04-01T10:00:00+00:00")
    viewer._list_now()
    qtbot.waitUntil(lambda: not viewer._soon.isActive(), timeout=WAIT_MS)
    assert editor.isVisible() and editor.text() == "A"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    listed(qtbot, viewer, ["Newcomer", "First try", "Few units", "Ocean"])


@pytest.mark.parametrize("delete", DELETE_KEYS)
def test_deleted_runs_wait_in_the_trash_and_come_back_whole(qtbot, viewer, three, delete):
    open_list(qtbot, viewer)
    viewer.list_page.view.select(three[:2])
    with qtbot.waitSignal(viewer.list_page.files.deleted) as told:
        key(qtbot, viewer, delete)
    assert "2 runs" in told.args[0]
    listed(qtbot, viewer, ["First try"])
    assert not three[0].exists() and (runs_home() / TRASH / "a").is_dir()
    viewer.list_page.files.undo_stack.undo()
    listed(qtbot, viewer, ["First try", "Few units", "Ocean"])
    assert RunFolder.open(three[0]).epochs()
    viewer.list_page.files.undo_stack.redo()
    listed(qtbot, viewer, ["First try"])


def test_a_deleted_run_is_neither_shown_nor_compared(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.workspace.set_run(RunFolder.open(three[0]))
    viewer.workspace.compare(tuple(three))
    viewer.list_page.view.select(three[:1])
    viewer.list_page.delete_selected()
    assert viewer.workspace.run is None
    assert viewer.workspace.compared == tuple(three[1:])


def test_samples_and_a_run_in_training_stay(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.set_training(three[0])
    viewer.list_page.view.select([three[0], samples_home() / "simple"])
    viewer.list_page.delete_selected()
    assert three[0].is_dir() and (samples_home() / "simple").is_dir()
    assert viewer.list_page.files.undo_stack.count() == 0
    assert "can't be deleted" in viewer.said[-1]
    assert not viewer.list_page.actions_["rename"].isEnabled()
    sample = next(row for row, each in enumerate(viewer.list_page.model.rows) if each.is_sample and each.run)
    assert not viewer.list_page.model.flags(viewer.list_page.model.index(sample, 0)) & Qt.ItemFlag.ItemIsEditable


def test_a_run_in_training_isn_t_deleted_by_redoing_either(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.list_page.view.select(three[:1])
    key(qtbot, viewer, Qt.Key.Key_Delete)
    viewer.list_page.files.undo_stack.undo()
    listed(qtbot, viewer, ["First try", "Few units", "Ocean"])
    viewer.set_training(three[0])
    viewer.list_page.files.undo_stack.redo()
    assert three[0].is_dir() and "stop it first" in viewer.said[-1]
    viewer.list_page.view.select(three[:1])
    key(qtbot, viewer, Qt.Key.Key_Delete)
    assert three[0].is_dir()
    viewer.set_training(None)
    key(qtbot, viewer, Qt.Key.Key_Delete)
    listed(qtbot, viewer, ["First try", "Few units"])


def test_a_run_that_cannot_be_moved_is_told_of(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.list_page.view.select(three[:1])
    (runs_home() / TRASH).write_text("in the way")
    viewer.list_page.delete_selected()
    assert "can't be deleted" in viewer.said[-1]
    assert three[0].is_dir() and viewer.list_page.files.undo_stack.count() == 0


def test_what_earlier_sessions_deleted_goes_when_the_list_is_first_read(qtbot, viewer, three, monkeypatch):
    sent = []
    monkeypatch.setattr("ae_workbench.storage.trash.empty", lambda home: sent.append(home))
    open_list(qtbot, viewer)
    viewer._list_now()
    with qtbot.waitSignal(viewer.settled, timeout=WAIT_MS):
        pass
    assert sent == [runs_home()]
