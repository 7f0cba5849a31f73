"""What a comparison needs of each run, as jobs for the codec thread: one job a run, so that others come in between."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.data.corruption import NOISE_SEED, corrupt_each
from ae_workbench.data.dataset import Dataset
from ae_workbench.storage.history import last_full_epoch
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.viewers.pictures import Picture, pictures

MOST_EXAMPLES = 10
MOST_JUDGED = 10_000
"""Test examples that the numbers are means over. With more, a large model would keep other viewers waiting for more than three seconds."""


@dataclass(frozen=True)
class ComparedRun:
    """A run with its history. ``problem`` where it can't be read."""

    path: Path
    name: str
    recipe: Recipe | None = None
    shape: Shape | None = None
    code_size: int = 0
    parameter_count: int = 0
    newest_epoch: int | None = None
    records: tuple[EpochRecord, ...] = ()
    problem: str = ""

    @property
    def seconds(self) -> float:
        """Time the epochs took together."""
        return sum(record.seconds for record in self.records)

    @property
    def epochs(self) -> int:
        return last_full_epoch(self.records)


@dataclass(frozen=True)
class Results:
    """What one run makes of the present data; ``metrics`` as ``engine.evaluation.evaluate`` names them."""

    path: Path
    epoch: int
    dataset: Dataset
    indices: tuple[int, ...]
    originals: tuple[Picture, ...] = ()
    outputs: tuple[Picture, ...] = ()
    metrics: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class HistoriesJob:
    """Recipes and histories of all compared runs."""

    paths: tuple[Path, ...]

    def __call__(self) -> tuple[ComparedRun, ...]:
        return tuple(_read(path) for path in self.paths)


@dataclass(frozen=True)
class ResultsJob:
    """Function of a snapshot: some examples through it, and its numbers over many. Noise goes in as in training."""

    dataset: Dataset
    indices: tuple[int, ...]

    def __call__(self, snapshot: Any) -> Results:
        from ae_workbench.engine.evaluation import evaluate

        dataset, plan, shape = self.dataset, snapshot.plan, self.dataset.shape
        x, given = (snapshot.scaling.apply(half[list(self.indices)]) for half in (dataset.test.examples, dataset.test.inputs))
        seen = corrupt_each(given, plan.corruption, NOISE_SEED, self.indices)
        metrics = evaluate(snapshot, dataset.test.first(MOST_JUDGED), snapshot.scaling)
        outputs = pictures(snapshot.reconstruct(seen), shape)
        return Results(snapshot.run, snapshot.epoch, dataset, self.indices, pictures(x, shape), outputs, metrics)


def typical_indices(labels: NDArray | None, count: int, picked: int | None) -> tuple[int, ...]:
    """Test examples to show: the picked one first, then the first of each class, or the first ones without labels."""
    firsts = range(MOST_EXAMPLES) if labels is None else np.unique(labels, return_index=True)[1]
    found = dict.fromkeys([*([picked] if picked is not None else []), *(int(index) for index in firsts)])
    return tuple(index for index in found if index < count)[:MOST_EXAMPLES]


def _read(path: Path) -> ComparedRun:
    try:
        run = RunFolder.open(path)
        plan, stored = run.plan, run.epochs()
    except WorkbenchError as problem:
        return ComparedRun(path, path.name, problem=sentence(problem))
    return ComparedRun(
        path, run.recipe.name or path.name, run.recipe, run.facts.shape, plan.code_size, plan.parameter_count,
        stored[-1] if stored else None, tuple(run.history()),
    )  # fmt: skip
