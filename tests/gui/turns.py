"""Moments that a test brings about itself, rather than wait for a clock."""

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from ae_workbench.ui import pace
from ae_workbench.ui.pace import Pace

MOST_TURNS = 1000
HOUR_MS = 3_600_000
"""Of what is over when a test says so."""


def settle_events() -> None:
    """Have all done that waits for a turn, layouts and paintings above all, and what these ask for in their turn."""
    dispatcher = QAbstractEventDispatcher.instance()
    for _ in range(MOST_TURNS):
        if not dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
            return
    pytest.fail("there was something to do at each turn")


def fire(timer: QTimer) -> None:
    """Have a timer's time over now."""
    assert timer.isActive(), "it wouldn't fire"
    if timer.isSingleShot():
        timer.stop()
    timer.timeout.emit()


def long_rests(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *paces: Pace) -> None:
    """Have the next rests of these end when a test says so."""
    monkeypatch.setattr(pace, "SHARE", HOUR_MS)
    monkeypatch.setattr(pace, "LONGEST_MS", HOUR_MS)
    qtbot.waitUntil(lambda: all(some._begun.elapsed() > 0 for some in paces))  # a rest is a share of that
