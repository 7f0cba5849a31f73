"""Picking an example by click and by key, and sending it to the canvas."""

import numpy as np
from PySide6.QtCore import QPoint, Qt

from tests.gui.reconstructions.showing import DIGITS, until
from tests.gui.viewing import pixels


def test_a_click_picks_the_example_for_all_viewers(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    layout = viewer.grid.layout_of_tiles
    x, y = layout.place(3, 0)
    before = pixels(viewer.grid)
    qtbot.mouseClick(viewer.grid, Qt.MouseButton.LeftButton, pos=viewer.grid.rect().topLeft() + _point(x + 5, y + 5))
    assert workspace.picked == 3
    assert (pixels(viewer.grid) != before).any()


def test_a_double_click_sends_the_example_to_the_canvas(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    sent = []
    workspace.sent_to_canvas.connect(sent.append)
    x, y = viewer.grid.layout_of_tiles.place(6, 0)
    qtbot.mouseDClick(viewer.grid, Qt.MouseButton.LeftButton, pos=_point(x + 4, y + 4))
    np.testing.assert_array_equal(sent[0], digits.scaling.apply(digits.test.examples[6]))
    workspace.pick(2)
    viewer.menu_actions()[0].trigger()
    np.testing.assert_array_equal(sent[1], digits.scaling.apply(digits.test.examples[2]))


def test_arrow_keys_move_the_pick(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    columns = viewer.grid.layout_of_tiles.columns
    seen = []
    workspace.picked_changed.connect(lambda: seen.append(workspace.picked))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(viewer.grid, key)
    assert seen == [0, 1, 1 + columns, columns, 0]


def _point(x, y):
    return QPoint(round(x), round(y))
