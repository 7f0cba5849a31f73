"""What a window can do without at its start: made after the first paint, one part in each turn of the event loop."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from time import perf_counter

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from ae_workbench.ui.qt_types import making

PLOTTING, EXPORTING = "ae_workbench.ui.plotting", "ae_workbench.ui.exporting.items"
"""Modules that take long to import."""
TYPES_S = 0.008


class ModulesThread(QThread):
    """Imports what the parts need, so that no turn waits for it. Modules make nothing of Qt's that would belong to this thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modules_thread")
        self.names: Sequence[str] = ()

    def run(self) -> None:
        for name in self.names:
            import_module(name)


class Afterwards(QObject):
    """Does its steps once what they need is imported; ``done`` comes after the last one."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thread_ = ModulesThread(self)
        self.is_done = False
        self._types = making()
        self._steps: list[Callable[[], object]] = []
        self._types_turn = QTimer(self, interval=0)
        self._turn = QTimer(self, interval=0)
        self._types_turn.timeout.connect(self._make_types)
        self._turn.timeout.connect(self._do_next)
        self.thread_.finished.connect(self._turn.start)

    def begin(self, modules: Sequence[str], steps: Iterable[Callable[[], object]]) -> None:
        """Import these modules, then do these steps in turn."""
        self._steps = list(steps)
        self.thread_.names = modules
        self._types_turn.start()

    @Slot()
    def stop(self) -> None:
        """Do no more steps."""
        self._steps.clear()
        self._types_turn.stop()
        self._turn.stop()
        self.is_done = True

    @Slot()
    def _make_types(self) -> None:
        """Some of Qt's classes, and after the last of them begin with the modules."""
        end = perf_counter() + TYPES_S
        for _ in self._types:
            if perf_counter() > end:
                return
        self._types_turn.stop()
        self.thread_.start()

    @Slot()
    def _do_next(self) -> None:
        if self._steps:
            self._steps.pop(0)()
            return
        self._turn.stop()
        if not self.is_done:
            self.is_done = True
            self.done.emit()
