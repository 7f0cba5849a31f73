"""Worker processes of this computer, each within its limit of threads and memory."""

import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import wait
from threading import Event

from ae_workbench.engine.sweep.crew import Report, Task, TaskEnded
from ae_workbench.engine.sweep.limits import GIGABYTE, Limits
from ae_workbench.engine.sweep.worker import Message, work

TASKS_PER_WORKER = 25
"""Each model makes a process that trained it some megabytes larger, so a new one takes its place now and then."""
LAST_WAIT_S = 5.0


class LocalCrew:
    """Processes come when they are needed. A Crew."""

    def __init__(self, limits: Limits) -> None:
        self.size = limits.workers
        self._limits = limits
        self._workers: list[_Process] = []
        self._is_paused = False

    def begin(self, task: Task) -> None:
        worker = next((each for each in self._workers if each.task is None), None)
        if worker is None:
            worker = _Process(self._limits)
            self._workers.append(worker)
            if self._is_paused:
                worker.say(("pause", None))
        worker.begin(task)

    def poll(self, timeout_s: float) -> Sequence[Report]:
        if self._workers:
            wait([worker.connection for worker in self._workers], timeout_s)
        else:
            Event().wait(timeout_s)
        reports = [report for worker in self._workers for report in worker.reports()]
        self._let_go()
        return reports

    def _let_go(self) -> None:
        """Of workers that are gone or have worked long enough."""
        for worker in [each for each in self._workers if each.is_gone or (each.task is None and each.done >= TASKS_PER_WORKER)]:
            self._workers.remove(worker)
            worker.end()

    def stop(self, number: int) -> None:
        for worker in self._workers:
            if worker.task is not None and worker.task.number == number:
                worker.say(("stop", number))

    def pause(self) -> None:
        self._is_paused = True
        self._say_all(("pause", None))

    def resume(self) -> None:
        self._is_paused = False
        self._say_all(("resume", None))

    def _say_all(self, message: Message) -> None:
        for worker in self._workers:
            worker.say(message)

    def close(self) -> None:
        while self._workers:
            self._workers.pop().end()


class _Process:
    """One worker process: what it does, and how much memory it takes."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.task: Task | None = None
        self.done = 0
        self.is_gone = False
        context = multiprocessing.get_context("spawn")
        self.connection, other = context.Pipe()
        self._process = context.Process(target=work, args=(other, limits.threads), daemon=True, name="sweep-worker")
        self._process.start()
        other.close()

    def begin(self, task: Task) -> None:
        self.task = task
        self.say(("train", task))

    def say(self, message: Message) -> None:
        with _unless_gone():
            self.connection.send(message)

    def reports(self) -> Iterator[Report]:
        """What it said, and what can be seen from outside: that it is gone, or takes too much."""
        error = ""
        try:
            while self.connection.poll():
                report = self.connection.recv()
                if isinstance(report, TaskEnded):
                    self.task = None
                    self.done += 1
                yield report
        except (EOFError, OSError):
            self._process.join(LAST_WAIT_S)
            self.is_gone = True
            error = f"The trial's process ended by itself (exit code {self._process.exitcode})."
        if self.task is None:
            return
        if not self.is_gone and (taken := self._memory_gb()) > self._limits.memory_gb:
            self.is_gone = True
            error = (
                f"The trial's process took {taken:.2g} GB of memory, more than its limit of {self._limits.memory_gb:g} GB: "
                "raise the limit, or vary over smaller models."
            )
            yield self._ended("failed", error)
        elif self.is_gone:
            yield self._ended("lost", error)

    def _ended(self, outcome: str, error: str) -> Report:
        task, self.task = self.task, None
        assert task is not None
        return TaskEnded(task.number, outcome, error)  # type: ignore[arg-type]

    def _memory_gb(self) -> float:
        import psutil

        try:
            return psutil.Process(self._process.pid).memory_info().rss / GIGABYTE
        except psutil.Error:  # it ended meanwhile; its connection will tell
            return 0.0

    def end(self) -> None:
        """Gone for good; what it wrote is whole."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()


@contextmanager
def _unless_gone() -> Iterator[None]:
    """A worker that is gone hears nothing; its end is told elsewhere."""
    try:
        yield
    except OSError:
        return
