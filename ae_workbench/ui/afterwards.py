"""What a window can do without at its start: made after the first paint, one part in each turn of the event loop."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot


class PlotsThread(QThread):
    """Imports pyqtgraph, so that the window needn't wait for it. It makes nothing of Qt's that would belong to this thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plots_thread")

    def run(self) -> None:
        from ae_workbench.ui import plotting  # noqa: F401


class Afterwards(QObject):
    """Does its steps once plots can be drawn; ``done`` comes after the last one."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thread_ = PlotsThread(self)
        self.is_done = False
        self._steps: list[Callable[[], object]] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._do_next)
        self.thread_.finished.connect(self._turn.start)

    def begin(self, steps: Iterable[Callable[[], object]]) -> None:
        """Import what plots need, then do these steps in turn."""
        self._steps = list(steps)
        self.thread_.start()

    @Slot()
    def stop(self) -> None:
        """Do no more steps."""
        self._steps.clear()
        self._turn.stop()
        self.is_done = True

    @Slot()
    def _do_next(self) -> None:
        if self._steps:
            self._steps.pop(0)()
            return
        self._turn.stop()
        if not self.is_done:
            self.is_done = True
            self.done.emit()
