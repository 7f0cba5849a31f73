"""Saves that are cut short, each with what is on the disk before it and all that may be there afterwards."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import recipe_text
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.storage import run_folder, runs, samples, trash
from ae_workbench.storage.atomic import write_text
from ae_workbench.storage.projection_cache import ProjectionKey, read_projection, write_projection
from ae_workbench.storage.run_folder import EpochRecord, RunFolder, is_run
from ae_workbench.variants.recipes import find_recipe, read_recipe, with_settings

State = Any
RECIPE = with_settings(find_recipe("simple"), ["code_size=3", "epochs=9"])
IMAGES = np.arange(5 * 24, dtype=np.uint8).reshape(5, 4, 6, 1)
DATASET = Dataset("tiny", Shape((4, 6, 1)), Split(IMAGES[:3]), Split(IMAGES[3:]))
KEY = ProjectionKey(1, 0, "data", {"method": "t-SNE"})


@dataclass(frozen=True)
class Scenario:
    """``prepare`` makes the folder as it is before ``save``; ``look`` gives all that is in it, every number.

    ``between`` says whether something that is neither the old state nor the new one is whole all the same.
    ``again``: the save can be done once more after a crash, and then gives the new state.
    """

    prepare: Callable[[Path], object]
    save: Callable[[Path], object]
    look: Callable[[Path], State]
    between: Callable[[State, State, State], bool] = lambda found, old, new: False
    again: bool = True


def weights(epoch: int) -> list[NDArray]:
    """What a model of RECIPE could have learned by this epoch."""
    rng = np.random.default_rng(epoch)
    return [rng.normal(size=dims).astype(np.float32) for dims in ((24, 3), (3,), (3, 24), (24,))]


def record(epoch: int, partial_: bool = False) -> EpochRecord:
    return EpochRecord(epoch, 0.5, {"loss": 1 / epoch} if partial_ else {"loss": 1 / epoch, "val_loss": 2 / epoch}, partial_)


def add_epoch(folder: Path, epoch: int, partial_: bool = False) -> None:
    """As a training does."""
    optimizer = None if partial_ else [np.int64(epoch), *weights(epoch + 100), *weights(epoch + 200)]
    RunFolder.open(folder / "run").add_epoch(record(epoch, partial_), weights(epoch + 50 * partial_), optimizer)


def run_with(folder: Path, epochs: int = 0, partial_: bool = False) -> None:
    """A run after so many epochs, the last of them perhaps stopped half way."""
    run = RunFolder.create(folder / "run", RECIPE, DATASET)
    run.facts = replace(run.facts, created="2026-01-01T00:00:00+00:00")
    run.begin(9)
    run.write_weights(0, weights(0))
    for epoch in range(1, epochs + 1):
        add_epoch(folder, epoch, partial_ and epoch == epochs)


def look_at_run(folder: Path, name: str = "run") -> State:
    """Everything a run says of itself; "no run" where there is none, which must not look like one."""
    path = folder / name
    if not is_run(path):
        return "no run"
    run = RunFolder.open(path)
    last, stored = run.last_full_epoch, run.epochs()
    summary = runs.summary(path)
    facts = replace(run.facts, created="")
    return {
        "recipe": run.recipe, "facts": facts, "problem": summary.problem, "epochs of the summary": summary.epochs,
        "history": run.history(), "weights": {epoch: _bytes(run.weights(epoch)) for epoch in stored},
        "optimizer": _bytes(run.optimizer(last) or ()) if last else None,
    }  # fmt: skip


def _bytes(arrays: Any) -> list[bytes]:
    return [np.asarray(array).tobytes() for array in arrays]


# What is saved


def _create(folder: Path) -> None:
    if not is_run(folder / "deep" / "run"):
        RunFolder.create(folder / "deep" / "run", RECIPE, DATASET)


def _begin_after_a_crash(folder: Path) -> None:
    """What an earlier crash left: temporary files, weights that don't count, and an older optimizer."""
    run_with(folder, 2)
    run = RunFolder.open(folder / "run")
    run.write_weights(3, weights(3))
    run._write_arrays(run._optimizer_path(1), weights(1))
    for place in (run.path / ".recipe.json.abc.tmp", run.path / "weights" / ".0004.npz.abc.tmp"):
        place.write_bytes(b"half of")
    run.end("stopped")


def _past_the_budget(folder: Path) -> None:
    run_folder.WEIGHTS_BUDGET_BYTES = 6_000
    add_epoch(folder, 9)


