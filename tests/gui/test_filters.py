"""The filters viewer: weights around 0, what the decoder draws with, feature maps of the picked example, and enlarging."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ae_workbench.analysis.filters import GATES, decoder_atoms, encoder_filters
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.ui import theme
from ae_workbench.ui.viewers.filters.jobs import DECODER, ENCODER, MAPS, caption_text
from ae_workbench.ui.viewers.filters.sheet import LEAST_SIDE_PX, LEAST_UNIT_PX, Cell, Section, as_matrix, grey_picture, place, signed_cells
from ae_workbench.variants import VARIANTS
from tests.gui.fakes import small_dataset
from tests.gui.viewing import near, pixels, settle, show, shown_viewer


@pytest.fixture
def viewer(qtbot):
    with shown_viewer(qtbot, "filters") as viewer:
        yield viewer


def turn(qtbot, viewer, page):
    qtbot.mouseClick(viewer.pages[page], Qt.MouseButton.LeftButton)
    settle(qtbot, viewer)


def test_without_a_run_it_says_what_to_do(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    assert not viewer.shows_content
    assert "Start" in viewer.empty.sentence.text()


@pytest.mark.parametrize("variant", VARIANTS.keys)
def test_every_variant_has_weights_and_maps_to_see(qtbot, viewer, digits, trained_runs, variant):
    show(qtbot, viewer, digits, trained_runs[variant])
    for page in (ENCODER, DECODER, MAPS):
        turn(qtbot, viewer, page)
        assert viewer.sheet.page == page
        assert viewer.sheet.sections and all(section.cells for section in viewer.sheet.sections)
        assert len(np.unique(pixels(viewer.view).reshape(-1, 3), axis=0)) > 20


def test_weights_are_painted_around_zero(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    snapshot = open_snapshot(trained_runs["simple"], 3)
    found = encoder_filters(snapshot.plan, snapshot.weights())
    [section] = viewer.sheet.sections
    assert len(section.cells) == 32
    np.testing.assert_array_equal(section.cells[5].values, found.images[5, ..., 0])
    strongest = np.unravel_index(np.abs(found.images).argmax(), found.images.shape)
    colour = section.cells[strongest[0]].picture.pixelColor(int(strongest[2]), int(strongest[1]))
    assert (colour.red() > colour.blue()) == (found.images[strongest] > 0)
    assert viewer.bar.limit == pytest.approx(found.limit)


def test_strongest_first_and_a_scale_of_their_own(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    turn(qtbot, viewer, DECODER)
    snapshot = open_snapshot(trained_runs["simple"], 3)
    strength = np.square(decoder_atoms(snapshot.plan, snapshot.weights()).images.reshape(32, -1)).sum(axis=1)
    viewer.order_box.setFocus()
    QTest.keyClick(viewer.order_box, Qt.Key.Key_Down)
    settle(qtbot, viewer)
    cells = viewer.sheet.sections[0].cells
    assert [cell.caption for cell in cells] == [f"unit {n}" for n in np.argsort(-strength, kind="stable")]
    weakest = cells[-1].picture
    qtbot.mouseClick(viewer.scale_button, Qt.MouseButton.LeftButton)
    settle(qtbot, viewer)
    assert viewer.sheet.sections[0].cells[-1].picture != weakest
    assert viewer.bar.limit is None


def test_feature_maps_follow_the_picked_example_and_the_epoch(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["convolutional"])
    turn(qtbot, viewer, MAPS)
    viewer.workspace.pick(7)
    settle(qtbot, viewer)
    assert viewer.sheet.index == 7
    x = digits.scaling.apply(digits.test.examples[7])
    np.testing.assert_allclose(viewer.sheet.sections[0].cells[0].values, x[..., 0])
    viewer.workspace.set_epoch(1)
    settle(qtbot, viewer)
    output = open_snapshot(trained_runs["convolutional"], 1).reconstruct(x[None])[0]
    np.testing.assert_allclose(viewer.sheet.sections[-1].cells[0].values, output[..., 0], atol=1e-5)


def test_layers_that_only_rearrange_numbers_are_left_out(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["convolutional"])
    turn(qtbot, viewer, MAPS)
    titles = [section.title for section in viewer.sheet.sections]
    assert titles[0] == "Input" and sum("Code" in title for title in titles) == 1
    show(qtbot, viewer, digits, trained_runs["deep"])
    assert [section.detail for section in viewer.sheet.sections] == ["28×28×1", "128", "64", "32", "64", "128", "28×28×1"]


def test_without_fitting_data_there_are_weights_but_no_maps(qtbot, viewer, trained_runs):
    show(qtbot, viewer, small_dataset(dims=(12, 12, 3)), trained_runs["simple"])
    assert viewer.sheet.page == ENCODER
    turn(qtbot, viewer, MAPS)
    assert viewer.sheet is None
    assert "28×28×1" in viewer.note_label.text()


def test_a_click_enlarges_and_the_keyboard_goes_on(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    view = viewer.view
    qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=near(view.placed.places[0][2].center()))
    assert view.enlarged.isVisible() and view.chosen_cell.caption == "unit 2"
    assert view.enlarged.place().width() > 3 * view.placed.places[0][2].width()
    QTest.keyClick(view.enlarged, Qt.Key.Key_Right)
    assert view.chosen_cell.caption == "unit 3"
    QTest.keyClick(view.enlarged, Qt.Key.Key_Escape)
    assert not view.enlarged.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.enlarged.isVisible() and view.chosen_cell.caption == "unit 2"


def test_the_value_under_the_pointer(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    cell = viewer.sheet.sections[0].cells[4]
    assert cell.reading(0.999, 0.0) == f"unit 4\n(0, 27): {cell.values[0, 27]:.4g}"


def test_a_table_holds_every_number(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    titles, lines = viewer.table()
    assert len(lines) == 32 and len(titles) == 2 + 784
    assert lines[3][2:] == pytest.approx(viewer.sheet.sections[0].cells[3].values.ravel())


def test_many_small_pictures_scroll_and_few_fill_the_space():
    def section(count):
        cells = signed_cells(np.zeros((count, 28, 28, 1), np.float32), ["unit"] * count, None)
        return Section("Dense", "", cells)

    few, many = place([section(4)], 600, 300), place([section(3000)], 600, 300)
    assert few.height <= 300 and few.places[0][0].width() > 100
    assert many.height > 300 and many.places[0][0].width() >= LEAST_SIDE_PX
    assert max(spot.right() for spot in many.places[0]) <= 600


def test_narrow_sections_stand_side_by_side_and_units_can_be_seen():
    def section(count):
        values = as_matrix(np.ones(count, np.float32))
        return Section("Dense ReLU", str(count), (Cell(values, grey_picture(values, 1.0), "unit", names_units=True),))

    sections = [section(24), section(16), section(24)]
    placed = place(sections, 700, 200)
    assert placed.height <= 200 and len({title.top() for title in placed.titles}) < 3
    for one, title, spots in zip(sections, placed.titles, placed.places, strict=True):
        assert spots[0].width() / one.cells[0].picture.width() >= LEAST_UNIT_PX
        assert not any(title.intersects(other) for other in placed.titles if other != title) and spots[0].right() <= 700
    wide = place([section(24), section(4000), section(16)], 300, 2000)
    assert [title.left() for title in wide.titles] == [wide.titles[0].left()] * 3


def test_colour_weights_are_one_picture_and_other_channels_several():
    images = np.zeros((2, 3, 3, 3), np.float32)
    images[0, 1, 1] = (1, -1, 0)
    [first, _] = signed_cells(images, ["a", "b"], 1.0)
    colour = first.picture.pixelColor(1, 1)
    assert colour.red() == 255 and colour.green() == 0
    assert [cell.caption for cell in signed_cells(np.zeros((1, 3, 3, 2)), ["a"], 1.0)] == ["a · 0", "a · 1"]


@pytest.mark.parametrize("count", [1, 2, 7, 32, 37, 256])
def test_a_vector_as_rows_of_squares_keeps_every_number(count):
    matrix = as_matrix(np.arange(count, dtype=np.float32))
    assert matrix[np.isfinite(matrix)].tolist() == list(range(count))
    assert matrix.shape[0] <= matrix.shape[1]


def test_every_caption_has_words_that_can_be_translated():
    for caption in ("filter 3", "map 0", "unit 12", "matrix", *GATES):
        assert caption_text(caption) == caption


def test_in_the_dark_scheme_0_is_dark(qtbot, viewer, digits, trained_runs, qapp):
    def middle():
        sheet = viewer.sheet.sections[0].cells[0]
        row, column = np.unravel_index(np.abs(sheet.values).argmin(), sheet.values.shape)
        return sheet.picture.pixelColor(int(column), int(row)).lightness()

    show(qtbot, viewer, digits, trained_runs["simple"])
    light = middle()
    theme.apply(qapp, "dark")
    try:
        settle(qtbot, viewer)
        assert light > 220 and middle() < 60
    finally:
        theme.apply(qapp, "light")
