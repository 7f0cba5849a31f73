"""A line that is cut says the rest in its tooltip."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from ae_workbench.ui.elided_label import ElidedLabel

TEXT = "Epoch 12 · binary cross-entropy per pixel 0.0923 on average"


def shown_label(qtbot, width: int) -> ElidedLabel:
    label = ElidedLabel("note", Qt.TextElideMode.ElideRight)
    qtbot.addWidget(label)
    label.setText(TEXT)
    label.resize(width, 20)
    label.show()
    return label


def ask_for_tip(label: ElidedLabel) -> None:
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
