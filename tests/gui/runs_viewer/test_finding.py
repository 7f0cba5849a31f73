"""Runs found by words, sorted by any column, opened and chosen to be compared."""

from PySide6.QtCore import Qt

from ae_workbench.ui.viewers.run_list.columns import KEYS
from tests.gui.runs_viewer.listing import DOWN, UP, key, names, open_list


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


def test_two_to_six_runs_can_be_compared(qtbot, viewer, three):
    open_list(qtbot, viewer)
    for count, can in ((0, False), (1, False), (2, True), (3, True)):
        viewer.list_page.view.select(three[:count])
        assert viewer.list_page.compare_button.isEnabled() == can, count
    viewer.list_page.view.selectAll()
    assert len(viewer.list_page.view.selected) == 12
    assert not viewer.list_page.compare_button.isEnabled()
