"""A trial on a cluster: plain functions and plain values go over the wire, never a model object. Imported on every node."""

import socket
import tempfile
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ae_workbench.engine.control import Control
    from ae_workbench.storage.run_folder import RunFolder

LOOK_S = 0.5
VERSION_KEY, RECIPE, FINGERPRINT, FILES, THREADS = "version", "recipe", "fingerprint", "files", "threads"
EPOCH, SECONDS, METRICS, OUTCOME, ERROR = "epoch", "seconds", "metrics", "outcome", "error"
PREVIEW = "preview.png"
Order = dict[str, Any]
"""``version`` of this program, ``recipe`` as its file's text, ``fingerprint`` of the data, ``threads``, and ``files`` by their
names in the run's folder: what was learned so far."""
Message = dict[str, Any]
"""An ``epoch`` with ``seconds``, ``metrics`` and ``files``; or how it ended, ``outcome`` and ``error``."""


@dataclass
class Mailbox:
    """What tasks tell, and what they are asked. An actor of the cluster; every call is answered at once."""

    told: deque[tuple[int, Message]] = field(default_factory=deque)
    stopped: set[int] = field(default_factory=set)
    is_paused: bool = False

    def tell(self, number: int, message: Message) -> None:
        self.told.append((number, message))

    def take(self) -> list[tuple[int, Message]]:
        """Everything told since."""
        taken = list(self.told)
        self.told.clear()
        return taken

    def stop(self, number: int) -> None:
        self.stopped.add(number)

    def pause(self, is_paused: bool) -> None:
        self.is_paused = is_paused

    def asked(self, number: int) -> tuple[bool, bool]:
        """Whether this task shall stop, and whether all shall wait."""
        return number in self.stopped, self.is_paused


def train_remotely(mailbox: Any, number: int, order: Order) -> Message:
    """Train a run in a folder of this node's own, telling every epoch; gives how it ended. ``mailbox`` is the actor's handle."""
    import ray

    from ae_workbench import __version__
    from ae_workbench.engine.sweep.worker import in_a_sentence, limit_threads

    limit_threads(order[THREADS])
    host = socket.gethostname()
    if order[VERSION_KEY] != __version__:
        wrong = (
            f"The worker {host} has AE Workbench {__version__}, but this is {order[VERSION_KEY]}: install the same version on every node."
        )
        return {OUTCOME: "failed", ERROR: wrong}

    def tell(message: Message) -> None:
        ray.get(mailbox.tell.remote(number, message))

    def asked() -> tuple[bool, bool]:
        return ray.get(mailbox.asked.remote(number))

    with tempfile.TemporaryDirectory(prefix="ae-workbench-trial-", ignore_cleanup_errors=True) as folder:
        try:
            return train_in(Path(folder) / "run", order, host, tell, asked)
        except Exception as problem:  # process boundary: handed on, not lost
            return {OUTCOME: "failed", ERROR: in_a_sentence(problem)}


def train_in(path: Path, order: Order, host: str, tell: Callable[[Message], None], asked: Callable[[], tuple[bool, bool]]) -> Message:
    """Rebuild the run in ``path`` and train it to its end.

    Raises:
        WorkbenchError: the data aren't here, or are others.
    """
    from ae_workbench.core.errors import DataError
    from ae_workbench.engine import datasets
    from ae_workbench.engine.control import Control
    from ae_workbench.engine.sweep.crew import EpochTold, Report
    from ae_workbench.engine.sweep.worker import train
    from ae_workbench.storage.run_folder import RunFolder, optimizer_name, weights_name
    from ae_workbench.variants.recipes import parse_recipe

    recipe = parse_recipe(order[RECIPE])
    try:
        dataset = datasets.load(recipe.data)
    except DataError as problem:
        raise DataError(f"The worker {host} lacks the data: {problem}") from None
    run = RunFolder.create(path, recipe, dataset.limited(recipe.limit))
    if run.facts.fingerprint != order[FINGERPRINT]:
        raise DataError(f"The data on the worker {host} are others than here: every node needs the same files at the same place.")
    for name, content in order[FILES].items():
        (path / name).write_bytes(content)
    control = Control()
    done = threading.Event()
    watcher = threading.Thread(target=_obey, args=(control, asked, done), daemon=True)
    watcher.start()

    def hear(report: Report) -> None:
        if isinstance(report, EpochTold):
            first = (weights_name(0),) if report.epoch == 1 else ()
            names = (*first, weights_name(report.epoch), optimizer_name(report.epoch))
            tell({EPOCH: report.epoch, SECONDS: report.seconds, METRICS: dict(report.metrics), FILES: _contents(run, names)})

    try:
        end = train(0, run, dataset, control, hear)
    finally:
        done.set()
        watcher.join()
    return {OUTCOME: end.outcome, ERROR: end.error, FILES: _contents(run, (PREVIEW,))}  # type: ignore[union-attr]


def _obey(control: "Control", asked: Callable[[], tuple[bool, bool]], done: threading.Event) -> None:
    """Do what is asked of this task until it is done."""
    while not done.wait(LOOK_S):
        stop, pause = asked()
        if stop:
            control.request_stop()
            return
        if pause != control.paused:
            (control.pause if pause else control.resume)()


def _contents(run: "RunFolder", names: tuple[str, ...]) -> dict[str, bytes]:
    """Files of a run that are there."""
    return {name: (run.path / name).read_bytes() for name in names if (run.path / name).is_file()}
