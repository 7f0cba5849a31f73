"""Examples of every kind become pictures: grey, colour, any size, and sequences as curves."""

import numpy as np
import pytest

from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.loading import load
from ae_workbench.ui.viewers.pictures import Waves, pictures
from tests.gui.fakes import small_dataset
from tests.gui.reconstructions.showing import until
from tests.gui.viewing import pixels


@pytest.mark.parametrize("dims", [(48, 64, 3), (5, 3, 1), (300, 200, 3), (20, 20, 4), (12, 12, 2)])
def test_any_size_and_colour_is_painted(qtbot, viewer, workspace, dims):
    workspace.set_dataset(Choice("array"), small_dataset(dims=dims))
    until(qtbot, viewer, lambda page: True)
    painted = pixels(viewer.grid).astype(float)
    assert painted.std() > 10
    coloured = np.abs(painted[..., 0] - painted[..., 1]) > 40
    assert (coloured.mean() > 0.02) == (dims[2] >= 3)


def test_sequences_are_curves_over_each_other(qtbot, viewer, workspace):
    waves = load(Choice("waves"))
    workspace.set_dataset(Choice("waves"), waves)
    until(qtbot, viewer, lambda page: True)
    [place] = viewer.grid.tiles[0].pictures
    assert isinstance(place, tuple) and isinstance(place[0], Waves)
    assert pixels(viewer.grid).std() > 5


def test_grey_and_colour_become_images_of_the_same_numbers():
    x = np.array([[[[0.0], [0.5]], [[1.0], [2.0]]]], np.float32)
    [picture] = pictures(x, Shape((2, 2, 1)))
    assert [picture.pixelColor(a, b).value() for b in (0, 1) for a in (0, 1)] == [0, 128, 255, 255]
    [coloured] = pictures(np.array([[[[1.0, 0.0, 0.5]]]], np.float32), Shape((1, 1, 3)))
    assert coloured.pixelColor(0, 0).getRgb()[:3] == (255, 0, 128)


def test_long_sequences_are_thinned_and_few_features_drawn():
    [picture] = pictures(np.zeros((1, 5000, 9), np.float32), Shape((5000, 9), "sequence"))
    assert picture.values.shape[0] <= 250
    assert picture.values.shape[1] == 4
