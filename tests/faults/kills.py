"""Kills trainings with SIGKILL at random moments; each run must open, go on and end as if nothing had happened.

``python -m tests.faults.kills --count 50`` prints a line for each kill. A process that has only imported TensorFlow is forked for
each training, so that importing it takes no time.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Timer
from time import perf_counter

import numpy as np

from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load
from ae_workbench.engine.events import Ended, EpochEnded, Event, Started
from ae_workbench.engine.session import Session
from ae_workbench.storage.interrupted import is_interrupted
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings

EPOCHS = 30
SETTINGS = (f"epochs={EPOCHS}", "batch_size=64", "schedule=cosine", "learning_rate=0.003")
RECIPES = {
    "simple": with_settings(find_recipe("simple"), [*SETTINGS, "optimizer=adam"]),
    "denoising": with_settings(find_recipe("denoising"), [*SETTINGS, "form=dense", "hidden=32", "code_size=16"]),
    "variational": with_settings(find_recipe("variational"), [*SETTINGS, "optimizer=rmsprop", "batch_size=100"]),
}
TOLERANCE = 1e-4
"""The largest difference between any two weights; they are of the order of 1."""
KILLED_AGAIN = 0.25
BEFORE, WHOLE = 0.8, 0.98
"""Of the uninterrupted training's time to its first step and in all; later it would often have ended."""


@dataclass(frozen=True)
class Reference:
    """A training that was let alone: after ``start`` seconds it took its first step, after ``seconds`` it had ended."""

    recipe: Recipe
    run: RunFolder
    start: float
    seconds: float


class Child:
    """A training in a process of its own. ``epochs`` are those that it said it had kept."""

    def __init__(self, recipe: Recipe, dataset: Dataset, path: Path) -> None:
        reader, writer = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(reader)
            _train(recipe, dataset, path, writer)
        os.close(writer)
        self._said = os.fdopen(reader, "rb")

    def kill_after(self, seconds: float) -> None:
        Timer().wait(seconds)
        os.kill(self._pid, signal.SIGKILL)

    def wait_for_start(self) -> None:
        """Until it says that its training begins."""
        self._said.readline()

    def wait(self) -> tuple[bool, int]:
        """Whether it came to its end, and the last epoch that it said it had kept."""
        with self._said as file:
            said = file.read().decode().splitlines()
        _, status = os.waitpid(self._pid, 0)
        if said and not said[-1].isdecimal():
            raise AssertionError(f"a training failed by itself: {said[-1]}")
        return os.waitstatus_to_exitcode(status) == 0, int(said[-1]) if said else 0


def _train(recipe: Recipe, dataset: Dataset, path: Path, writer: int) -> None:
    """In the child; never returns."""
    code = 1
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 2)

        def emit(event: Event) -> None:
            nonlocal code
            if isinstance(event, Started):
                os.write(writer, b"0\n")
            if isinstance(event, EpochEnded):
                os.write(writer, b"%d\n" % event.epoch)
            if isinstance(event, Ended):
                code = 0
                if event.outcome != "finished":
                    os.write(writer, f"{event.outcome} {event.error!r}\n".encode())

        run = RunFolder.open(path) if (path / "run.json").is_file() else RunFolder.create(path, recipe, dataset)
        Session(recipe, dataset, run, run.facts.until or None).run(emit)
    finally:
        os._exit(code)


def reference(name: str, dataset: Dataset, home: Path) -> Reference:
    """Train a recipe without a kill."""
    path = home / name
    began = perf_counter()
    child = Child(RECIPES[name], dataset, path)
    child.wait_for_start()
    start = perf_counter() - began
    child.wait()
    return Reference(RECIPES[name], RunFolder.open(path), start, perf_counter() - began)


