"""The sweep that runs: a thread that watches over it, while worker processes train."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot

from ae_workbench.engine.sweep.events import SweepEnded, SweepEvent
from ae_workbench.engine.sweep.limits import Limits
from ae_workbench.engine.sweep.session import SweepSession
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.ui.priority import step_back


class Sweepable(Protocol):
    """What the thread needs of a session."""

    def run(self, emit: Callable[[SweepEvent], None]) -> None: ...
    def request_stop(self) -> None: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...


MakeSweep = Callable[[SweepFolder, Limits, str], Sweepable]
"""Folder, limits, and the address of a cluster or nothing."""


def make_sweep(folder: SweepFolder, limits: Limits, address: str) -> Sweepable:
    """A session in worker processes, or on a cluster."""
    if address:
        from ae_workbench.engine.sweep.cluster import RayCrew

        return SweepSession(folder, lambda: RayCrew(address, limits.threads, limits.workers))
    from ae_workbench.engine.sweep.local import LocalCrew

    return SweepSession(folder, lambda: LocalCrew(limits))


class SweepThread(QThread):
    """Runs one session; its events arrive as ``happened`` in the receiver's thread."""

    happened = Signal(object)

    def __init__(self, session: Sweepable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_thread")
        self.session = session

    def run(self) -> None:
        step_back()
        try:
            self.session.run(self.happened.emit)
        except Exception as failure:  # thread boundary: a session that breaks its promise still ends its sweep
            self.happened.emit(SweepEnded("failed", error=failure))


class SweepRunner(QObject):
    """At most one sweep at a time. ``SweepEnded`` comes when its thread is over, and then ``idle``."""

    happened = Signal(object)
    idle = Signal()

    def __init__(self, make: MakeSweep = make_sweep, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._thread: SweepThread | None = None
        self._ended: SweepEnded | None = None
        self.folder: SweepFolder | None = None

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def start(self, folder: SweepFolder, limits: Limits, address: str = "") -> None:
        """Begin or go on with a sweep. Raises ``WorkbenchError``; does nothing while another runs."""
        if self._thread is not None:
            return
        thread = SweepThread(self._make(folder, limits, address), self)
        self.folder, self._ended = folder, None
        self._thread = thread
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
            self._thread.session.pause()

    @Slot()
    def resume(self) -> None:
        if self._thread is not None:
            self._thread.session.resume()

    @Slot(object)
    def _follow(self, event: SweepEvent) -> None:
        if isinstance(event, SweepEnded):
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
        self.happened.emit(self._ended or SweepEnded("failed"))
        self.idle.emit()
