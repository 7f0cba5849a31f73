"""A run on disk: recipe, facts, history and weights per epoch. The truth that everything else reads."""

import json
import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import RunError
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe, recipe_text
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.storage.atomic import append_line, last_lines, whole_lines, write_text, write_with
from ae_workbench.variants.recipes import make_plan, read_recipe

FORMAT = "ae-workbench run"
VERSION = 1
WEIGHTS_BUDGET_BYTES = 1_000_000_000
TAIL_BYTES = 16_384
Arrays = Sequence[NDArray]


@dataclass(frozen=True)
class Facts:
    """What a run needs to know of its data to be rebuilt without them, and how it ended."""

    shape: Shape
    scaling: Scaling = field(default_factory=Scaling)
    data_name: str = ""
    train_count: int = 0
    test_count: int = 0
    fingerprint: str = ""
    class_names: tuple[str, ...] = ()
    created: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class EpochRecord:
    """One line of the history. ``partial``: stopped in the middle, not validated."""

    epoch: int
    seconds: float
    metrics: Mapping[str, float]
    partial: bool = False


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
        try:
            path.mkdir(parents=True, exist_ok=True)
            if any(path.iterdir()):
                raise RunError(f"The folder {path} is not empty: choose another, or go on with the run in it (--resume).")
            facts = Facts(
                dataset.shape, dataset.scaling, dataset.name, len(dataset.train), len(dataset.test), dataset.fingerprint,
                dataset.class_names, datetime.now().astimezone().isoformat(timespec="seconds"),
            )  # fmt: skip
            run = cls(path, recipe, facts)
            (path / "weights").mkdir()
            run._write_facts()
            write_text(path / "recipe.json", recipe_text(recipe))
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
        return cls(path, read_recipe(path / "recipe.json"), _read_facts(path / "run.json"))

    @property
    def plan(self) -> Plan:
        return make_plan(self.recipe, self.facts.shape)

    @property
    def preview_path(self) -> Path:
        """A small picture of what the run learned, made when a training ends; may not be there."""
        return self.path / "preview.png"

    def end(self, outcome: str) -> None:
        """Note how the training ended."""
        self.facts = Facts(**{**_shallow(self.facts), "outcome": outcome})
        self._write_facts()

    def change_recipe(self, recipe: Recipe) -> None:
        """Keep a changed recipe, as when a run goes on for more epochs."""
        self.recipe = recipe
        write_text(self.path / "recipe.json", recipe_text(recipe))

    # History

    def history(self) -> list[EpochRecord]:
        """A record per epoch, oldest first; after a resume the newest record of an epoch counts."""
        records: dict[int, EpochRecord] = {}
        for line in whole_lines(self.path / "history.jsonl"):
            record = _parse_record(line)
            if record is None:
                continue
            if records and record.epoch <= next(reversed(records)):
                records = {epoch: old for epoch, old in records.items() if epoch < record.epoch}
            records[record.epoch] = record
        return list(records.values())

    def newest_record(self) -> EpochRecord | None:
        """The history's last record, read without the rest."""
        lines = last_lines(self.path / "history.jsonl", TAIL_BYTES)
        return _parse_record(lines[-1]) if lines else None

    @property
    def last_full_epoch(self) -> int:
        """The newest epoch that was trained to its end; 0 before the first."""
        return max((record.epoch for record in self.history() if not record.partial), default=0)

    def add_epoch(self, record: EpochRecord, weights: Arrays, optimizer: Arrays | None) -> None:
        """Keep one epoch: weights, then optimizer state, then the history line that makes it count."""
        self.write_weights(record.epoch, weights)
        if optimizer is not None:
            self._write_arrays(self._optimizer_path(record.epoch), optimizer)
        append_line(self.path / "history.jsonl", json.dumps(_record_json(record)))
        if optimizer is not None:
            self._drop_old_optimizers(record.epoch)
        self._thin(record.epoch)

    # Weights

    def epochs(self) -> list[int]:
        """Epochs whose weights are stored, ascending; 0 is the untrained model."""
        try:
            names = os.listdir(self.path / "weights")  # noqa: PTH208 (a Path for each of 1,000 epochs costs 4 ms)
        except FileNotFoundError:
            return []
        return sorted(int(name[:-4]) for name in names if name.endswith(".npz") and name[:-4].isdigit())

    def write_weights(self, epoch: int, weights: Arrays) -> None:
        """Weights in plan order."""
        self._write_arrays(self._weights_path(epoch), weights)

    def weights(self, epoch: int) -> list[NDArray]:
        """Weights in plan order. Raises ``RunError``."""
        return self._read_arrays(self._weights_path(epoch), f"The weights of epoch {epoch}")

    def optimizer(self, epoch: int) -> list[NDArray] | None:
        """Optimizer state after an epoch, or none where it is not kept."""
        path = self._optimizer_path(epoch)
        return self._read_arrays(path, "The optimizer's state") if path.is_file() else None

    def _weights_path(self, epoch: int) -> Path:
        return self.path / "weights" / f"{epoch:04d}.npz"

    def _optimizer_path(self, epoch: int) -> Path:
        return self.path / f"optimizer-{epoch:04d}.npz"

    def _write_arrays(self, path: Path, arrays: Arrays) -> None:
        named: dict[str, Any] = {f"{position:03d}": array for position, array in enumerate(arrays)}
        write_with(path, lambda file: np.savez(file, **named))

    def _read_arrays(self, path: Path, what: str) -> list[NDArray]:
        try:
            # NumPy leaves a file that it opened itself open when the archive is broken.
            with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
                return [archive[name] for name in sorted(archive.files)]
        except (OSError, ValueError, TypeError, EOFError, zipfile.BadZipFile) as problem:
            raise RunError(f"{what} can't be read from {path}: {problem}.") from None

    def _drop_old_optimizers(self, newest: int) -> None:
        for path in self.path.glob("optimizer-*.npz"):
            if path != self._optimizer_path(newest):
                path.unlink(missing_ok=True)

    def _thin(self, newest: int) -> None:
        """Past the size budget drop every second older epoch; the first, best and last stay."""
        stored = self.epochs()
        if sum(self._weights_path(epoch).stat().st_size for epoch in stored) <= WEIGHTS_BUDGET_BYTES:
            return
        keep = {0, newest, best_epoch(self.history())}
        for epoch in [e for e in stored if e not in keep][1::2]:
            self._weights_path(epoch).unlink(missing_ok=True)

    def _write_facts(self) -> None:
        values = {"format": FORMAT, "version": VERSION, **asdict(self.facts)}
        write_text(self.path / "run.json", json.dumps(values, indent=2, ensure_ascii=False) + "\n")


