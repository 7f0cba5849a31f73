"""A run on disk: recipe, facts, history and weights per epoch. The truth that everything else reads."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from numpy.typing import NDArray

from ae_workbench.core.errors import RunError
from ae_workbench.core.foreign import shown
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe, recipe_text
from ae_workbench.data.array_entry import BROKEN
from ae_workbench.data.dataset import Dataset
from ae_workbench.storage.arrays import MOST_ARRAYS, Check, at_most, read_arrays, write_arrays
from ae_workbench.storage.atomic import make_folder, remove_leftovers, write_bytes, write_text, write_with
from ae_workbench.storage.empty_folder import is_empty
from ae_workbench.storage.facts import Facts as Facts
from ae_workbench.storage.facts import facts_text, read_facts
from ae_workbench.storage.history import EpochRecord as EpochRecord
from ae_workbench.storage.history import append_record, last_full_epoch, newest_record, read_history, write_history
from ae_workbench.storage.history import best_epoch as best_epoch
from ae_workbench.storage.lock import LOCK_NAME
from ae_workbench.storage.patience import discard
from ae_workbench.variants.recipes import make_plan, read_recipe

WEIGHTS_BUDGET_BYTES = 1_000_000_000
OPTIMIZER_SIZE = 4
"""More numbers for each weight than any of the optimizers keeps."""
Arrays = Sequence[NDArray]


class RunFolder:
    """One run. Make with ``create`` or ``open``."""

    def __init__(self, path: Path, recipe: Recipe, facts: Facts) -> None:
        self.path = path
        self.recipe = recipe
        self.facts = facts

    @classmethod
    def create(cls, path: Path, recipe: Recipe, dataset: Dataset) -> "RunFolder":
        """A new run in an empty or new folder.

        Raises:
            RunError: the folder has something in it, or can't be made.
        """
        facts = Facts(
            dataset.shape, dataset.scaling, dataset.name, len(dataset.train), len(dataset.test), dataset.fingerprint,
            dataset.class_names, datetime.now().astimezone().isoformat(timespec="seconds"),
        )  # fmt: skip
        run = cls(path, recipe, facts)
        try:
            run._make_folder()
            run._write_facts()
        except OSError as problem:
            raise RunError(f"No run can be kept in {path}: {problem.strerror or problem}.") from None
        return run

    @classmethod
    def open(cls, path: Path) -> "RunFolder":
        """A run that is there.

        Raises:
            RunError: no run, or a broken one. RecipeError, ParameterError: its recipe is broken.
        """
        if not (path / "run.json").is_file() or not (path / "recipe.json").is_file():
            raise RunError(f"There is no run in {path}: a run is a folder with recipe.json, run.json and weights.")
        return cls(path, read_recipe(path / "recipe.json"), read_facts(path / "run.json"))

    @property
    def plan(self) -> Plan:
        return make_plan(self.recipe, self.facts.shape)

    @property
    def preview_path(self) -> Path:
        """A small picture of what the run learned, made when a training ends; may not be there."""
        return self.path / "preview.png"

    def begin(self, until: int) -> None:
        """Note that a training begins which shall end at epoch ``until``, and clear away what a crash of the one before left.

        From now until ``end`` this is a run that was interrupted, unless somebody holds it.

        Raises:
            RunError: there are weights of epochs that the history doesn't know, and more than a crash leaves.
        """
        known, full = self._known_epochs(), self.last_full_epoch
        stored = self._stored()
        if _goes_beyond(stored, known):
            raise RunError(
                f"The history of {self.path} ends at epoch {known}, but weights of epoch {stored[-1]} are there: "
                "bring its history.jsonl back, or begin a new run."
            )
        remove_leftovers(self.path)
        remove_leftovers(self.path / "weights")
        if known + 1 in stored:
            discard(self._weights_path(known + 1))
        if self._optimizer_path(full).is_file():
            self._drop_old_optimizers(full)
        self.facts = replace(self.facts, outcome="", until=until)
        self._write_facts()

    def end(self, outcome: str) -> None:
        """Note how the training ended."""
        self.facts = replace(self.facts, outcome=outcome)
        self._write_facts()

    def copy_to(self, path: Path, records: Sequence[EpochRecord], **facts: str) -> "RunFolder":
        """The same run in a new folder, with these records and whatever weights can still be read here; ``facts`` that differ.

        Raises:
            RunError: that folder has something in it. OSError: it can't be written.
        """
        run = RunFolder(path, self.recipe, replace(self.facts, **facts))  # type: ignore[arg-type]
        run._make_folder()
        for old in (self._weights_path(epoch) for epoch in self._stored()):
            _copy(old, path / "weights" / old.name)
        for old in (*self.path.glob("optimizer-*.npz"), self.preview_path):
            _copy(old, path / old.name)
        write_history(run._history_path, records)
        run._write_facts()
        return run

    def change_recipe(self, recipe: Recipe) -> None:
        """Keep a changed recipe, as when a run goes on for more epochs."""
        self.recipe = recipe
        write_text(self.path / "recipe.json", recipe_text(recipe))

    # History

    def history(self) -> list[EpochRecord]:
        """A record per epoch, oldest first."""
        return read_history(self._history_path)

    def newest_record(self) -> EpochRecord | None:
        """The history's last record, read without the rest."""
        return newest_record(self._history_path)

    @property
    def last_full_epoch(self) -> int:
        """The newest epoch that was trained to its end; 0 before the first."""
        return last_full_epoch(self.history())

    def add_epoch(self, record: EpochRecord, weights: Arrays, optimizer: Arrays | None) -> None:
        """Keep one epoch: weights, then optimizer state, then the history line that makes it count."""
        newest = self.newest_record()
        if newest is not None and newest.epoch >= record.epoch:  # never beside weights that are of another training of that epoch
            write_history(self._history_path, [old for old in self.history() if old.epoch < record.epoch])
        self.write_weights(record.epoch, weights)
        if optimizer is not None:
            self._write_arrays(self._optimizer_path(record.epoch), optimizer)
        append_record(self._history_path, record)
        if optimizer is not None:
            self._drop_old_optimizers(record.epoch)
        self._thin(record.epoch)

    # Weights

    def epochs(self) -> list[int]:
        """Epochs whose weights are stored, ascending; 0 is the untrained model. Without one that a crash kept from the history."""
        stored, known = self._stored(), self._known_epochs()
        return stored if _goes_beyond(stored, known) else [epoch for epoch in stored if epoch <= known]

    def write_weights(self, epoch: int, weights: Arrays) -> None:
        """Weights in plan order."""
        self._write_arrays(self._weights_path(epoch), weights)

    def weights(self, epoch: int) -> list[NDArray]:
        """Weights in plan order. Raises ``RunError``."""
        path = self._weights_path(epoch)
        if not path.is_file():
            raise RunError(f"The weights of epoch {epoch} are not in {self.path}: bring back its folder weights, or train a new run.")
        return self._read_arrays(path, f"The weights of epoch {epoch}", at_most(self.plan.parameter_count, "f"))

    def optimizer(self, epoch: int) -> list[NDArray] | None:
        """Optimizer state after an epoch, or none where it is not kept."""
        path = self._optimizer_path(epoch)
        check = at_most(OPTIMIZER_SIZE * self.plan.parameter_count + MOST_ARRAYS, "fiu")
        return self._read_arrays(path, "The optimizer's state", check) if path.is_file() else None

    def _known_epochs(self) -> int:
        """The newest epoch in the history."""
        newest = self.newest_record()
        return newest.epoch if newest else 0

    def _stored(self) -> list[int]:
        try:
            names = os.listdir(self.path / "weights")  # noqa: PTH208 (a Path for each of 1,000 epochs costs 4 ms)
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted(int(name[:-4]) for name in names if name.endswith(".npz") and name[:-4].isdigit())

    def keep_ends(self) -> None:
        """Drop the weights of all epochs but the first, the best and the last, as suits one run among hundreds."""
        history = self.history()
        keep = {0, last_full_epoch(history), best_epoch(history)}
        for epoch in self._stored():
            if epoch not in keep:
                discard(self._weights_path(epoch))

    @property
    def _history_path(self) -> Path:
        return self.path / "history.jsonl"

    def _weights_path(self, epoch: int) -> Path:
        return self.path / weights_name(epoch)

    def _optimizer_path(self, epoch: int) -> Path:
        return self.path / optimizer_name(epoch)

    def _write_arrays(self, path: Path, arrays: Arrays) -> None:
        write_with(path, lambda file: write_arrays(file, arrays))

    def _read_arrays(self, path: Path, what: str, check: Check) -> list[NDArray]:
        try:
            with path.open("rb") as file:
                return read_arrays(file, check)
        except BROKEN as problem:
            reason = getattr(problem, "strerror", None) or str(problem)  # an OSError as text names the path again
            raise RunError(f"{what} can't be read from {path}: {shown(reason).rstrip('.') or 'it is broken'}.") from None

    def _drop_old_optimizers(self, newest: int) -> None:
        for path in self.path.glob("optimizer-*.npz"):
            if path != self._optimizer_path(newest):
                discard(path)

    def _thin(self, newest: int) -> None:
        """Past the size budget drop every second older epoch; the first, best, last and last full one (training goes on from it) stay.

        Files are only looked at where as many of the newest one's size wouldn't fit: they are many, and this happens each epoch.
        """
        most_stored = WEIGHTS_BUDGET_BYTES // self._weights_path(newest).stat().st_size
        if newest < most_stored:
            return
        stored = self.epochs()
        if len(stored) <= most_stored or sum(self._weights_path(epoch).stat().st_size for epoch in stored) <= WEIGHTS_BUDGET_BYTES:
            return
        history = self.history()
        keep = {0, newest, last_full_epoch(history), best_epoch(history)}
        for epoch in [e for e in stored if e not in keep][1::2]:
            discard(self._weights_path(epoch))

    def _make_folder(self) -> None:
        """Everything but the facts, which make it a run. What a crash left of an earlier beginning is taken over."""
        path = self.path
        make_folder(path)
        remove_leftovers(path)
        begun = {"recipe.json", "weights", LOCK_NAME}
        if not is_empty(path, besides=begun) or self._stored():
            raise RunError(f"The folder {path} is not empty: choose another, or go on with the run in it (--resume).")
        (path / "weights").mkdir(exist_ok=True)
        write_text(path / "recipe.json", recipe_text(self.recipe))

    def _write_facts(self) -> None:
        write_text(self.path / "run.json", facts_text(self.facts))


def _goes_beyond(stored: Sequence[int], known: int) -> bool:
    """Whether weights are stored that no crash leaves: of each epoch they are written before its line in the history, and no others."""
    return bool(stored) and stored[-1] > known + 1


def weights_name(epoch: int) -> str:
    """A run's file with the weights of an epoch."""
    return f"weights/{epoch:04d}.npz"


def optimizer_name(epoch: int) -> str:
    """A run's file with the optimizer's state after an epoch."""
    return f"optimizer-{epoch:04d}.npz"


def is_run(path: Path) -> bool:
    """Whether this looks like a run's folder."""
    return (path / "run.json").is_file()


def _copy(old: Path, new: Path) -> None:
    """A file that is gone or can't be read is left out."""
    try:
        content = old.read_bytes()
    except OSError:
        return
    write_bytes(new, content)