def try_kill(reference: Reference, dataset: Dataset, path: Path, rng: random.Random) -> str:
    """Kill a training once or twice at random moments, go on, compare; gives a line, with "WRONG" in it where anything is."""
    told = []
    while True:
        seconds = rng.uniform(BEFORE * reference.start, WHOLE * reference.seconds)
        child = Child(reference.recipe, dataset, path)
        child.kill_after(seconds)
        ended, said = child.wait()
        told.append(f"{'ended before' if ended else 'killed after'} {seconds:.2f} s")
        problem = "" if ended else _problem_after_kill(reference, path, said)
        if problem:
            return f"WRONG {', '.join(told)}: {problem}"
        kept = RunFolder.open(path).last_full_epoch if (path / "run.json").is_file() else 0
        told.append(f"{kept} epochs kept")
        if ended or rng.random() > KILLED_AGAIN:
            break
    if not ended and not Child(reference.recipe, dataset, path).wait()[0]:
        return f"WRONG {', '.join(told)}: it can't be gone on with"
    difference = _difference(RunFolder.open(path), reference.run)
    return f"{'ok' if difference <= TOLERANCE else 'WRONG'} {', '.join(told)}; at the end weights differ by {difference:.1e}"


def _problem_after_kill(reference: Reference, path: Path, said: int) -> str:
    """What is wrong with the folder of a training that was killed after it had said to have kept so many epochs."""
    if not (path / "run.json").is_file():
        return "the run is gone" if said else ""
    run = RunFolder.open(path)
    if not is_interrupted(path):
        return "it does not count as interrupted"
    if not said <= run.last_full_epoch <= EPOCHS:
        return f"{said} epochs were kept, but {run.last_full_epoch} are there"
    for epoch in run.epochs():
        wrong = max(np.abs(a - b).max() for a, b in zip(run.weights(epoch), reference.run.weights(epoch), strict=True))
        if wrong > TOLERANCE:
            return f"the weights of epoch {epoch} differ by {wrong:.1e}"
    return ""


def _difference(run: RunFolder, other: RunFolder) -> float:
    """The largest between weights and histories of two finished runs."""
    if run.facts.outcome != "finished" or run.epochs() != other.epochs():
        return float("inf")
    weights = max(float(np.abs(a - b).max()) for a, b in zip(run.weights(EPOCHS), other.weights(EPOCHS), strict=True))
    pairs = zip(run.history(), other.history(), strict=True)
    metrics = max(abs(a.metrics[name] / b.metrics[name] - 1) for a, b in pairs for name in b.metrics)
    return max(weights, metrics)


def kill_many(count: int, seed: int, home: Path, tell: Callable[[str], object], names: tuple[str, ...]) -> int:
    """So many kills over these recipes; gives how many went wrong."""
    import keras  # noqa: F401  before the forks, and nothing is computed with it here: that would start its threads
    import tensorflow  # noqa: F401

    from ae_workbench.engine import fitting  # noqa: F401

    rng = random.Random(seed)
    dataset = load(Choice("digits"))
    references = {name: reference(name, dataset, home) for name in names}
    wrong = 0
    for number in range(count):
        name = names[number % len(names)]
        line = try_kill(references[name], dataset, home / f"{name} {number}", rng)
        wrong += "WRONG" in line
        tell(f"{number + 1} {name}: {line}")
    tell(f"{count} kills, {wrong} wrong")
    return wrong


@contextmanager
def _folder(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        chosen.mkdir(parents=True, exist_ok=True)
        yield chosen
    else:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kills", description="Kill trainings at random moments.")
    parser.add_argument("--count", type=int, default=50, help="how many kills (50)")
    parser.add_argument("--seed", type=int, default=1, help="start of the random moments (1)")
    parser.add_argument("--recipes", default=",".join(RECIPES), help="which of them, with commas between (all)")
    parser.add_argument("--keep", type=Path, help="an empty folder for the runs, instead of one that is deleted")
    chosen = parser.parse_args()
    with _folder(chosen.keep) as home:
        names = tuple(chosen.recipes.split(","))
        return 1 if kill_many(chosen.count, chosen.seed, home, lambda line: print(line, flush=True), names) else 0


if __name__ == "__main__":
    sys.exit(main())
