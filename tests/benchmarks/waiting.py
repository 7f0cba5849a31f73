"""Lets a window live as the application does, asleep between events, until something is so."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QDeadlineTimer, QEventLoop, QTimer

WAIT_S = 120
LONGEST_SLEEP_MS = 100


def until(condition: Callable[[], bool], seconds: int = WAIT_S) -> None:
    """Turn the event loop; ``condition`` is asked after each turn, and at least every 100 ms: more often it would be work of its own.

    ``QApplication.processEvents`` in a loop of its own would never sleep, and take half a processor from what is measured.

    Raises:
        TimeoutError: it isn't so after that many seconds.
    """
    loop, end = QEventLoop(), QDeadlineTimer(1000 * seconds)
    wake = QTimer(interval=LONGEST_SLEEP_MS)

    def look() -> None:
        if condition() or end.hasExpired():
            loop.quit()

    if not condition():
        turns = QAbstractEventDispatcher.instance().aboutToBlock
        turns.connect(look)
        wake.timeout.connect(look)
        wake.start()
        loop.exec()
        wake.stop()
        turns.disconnect(look)
        if not condition():
            raise TimeoutError("the window didn't get there")
