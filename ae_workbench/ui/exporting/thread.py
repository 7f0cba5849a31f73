"""One export beside everything else: it may take minutes, and viewers go on being served."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QThread, Signal

from ae_workbench.data.source import Cancelled, Progress
from ae_workbench.ui.workers import STACK_BYTES

Work = Callable[[Progress], Path]
"""Writes something, telling how far it is, and gives where."""


class ExportThread(QThread):
    """Exactly one of ``written``, ``failed`` and ``cancelled`` comes. Interrupted, it stops at its next word of progress."""

    progressed = Signal(float, str)
    written = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setObjectName("export_thread")
        self.setStackSize(STACK_BYTES)
        self._work = work

    def run(self) -> None:
        try:
            self.written.emit(self._work(self._progress))
        except Cancelled:
            self.cancelled.emit()
        except Exception as failure:  # thread boundary: handed on, not lost
            self.failed.emit(failure)

    def _progress(self, share: float, doing: str) -> None:
        if self.isInterruptionRequested():
            raise Cancelled
        self.progressed.emit(share, doing)
