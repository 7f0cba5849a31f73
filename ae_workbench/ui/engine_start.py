"""TensorFlow's import: begun when the first data are here, watched by the status bar."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ae_workbench.engine import warmup
from ae_workbench.ui.status_bar import StatusBar
from ae_workbench.ui.workers import EngineThread

DELAY_MS = 5000
"""The import waits for the first data, but no longer than this."""
SWITCH_INTERVAL_S = 0.0001
"""With this the import stalls the window less than half as long as with Python's usual 5 ms."""


class EngineStart(QObject):
    """``thread`` runs once, on ``begin`` or some time after ``begin_soon``."""

    ready = Signal()
    refused = Signal(str)

    def __init__(self, status: StatusBar, load: Callable[[], str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        warmup.pools_give_way = True
        self.thread_ = EngineThread(load, self)
        self._status = status
        self._soon = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._called_off = False
        self._usual_interval = sys.getswitchinterval()
        self._soon.timeout.connect(self.begin)
        self.thread_.ready.connect(self._come)
        self.thread_.failed.connect(self._fail)
        status.show_engine(self.tr("TensorFlow is loaded soon"), "muted")

    def begin_soon(self) -> None:
        """From now until TensorFlow is there other threads import much, and give way to the window more often than usual."""
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self._soon.start()

    @Slot()
    def begin(self) -> None:
        """Start the import, once."""
        if self.thread_.isRunning() or self.thread_.isFinished() or self._called_off:
            return
        self._soon.stop()
        self._status.show_engine(self.tr("Loading TensorFlow…"), "warning")
        self.thread_.start()

    def call_off(self) -> None:
        """Don't begin any more; what runs can't be stopped."""
        self._called_off = True
        self._soon.stop()
        sys.setswitchinterval(self._usual_interval)

    @Slot(str)
    def _come(self, words: str) -> None:
        sys.setswitchinterval(self._usual_interval)
        self._status.show_engine(self.tr("Ready · {device}").format(device=words), "good")
        self.ready.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        sys.setswitchinterval(self._usual_interval)
        self._status.show_engine(self.tr("TensorFlow is not there"), "bad")
        self.refused.emit(self.tr("TensorFlow can't be loaded, so nothing can be trained: {error}").format(error=error))
