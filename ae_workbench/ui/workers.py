"""The threads beside the user interface. Each is asked to end and waited for; none is ever terminated."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Condition
from time import monotonic
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import Cancelled, Progress
from ae_workbench.engine.events import Ended
from ae_workbench.engine.priority import step_back
from ae_workbench.engine.warmup import wait_while_linked

STACK_BYTES = 16 * 1024 * 1024
"""XLA compiles on these threads; macOS gives a QThread only 512 KB."""
PATIENCE_S = 0.2
"""So long others wait while a hand keeps asking."""
HAND_RESTS_S = 0.5


class Runnable(Protocol):
    """What a thread needs of a session that tells events, the last of which says how it ended."""

    def run(self, emit: Callable[[Any], None]) -> None: ...
    def request_stop(self) -> None: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...


class Trainable(Runnable, Protocol):
    """What a training thread needs of a session."""

    def step_epoch(self) -> None: ...
    def save_in(self, folder: Path) -> None: ...
    def try_again(self) -> None: ...


S = TypeVar("S", bound=Runnable)


class SessionThread(QThread, Generic[S]):
    """Runs one session; its events arrive as ``happened`` in the receiver's thread. ``failed`` makes a last one of an exception."""

    happened = Signal(object)

    def __init__(self, name: str, session: S, failed: Callable[[Exception], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setStackSize(STACK_BYTES)
        self.session = session
        self._failed = failed

    def run(self) -> None:
        step_back()
        try:
            self.session.run(self.happened.emit)
        except Exception as failure:  # thread boundary: a session that breaks its promise still ends
            self.happened.emit(self._failed(failure))


class TrainingThread(SessionThread[Trainable]):
    """Runs one training."""

    def __init__(self, session: Trainable, parent: QObject | None = None) -> None:
        super().__init__("training_thread", session, lambda failure: Ended("failed", error=failure), parent)


class EngineThread(QThread):
    """Imports TensorFlow once, after the first paint."""

    ready = Signal(str)
    failed = Signal(object)

    def __init__(self, load: Callable[[], str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("engine_thread")
        self.setStackSize(STACK_BYTES)
        self._load = load or _import_engine

    def run(self) -> None:
        step_back()
        try:
            self.ready.emit(self._load())
        except Exception as failure:  # thread boundary: handed on, not lost
            self.failed.emit(failure)


class DataThread(QThread):
    """Loads one data set. ``cancel`` makes it end at its next word of progress, without a result."""

    progressed = Signal(float, str)
    loaded = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, choice: Choice, load: Callable[[Choice, Progress], Dataset], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_thread")
        self.setStackSize(STACK_BYTES)
        self.choice = choice
        self._load = load

    def cancel(self) -> None:
        self.requestInterruption()

    def run(self) -> None:
        step_back()
        try:
            dataset = self._load(self.choice, self._progress)
            if not self.isInterruptionRequested():
                self.loaded.emit(self.choice, dataset)
        except Cancelled:
            return
        except Exception as failure:  # thread boundary: handed on, not lost
            self.failed.emit(self.choice, failure)

    def _progress(self, share: float, doing: str) -> None:
        if self.isInterruptionRequested():
            raise Cancelled
        self.progressed.emit(share, doing)


@dataclass(frozen=True)
class SnapshotRequest:
    """A job for the codec thread: open a run at an epoch and apply ``function`` to the snapshot."""

    run: Path
    epoch: int
    function: Callable[[Any], object]

    def __call__(self) -> object:
        from ae_workbench.engine.snapshot import open_snapshot

        return self.function(open_snapshot(self.run, self.epoch))


class CodecThread(QThread):
    """Serves the newest request of each asker; an older one that has not begun is dropped, so a dragged pointer never queues up.

    What follows a hand comes first; what doesn't has a turn all the same, every ``PATIENCE_S``.
    """

    answered = Signal(str, object)
    failed = Signal(str, object)
    companions_ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codec_thread")
        self.setStackSize(STACK_BYTES)
        self._changed = Condition()
        self._waiting: dict[str, Callable[[], object]] = {}
        self._urgent: set[str] = set()
        self._lasting: set[str] = set()
        self._others_served = 0.0
        self._hand_asked = float("-inf")
        self._companions: list[QThread] = []
        self._stopping = False

    def ask(self, asker: str, job: Callable[[], object], urgent: bool = False, lasting: bool = False) -> bool:
        """Have ``job`` done in place of whatever this asker still waits for; askers take turns in the order they asked.

        ``urgent``: a hand waits for it. ``lasting``: it is done even where this thread is asked to stop before. Gives whether an older
        job was dropped for it: then one answer comes for both.
        """
        with self._changed:
            if self._stopping and not lasting:
                return False
            has_dropped = asker in self._waiting
            self._waiting[asker] = job
            self._hand_asked = monotonic() if urgent else self._hand_asked
            (self._urgent.add if urgent else self._urgent.discard)(asker)
            (self._lasting.add if lasting else self._lasting.discard)(asker)
            self._changed.notify()
        return has_dropped

    @property
    def follows_hand(self) -> bool:
        """Whether a hand asked just now; what has time and takes long is better asked later."""
        return monotonic() - self._hand_asked < HAND_RESTS_S

    def forget(self, asker: str) -> bool:
        """Drop what this asker still waits for; gives whether there was anything."""
        with self._changed:
            return self._waiting.pop(asker, None) is not None

    @property
    def has_companions(self) -> bool:
        return bool(self._companions)

    def start_companion(self, thread: QThread, priority: QThread.Priority = QThread.Priority.InheritPriority) -> bool:
        """Start a viewer's own thread, for work of many seconds, and keep it until it ends; False, and nothing, while this one stops.

        To be called in the thread that made this one, as ``request_stop`` is, which interrupts it.
        """
        if self._stopping:
            return False
        self._companions.append(thread)
        thread.finished.connect(self._let_companions_go)
        thread.start(priority)
        return True

    @Slot()
    def _let_companions_go(self) -> None:
        self._companions = [thread for thread in self._companions if not thread.isFinished()]
        if not self._companions:
            self.companions_ended.emit()

    def request_stop(self) -> None:
        """End after the job at hand and those that last; what else waits is dropped."""
        with self._changed:
            self._stopping = True
            self._waiting = {asker: job for asker, job in self._waiting.items() if asker in self._lasting}
            self._changed.notify()
        for thread in self._companions:
            thread.requestInterruption()

    def run(self) -> None:
        while (request := self._next()) is not None:
            asker, job = request
            wait_while_linked()
            try:
                self.answered.emit(asker, job())
            except Exception as failure:  # thread boundary: handed on, and the next request is served
                self.failed.emit(asker, failure)

    def _next(self) -> tuple[str, Callable[[], object]] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or bool(self._waiting))
            if not self._waiting:
                return None
            asker = self._next_asker()
            self._lasting.discard(asker)
            return asker, self._waiting.pop(asker)

    def _next_asker(self) -> str:
        others = next((asker for asker in self._waiting if asker not in self._urgent), None)
        urgent = next((asker for asker in self._waiting if asker in self._urgent), None)
        now = monotonic()
        if others is None or (urgent is not None and now - self._others_served < PATIENCE_S):
            return urgent or next(iter(self._waiting))
        self._others_served = now
        return others


def _import_engine() -> str:
    from ae_workbench.engine.warmup import import_tensorflow

    return import_tensorflow()