def is_run(path: Path) -> bool:
    """Whether this looks like a run's folder."""
    return (path / "run.json").is_file()


def best_epoch(history: Sequence[EpochRecord]) -> int:
    """The epoch with the lowest validation loss; 0 without one."""
    judged = [record for record in history if "val_loss" in record.metrics]
    return min(judged, key=lambda record: record.metrics["val_loss"]).epoch if judged else 0


def _record_json(record: EpochRecord) -> dict[str, Any]:
    values: dict[str, Any] = {"epoch": record.epoch, "seconds": round(record.seconds, 4), "metrics": dict(record.metrics)}
    return {**values, "partial": True} if record.partial else values


def _parse_record(line: str) -> EpochRecord | None:
    try:
        values = json.loads(line)
        metrics = {str(key): float(value) for key, value in values["metrics"].items()}
        return EpochRecord(int(values["epoch"]), float(values["seconds"]), metrics, bool(values.get("partial", False)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _shallow(facts: Facts) -> dict[str, Any]:
    return {name: getattr(facts, name) for name in Facts.__dataclass_fields__}


def _read_facts(path: Path) -> Facts:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if values.pop("format") != FORMAT or values.pop("version") != VERSION:
            raise RunError(f"{path} is of a version this program doesn't know: please update it.")
        shape = Shape(tuple(int(n) for n in values["shape"]["dims"]), values["shape"]["kind"])
        scaling = Scaling(tuple(values["scaling"]["offset"]), tuple(values["scaling"]["scale"]))
        return Facts(**{**values, "shape": shape, "scaling": scaling, "class_names": tuple(values["class_names"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise RunError(f"The run's facts can't be read from {path}: the file is broken.") from None
