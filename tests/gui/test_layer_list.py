"""The list of layer sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from ae_workbench.core.parameters import Sizes
from ae_workbench.ui.layer_list import LayerList


@pytest.fixture
def layers(qtbot):
    layers = LayerList(Sizes("Hidden layers", unit="units", high=4096, shortest=1, longest=4))
    qtbot.addWidget(layers)
    layers.show_value((128, 64, 32))
    layers.show()
    layers.list.setFocus()
    return layers


@pytest.fixture
def told(layers):
    found = []
    layers.edited.connect(found.append)
    return found


def test_keys_add_remove_and_move(layers, told, qtbot):
    layers.list.setCurrentRow(0)
    qtbot.keyClick(layers.list, Qt.Key.Key_Insert)
    assert told[-1] == (128, 128, 64, 32)
    qtbot.keyClick(layers.list, Qt.Key.Key_Delete)
    assert told[-1] == (128, 64, 32)
    layers.list.setCurrentRow(2)
    qtbot.keyClick(layers.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told[-1] == (128, 32, 64) and layers.list.currentRow() == 1
    qtbot.keyClick(layers.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told[-1] == (128, 64, 32) and len(told) == 4


def test_the_delete_key_of_apple_s_keyboards_removes_too(layers, told, qtbot):
    layers.list.setCurrentRow(0)
    qtbot.keyClick(layers.list, Qt.Key.Key_Backspace)
    assert told == [(64, 32)]


def test_typing_a_digit_changes_the_size(layers, told, qtbot):
    layers.list.setCurrentRow(1)
    qtbot.keyClick(layers.list, Qt.Key.Key_7)
    editor = layers.list.findChild(QSpinBox, "layer_size_editor")
    qtbot.keyClick(editor, Qt.Key.Key_5)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == [(128, 75, 32)])


def test_buttons_do_as_the_keys(layers, told, qtbot):
    layers.list.setCurrentRow(0)
    for button in (layers.down_button, layers.add_button, layers.remove_button, layers.up_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [(64, 128, 32), (64, 128, 128, 32), (64, 128, 32), (64, 32, 128)]


def test_dragging_a_row_reorders(layers, told):
    model = layers.list.model()
    model.moveRow(layers.list.rootIndex(), 0, layers.list.rootIndex(), 3)
    assert told == [(64, 32, 128)]


def test_neither_shorter_nor_longer_than_allowed(layers, told):
    layers.show_value((5,))
    layers.remove()
    assert layers.values == (5,) and not layers.remove_button.isEnabled()
    layers.show_value((1, 2, 3, 4))
    layers.add()
    assert layers.values == (1, 2, 3, 4) and not layers.add_button.isEnabled()
    assert told == []


def test_an_empty_list_takes_a_first_layer(qtbot):
    layers = LayerList(Sizes("Hidden layers", high=4096))
    qtbot.addWidget(layers)
    layers.add()
    assert layers.values == (64,)


def test_showing_keeps_the_chosen_row_and_tells_nothing(layers, told):
    layers.list.setCurrentRow(1)
    layers.show_value((10, 20, 30))
    assert layers.list.currentRow() == 1 and told == []
