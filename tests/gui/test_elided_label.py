"""A line or an entry that is cut says the rest in its tooltip."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolTip, QWidget

from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.fields import QuietComboBox
from tests.gui.viewing import pixels

TEXT = "Epoch 12 · binary cross-entropy per pixel 0.0923 on average"


def shown_label(qtbot, width: int) -> ElidedLabel:
    label = ElidedLabel("note", Qt.TextElideMode.ElideRight)
    qtbot.addWidget(label)
    label.setText(TEXT)
    label.resize(width, 20)
    label.show()
    return label


def ask_for_tip(label: QWidget) -> None:
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5))))


def test_what_there_is_no_room_for_stands_in_the_tooltip(qtbot):
    label = shown_label(qtbot, 120)
    assert label.shown.endswith("…") and TEXT.startswith(label.shown[:-1])
    ask_for_tip(label)
    assert QToolTip.isVisible() and QToolTip.text() == TEXT
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_line_that_can_be_read_has_no_tooltip(qtbot):
    label = shown_label(qtbot, 2000)
    assert label.shown == TEXT
    ask_for_tip(label)
    assert not QToolTip.isVisible()


def test_what_there_is_no_room_for_stands_above_what_the_tooltip_says_anyway(qtbot):
    label = shown_label(qtbot, 120)
    label.setToolTip("Smaller is better.")
    ask_for_tip(label)
    assert QToolTip.text() == f"{TEXT}\n\nSmaller is better."
    label.setToolTip(TEXT)
    ask_for_tip(label)
    assert QToolTip.text() == TEXT
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def shown_box(qtbot, entry: str, width: int) -> QuietComboBox:
    box = QuietComboBox()
    qtbot.addWidget(box)
    box.addItem(entry)
    box.setFixedWidth(width)
    box.show()
    return box


def test_an_entry_that_is_too_long_ends_in_dots_and_stands_in_the_tooltip(qtbot):
    box = shown_box(qtbot, TEXT, 160)
    box.setToolTip("What is measured")
    assert box.shown.endswith("…") and TEXT.startswith(box.shown[:-1])
    np.testing.assert_array_equal(pixels(box), pixels(shown_box(qtbot, box.shown, 160)))
    ask_for_tip(box)
    assert QToolTip.text() == f"{TEXT}\n\nWhat is measured"
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert shown_box(qtbot, TEXT, 900).shown == TEXT


@pytest.mark.parametrize(("width", "is_whole"), [(900, True), (160, False)])
def test_a_box_that_gets_longer_entries_shows_them_whole_where_there_is_room(qtbot, width, is_whole):
    row, box = QWidget(), QuietComboBox(wants_all=True)
    layout = QHBoxLayout(row)
    layout.addWidget(box)
    layout.addStretch(1)
    qtbot.addWidget(row)
    row.resize(width, 60)
    box.addItem("All")
    row.show()
    box.clear()
    box.addItem(TEXT)
    qtbot.waitUntil(lambda: (box.shown == TEXT) is is_whole and box.geometry().right() < width)
    assert is_whole or box.shown.endswith("…")
