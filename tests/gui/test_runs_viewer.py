"""The list of runs as a person uses it: find, sort, open, rename, delete and bring back."""

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem

from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import is_sample, samples_home
from ae_workbench.storage.trash import TRASH
from ae_workbench.ui.viewers.run_list.columns import KEYS
from ae_workbench.ui.viewers.runs import RunsViewer
from ae_workbench.ui.workspace import Workspace
from tests.gui.runs_on_disk import copy_run, many_runs

WAIT_MS = 20_000
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


@pytest.fixture
def viewer(qtbot, codec):
    workspace = Workspace()
    viewer = RunsViewer(workspace, codec)
    viewer.resize(1000, 600)
    qtbot.addWidget(viewer)
    viewer.said = []
    viewer.refused.connect(viewer.said.append)
    yield viewer
    viewer.hide()
    workspace.deleteLater()


@pytest.fixture
def three(digits):
    """Own runs of three variants, the simple one the newest."""
    home = samples_home()
    return [
        copy_run(home / "deep", "a", "Ocean", "2026-03-01T10:00:00+00:00"),
        copy_run(home / "sparse", "b", "Few units", "2026-03-02T10:00:00+00:00"),
        copy_run(home / "simple", "c", "First try", "2026-03-03T10:00:00+00:00"),
    ]


def open_list(qtbot, viewer):
    with qtbot.waitSignal(viewer.settled, timeout=WAIT_MS):
        viewer.show()
    viewer.list_page.view.setFocus()


def names(viewer, own=True):
    return [row.run.name for row in viewer.list_page.model.rows if row.run is not None and row.is_sample != own]


