"""Loads the chosen data beside the user interface; a newer choice takes the place of an older one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import Progress
from ae_workbench.ui.workers import DataThread

Load = Callable[[Choice, Progress], Dataset]


class DataLoader(QObject):
    """One thread at a time. Exactly one of ``loaded``, ``failed`` and ``cancelled`` follows each ``began``.

    ``cancelled`` also comes for a choice that is dropped before it begins.
    """

    began = Signal(object)
    progressed = Signal(float, str)
    loaded = Signal(object, object)
    failed = Signal(object, object)
    cancelled = Signal(object)
    idle = Signal()

    def __init__(self, load: Load | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load or _load
        self._thread: DataThread | None = None
        self._next: Choice | None = None
        self._answered = False

    @property
    def is_busy(self) -> bool:
        return self._thread is not None

    @property
    def choice(self) -> Choice | None:
        """What is being loaded, or will be next."""
        return self._next or (self._thread.choice if self._thread and not self._thread.isInterruptionRequested() else None)

    def load(self, choice: Choice) -> None:
        """Load these data, in place of any others under way."""
        if choice == self.choice:
            return
        if self._thread is None:
            self._begin(choice)
        else:
            self._thread.cancel()
            self._wait_for(choice)

    @Slot()
    def cancel(self) -> None:
        """Give up what is under way."""
        if self._thread:
            self._thread.cancel()
        self._wait_for(None)

    def _wait_for(self, choice: Choice | None) -> None:
        dropped, self._next = self._next, choice
        if dropped is not None:
            self.cancelled.emit(dropped)

    def _begin(self, choice: Choice) -> None:
        self._answered = False
        self._thread = DataThread(choice, self._load, self)
        self._thread.progressed.connect(self._pass_progress)
        self._thread.loaded.connect(self._pass_loaded)
        self._thread.failed.connect(self._pass_failed)
        self._thread.finished.connect(self._end)
        self.began.emit(choice)
        self._thread.start()

    @property
    def _is_wanted(self) -> bool:
        return self._thread is not None and not self._thread.isInterruptionRequested()

    @Slot(float, str)
    def _pass_progress(self, share: float, doing: str) -> None:
        if self._is_wanted:
            self.progressed.emit(share, doing)

    @Slot(object, object)
    def _pass_loaded(self, choice: Choice, dataset: Dataset) -> None:
        if self._is_wanted:
            self._answered = True
            self.loaded.emit(choice, dataset)

    @Slot(object, object)
    def _pass_failed(self, choice: Choice, error: Exception) -> None:
        if self._is_wanted:
            self._answered = True
            self.failed.emit(choice, error)

    @Slot()
    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.wait()
        thread.deleteLater()
        if not self._answered:
            self.cancelled.emit(thread.choice)
        chosen, self._next = self._next, None
        if chosen is not None:
            self._begin(chosen)
        elif self._thread is None:
            self.idle.emit()


def _load(choice: Choice, progress: Progress) -> Dataset:
    from ae_workbench.engine import datasets

    return datasets.load(choice, progress)
