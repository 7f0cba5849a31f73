"""A run at one epoch with its data: what figures and data exports look at. Nothing slow happens before it is wanted."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.corruption import Corruption
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.checks import check_fits
from ae_workbench.data.corruption import NOISE_SEED, corrupt_each
from ae_workbench.data.dataset import Dataset, Split, SplitName
from ae_workbench.data.source import Progress, silent
from ae_workbench.export.exporter import ExportRequest
from ae_workbench.storage.run_folder import RunFolder

if TYPE_CHECKING:
    from ae_workbench.engine.snapshot import Snapshot

Floats = NDArray[np.float32]


class Subject:
    """One run. ``data`` is whose examples it shall see, by default its own; a ``dataset`` that is loaded already saves the time."""

    def __init__(
        self,
        run: Path,
        epoch: int | None = None,
        data: Choice | None = None,
        dataset: Dataset | None = None,
        split: SplitName = "test",
        progress: Progress = silent,
    ) -> None:
        self.folder = RunFolder.open(run)
        self._wanted_epoch = epoch
        self._choice = data or self.folder.recipe.data
        self._limit = 0 if data else self.folder.recipe.limit
        self._loaded = dataset
        self._split = split
        self._progress = progress
        self._other: Subject | None = None

    @property
    def path(self) -> Path:
        return self.folder.path

    @property
    def name(self) -> str:
        """The recipe's name, or the folder's."""
        return self.folder.recipe.name or self.path.name

    @cached_property
    def plan(self) -> Plan:
        return self.folder.plan

    @property
    def shape(self) -> Shape:
        return self.folder.facts.shape

    @cached_property
    def epoch(self) -> int:
        """The epoch asked for, or the newest one stored. Raises ``RunError``."""
        return ExportRequest(self.path, self.path, self._wanted_epoch).stored_epoch

    def look_at(self, other: "Subject") -> None:
        """Have the same examples as another one, which are loaded once."""
        self._other = other

    @cached_property
    def dataset(self) -> Dataset:
        """Raises ``DataError`` for data of another shape than the run's."""
        from ae_workbench.engine.datasets import load

        if self._other is not None:
            return self._other.dataset
        dataset = self._loaded or load(self._choice, self._progress, to_learn=False)
        check_fits(dataset, self.shape)
        return dataset

    @cached_property
    def split(self) -> Split:
        """The examples that are looked at; of its own training examples those that the run was trained on."""
        return self.dataset.limited(self._limit).split(self._split)

    def named(self, things: str) -> str:
        """What is looked at in words: "test images", or "images" where all are."""
        return {"test": f"test {things}", "train": f"training {things}", "all": things}[self._split]

    @cached_property
    def snapshot(self) -> "Snapshot":
        """The model. Call ``dataset`` first where both are needed: what is wrong with data is known sooner."""
        from ae_workbench.engine.snapshot import open_snapshot

        return open_snapshot(self.path, self.epoch)

    # Examples

    def examples(self, indices: NDArray[np.intp]) -> Floats:
        """Examples as the model sees them, (n, *dims)."""
        return self.folder.facts.scaling.apply(self.split.examples[indices])

    def noisy(self, indices: NDArray[np.intp], corruption: Corruption | None = None) -> Floats:
        """What goes in: the noisy halves of pairs, with the run's own noise or another on top."""
        given = self.folder.facts.scaling.apply(self.split.inputs[indices])
        return corrupt_each(given, self.plan.corruption if corruption is None else corruption, NOISE_SEED, indices)

    @property
    def sees_noise(self) -> bool:
        """Whether what goes in differs from the examples."""
        return self.split.is_paired or self.plan.corruption.kind != "none"

    def typical(self, count: int) -> NDArray[np.intp]:
        """Positions of ``count`` examples: one of each class in turn, or the first ones where there are no labels."""
        labels = self.split.labels
        if labels is None:
            return np.arange(min(count, len(self.split)))
        rounds = np.zeros(len(labels), np.int64)
        for label in np.unique(labels):
            found = np.flatnonzero(labels == label)
            rounds[found] = np.arange(len(found))
        return np.lexsort((labels, rounds))[:count]

    @cached_property
    def class_names(self) -> tuple[str, ...]:
        """Names of all classes that the labels count; none without labels."""
        labels = self.split.labels
        if labels is None:
            return ()
        names, count = self.dataset.class_names, int(labels.max(initial=-1)) + 1
        return names if len(names) >= count else tuple(str(label) for label in range(count))
