"""A worker of a sweep: a process that trains one run after the other. Imports nothing heavy before its limits stand."""

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ae_workbench.core.recipe import Choice
    from ae_workbench.data.dataset import Dataset
    from ae_workbench.engine.control import Control
    from ae_workbench.engine.sweep.crew import Report, Task

NICE = 10
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")
"""BLAS libraries and TensorFlow look at these when they are imported."""
Message = tuple[str, Any]
"""("train", task), ("stop", number), ("pause", None) or ("resume", None)."""


def work(connection: Connection, threads: int) -> None:
    """The whole life of a worker process."""
    from ae_workbench.engine.child import be_quiet, end_with_parent

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C too, and says what is to be done
    end_with_parent()
    be_quiet()
    limit_threads(threads)
    _step_back()
    worker = _Worker(connection)
    threading.Thread(target=worker.listen, daemon=True).start()
    worker.serve()


def limit_threads(threads: int) -> None:
    """Have libraries that are imported from now on compute with so many threads, and leave a GPU's memory to others."""
    os.environ.update(dict.fromkeys(THREAD_VARIABLES, str(threads)))
    os.environ["TF_FORCE_GPU_ALLOW_GROWTH"] = "true"


def _step_back() -> None:
    """Give way to whatever else the person does."""
    import psutil

    psutil.Process().nice(NICE if os.name != "nt" else psutil.BELOW_NORMAL_PRIORITY_CLASS)


class _Worker:
    """``listen`` runs in a thread of its own, ``serve`` in the main one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tasks: SimpleQueue[Task] = SimpleQueue()
        self._lock = threading.Lock()
        self._controls: dict[int, Control] = {}
        self._is_paused = False
        self._dataset: tuple[Choice, Dataset] | None = None

    def listen(self) -> None:
        """Take what the parent says, until it says no more."""
        from ae_workbench.engine.control import Control

        while True:
            try:
                kind, what = self._connection.recv()
            except (EOFError, OSError):
                return
            with self._lock:
                if kind == "train":
                    control = self._controls[what.number] = Control()
                    self._tell(control)
                    self._tasks.put(what)
                elif kind == "stop" and what in self._controls:
                    self._controls[what].request_stop()
                elif kind in ("pause", "resume"):
                    self._is_paused = kind == "pause"
                    for control in self._controls.values():
                        self._tell(control)

    def _tell(self, control: "Control") -> None:
        if self._is_paused:
            control.pause()
        else:
            control.resume()

    def serve(self) -> None:
        """Train what comes, until the parent ends this process."""
        while True:
            task = self._tasks.get()
            report = self._trained(task)
            with self._lock:
                del self._controls[task.number]
            self._connection.send(report)

    def _trained(self, task: "Task") -> "Report":
        from ae_workbench.engine.sweep.crew import TaskEnded
        from ae_workbench.storage.run_folder import RunFolder

        try:
            run = RunFolder.open(task.run)
            return train(task.number, run, self._data(run.recipe.data), self._controls[task.number], self._connection.send)
        except Exception as problem:  # process boundary: handed on, not lost
            return TaskEnded(task.number, "failed", in_a_sentence(problem))

    def _data(self, choice: "Choice") -> "Dataset":
        from ae_workbench.data.loading import load

        if self._dataset is None or self._dataset[0] != choice:
            self._dataset = choice, load(choice)
        return self._dataset[1]


def train(number: int, run: Any, dataset: "Dataset", control: "Control", tell: "Callable[[Report], object]") -> "Report":
    """Train a run to its end and tell each epoch; gives how it ended. ``run`` is a ``RunFolder``."""
    from ae_workbench.engine.events import Ended, EpochEnded, Event
    from ae_workbench.engine.session import Session
    from ae_workbench.engine.sweep.crew import EpochTold, TaskEnded

    ended: list[Ended] = []

    def hear(event: Event) -> None:
        match event:
            case EpochEnded(epoch=epoch, seconds=seconds, metrics=metrics, partial=False):
                tell(EpochTold(number, epoch, seconds, dict(metrics)))
            case Ended():
                ended.append(event)

    Session(run.recipe, dataset, run, control=control).run(hear)
    [end] = ended
    return TaskEnded(number, end.outcome, in_a_sentence(end.error) if end.error is not None else "")


def in_a_sentence(problem: Exception) -> str:
    """What a person is told of an error in a trial."""
    from ae_workbench.core.errors import WorkbenchError
    from ae_workbench.core.foreign import shown
    from ae_workbench.engine.session import Diverged

    if isinstance(problem, WorkbenchError | Diverged):
        return str(problem)
    if isinstance(problem, MemoryError) or "ResourceExhausted" in type(problem).__name__:
        return "There was not enough memory for this trial: use fewer workers, or vary over smaller models."
    return f"Something unforeseen went wrong: {type(problem).__name__}: {shown(str(problem), 300)}"
