"""A row of labels whose words change without the window being laid out anew."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ae_workbench.ui.still_row import StillRow
from tests.gui.layouts import Requests
from tests.gui.turns import settle_events


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 100)
    layout = QVBoxLayout(window)
    window.first, window.second, window.plain = QLabel("Epoch 1"), QLabel("100 images/s"), QLabel("plain")
    layout.addWidget(StillRow(window.first, window.second))
    layout.addWidget(window.plain)
    window.show()
    return window


def test_other_words_are_placed_in_the_row_and_trouble_nobody_else(qtbot, window):
    settle_events()
    requests, before = Requests(window), window.second.x()
    window.first.setText("Epoch 100 of 1,000")
    settle_events()
    assert window.second.x() > before > window.first.fontMetrics().horizontalAdvance("Epoch 1")
    assert requests.count == 0
    window.plain.setText("other")
    settle_events()
    assert requests.count > 0


def test_nothing_reaches_beyond_the_row_and_larger_type_gets_its_height(qtbot, window):
    row = window.first.parentWidget()
    window.first.setText("A very long sentence that has no room at all in a window of three hundred pixels")
    settle_events()
    assert window.first.geometry().right() <= row.width()
    before, font = row.height(), window.first.font()
    font.setPixelSize(3 * window.first.fontMetrics().height())
    window.first.setFont(font)
    qtbot.waitUntil(lambda: row.height() > before)


def test_a_row_that_keeps_room_gives_none_of_it_away_until_it_is_emptied(qtbot):
    window, last, beside = QWidget(), QLabel("1 image/s"), QLabel("beside")
    beside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    row = StillRow(QLabel("Epoch 3 of 60"), last, keeps_room=True)
    layout.addWidget(row)
    layout.addWidget(beside)
    window.resize(320, 60)
    window.show()
    qtbot.waitUntil(lambda: row.width() > 0)
    last.setText("40,100 images/s")
    qtbot.waitUntil(lambda: last.width() >= last.sizeHint().width() and last.geometry().right() <= row.width())
    wide = row.minimumSizeHint().width()
    requests = Requests(window)
    last.setText("9 images/s")
    settle_events()
    assert row.minimumSizeHint().width() == wide and requests.count == 0
    last.clear()
    qtbot.waitUntil(lambda: row.minimumSizeHint().width() < wide)
