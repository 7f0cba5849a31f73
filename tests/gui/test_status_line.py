"""A sentence with an icon, whose words change without the window being laid out anew."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ae_workbench.ui.status_line import StatusLine
from tests.gui.layouts import Requests
from tests.gui.turns import settle_events

LONG = "The loss was no longer a finite number in epoch 3; epoch 2 is kept. A lower learning rate usually helps."


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(260, 300)
    layout = QVBoxLayout(window)
    window.line, window.below = StatusLine(), QLabel("below")
    window.line.say("Training · about 2 minutes left", "running")
    layout.addWidget(window.line)
    layout.addWidget(window.below)
    layout.addStretch(1)
    window.show()
    settle_events()
    return window


def test_other_words_on_as_many_lines_trouble_nobody_else(window):
    requests, place = Requests(window), window.below.geometry()
    window.line.say("Training · 9 s left", "running")
    settle_events()
    assert window.line.label.text() == "Training · 9 s left"
    assert requests.count == 0 and window.below.geometry() == place


def test_a_long_sentence_gets_its_lines_and_a_short_one_gives_them_back(qtbot, window):
    line, height = window.line, window.line.height()
    window.line.say(LONG, "bad")
    qtbot.waitUntil(lambda: line.height() > height)
    assert line.label.height() >= line.label.heightForWidth(line.label.width()) > height
    assert window.below.y() > line.geometry().bottom()
    window.line.say("Stopped", "stopped")
    qtbot.waitUntil(lambda: line.height() == height)


def test_the_icon_stands_before_the_sentence_at_its_top(qtbot, window):
    window.line.say(LONG, "bad")
    qtbot.waitUntil(lambda: window.line.label.height() > 30)
    picture = window.line._picture
    first_line = window.line.label.fontMetrics().height()
    assert picture.geometry().right() < window.line.label.x() and abs(picture.geometry().center().y() - first_line / 2) <= 1
    assert not picture.pixmap().isNull()
