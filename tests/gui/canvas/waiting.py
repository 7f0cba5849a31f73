"""Waits until the canvas has its answers."""

from tests.gui.drawing import WAIT_MS


def answered(qtbot, panel):
    """Wait until what is drawn now has been through the model."""

    def is_there():
        answer = panel.results.answer
        return answer is not None and answer.number == panel.looking.asked and answer.output is not None

    qtbot.waitUntil(is_there, timeout=WAIT_MS)
    return panel.results.answer


def measured(qtbot, panel):
    """Wait until the drawing's error stands among those of the test examples."""
    qtbot.waitUntil(lambda: "easier" in panel.results.standing_label.text(), timeout=WAIT_MS)
    return int(panel.results.standing_label.text().split()[0])