def key(qtbot, viewer, which, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(viewer.list_page.view, which, modifier)


def listed(qtbot, viewer, wanted):
    qtbot.waitUntil(lambda: names(viewer) == wanted, timeout=WAIT_MS)


def test_without_runs_of_one_s_own_the_samples_are_there(qtbot, viewer):
    open_list(qtbot, viewer)
    assert names(viewer) == []
    assert names(viewer, own=False)[0] == "Simple" and len(names(viewer, own=False)) == 9
    assert viewer.list_page.model.rows[0].is_heading
    assert viewer.list_page.view.columnSpan(0, 0) == len(KEYS)


def test_hidden_samples_leave_a_sentence_that_says_what_to_do(qtbot, viewer):
    open_list(qtbot, viewer)
    with qtbot.waitSignal(viewer.list_page.samples_shown_changed):
        viewer.list_page.samples_button.click()
    assert viewer.list_page.model.rows == []
    view = viewer.list_page.view
    assert "Start" in view.hint and view.isVisible()
    with_hint = ink(view)
    view.set_hint("")
    assert with_hint > ink(view) + 200


def test_a_search_that_finds_nothing_says_so(qtbot, viewer, three):
    open_list(qtbot, viewer)
    qtbot.keyClicks(viewer.list_page.search_edit, "nowhere")
    assert viewer.list_page.model.rows == []
    assert "these words" in viewer.list_page.view.hint
    viewer.list_page.search_edit.clear()
    assert len(names(viewer)) == 3


def test_the_newest_come_first_and_every_column_sorts(qtbot, viewer, three):
    open_list(qtbot, viewer)
    assert names(viewer) == ["First try", "Few units", "Ocean"]
    for column in range(len(KEYS)):
        viewer.list_page.view.sortByColumn(column, UP)
        rising = names(viewer)
        viewer.list_page.view.sortByColumn(column, DOWN)
        assert sorted(names(viewer)) == sorted(rising)
    viewer.list_page.view.sortByColumn(KEYS.index("validation"), UP)
    errors = [run.metrics["val_reconstruction"] for run in viewer.list_page.model.found[:3]]
    assert errors == sorted(errors)
    viewer.list_page.view.sortByColumn(KEYS.index("name"), UP)
    assert names(viewer) == ["Few units", "First try", "Ocean"]


def test_a_run_without_a_value_comes_last_either_way(qtbot, viewer, three):
    (three[1] / "history.jsonl").unlink()
    open_list(qtbot, viewer)
    for order in (UP, DOWN):
        viewer.list_page.view.sortByColumn(KEYS.index("validation"), order)
        assert names(viewer)[-1] == "Few units"


def test_search_takes_words_of_name_variant_and_data(qtbot, viewer, three):
    open_list(qtbot, viewer)
    qtbot.keyClicks(viewer.list_page.search_edit, "digits spar")
    assert names(viewer) == ["Few units"]
    assert "1 of 3" in viewer.list_page.count_label.text()
    viewer.list_page.search_edit.clear()
    assert len(names(viewer)) == 3


def test_enter_and_double_click_open_a_run(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.list_page.view.select([three[1]])
    with qtbot.waitSignal(viewer.list_page.open_requested) as opened:
        key(qtbot, viewer, Qt.Key.Key_Return)
    assert opened.args == [three[1]]
    place = viewer.list_page.view.visualRect(viewer.list_page.model.index(2, 1)).center()
    qtbot.mouseClick(viewer.list_page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(viewer.list_page.open_requested) as opened:
        qtbot.mouseDClick(viewer.list_page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [three[0]]


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


def test_deleted_runs_wait_in_the_trash_and_come_back_whole(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.list_page.view.select(three[:2])
    with qtbot.waitSignal(viewer.list_page.files.deleted) as told:
        key(qtbot, viewer, Qt.Key.Key_Delete)
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


def test_a_broken_run_is_listed_with_what_is_wrong(qtbot, viewer, three):
    (three[1] / "recipe.json").write_text("{")
    open_list(qtbot, viewer)
    assert names(viewer)[-1] == "b" or "b" in names(viewer)
    viewer.list_page.view.select([three[1]])
    key(qtbot, viewer, Qt.Key.Key_Return)
    assert "recipe" in viewer.said[-1]
    assert not viewer.list_page.actions_["more"].isEnabled() and viewer.list_page.actions_["delete"].isEnabled()


def test_the_folder_is_watched(qtbot, viewer, three):
    open_list(qtbot, viewer)
    copy_run(three[0], "d", "From elsewhere", "2026-04-01T10:00:00+00:00")
    listed(qtbot, viewer, ["From elsewhere", "First try", "Few units", "Ocean"])


def test_pictures_come_for_rows_that_are_seen(qtbot, viewer, three):
    (three[0] / "preview.png").unlink()
    open_list(qtbot, viewer)
    runs = {run.path: run for run in viewer.list_page.model.found}
    viewer.grab()
    qtbot.waitUntil(lambda: viewer.list_page.previews.of(runs[three[2]], 1.0) is not None, timeout=WAIT_MS)
    assert viewer.list_page.previews.of(runs[three[2]], 1.0).width() <= 132
    assert viewer.list_page.previews.of(runs[three[0]], 1.0) is None


def test_two_to_six_runs_can_be_compared(qtbot, viewer, three):
    open_list(qtbot, viewer)
    for count, can in ((0, False), (1, False), (2, True), (3, True)):
        viewer.list_page.view.select(three[:count])
        assert viewer.list_page.compare_button.isEnabled() == can, count
    viewer.list_page.view.selectAll()
    assert len(viewer.list_page.view.selected) == 12
    assert not viewer.list_page.compare_button.isEnabled()


def test_in_little_room_columns_hide_but_those_asked_for(qtbot, viewer, three):
    open_list(qtbot, viewer)
    viewer.resize(620, 400)
    hidden = {column for column in KEYS if viewer.list_page.view.isColumnHidden(KEYS.index(column))}
    assert {"created", "training"} <= hidden and not {"name", "variant", "validation"} & hidden
    menu = viewer.list_page.view.column_menu()
    [created] = [action for action in menu.actions() if action.data() == KEYS.index("created")]
    created.trigger()
    assert not viewer.list_page.view.isColumnHidden(KEYS.index("created"))
    menu.deleteLater()


def test_of_a_thousand_runs_only_those_that_are_seen_cost_anything(qtbot, viewer):
    many_runs(samples_home() / "variational", 1000)
    open_list(qtbot, viewer)
    assert len(names(viewer)) == 1000 and names(viewer)[0] == "Run 999"
    viewer.list_page.view.sortByColumn(KEYS.index("name"), UP)
    assert names(viewer)[:2] == ["Run 0", "Run 1"]
    viewer.list_page.search_edit.setText("run 99")
    assert len(names(viewer)) == 19
    viewer.list_page.search_edit.clear()
    assert len(names(viewer)) == 1000
    option = QStyleOptionViewItem()
    assert viewer.list_page.view.delegate.sizeHint(option, viewer.list_page.model.index(999, 0)).height() > 40
    assert len(viewer.list_page.previews._here) < 100


def test_the_table_can_be_saved(qtbot, viewer, three):
    open_list(qtbot, viewer)
    titles, rows = viewer.table()
    assert titles[0] == "name" and titles[-1] == "folder"
    assert [row[0] for row in rows[:3]] == ["First try", "Few units", "Ocean"]
    assert rows[0][-1] == str(three[2])


def test_headings_belong_to_nothing(qtbot, viewer, three):
    open_list(qtbot, viewer)
    heading = next(row for row, each in enumerate(viewer.list_page.model.rows) if each.is_heading)
    assert viewer.list_page.model.flags(viewer.list_page.model.index(heading, 0)) == Qt.ItemFlag.NoItemFlags
    assert viewer.list_page.model.rowCount(viewer.list_page.model.index(0, 0)) == 0
    assert viewer.list_page.model.run_at(QModelIndex()) is None
    assert all(is_sample(run.path) for run in viewer.list_page.model.found[3:])


def ink(view):
    """How many pixels of it differ from its background."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(image.constBits(), np.uint8)
    return int((pixels != pixels[0]).sum())
