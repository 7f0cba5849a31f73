"""Hand-written stands-in for what is slow: a session, data and TensorFlow's import."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.data.source import Progress
from ae_workbench.engine.control import Control
from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Event, Paused, Preparing, Resumed, Started
from ae_workbench.storage.run_folder import EpochRecord, RunFolder

BATCHES = 4


class FakeSession:
    """Trains nothing, but says and keeps what a session does. Each batch lasts until ``pace`` seconds are over or a stop is asked."""

    def __init__(
        self,
        recipe: Recipe,
        dataset: Dataset,
        run: RunFolder,
        until: int | None = None,
        event_files: Path | None = None,
        pace: float = 0.001,
    ) -> None:
        self.recipe, self.dataset, self.folder = recipe, dataset, run
        self.until = until or recipe.training.epochs
        self.pace = pace
        self.control = Control()
        self._stopped = threading.Event()

    def request_stop(self) -> None:
        self._stopped.set()
        self.control.request_stop()

    def pause(self) -> None:
        self.control.pause()

    def resume(self) -> None:
        self.control.resume()

    def step_epoch(self) -> None:
        self.control.step_epoch()

    def run(self, emit: Callable[[Event], None]) -> None:
        emit(Preparing("importing"))
        first = self.folder.last_full_epoch
        emit(Started(self.folder.path, first, self.until, len(self.dataset.train), 100))
        for epoch in range(first + 1, self.until + 1):
            self._train(epoch, emit)
            if self.control.stopped:
                break
        outcome = "stopped" if self.control.stopped else "finished"
        self.folder.end(outcome)
        emit(Ended(outcome, self.folder.last_full_epoch, None, self.folder.path))

    def _train(self, epoch: int, emit: Callable[[Event], None]) -> None:
        for batch in range(1, BATCHES + 1):
            self._stopped.wait(self.pace)
            self._wait_while_paused(emit)
            if self.control.stopped:
                return
            emit(BatchesEnded(epoch, batch, BATCHES, 1000.0, 5.0))
        metrics = {"loss": 1 / epoch, "reconstruction": 0.9 / epoch, "val_loss": 1.1 / epoch, "val_reconstruction": 1 / epoch}
        self.folder.add_epoch(EpochRecord(epoch, 0.1, metrics), [np.zeros(1)], None)
        emit(EpochEnded(epoch, 0.1, metrics))
        if epoch < self.until:
            self.control.epoch_ended()
            self._wait_while_paused(emit)

    def _wait_while_paused(self, emit: Callable[[Event], None]) -> None:
        if self.control.paused and not self.control.stopped:
            emit(Paused(self.folder.last_full_epoch))
            self.control.wait_while_paused()
            emit(Resumed())


def endless_session(
    recipe: Recipe, dataset: Dataset, run: RunFolder, until: int | None = None, event_files: Path | None = None
) -> FakeSession:
    """Never gets to its end by itself."""
    return FakeSession(recipe, dataset, run, 100_000)


def small_dataset(name: str = "Fake", dims: tuple[int, ...] = (28, 28, 1), count: int = 60) -> Dataset:
    """Images of random numbers."""
    rng = np.random.default_rng(3)
    examples = rng.integers(0, 256, (count, *dims), dtype=np.uint8)
    labels = rng.integers(0, 10, count)
    half = count // 2
    return Dataset(name, Shape(dims), Split(examples[:half], labels[:half]), Split(examples[half:], labels[half:]))


class FakeLoad:
    """Gives data at once, refuses the key "images", and holds "mnist" back until ``let_go``, asking whether it is still wanted."""

    def __init__(self) -> None:
        self.asked: list[Choice] = []
        self.let_go = threading.Event()

    def __call__(self, choice: Choice, progress: Progress) -> Dataset:
        self.asked.append(choice)
        progress(0.5, "Halfway there")
        if choice.key == "images":
            raise DataError("There are no images in this folder: choose another.")
        while choice.key == "mnist" and not self.let_go.wait(0.005):
            progress(0.6, "Waiting")
        return small_dataset(choice.key)


def load_no_engine() -> str:
    """In place of TensorFlow's import."""
    return "fake TensorFlow"
