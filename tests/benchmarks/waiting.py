"""Lets a window live as the application does, asleep between events, until something is so."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

WAIT_S = 120
ASK_MS = 20


def until(condition: Callable[[], bool]) -> None:
    """Turn the event loop; ``condition`` is asked every 20 ms.

    ``QApplication.processEvents`` in a loop of its own would never sleep, and take half a processor from what is measured.

    Raises:
        TimeoutError: it isn't so after two minutes.
    """
    loop, end = QEventLoop(), QDeadlineTimer(1000 * WAIT_S)
    timer = QTimer(interval=ASK_MS)
    timer.timeout.connect(lambda: loop.quit() if condition() or end.hasExpired() else None)
    if not condition():
        timer.start()
        loop.exec()
        timer.stop()
        if not condition():
            raise TimeoutError("the window didn't get there")
