"""Waiting for what the window does, and remembering what it said."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QSize, QTimer, SignalInstance, Slot

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.engine.events import Ended, EpochEnded, Event
from ae_workbench.ui.main_window import MainWindow

LOAD_MS, TRAIN_MS = 60_000, 120_000
SMALL, LARGE = QSize(1280, 800), QSize(1920, 1080)
"""Of the window."""


class TourError(WorkbenchError):
    """A step took too long."""


def wait(signal: SignalInstance, there: Callable[[], bool], timeout_ms: int, what: str) -> None:
    """Until ``there`` says yes, looked at after each ``signal``. Raises ``TourError``."""
    loop, timer = QEventLoop(), QTimer(singleShot=True, interval=timeout_ms)
    signal.connect(loop.quit)
    timer.timeout.connect(loop.quit)
    timer.start()
    while not there() and timer.isActive():
        loop.exec()
    timer.stop()
    signal.disconnect(loop.quit)
    if not there():
        raise TourError(f"{what} took longer than {timeout_ms // 1000} s.")


class Witness(QObject):
    """Remembers what the window said, so that waiting never misses it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.ended: Ended | None = None
        self.epochs = 0
        self.answers: dict[str, object] = {}
        window.trainer.happened.connect(self._take_event)
        window.codec.answered.connect(self._take_answer)
        window.codec.failed.connect(self._take_answer)

    @Slot(object)
    def _take_event(self, event: Event) -> None:
        if isinstance(event, Ended):
            self.ended = event
        elif isinstance(event, EpochEnded):
            self.epochs = event.epoch

    @Slot(str, object)
    def _take_answer(self, asker: str, answer: object) -> None:
        self.answers[asker] = answer
