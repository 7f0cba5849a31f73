"""Trials on a Ray cluster. Recipe and arrays go over the wire as text and bytes; the runs are written here."""

import io
import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from numpy.typing import NDArray

from ae_workbench import __version__
from ae_workbench.core.errors import RunError, WorkbenchError
from ae_workbench.core.recipe import recipe_text
from ae_workbench.data.array_entry import BROKEN
from ae_workbench.engine.sweep import remote
from ae_workbench.engine.sweep.crew import EpochTold, Report, Task, TaskEnded
from ae_workbench.storage.arrays import MOST_ARRAYS, at_most, read_arrays
from ae_workbench.storage.atomic import write_bytes
from ae_workbench.storage.history import EpochRecord
from ae_workbench.storage.run_folder import OPTIMIZER_SIZE, RunFolder, optimizer_name, weights_name

CONNECT_S, ANSWER_S = 5.0, 60.0
CLIENT = "ray://"
MISSING = "No module named"
HOW = "pip install 'ae-workbench[cluster]'"


def check_ray() -> None:
    """Raises ``WorkbenchError`` where Ray isn't installed."""
    if find_spec("ray") is None:
        raise WorkbenchError(f"A cluster needs the package ray, which isn't installed: {HOW}, or leave the address out.")


def check_address(address: str) -> None:
    """Whether something listens at an address, in a few seconds; Ray itself would try for minutes.

    Raises:
        WorkbenchError: Ray isn't installed, this is no address, or nothing answers there.
    """
    check_ray()
    host, colon, port = address.removeprefix(CLIENT).rpartition(":")
    if not (host and colon and port.isdecimal() and int(port) < 65536):
        raise WorkbenchError(
            f"“{address}” is no address of a Ray cluster: write it as HOST:6379 on one of its nodes, or as ray://HOST:10001."
        )
    try:
        with socket.create_connection((host.strip("[]"), int(port)), CONNECT_S):
            return
    except OSError as problem:
        reason = problem.strerror or problem
        raise WorkbenchError(
            f"No Ray cluster answers at {address} ({reason}): start one there (ray start --head), or check the address."
        ) from None


class RayCrew:
    """Tasks of a cluster, at most ``workers`` of them at once, by default one for every ``threads`` of its cores. A Crew.

    Raises:
        WorkbenchError: no Ray, or no cluster at the address.
    """

    def __init__(self, address: str, threads: int, workers: int | None = None) -> None:
        check_address(address)
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "error")  # what it says otherwise goes into the program's own output
        import ray

        self._ray, self._threads = ray, threads
        with _said(address):
            ray.init(address, log_to_driver=False, logging_level="ERROR", namespace="ae-workbench")
            cores = int(ray.cluster_resources().get("CPU", 1))
            self._mailbox = ray.remote(num_cpus=0)(remote.Mailbox).remote()
            self._train = ray.remote(num_cpus=threads, max_retries=0)(remote.train_remotely)
        self._address = address
        self.size = max(1, min(workers or cores, cores // threads))
        self._tasks: dict[Any, Task] = {}

    def begin(self, task: Task) -> None:
        run = RunFolder.open(task.run)
        last = run.last_full_epoch
        names = ["history.jsonl", weights_name(last), optimizer_name(last)]
        files = {name: (run.path / name).read_bytes() for name in names if (run.path / name).is_file()}
        order: remote.Order = {
            remote.VERSION_KEY: __version__, remote.RECIPE: recipe_text(run.recipe), remote.FINGERPRINT: run.facts.fingerprint,
            remote.FILES: files, remote.THREADS: self._threads,
        }  # fmt: skip
        run.begin(run.recipe.training.epochs)
        with _said(self._address):
            self._tasks[self._train.remote(self._mailbox, task.number, order)] = task

    def poll(self, timeout_s: float) -> Sequence[Report]:
        with _said(self._address):
            refs = list(self._tasks)
            ended, _ = self._ray.wait(refs, num_returns=len(refs), timeout=timeout_s) if refs else ([], [])
            told = self._ray.get(self._mailbox.take.remote(), timeout=ANSWER_S)
        runs = {task.number: task for task in self._tasks.values()}
        reports: list[Report] = [self._kept(runs[number], message) for number, message in told if number in runs]
        return [*reports, *(self._ended(ref) for ref in ended)]

    def _kept(self, task: Task, message: remote.Message) -> Report:
        """Write an epoch that came. Raises ``RunError`` for arrays that are not those of the plan."""
        run = RunFolder.open(task.run)
        epoch, files = int(message[remote.EPOCH]), message[remote.FILES]
        weights, count = at_most(run.plan.parameter_count, "f"), run.plan.parameter_count
        if (first := files.get(weights_name(0))) is not None:
            run.write_weights(0, _arrays(first, weights))
        optimizer = files.get(optimizer_name(epoch))
        state = _arrays(optimizer, at_most(OPTIMIZER_SIZE * count + MOST_ARRAYS, "fiu")) if optimizer is not None else None
        record = EpochRecord(epoch, float(message[remote.SECONDS]), dict(message[remote.METRICS]))
        run.add_epoch(record, _arrays(files[weights_name(epoch)], weights), state)
        return EpochTold(task.number, epoch, record.seconds, record.metrics)

    def _ended(self, ref: Any) -> Report:
        task = self._tasks.pop(ref)
        try:
            message = self._ray.get(ref, timeout=ANSWER_S)
        except Exception as problem:  # cluster boundary: handed on, not lost
            text = str(problem)
            if MISSING in text and "ae_workbench" in text:
                return TaskEnded(
                    task.number, "failed", "A worker of the cluster lacks AE Workbench: install the same version on every node."
                )
            return TaskEnded(task.number, "lost", f"The trial was lost on the cluster: {type(problem).__name__}.")
        run = RunFolder.open(task.run)
        if (preview := message.get(remote.FILES, {}).get(remote.PREVIEW)) is not None:
            write_bytes(run.preview_path, preview)
        run.end(message[remote.OUTCOME])
        return TaskEnded(task.number, message[remote.OUTCOME], message[remote.ERROR])

    def stop(self, number: int) -> None:
        with _said(self._address):
            self._mailbox.stop.remote(number)

    def pause(self) -> None:
        with _said(self._address):
            self._mailbox.pause.remote(True)

    def resume(self) -> None:
        with _said(self._address):
            self._mailbox.pause.remote(False)

    def close(self) -> None:
        for ref in self._tasks:
            self._ray.cancel(ref, force=True)
        self._tasks = {}
        self._ray.shutdown()


def _arrays(content: bytes, check: Any) -> list[NDArray]:
    try:
        return read_arrays(io.BytesIO(content), check)
    except BROKEN:
        raise RunError("What came from the cluster are not the arrays of this model: is the same version on every node?") from None


@contextmanager
def _said(address: str) -> Iterator[None]:
    """What Ray raises, as a sentence."""
    from ray.exceptions import RayError

    try:
        yield
    except (RayError, ConnectionError, RuntimeError, TimeoutError, ValueError) as problem:
        reason = str(problem).strip().split("\n")[0][:200].rstrip(".")
        raise RunError(
            f"The Ray cluster at {address} doesn't answer as it should: {reason}. "
            "One that asks for a token needs RAY_AUTH_MODE=token and RAY_AUTH_TOKEN in this program's environment."
        ) from None
