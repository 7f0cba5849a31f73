"""What a window can do without at its start: made after the first paint, the modules beside it, the widgets in turns of the event loop."""

from collections.abc import Callable, Iterable
from importlib import import_module
from time import perf_counter

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from ae_workbench.engine.priority import step_back
from ae_workbench.ui.qt_types import making

PLOTTING, EXPORTING = "ae_workbench.ui.plotting", "ae_workbench.ui.exporting.items"
"""Modules that take long to import."""
TYPES_S = 0.008


Part = tuple[str, Callable[[], object]]
"""A module, and what is done once it is imported."""


class ModuleThread(QThread):
    """Imports a module, so that no turn waits for it. It makes nothing of Qt's that would belong to this thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("module_thread")
        self.name = ""

    def run(self) -> None:
        step_back()
        import_module(self.name)


class Afterwards(QObject):
    """Does one part after the other, each in a turn of its own; ``done`` comes after the last one."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thread_ = ModuleThread(self)
        self.is_done = False
        self._types = making()
        self._parts: list[Part] = []
        self._types_turn = QTimer(self, interval=0)
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._types_turn.timeout.connect(self._make_types)
        self._turn.timeout.connect(self._import_next)
        self.thread_.finished.connect(self._do_next)

    def begin(self, parts: Iterable[Part]) -> None:
        """Do these."""
        self._parts = list(parts)
        self._types_turn.start()

    @Slot()
    def stop(self) -> None:
        """Do no more of them."""
        self._parts.clear()
        self._types_turn.stop()
        self._turn.stop()
        self.is_done = True

    @Slot()
    def _make_types(self) -> None:
        """Some of Qt's classes, and after the last of them begin with the parts."""
        end = perf_counter() + TYPES_S
        for _ in self._types:
            if perf_counter() > end:
                return
        self._types_turn.stop()
        self._turn.start()

    @Slot()
    def _import_next(self) -> None:
        if self._parts:
            self.thread_.name = self._parts[0][0]
            self.thread_.start()
        elif not self.is_done:
            self.is_done = True
            self.done.emit()

    @Slot()
    def _do_next(self) -> None:
        if self._parts:
            self._parts.pop(0)[1]()
            self._turn.start()
