"""What the page of a mode runs: a session on a thread beside the window, one at a time."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.ui.workers import Runnable, SessionThread


class SessionRunner(QObject):
    """At most one session at a time. ``happened`` brings its events; the one that ends it comes when its thread is over, and then ``idle``.

    ``failed`` makes an event that ends a session of an exception, or of none where a session told no end.
    """

    happened = Signal(object)
    idle = Signal()

    def __init__(self, name: str, ended: type, failed: Callable[[Exception | None], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name, self._ended_type, self._failed = name, ended, failed
        self._thread: SessionThread[Any] | None = None
        self._ended: object | None = None
        self._began = 0.0
        self.seconds = 0.0
        """How long the last session took, pauses included."""
        self.is_paused = False

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def begin(self, session: Runnable) -> None:
        """Run it, while no other runs."""
        thread = SessionThread(self._name, session, self._failed, self)
        self._ended, self.is_paused = None, False
        self._thread = thread
        self._began = monotonic()
        thread.happened.connect(self._follow)
        thread.finished.connect(self._end)
        thread.start()

    @Slot()
    def stop(self) -> None:
        if self._thread is not None:
            self._thread.session.request_stop()

    @Slot()
    def pause(self) -> None:
        if self._thread is not None:
            self.is_paused = True
            self._thread.session.pause()

    @Slot()
    def resume(self) -> None:
        if self._thread is not None:
            self.is_paused = False
            self._thread.session.resume()

    @Slot(object)
    def _follow(self, event: object) -> None:
        if isinstance(event, self._ended_type):
            self._ended = event
        else:
            self.happened.emit(event)

    @Slot()
    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.wait()
        thread.deleteLater()
        self.seconds = monotonic() - self._began
        self.happened.emit(self._ended or self._failed(None))
        self.idle.emit()
