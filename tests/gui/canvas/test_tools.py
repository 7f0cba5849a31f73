"""The canvas's undo, brush, keys, pens and fingers."""

from dataclasses import replace

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ae_workbench.core.recipe import Choice
from ae_workbench.ui.keys import DELETE_KEYS
from tests.gui.canvas.waiting import answered
from tests.gui.drawing import WAIT_MS, at, draw, move, shown_canvas

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_undo_and_redo_by_key_are_the_canvas_s_own(qtbot, canvas):
    draw(qtbot, canvas.view)
    one = canvas.pad.content
    draw(qtbot, canvas.view, ((0.2, 0.2), (0.8, 0.8)))
    two = canvas.pad.content
    canvas.view.setFocus()
    qtbot.keyClick(canvas.view, Qt.Key.Key_Z, CONTROL)
    np.testing.assert_array_equal(canvas.pad.content, one)
    qtbot.keyClick(canvas.view, Qt.Key.Key_Z, CONTROL)
    assert canvas.pad.is_blank
    assert not canvas.tools.undo_button.isEnabled()
    canvas.tools.redo_button.click()
    canvas.tools.redo_button.click()
    np.testing.assert_array_equal(canvas.pad.content, two)


@pytest.mark.parametrize("key", DELETE_KEYS)
def test_clear_can_be_undone_and_the_keys_work_too(qtbot, canvas, key):
    draw(qtbot, canvas.view)
    drawn = canvas.pad.content
    qtbot.keyClick(canvas.view, key)
    assert canvas.pad.is_blank
    canvas.tools.undo_button.click()
    np.testing.assert_array_equal(canvas.pad.content, drawn)
    assert answered(qtbot, canvas).output is not None


def test_keys_choose_brush_eraser_and_size(qtbot, canvas):
    before = canvas.view.brush.size
    qtbot.keyClick(canvas.view, Qt.Key.Key_E)
    assert canvas.view.brush.erases
    qtbot.keyClick(canvas.view, Qt.Key.Key_B)
    assert not canvas.view.brush.erases
    qtbot.keyClick(canvas.view, Qt.Key.Key_BracketRight)
    assert canvas.view.brush.size > before
    canvas.tools.softness_slider.setValue(80)
    assert canvas.view.brush.softness == 0.8


def test_the_brush_suits_the_data_until_somebody_sets_it(qtbot, digits):
    with shown_canvas(qtbot, digits) as canvas:
        usual = canvas.tools.size_slider.value()
        qtbot.waitUntil(lambda: canvas.tools.size_slider.value() != usual, timeout=WAIT_MS)
        assert 10 <= canvas.tools.size_slider.value() <= 15  # lines of the digits are some four of 28 pixels wide
        canvas.tools.size_slider.setValue(30)
        canvas.workspace.set_dataset(Choice("digits"), replace(digits, name="again"))
        qtbot.waitUntil(lambda: canvas.looking.framing is not None, timeout=WAIT_MS)
        assert canvas.tools.size_slider.value() == 30


def test_the_right_button_erases(qtbot, canvas):
    draw(qtbot, canvas.view, ((0.3, 0.5), (0.7, 0.5)))
    canvas.tools.size_slider.setValue(40)
    qtbot.mousePress(canvas.view, Qt.MouseButton.RightButton, pos=at(canvas.view, (0.3, 0.5)))
    move(qtbot, canvas.view, (0.3, 0.5), (0.7, 0.5))
    qtbot.mouseRelease(canvas.view, Qt.MouseButton.RightButton)
    assert canvas.pad.is_blank


def test_arrow_keys_with_shift_draw(qtbot, canvas):
    for _ in range(5):
        qtbot.keyClick(canvas.view, Qt.Key.Key_Right)
    assert canvas.pad.is_blank
    for _ in range(5):
        qtbot.keyClick(canvas.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not canvas.pad.is_blank
    assert canvas.undo_stack.count() == 5


def tablet(canvas, kind, share, pressure):
    position = QPointF(at(canvas.view, share))
    event = QTabletEvent(
        kind, QPointingDevice.primaryPointingDevice(), position, position, pressure, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
    )  # fmt: skip
    QApplication.sendEvent(canvas.view, event)


def test_a_pen_draws_by_its_pressure(qtbot, canvas):
    kind = QEvent.Type
    tablet(canvas, kind.TabletPress, (0.2, 0.5), 0.1)
    for step in range(1, 13):
        tablet(canvas, kind.TabletMove, (0.2 + 0.05 * step, 0.5), 0.1 + 0.07 * step)
    tablet(canvas, kind.TabletRelease, (0.8, 0.5), 0)
    widths = (canvas.pad.pixels[..., 0] > 127).sum(axis=0)
    assert 0 < widths[80] < widths[210]
    assert canvas.undo_stack.count() == 1


def test_a_finger_draws(qtbot, canvas):
    device = QTest.createTouchDevice()
    touch = QTest.touchEvent(canvas.view, device)
    touch.press(0, at(canvas.view, (0.3, 0.3)), canvas.view).commit()
    for step in range(1, 6):
        touch = QTest.touchEvent(canvas.view, device)
        touch.move(0, at(canvas.view, (0.3 + 0.06 * step, 0.3)), canvas.view).commit()
    QTest.touchEvent(canvas.view, device).release(0, at(canvas.view, (0.6, 0.3)), canvas.view).commit()
    assert (canvas.pad.pixels[84, 90:160, 0] > 200).all()
    assert canvas.undo_stack.count() == 1


def test_entries_of_the_menu_outlive_what_pyside_forgets(canvas):
    """It now and then calls the objects below one that Qt handed to it invalid; those that Python made stay what they are."""
    shiboken6.invalidate(canvas.tools.menu)
    entries = [canvas.load_action, canvas.paste_action, canvas.copy_action, canvas.save_action, canvas.noise_action, canvas.centre_action]
    assert all(map(shiboken6.isValid, entries))
    canvas.load_action.setEnabled(False)
    assert [entry.isEnabled() for entry in canvas.tools.menu.actions()][:2] == [False, True]
