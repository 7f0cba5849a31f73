"""Larger type where words are painted, or stand in places of a fixed size."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QComboBox, QLabel, QStyle, QStyleOptionComboBox, QWidget

from ae_workbench.core.shape import Shape
from ae_workbench.ui import theme
from ae_workbench.ui.canvas.noise import NoiseRow
from ae_workbench.ui.colour_maps import paint
from ae_workbench.ui.modes.sweep.heat import HeatView
from ae_workbench.ui.modes.sweep.rate import RateView
from ae_workbench.ui.viewers.codes.bars import CodeBars
from ae_workbench.ui.viewers.codes.matrix import CodeMatrix
from ae_workbench.ui.viewers.codes.overview import Matrix
from ae_workbench.ui.viewers.curves.path_plot import PathPlot
from ae_workbench.ui.viewers.denoising.bands_view import BandsView, PictureRow
from ae_workbench.ui.viewers.pictures import pictures
from ae_workbench.ui.viewers.tiles import Tile, TileGrid
from tests.gui.type_size import enlarge
from tests.gui.windows import WAIT_MS

HEADING_PADDING_PX = 20
pytestmark = pytest.mark.usefixtures("usual_size")


@pytest.fixture
def shown(qtbot):
    """Shows a widget in a size."""

    def show(widget, width, height):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        return widget

    return show


def ink(widget, place):
    """The part of a place where something is painted."""
    picture = widget.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)[:, : picture.width()]
    rows, columns = np.nonzero(pixels != pixels[0, 0])
    return QRect(columns.min(), rows.min(), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)


def image():
    return pictures(np.zeros((1, 28, 28, 1), np.float32), Shape((28, 28, 1)))[0]


@pytest.mark.parametrize("height", [120, 600])
def test_titles_and_notes_of_rows_do_not_overlap(qapp, shown, height):
    view = shown(BandsView(), 600, height)
    view.expect(4, 1.0)
    view.show_rows([PictureRow(f"Row {row}", (image(),) * 3, "8.8 dB") for row in range(4)])
    theme.set_scale(qapp, 200)
    tops = [view.place(row, 0).center().y() for row in range(4)]
    assert min(np.diff(tops)) >= 2 * view.fontMetrics().height()
    view.resize(view.minimumSizeHint())
    assert view.place(3, 0).center().y() + view.fontMetrics().height() <= view.height()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_numbers_beside_bars_keep_their_minus(qapp, shown, percent):
    theme.set_scale(qapp, percent)
    bars = shown(CodeBars(), 400, 300)
    code = np.full(32, -2.62, np.float32)
    bars.show_code(code, code)
    number = ink(bars, QRect(0, bars.height() // 2, round(bars.place_of(0).left()) - 4, bars.height() // 2))
    assert number.left() > 0 and number.width() >= bars.fontMetrics().tightBoundingRect("−2.62").width() - 1


def test_numbers_of_units_have_room_beside_the_matrix(qapp, shown):
    matrix = shown(CodeMatrix(), 400, 300)
    usual = matrix.place
    theme.set_scale(qapp, 200)
    assert matrix.place.left() == 2 * usual.left() and matrix.place.top() > usual.top() + 10


def test_no_number_of_a_unit_is_cut_at_the_lower_edge(shown):
    view = shown(CodeMatrix(), 400, 223)
    matrix = Matrix(paint(np.zeros((1024, 4, 1), np.float32)), np.arange(4), tuple(range(1024)))
    dataset = SimpleNamespace(test=SimpleNamespace(labels=None), class_names=())
    view.show_matrix(matrix, SimpleNamespace(dataset=dataset, idle=set()))
    last_number = ink(view, QRect(0, 100, int(view.place.left()) - 4, view.height() - 100)).bottom() + 100
    assert last_number < view.height() - 4


def test_titles_of_low_rows_of_tiles_are_set_smaller_and_not_cut(qapp, shown):
    grid = shown(TileGrid(), 200, 60)
    grid.show_tiles([Tile(0, (image(),) * 4)], ["", "Egg", "", ""])
    theme.set_scale(qapp, 200)
    layout = grid.layout_of_tiles
    assert layout.height < grid.fontMetrics().height() / 2
    words = ink(grid, QRect(0, 0, int(layout.left) - 6, grid.height()))
    whole = QFontMetrics(grid.font()).tightBoundingRect("Egg")
    assert words.width() / words.height() == pytest.approx(whole.width() / whole.height(), rel=0.3)
    assert words.height() <= layout.height + 4


def test_headings_of_the_list_of_runs_have_room(qtbot, window):
    window.resize(1920, 1080)
    enlarge(window, 200)
    table = window.centre.viewers["runs"].findChild(QWidget, "runs_header").parent()
    header = table.horizontalHeader()

    def check():
        shown = [place for place in range(1, header.count()) if not header.isSectionHidden(place)]
        assert len(shown) > 1
        for place in shown:
            title = header.model().headerData(place, header.orientation())
            assert header.sectionSize(place) >= header.fontMetrics().horizontalAdvance(title) + HEADING_PADDING_PX

    qtbot.waitUntil(check, timeout=WAIT_MS)


def part_of(box, part):
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)


def test_an_entry_of_a_box_is_cut_no_earlier_than_at_the_arrow(qapp, shown):
    theme.apply(qapp, "light")
    box = shown(QComboBox(), 100, 30)
    field, arrow = (part_of(box, part) for part in (QStyle.SubControl.SC_ComboBoxEditField, QStyle.SubControl.SC_ComboBoxArrow))
    assert 0 < arrow.left() - field.right() <= 8


def test_the_first_kind_of_noise_can_be_read(qapp, shown):
    theme.set_scale(qapp, 150)
    row = shown(NoiseRow(), 200, 40)
    row.resize(row.minimumSizeHint())
    field = part_of(row.kind_box, QStyle.SubControl.SC_ComboBoxEditField)
    assert field.width() >= row.kind_box.fontMetrics().horizontalAdvance("Gaussian")


def test_what_follows_the_hand_keeps_its_room_at_any_size(window):
    amount = window.centre.viewers["denoising"].findChild(QLabel, "noise_value_label")
    marker = window.centre.viewers["latent_plane"].findChild(QLabel, "latent_plane_marker_label")
    enlarge(window, 200)
    assert amount.minimumWidth() >= amount.fontMetrics().horizontalAdvance("σ 0.88")
    assert marker.parentWidget().sizeHint().height() >= marker.fontMetrics().height() <= marker.maximumHeight()


def test_the_names_of_axes_grow_with_the_type_and_have_room(qapp, shown):
    inside = shown(QWidget(), 800, 300)
    path, rate, heat = PathPlot(inside), RateView(inside), HeatView(inside)
    name, left = path.getPlotItem().getAxis("bottom").label, rate.getPlotItem().getAxis("left")
    bottoms = [plot.getPlotItem().getAxis("bottom") for plot in (rate, heat)]
    before, wide, high = name.boundingRect().height(), left.minimumWidth(), [axis.minimumHeight() for axis in bottoms]
    theme.set_scale(qapp, 200)
    assert name.boundingRect().height() > 1.5 * before
    assert left.minimumWidth() == 2 * wide and [axis.minimumHeight() for axis in bottoms] == [2 * each for each in high]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("codes", "code_note"), ("codes", "matrix_note"), ("codes", "atlas_note"), ("denoising", "denoising_note"),
        ("filters", "filters_note"), ("sequences", "sequences_note"), ("reconstructions", "reconstructions_note"),
    ],
)  # fmt: skip
def test_a_note_that_has_no_room_ends_in_dots(window, key, name):
    note = window.centre.viewers[key].findChild(QLabel, name)
    note.setText("The run was trained on data of another shape. " * 9)
    picture = note.grab().toImage()
    note.setText(note.fontMetrics().elidedText(note.text(), Qt.TextElideMode.ElideRight, note.width()))
    assert note.text().endswith("…") and note.grab().toImage() == picture
