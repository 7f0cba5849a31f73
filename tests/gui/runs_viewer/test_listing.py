"""What the list shows: own runs and samples, broken ones, newcomers, pictures and columns, a thousand at no cost."""

import numpy as np
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyleOptionViewItem

from ae_workbench.core.shape import Shape
from ae_workbench.storage.samples import is_sample, samples_home
from ae_workbench.ui.viewers.run_list.columns import KEYS
from ae_workbench.ui.viewers.run_list.delegate import picture_rect, whole_px, words_rect
from tests.gui.runs_on_disk import copy_run, many_runs
from tests.gui.runs_viewer.listing import UP, key, listed, names, open_list
from tests.gui.windows import WAIT_MS


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


def test_a_broken_run_is_listed_with_what_is_wrong(qtbot, viewer, three):
    (three[1] / "recipe.json").write_text("{")
    open_list(qtbot, viewer)
    assert sorted(names(viewer)) == ["First try", "Ocean", "b"], "under the name of its folder"
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


def test_a_run_that_comes_where_the_heading_was_has_the_room_of_a_run(qtbot, viewer, three):
    open_list(qtbot, viewer)
    copy_run(three[0], "d", "Newcomer", "2026-04-01T10:00:00+00:00")
    listed(qtbot, viewer, ["Newcomer", "First try", "Few units", "Ocean"])
    view = viewer.list_page.view
    heights = {view.rowHeight(row) for row, each in enumerate(viewer.list_page.model.rows) if not each.is_heading}
    [heading] = [row for row, each in enumerate(viewer.list_page.model.rows) if each.is_heading]
    assert len(heights) == 1 and view.rowHeight(heading) < min(heights)


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


def test_a_narrow_column_leaves_more_room_to_names_than_to_pictures(qapp):
    narrow, wide = QRect(0, 0, 264, 58), QRect(0, 0, 400, 58)
    assert picture_rect(wide).width() == 132 and picture_rect(narrow).width() == 66
    assert words_rect(narrow).width() > 160 and words_rect(narrow).left() > picture_rect(narrow).right()


def test_pictures_are_left_out_whole():
    digit, page = Shape((28, 28, 1)), Shape((60, 90, 1))
    assert whole_px(132, 44, digit, 132) == 132 and whole_px(132, 44, digit, 66) == 66
    assert whole_px(132, 44, digit, 60) == 44
    assert whole_px(132, 30, page, 66) == 45, "two of 22.5"
    assert whole_px(132, 44, Shape((50, 2), "sequence"), 66) == 66
    assert whole_px(15, 44, digit, 66) == 15
    assert whole_px(132, 200, digit, 66) == 66, "one that is too wide is cut"
