"""In little room a page has fewer examples, rather than smaller ones."""

from tests.gui.reconstructions.showing import show_run, until


def side(viewer):
    layout = viewer.grid.layout_of_tiles
    return max(layout.width, layout.height)


def test_pictures_are_large_enough_to_be_seen(qtbot, viewer, digits, trained_runs):
    viewer.controls.hide()  # which is wider than this
    viewer.resize(520, 200)
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    until(qtbot, viewer, lambda page: page.outputs and len(page.indices) < 20)
    qtbot.waitUntil(lambda: viewer.is_settled)
    few = len(viewer.page.indices)
    assert len(viewer.grid.tiles) == few > 1 and side(viewer) >= 24
    assert viewer.page_label.text().startswith(f"1–{few} of") and f"of the {few} shown" in viewer.note_label.text()
    viewer.forward_button.click()
    until(qtbot, viewer, lambda page: page.outputs and page.indices[0] == few)
    viewer.back_button.click()
    until(qtbot, viewer, lambda page: page.outputs and page.indices[0] == 0)
    viewer.resize(900, 400)
    until(qtbot, viewer, lambda page: page.outputs and len(page.indices) == 20)
    viewer.resize(520, 200)
    until(qtbot, viewer, lambda page: page.outputs and len(page.indices) == few)
    assert viewer.count_box.value() == 20


def test_more_rows_have_room_for_fewer_and_fewer_rows_for_more(qtbot, viewer, digits, trained_runs):
    viewer.controls.hide()
    viewer.resize(520, 200)
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    until(qtbot, viewer, lambda page: page.outputs and len(page.indices) < 20)
    few = len(viewer.page.indices)
    viewer.controls.difference_button.click()
    until(qtbot, viewer, lambda page: page.differences and side(viewer) >= 24 and len(page.indices) <= few)
    viewer.controls.difference_button.click()
    until(qtbot, viewer, lambda page: page.outputs and not page.differences and len(page.indices) == few)
