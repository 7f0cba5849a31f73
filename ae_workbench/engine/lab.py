"""Where experiments are made: models trained once into run folders, found again, gone on with where they were interrupted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.lab import Epoch, Floats
from ae_workbench.core.errors import DataError, RunError, WorkbenchError
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Choice, Recipe, recipe_text
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load
from ae_workbench.data.source import Cancelled
from ae_workbench.engine.control import Control
from ae_workbench.engine.events import BatchesEnded, Ended, Event
from ae_workbench.engine.session import Session
from ae_workbench.engine.snapshot import Snapshot, open_snapshot
from ae_workbench.storage.run_folder import RunFolder, is_run
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import make_plan

QUICK_TRAIN, QUICK_TEST = 2000, 500
WHOLE = ("finished", "early_stopped")
Tell = Callable[[float, str], None]


@dataclass(frozen=True)
class TrainedModel:
    """A run at its last epoch, as experiments see it."""

    run: Path
    recipe: Recipe
    plan: Plan
    epochs: Sequence[Epoch]
    dataset: Dataset

    def encode(self, examples: NDArray) -> Floats:
        return self._snapshot().encode(examples)

    def decode(self, codes: NDArray) -> Floats:
        return self._snapshot().decode(codes)

    def reconstruct(self, examples: NDArray) -> Floats:
        return self._snapshot().reconstruct(examples)

    def posterior(self, examples: NDArray) -> tuple[Floats, Floats]:
        return self._snapshot().posterior(examples)

    def weights(self) -> list[Floats]:
        return self._snapshot().weights()

    def scores(self) -> dict[str, float]:
        from ae_workbench.engine.evaluation import evaluate

        return evaluate(self._snapshot(), self.dataset.test, self.dataset.scaling)

    def _snapshot(self) -> Snapshot:
        return open_snapshot(self.run)


@dataclass
class TrainingLab:
    """Models live in ``home``, a folder each, named by all that decides them.

    ``choice`` is what ``dataset`` was loaded by. ``tell`` gets the share of the experiment and what is being done, and may raise
    ``Cancelled``; so do all methods once ``control`` is asked to stop. ``runs`` are the models of the experiment so far.
    """

    home: Path
    choice: Choice
    dataset: Dataset
    quick: bool
    tell: Tell
    control: Control = field(default_factory=Control)
    runs: list[Path] = field(default_factory=list)
    _stretch: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.quick:
            test = self.dataset.test.first(QUICK_TEST)
            self.dataset = replace(self.dataset.limited(QUICK_TRAIN), test=test)

    def model(self, recipe: Recipe, dataset: Dataset | None = None, start: Sequence[NDArray] | None = None) -> TrainedModel:
        """As ``Lab.model``.

        Raises:
            Cancelled: asked to stop; the run is gone on with next time. WorkbenchError: it can't be trained.
        """
        self._look()
        if dataset is None:
            dataset = self.dataset
            recipe = replace(recipe, data=self.choice, limit=len(dataset.train) if self.quick else recipe.limit)
        plan = make_plan(recipe, dataset.shape)
        path = self.home / f"{recipe.variant}-{_digest(recipe, dataset, start)}"
        run = self._opened(path) or self._begun(path, recipe, dataset, start)
        if run.facts.outcome not in WHOLE:
            self._train(run, dataset)
        if path not in self.runs:
            self.runs.append(path)
        records = RunFolder.open(path).history()
        epochs = [Epoch(record.epoch, record.seconds, dict(record.metrics)) for record in records]
        return TrainedModel(path, recipe, plan, epochs, dataset.limited(recipe.limit))

    def data(self, choice: Choice) -> Dataset | None:
        """As ``Lab.data``."""
        self._look()
        try:
            dataset = load(choice)
        except DataError:
            return None
        return replace(dataset.limited(QUICK_TRAIN), test=dataset.test.first(QUICK_TEST)) if self.quick else dataset

    def progress(self, share: float, text: str, until: float | None = None) -> None:
        """As ``Lab.progress``."""
        self._look()
        self._stretch = None if until is None else (share, until)
        self.tell(share, text)

    def _look(self) -> None:
        """Wait while paused. Raises ``Cancelled`` after a request to stop."""
        self.control.wait_while_paused()
        if self.control.stopped:
            raise Cancelled

    def _opened(self, path: Path) -> RunFolder | None:
        return RunFolder.open(path) if is_run(path) else None

    def _begun(self, path: Path, recipe: Recipe, dataset: Dataset, start: Sequence[NDArray] | None) -> RunFolder:
        run = RunFolder.create(path, recipe, dataset.limited(recipe.limit))
        if start is not None:
            run.write_weights(0, [np.asarray(array, np.float32) for array in start])
        return run

    def _train(self, run: RunFolder, dataset: Dataset) -> None:
        title = VARIANTS[run.recipe.variant].title
        ended: list[Ended] = []

        def hear(event: Event) -> None:
            match event:
                case BatchesEnded(epoch=epoch, done=done, total=total):
                    epochs = run.recipe.training.epochs
                    self.tell(self._share((epoch - 1 + done / total) / epochs), f"Training {title}: epoch {epoch} of {epochs}")
                case Ended():
                    ended.append(event)

        Session(run.recipe, dataset, run, control=self.control).run(hear)
        self._stretch = None
        [end] = ended
        if end.outcome == "stopped":
            raise Cancelled
        if end.error is not None:
            raise end.error if isinstance(end.error, WorkbenchError) else RunError(str(end.error))

    def _share(self, trained: float) -> float:
        """Of the experiment, when a model is trained so far; below 0 where it isn't known how much of the experiment that is."""
        if self._stretch is None:
            return -1.0
        first, last = self._stretch
        return first + (last - first) * min(trained, 1.0)


def _digest(recipe: Recipe, dataset: Dataset, start: Sequence[NDArray] | None) -> str:
    """Names a model by all that decides it: recipe without its name, data, and the weights it starts from."""
    found = sha256(recipe_text(replace(recipe, name="")).encode() + dataset.fingerprint.encode())
    for array in start or ():
        found.update(np.ascontiguousarray(array, np.float32).tobytes())
    return found.hexdigest()[:16]
