"""The codes viewer: a code is changed by hand and decoded at once, the numbers are the test set's, and the atlas draws each unit."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ae_workbench.analysis.diagnosis.facts import Codes, swings_of
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.colour_maps import paint
from ae_workbench.ui.viewers import VIEWERS
from ae_workbench.ui.viewers.codes.bars import CodeBars
from ae_workbench.ui.viewers.codes.edit import CodeEdit
from ae_workbench.ui.viewers.codes.edit_page import MOST_PICTURES_PX
from ae_workbench.ui.viewers.codes.unit_words import unit_words
from tests.gui.journal import Journal
from tests.gui.runs_on_disk import copy_run
from tests.gui.viewing import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def viewer(qtbot, workspace, codec):
    viewer = VIEWERS["codes"].factory(workspace, codec)
    qtbot.addWidget(viewer)
    viewer.resize(900, 420)
    viewer.show()
    return viewer


@pytest.fixture
def show(qtbot, viewer, workspace, digits, trained_runs):
    """Shows the run of a variant; gives its snapshot."""

    def show(variant, page=0):
        workspace.set_dataset(Choice("digits"), digits)
        workspace.set_run(RunFolder.open(trained_runs[variant]))
        viewer.show_page(page)
        settle(qtbot, viewer)
        return open_snapshot(trained_runs[variant])

    return show


@pytest.mark.parametrize("high", [0.000421, 1.2345e-12, 1.0])
def test_the_numbers_of_the_scale_have_room(qtbot, high):
    bars = CodeBars()
    qtbot.addWidget(bars)
    bars.resize(bars.minimumSizeHint())
    base = np.full(20, -high, np.float32)
    bars.show_code(base, base)
    assert bars.place_of(0).left() >= bars.fontMetrics().horizontalAdvance(f"−{high:.3g}")


def drag(widget, start, *places):
    """With the left button down, from place to place."""
    QTest.mousePress(widget, LEFT, pos=start)
    for place in places:
        QTest.mouseMove(widget, place)
    QTest.mouseRelease(widget, LEFT, pos=places[-1])


def column_of(bars, unit):
    return round(bars.place_of(unit).center().x())


def picture_of(snapshot, code):
    return paint(snapshot.decode(code[None])[0])


# One code


def test_it_shows_the_picked_images_code(qtbot, viewer, workspace, digits, show):
    snapshot = show("simple")
    workspace.pick(7)
    settle(qtbot, viewer)
    x = digits.scaling.apply(digits.test.examples[7:8])
    np.testing.assert_allclose(viewer.edit_page.bars.values, snapshot.encode(x)[0], rtol=1e-5)


def test_dragging_a_bar_changes_its_unit_and_the_decoded_image_at_once(qtbot, viewer, show):
    snapshot = show("simple")
    page, bars = viewer.edit_page, viewer.edit_page.bars
    before = bars.values.copy()
    x = column_of(bars, 5)
    drag(bars, QPoint(x, 200), QPoint(x, 120), QPoint(x, 40))
    settle(qtbot, viewer)
    assert bars.values[5] == pytest.approx(bars.value_at(40.0))
    assert bars.values[5] != before[5]
    np.testing.assert_array_equal(np.delete(bars.values, 5), np.delete(before, 5))
    assert page.pictures.tiles[0].pictures[2] == picture_of(snapshot, page.edit.code) != page.pictures.tiles[0].pictures[1]


def test_one_drag_is_undone_in_one_step_and_made_again(qtbot, viewer, show):
    show("simple")
    page, bars = viewer.edit_page, viewer.edit_page.bars
    before, x = bars.values.copy(), column_of(bars, 3)
    drag(bars, QPoint(x, 200), QPoint(x, 150), QPoint(x, 60))
    after = bars.values.copy()
    bars.setFocus()
    page.undo_button.click()
    np.testing.assert_array_equal(bars.values, before)
    assert not page.undo_button.isEnabled() and not page.reset_button.isEnabled()
    page.redo_button.click()
    np.testing.assert_array_equal(bars.values, after)
    page.reset_button.click()
    np.testing.assert_array_equal(bars.values, before)
    page.undo_button.click()
    np.testing.assert_array_equal(bars.values, after)


def test_undo_keys_are_the_codes_while_the_focus_is_in_it(qtbot, viewer, show):
    """The window has an undo of its own on the same keys."""
    show("simple")
    undone = []
    QShortcut(QKeySequence.StandardKey.Undo, viewer).activated.connect(lambda: undone.append("window"))
    bars = viewer.edit_page.bars
    before, x = bars.values.copy(), column_of(bars, 3)
    drag(bars, QPoint(x, 200), QPoint(x, 60))
    changed = bars.values.copy()
    viewer.activateWindow()
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(bars.values, before)
    qtbot.keyClick(bars, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    np.testing.assert_array_equal(bars.values, changed)
    qtbot.keyClick(bars, Qt.Key.Key_Escape)
    np.testing.assert_array_equal(bars.values, before)
    assert undone == []


def test_keys_choose_and_change_a_unit(qtbot, viewer, show):
    show("simple")
    bars = viewer.edit_page.bars
    bars.choose(2)
    before = bars.values.copy()
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert bars.unit == 3
    qtbot.keyClick(bars, Qt.Key.Key_Up)
    assert bars.values[3] > before[3]
    qtbot.keyClick(bars, Qt.Key.Key_Delete)
    assert bars.values[3] == before[3]


def test_changes_stay_when_another_epoch_comes_and_go_with_another_image(qtbot, viewer, workspace, show):
    show("simple")
    bars = viewer.edit_page.bars
    x = column_of(bars, 4)
    drag(bars, QPoint(x, 200), QPoint(x, 50))
    value = bars.values[4]
    workspace.set_epoch(1)
    settle(qtbot, viewer)
    assert bars.values[4] == pytest.approx(value) and bars.base[4] != value
    workspace.pick(9)
    settle(qtbot, viewer)
    np.testing.assert_array_equal(bars.values, bars.base)


def test_newest_only_dragging_quickly_ends_with_the_last_place(qtbot, viewer, show):
    snapshot = show("simple")
    page, bars = viewer.edit_page, viewer.edit_page.bars
    answered = Journal(viewer.codec.answered)
    dragged = threading.Event()
    viewer.codec.ask("busy", dragged.wait)
    x = column_of(bars, 1)
    drag(bars, QPoint(x, 200), *(QPoint(x, y) for y in range(199, 20, -1)))
    dragged.set()
    settle(qtbot, viewer)
    assert len(answered.lines) < 10
    assert page.pictures.tiles[0].pictures[2] == picture_of(snapshot, page.edit.code)


def test_painting_on_a_map_sets_what_the_pointer_passes(qtbot, viewer, show):
    snapshot = show("convolutional")
    page, maps = viewer.edit_page, viewer.edit_page.maps
    assert page.widget is maps and maps.isVisible() and page.brush.isVisible()
    units = [maps.unit_of(2, 1, column) for column in (0, 1, 2)]
    assert [maps.where(unit) for unit in units] == [(2, 1, 0), (2, 1, 1), (2, 1, 2)]
    before = maps.values.copy()
    drag(maps, *(maps.place_of(unit).center().toPoint() for unit in units))
    settle(qtbot, viewer)
    assert (maps.values[units] == np.float32(maps.brush_value)).all() and maps.brush_value > 0
    np.testing.assert_array_equal(np.delete(maps.values, units), np.delete(before, units))
    assert page.edit.code.shape == snapshot.plan.code_dims
    assert (page.edit.code[1, :3, 2] == np.float32(maps.brush_value)).all()
    page.brush.setValue(0)
    drag(maps, *(maps.place_of(unit).center().toPoint() for unit in units))
    assert (maps.values[units] == 0).all()
    assert page.pictures.tiles[0].pictures[2] is not None


def test_the_canvas_code_is_marked(qtbot, viewer, workspace, show):
    snapshot = show("simple")
    before = viewer.edit_page.bars.grab().toImage()
    workspace.set_drawing_code(np.full(snapshot.plan.code_dims, 1.0, np.float32))
    assert viewer.edit_page.bars.grab().toImage() != before


def test_an_edit_keeps_undo_apart_from_its_base():
    edit = CodeEdit()
    assert edit.code is None and not edit.is_changed
    edit.set_base(np.zeros(3, np.float32))
    edit.begin()
    edit.set(1, 2.0)
    edit.set(1, 3.0)
    edit.set_base(np.ones(3, np.float32))
    assert edit.code.tolist() == [1, 3, 1]
    edit.undo()
    assert edit.code.tolist() == [1, 1, 1] and edit.can_redo
    edit.begin()
    assert not edit.can_redo
    edit.set_base(np.ones(5, np.float32))
    assert not edit.can_undo


# All codes


def test_the_numbers_are_the_test_sets(qtbot, viewer, digits, show):
    snapshot = show("simple", page=1)
    codes = snapshot.encode(digits.scaling.apply(digits.test.examples))
    page = viewer.all_page
    assert page.mean.value.text() == f"{codes.mean():.2f}"
    assert page.zeros.value.text() == f"{100 * (codes == 0).mean():.1f} %"
    assert page.count.value.text() == str(len(digits.test))
    dead = np.flatnonzero(codes.std(axis=0) <= 1e-3)
    assert page.idle.value.text() == f"{len(dead)} / {codes.shape[1]}" and page.idle.caption.text() == "dead"
    assert all(str(unit) in page.named.text() for unit in dead[:12])


def test_a_unit_that_is_stuck_at_a_number_is_as_dead_as_for_a_diagnosis(qtbot, viewer, workspace, digits, show, trained_runs):
    snapshot = show("simple", page=1)
    x = digits.scaling.apply(digits.test.examples)
    alive = int(np.flatnonzero(snapshot.encode(x).std(axis=0) > 1e-3)[0])
    run = RunFolder.open(copy_run(trained_runs["simple"], "stuck"))
    kernel, bias, *rest = run.weights(run.last_full_epoch)
    kernel[:, alive], bias[alive] = 0, 1
    run.write_weights(run.last_full_epoch, [kernel, bias, *rest])
    before = len(viewer.all_page.summary.idle)
    workspace.set_run(run)
    settle(qtbot, viewer)
    summary = viewer.all_page.summary
    assert alive in summary.idle and len(summary.idle) == before + 1
    assert Codes(len(x), swings_of(open_snapshot(run.path).encode(x)), np.zeros(0), ()).dead == len(summary.idle)
    assert unit_words(summary, alive) == ["mean 1 ± 0", "dead"]


def test_columns_are_sorted_by_class_and_a_click_looks_into_one(qtbot, viewer, workspace, digits, show):
    show("simple", page=1)
    matrix = viewer.all_page.matrix
    labels = digits.test.labels[matrix.matrix.examples]
    assert (np.diff(labels) >= 0).all() and len(set(labels)) == 10
    place = matrix.place
    QTest.mouseClick(matrix, LEFT, pos=QPoint(round(place.left() + 0.5 * place.width()), round(place.top() + 3)))
    settle(qtbot, viewer)
    assert workspace.picked in matrix.matrix.examples and labels[len(labels) // 2] == digits.test.labels[workspace.picked]
    assert viewer.pages.currentWidget() is viewer.edit_page and viewer.edit_page.bars.unit == matrix.matrix.units[0]


def test_the_table_has_every_code(viewer, digits, show):
    snapshot = show("simple", page=1)
    titles, rows = viewer.table()
    assert titles[:3] == ["example", "label", "unit 0"] and len(rows) == len(digits.test)
    codes = snapshot.encode(digits.scaling.apply(digits.test.examples[4:5]))
    assert rows[4][:2] == [4, int(digits.test.labels[4])]
    np.testing.assert_allclose(rows[4][2:], codes[0], rtol=1e-5)
    assert list(rows)[-1][0] == len(digits.test) - 1


# The atlas


def order_of_tiles(viewer):
    return [tile.index for tile in viewer.atlas_page.grid.tiles]


def test_the_atlas_is_sorted_by_variance(qtbot, viewer, digits, show):
    snapshot = show("simple", page=2)
    settle(qtbot, viewer)
    assert order_of_tiles(viewer) == list(range(len(order_of_tiles(viewer))))
    viewer.order_box.setCurrentIndex(viewer.order_box.findData("variance"))
    viewer.order_box.activated.emit(viewer.order_box.currentIndex())
    settle(qtbot, viewer)
    codes = snapshot.encode(digits.scaling.apply(digits.test.examples))
    shown = order_of_tiles(viewer)
    assert shown == np.argsort(-codes.var(axis=0), kind="stable")[: len(shown)].tolist()


def test_a_unit_of_the_atlas_is_changed_after_a_double_click(qtbot, viewer, show):
    show("simple", page=2)
    grid = viewer.atlas_page.grid
    x, y = grid.layout_of_tiles.place(2, 0)
    QTest.mouseDClick(grid, LEFT, pos=QPoint(round(x + 3), round(y + 3)))
    settle(qtbot, viewer)
    assert viewer.pages.currentWidget() is viewer.edit_page
    assert viewer.edit_page.bars.unit == grid.tiles[2].index


def test_variational_units_are_ordered_by_kl_too_and_others_are_not(qtbot, viewer, show):
    show("variational", page=2)
    assert viewer.order_box.findData("kl") >= 0
    assert viewer.summary.kl.shape == (2,)
    show("convolutional", page=2)
    assert viewer.order_box.findData("kl") < 0
    assert order_of_tiles(viewer) == list(range(viewer.summary.maps))


def test_a_collapsed_unit_is_named(qtbot, viewer, show):
    from dataclasses import replace

    show("variational", page=1)
    summary = replace(viewer.summary, kl=np.asarray([0.5, 0.001]))
    viewer.all_page.show_summary(summary, "number")
    assert viewer.all_page.named.text() == "Collapsed: unit 1"
    assert viewer.all_page.idle.caption.text() == "collapsed"


def test_pictures_of_one_image_grow_with_the_room(qtbot, viewer, show):
    show("simple")
    pictures = viewer.findChild(QWidget, "code_pictures")
    qtbot.waitUntil(pictures.isVisible)
    small = pictures.width()
    viewer.resize(1500, 1000)
    qtbot.waitUntil(lambda: pictures.width() > small + 50)
    assert pictures.width() <= MOST_PICTURES_PX
