"""Colour maps: grey values become colours, colour images stay as they are, and the choice is kept."""

import numpy as np
import pytest

from ae_workbench.ui.colour_map_menu import ColourMapMenu
from ae_workbench.ui.colour_maps import GREY, NAMES, colours, paint, paint_signed, table
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.viewers.tiles import Tile, TileGrid
from ae_workbench.ui.workspace import Workspace

RAMP = np.linspace(0, 1, 6, dtype=np.float32)[None, :, None]


def pixels(image):
    return [image.pixelColor(x, 0).getRgb()[:3] for x in range(image.width())]


def test_grey_and_inverted_are_each_others_mirror():
    assert pixels(paint(RAMP)) == [(v, v, v) for v in (0, 51, 102, 153, 204, 255)]
    assert pixels(paint(RAMP, "inverted")) == pixels(paint(RAMP))[::-1]


@pytest.mark.parametrize("name", ["viridis", "magma", "cividis"])
def test_perceptual_maps_match_matplotlib_and_get_lighter(name):
    import matplotlib

    wanted = matplotlib.colormaps[name](np.linspace(0, 1, 256))[:, :3] * 255
    assert np.abs(table(name) - wanted).max() < 12
    lightness = table(name) @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(lightness[::16]) > 0).all()
    assert pixels(paint(RAMP, name))[0] == tuple(table(name)[0])


def test_colour_images_keep_their_colours():
    image = np.asarray([[[1.0, 0.5, 0.0], [0.0, 0.0, 1.0]]])
    assert pixels(paint(image, "viridis")) == [(255, 128, 0), (0, 0, 255)]


def test_values_outside_are_clipped_and_nan_is_dark():
    assert colours(np.asarray([-1.0, 2.0, np.nan])).tolist() == [[0, 0, 0], [255, 255, 255], [0, 0, 0]]


def test_signed_numbers_are_white_at_zero_blue_below_red_above():
    blue, white, red = pixels(paint_signed(np.asarray([[-2.0, 0.0, 2.0]])))
    assert blue[2] > blue[0] and red[0] > red[2] and min(white) > 230
    assert min(pixels(paint_signed(np.zeros((1, 3))))[0]) > 230


def test_the_menu_drives_the_workspace_and_follows_it(qtbot):
    workspace = Workspace()
    menu = ColourMapMenu(workspace)
    qtbot.addWidget(menu)
    actions = {action.data(): action for action in menu.actions()}
    assert list(actions) == list(NAMES) and actions[GREY].isChecked()
    actions["magma"].trigger()
    assert workspace.colour_map == "magma"
    workspace.set_colour_map("cividis")
    assert actions["cividis"].isChecked() and not actions["magma"].isChecked()


def test_the_choice_is_remembered_and_an_unknown_one_is_grey(tmp_path):
    settings = Settings(tmp_path)
    settings.colour_map = "viridis"
    settings.save()
    assert Settings(tmp_path).colour_map == "viridis"
    settings.colour_map = "nonsense"
    settings.save()
    assert Settings(tmp_path).colour_map == GREY


def test_tiles_are_painted_in_the_maps_colours(qtbot):
    grid = TileGrid()
    qtbot.addWidget(grid)
    grid.resize(200, 120)
    grid.show()
    grid.show_tiles([Tile(0, (paint(np.ones((4, 4, 1))),))], ())
    middle = grid.rect().center()
    assert grid.grab().toImage().pixelColor(middle).getRgb()[:3] == (255, 255, 255)
    grid.set_colour_map("magma")
    assert grid.grab().toImage().pixelColor(middle).getRgb()[:3] == tuple(table("magma")[255])
