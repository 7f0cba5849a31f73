"""The grid of tiles: pictures and captions share the room."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ae_workbench.core.shape import Shape
from ae_workbench.ui.viewers.pictures import pictures
from ae_workbench.ui.viewers.tiles import CAPTION_SHARES, Tile, TileGrid
from tests.gui.layouts import Requests
from tests.gui.turns import settle_events
from tests.gui.viewing import pixels


@pytest.fixture
def grid(qtbot):
    grid = TileGrid()
    qtbot.addWidget(grid)
    [image] = pictures(np.zeros((1, 28, 28, 1), np.float32), Shape((28, 28, 1)))
    grid.show_tiles([Tile(number, (image, image), "0.1234") for number in range(20)], ["Input", "Output"])
    grid.show()
    return grid


def caption_width(grid, share):
    return QFontMetrics(grid._font(share)).horizontalAdvance("0.1234")


@pytest.mark.parametrize("least_px", [0, 40])
def test_only_tiles_that_need_other_room_lay_the_window_out_anew(qtbot, grid, least_px):
    tiles, titles = grid.tiles, grid.row_titles
    room, grid = QWidget(), TileGrid(least_px=least_px)
    qtbot.addWidget(room)
    QVBoxLayout(room).addWidget(grid)
    grid.show_tiles(tiles, titles)
    room.show()
    settle_events()
    requests = Requests(room)
    grid.show_tiles([Tile(99, tiles[0].pictures, "0.2345"), *tiles[1:]], titles)
    settle_events()
    assert requests.count == 0
    grid.show_tiles(tiles[:3], titles)
    settle_events()
    assert (requests.count > 0) == bool(least_px)


def test_captions_are_set_smaller_only_where_pictures_would_suffer(grid):
    grid.resize(1200, 400)
    assert grid.layout_of_tiles.columns == 10 and grid._caption_font == grid._font(1.0)
    usual = caption_width(grid, 1.0)
    narrow = round(10 * (usual * 0.95) + 9 * 10 + 8) + QFontMetrics(grid.font()).horizontalAdvance("Output") + 12
    grid.resize(narrow, 200)
    layout = grid.layout_of_tiles
    assert grid._caption_font == grid._font(CAPTION_SHARES[1]) and layout.columns == 10
    assert layout.cell_width < usual and layout.width > 0.75 * layout.cell_width


@pytest.mark.parametrize("marked", [None, 3])
def test_it_shows_that_keys_come_to_it(qtbot, grid, marked):
    with qtbot.waitActive(grid):
        grid.activateWindow()
    grid.mark(marked)
    grid.clearFocus()
    without = pixels(grid)
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    changed = (pixels(grid) != without).any(axis=2)
    place = [round(at) for at in grid.layout_of_tiles.place(marked or 0, 0)]
    assert changed[place[1] - 3 : place[1], place[0] : place[0] + 20].any()
