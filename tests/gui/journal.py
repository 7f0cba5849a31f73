"""What a signal brought, for tests that wait for it."""

from typing import Any

from PySide6.QtCore import QObject, SignalInstance
from pytestqt.qtbot import QtBot

from tests.gui.windows import WAIT_MS


class Journal(QObject):
    """Keeps what signals bring.

    A QObject, so that a thread may emit them: PySide 6.11 crashes where something else listens, as ``qtbot.waitSignal`` does, and the
    thread emits once more while it stops listening.
    """

    def __init__(self, *signals: SignalInstance) -> None:
        super().__init__()
        self.lines: list[tuple[Any, ...]] = []
        for signal in signals:
            signal.connect(self.write)

    def write(self, *values: Any) -> None:
        self.lines.append(values)

    def wait(self, qtbot: QtBot, count: int) -> None:
        """Until so many lines are there."""
        qtbot.waitUntil(lambda: len(self.lines) >= count, timeout=WAIT_MS)
