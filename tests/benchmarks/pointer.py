"""How long it takes from a movement of the pointer to what is painted for it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from time import perf_counter

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

RATE_HZ = 120


@dataclass
class Stopwatch:
    """Movements that have been sent and not been painted yet, and the milliseconds of those that have."""

    sent: list[tuple[int, float]] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)

    def start(self, number: int) -> None:
        """Movement ``number`` is about to be sent."""
        self.sent.append((number, perf_counter()))

    def stop(self, newest: int) -> None:
        """Movement ``newest`` is painted, and with it every earlier one."""
        now = perf_counter()
        while self.sent and self.sent[0][0] <= newest:
            self.milliseconds.append(1000 * (now - self.sent.pop(0)[1]))

    def columns(self, name: str) -> dict[str, float]:
        """Milliseconds that half of the movements, and 99 % of them, took at most."""
        return {f"{name} p{percent}": round(float(np.percentile(self.milliseconds, percent)), 1) for percent in (50, 99)}


class Hand(QObject):
    """Moves the pressed left button over a widget ``RATE_HZ`` times a second for some seconds, as the system's events would."""

    def __init__(self, widget: QWidget, place: Callable[[float], QPointF], before: Callable[[], None]) -> None:
        super().__init__()
        self._widget, self._place, self._before = widget, place, before
        self._loop = QEventLoop()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._clock = QElapsedTimer()
        self._seconds, self._moves = 0.0, 0
        self._timer.timeout.connect(self._move)

    def run(self, seconds: float) -> int:
        """Press, move, release; gives how many movements there were."""
        self.begin(seconds)
        self._loop.exec()
        self.end()
        return self._moves

    def begin(self, seconds: float = inf) -> None:
        """Press, and move as long as events are processed."""
        self._seconds, self._moves = seconds, 0
        self._send(QMouseEvent.Type.MouseButtonPress, self._place(0.0), Qt.MouseButton.LeftButton)
        self._clock.start()
        self._timer.start()

    def end(self) -> None:
        """Hold still and release."""
        self._timer.stop()
        self._send(QMouseEvent.Type.MouseButtonRelease, self._place(self._clock.nsecsElapsed() / 1e9), Qt.MouseButton.LeftButton)

    @Slot()
    def _move(self) -> None:
        now = self._clock.nsecsElapsed() / 1e9
        if now > self._seconds:
            self._timer.stop()
            self._loop.quit()
        elif now * RATE_HZ >= self._moves:
            self._moves = max(self._moves + 1, int(now * RATE_HZ))
            self._before()
            self._send(QMouseEvent.Type.MouseMove, self._place(now), Qt.MouseButton.NoButton)

    def _send(self, kind: QMouseEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
        where = QPointF(self._widget.mapToGlobal(place))
        down = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, place, where, button, down, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._widget, event)