def _is_thinning(found: State, old: State, new: State) -> bool:
    """Every number there is right, the first, best and last epoch are there, and only older ones may still go."""
    known = {**old["weights"], **new["weights"]}
    return (
        {**found, "weights": None} in ({**new, "weights": None}, {**old, "weights": None})
        and set(new["weights"]) - {9} <= set(found["weights"]) <= set(known)
        and all(known[epoch] == values for epoch, values in found["weights"].items())
    )


def _is_rewound(found: State, old: State, new: State) -> bool:
    """The stopped epoch that is trained again is gone, all before it is there."""
    return found["history"] == old["history"][:-1] and found["weights"] == {e: w for e, w in old["weights"].items() if e < 3}


def _copy(folder: Path) -> None:
    run = RunFolder.open(folder / "run")
    run.copy_to(folder / "other" / "run", run.history())


def _look_at_both(folder: Path) -> State:
    return look_at_run(folder), look_at_run(folder, "other/run")


def _delete(folder: Path) -> None:
    if is_run(folder / "run"):
        trash.delete(folder / "run")


def _look_at_trash(folder: Path) -> State:
    return look_at_run(folder), look_at_run(folder, ".trash/run")


def _restore(folder: Path) -> None:
    if not is_run(folder / "run"):
        trash.restore(trash.DeletedRun(folder / "run", folder / ".trash" / "run"))


def _own_copy(folder: Path) -> None:
    samples.new_run_path = lambda variant, now: folder / "run"
    samples.own_copy(RunFolder.open(samples.samples_home() / "simple"))


def _look_at_recipe(folder: Path) -> State:
    try:
        return read_recipe(folder / "mine.json")
    except WorkbenchError as problem:
        return str(problem)


def _map(folder: Path, seed: int) -> None:
    write_projection(folder, KEY, np.random.default_rng(seed).normal(size=(40, 2)))


def _look_at_map(folder: Path) -> State:
    found = read_projection(folder, KEY, 40)
    return None if found is None else found.tobytes()


def _nothing(folder: Path) -> None:
    """The folder is empty."""


def _save_recipe(folder: Path, name: str) -> None:
    write_text(folder / "mine.json", recipe_text(replace(RECIPE, name=name)))


SCENARIOS = {
    "a new run": Scenario(_nothing, _create, partial(look_at_run, name="deep/run")),
    "its first weights": Scenario(
        lambda folder: RunFolder.create(folder / "run", RECIPE, DATASET),
        lambda folder: RunFolder.open(folder / "run").write_weights(0, weights(0)),
        look_at_run,
    ),
    "the first epoch": Scenario(partial(run_with, epochs=0), partial(add_epoch, epoch=1), look_at_run),
    "a later epoch": Scenario(partial(run_with, epochs=2), partial(add_epoch, epoch=3), look_at_run),
    "an epoch stopped half way": Scenario(partial(run_with, epochs=2), partial(add_epoch, epoch=3, partial_=True), look_at_run),
    "that epoch trained again": Scenario(partial(run_with, epochs=3, partial_=True), partial(add_epoch, epoch=3), look_at_run, _is_rewound),
    "an epoch past the size budget": Scenario(partial(run_with, epochs=8), _past_the_budget, look_at_run, _is_thinning, again=False),
    "beginning after a crash": Scenario(_begin_after_a_crash, lambda folder: RunFolder.open(folder / "run").begin(12), look_at_run),
    "the end of a training": Scenario(
        partial(run_with, epochs=1), lambda folder: RunFolder.open(folder / "run").end("finished"), look_at_run
    ),
    "another name": Scenario(partial(run_with, epochs=1), lambda folder: runs.rename(folder / "run", "Bowl"), look_at_run),
    "a copy elsewhere": Scenario(partial(run_with, epochs=2), _copy, _look_at_both, again=False),
    "into the trash": Scenario(partial(run_with, epochs=1), _delete, _look_at_trash),
    "out of the trash": Scenario(lambda folder: (run_with(folder, 1), _delete(folder)), _restore, _look_at_trash),
    "a copy of a sample": Scenario(_nothing, _own_copy, look_at_run, again=False),
    "a recipe's file": Scenario(partial(_save_recipe, name="old"), partial(_save_recipe, name="new"), _look_at_recipe),
    "a map of codes": Scenario(partial(_map, seed=1), partial(_map, seed=2), _look_at_map),
}


def plain(state: State) -> str:
    """A state in a line, for telling."""
    return json.dumps(state, default=lambda value: f"{type(value).__name__} {str(value)[:80]}", sort_keys=True)[:600]
