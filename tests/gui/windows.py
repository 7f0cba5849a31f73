"""Makes main windows for tests and closes them with all their threads."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ae_workbench.ui.main_window import MainWindow
from tests.gui.fakes import FakeLoad, FakeSession, load_no_engine

WAIT_MS = 20_000


def no_sample() -> None:
    """As where the samples weren't made."""


@contextmanager
def open_window(qtbot: QtBot, viewers: bool = False, **rest: Any) -> Iterator[MainWindow]:
    """A shown window with its first data, with fakes for what is slow unless others are given; closed at the end.

    Without ``viewers`` they are hidden, and then they ask for nothing. No sample is shown unless ``find_sample`` gives one.
    """
    load = rest.pop("load", None) or FakeLoad()
    window = MainWindow(**{"make_session": FakeSession, "load": load, "load_engine": load_no_engine, "find_sample": no_sample, **rest})
    if not viewers:
        window.centre.tabs.hide()
    try:
        with qtbot.waitSignal(window.data_flow.ended, timeout=WAIT_MS):
            window.show()
        qtbot.waitUntil(lambda: window.afterwards.is_done, timeout=WAIT_MS)
        yield window
    finally:
        if isinstance(load, FakeLoad):
            load.let_go.set()
        close(qtbot, window)
        window.deleteLater()


def agree_to_close(qtbot: QtBot, window: MainWindow, wait_ms: int = WAIT_MS) -> None:
    """Answer the question that closing asks, and wait until the window is closed."""
    question = window.closing.question
    assert question is not None and window.isVisible()
    [agree] = [button for button in question.buttons() if question.buttonRole(button) is question.ButtonRole.AcceptRole]
    with qtbot.waitSignal(window.closed, timeout=wait_ms):
        qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)


def close(qtbot: QtBot, window: MainWindow) -> None:
    """Stop the training and close, waiting for every thread."""
    if window.closing.is_done:
        return
    window.trainer.stop()
    qtbot.waitUntil(lambda: not window.trainer.is_busy, timeout=WAIT_MS)
    window.close()
    qtbot.waitUntil(lambda: window.closing.is_done, timeout=WAIT_MS)
