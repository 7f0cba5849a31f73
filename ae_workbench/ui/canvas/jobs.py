"""What is asked about a drawing, as jobs for the codec thread: what the model sees, makes of it, and how that compares."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.canvas import Framing, plain_resize
from ae_workbench.analysis.metrics import error_per_example, psnr_per_image
from ae_workbench.core.corruption import Corruption
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.shape import Shape
from ae_workbench.data.corruption import corrupt, corrupt_each
from ae_workbench.data.dataset import Dataset
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.sentences import sentence

MOST_JUDGED = 2000
MOST_FRAMED = 500
BUDGET_S = 0.002
FIRST_ROWS, MOST_ROWS = 8, 512
Floats = NDArray[np.float32]
Source = tuple[Path, int, int]
"""Run, epoch and time stamp of a snapshot."""


@dataclass(frozen=True)
class Question:
    """A drawing: ``content`` as its pad gives it, or an ``example`` that nobody has drawn over. Same ``seed``, same noise."""

    number: int
    shape: Shape
    content: NDArray
    example: Floats | None
    framing: Framing | None
    corruption: Corruption
    seed: int

    def clean(self) -> Floats:
        """What the model sees without noise, (*shape.dims)."""
        if self.example is not None:
            return self.example
        drawing = self.content.astype(np.float32) / np.float32(255)
        return self.framing.apply(drawing) if self.framing else plain_resize(drawing, self.shape.dims)

    def noisy(self, x: Floats) -> Floats:
        """The same with noise."""
        return corrupt(x, self.corruption, np.random.default_rng(self.seed), clips=self.shape.is_image)


@dataclass(frozen=True)
class Answer:
    """``seen`` is the drawing as the model sees it, ``noisy`` the same with noise where there is some; the rest needs a model.

    ``error`` is what the plan's ``loss`` says between the clean input and the output, as training has it.
    """

    number: int
    shape: Shape
    corruption: Corruption
    seen: Floats
    noisy: Floats | None = None
    code: Floats | None = None
    output: Floats | None = None
    error: float | None = None
    psnr: float | None = None
    loss: str = "bce"
    source: Source | None = None


@dataclass(frozen=True)
class Row:
    """The drawing through one of the compared runs; ``problem`` says why there is no output."""

    run: Path
    name: str
    output: Floats | None = None
    error: float | None = None
    problem: str = ""


@dataclass(frozen=True)
class Part:
    """Errors of some test examples: ``errors`` from place ``start`` of those that are judged."""

    dataset: Dataset
    corruption: Corruption
    source: Source
    start: int
    errors: NDArray[np.float64]
    seconds: float


@dataclass(frozen=True)
class SeenJob:
    """Function of nothing: what a model would see."""

    question: Question

    def __call__(self) -> Answer:
        return _seen(self.question)[0]


@dataclass(frozen=True)
class DrawingJob:
    """Function of a snapshot: the drawing through it."""

    question: Question

    def __call__(self, snapshot: Any) -> Answer:
        seen, put_in = _seen(self.question)
        code = snapshot.encode(put_in[None])
        output = snapshot.decode(code)[0]
        error, psnr = _errors(snapshot.plan.loss, self.question.shape, seen.seen, output)
        source = (snapshot.run, snapshot.epoch, snapshot.stamp)
        return Answer(
            seen.number, seen.shape, seen.corruption, seen.seen, seen.noisy, code[0], output, error, psnr, snapshot.plan.loss, source
        )


@dataclass(frozen=True)
class ComparedJob:
    """Function of nothing: the drawing through the newest epoch of each run."""

    question: Question
    runs: tuple[Path, ...]

    def __call__(self) -> tuple[Row, ...]:
        seen, put_in = _seen(self.question)
        return tuple(self._row(run, seen.seen, put_in) for run in self.runs)

    def _row(self, path: Path, seen: Floats, put_in: Floats) -> Row:
        from ae_workbench.engine.snapshot import open_snapshot

        try:
            run = RunFolder.open(path)
            name = run.recipe.name or path.name
            if run.facts.shape != self.question.shape:
                return Row(path, name, problem=str(run.facts.shape))
            snapshot = open_snapshot(path)
            output = snapshot.reconstruct(put_in[None])[0]
            error, _ = _errors(snapshot.plan.loss, self.question.shape, seen, output)
            return Row(path, name, output, error)
        except WorkbenchError as problem:
            return Row(path, path.name, problem=sentence(problem))


@dataclass(frozen=True)
class ErrorsJob:
    """Function of a snapshot: errors of the next few test examples, as many as take some milliseconds."""

    dataset: Dataset
    corruption: Corruption
    seed: int
    start: int
    rows: int

    def __call__(self, snapshot: Any) -> Part:
        began = perf_counter()
        indices = judged(len(self.dataset.test))[self.start : self.start + self.rows]
        x = snapshot.scaling.apply(self.dataset.test.examples[indices])
        seen = corrupt_each(x, self.corruption, self.seed, indices, clips=self.dataset.shape.is_image)
        errors = error_per_example(snapshot.plan.loss, x, snapshot.reconstruct(seen))
        source = (snapshot.run, snapshot.epoch, snapshot.stamp)
        return Part(self.dataset, self.corruption, source, self.start, errors, perf_counter() - began)


@dataclass(frozen=True)
class FramingJob:
    """How the examples of a data set are centred and scaled."""

    dataset: Dataset

    def __call__(self) -> tuple[Dataset, Framing]:
        examples = self.dataset.train.examples
        some = np.unique(np.linspace(0, len(examples) - 1, min(MOST_FRAMED, len(examples)), dtype=int))
        return self.dataset, Framing.of(self.dataset.scaling.apply(examples[some]))


@cache
def judged(total: int) -> NDArray[np.intp]:
    """Which test examples a drawing is judged against, evenly over all."""
    return np.unique(np.linspace(0, total - 1, min(MOST_JUDGED, total), dtype=np.intp))


def _seen(question: Question) -> tuple[Answer, Floats]:
    clean = question.clean()
    if question.corruption.kind == "none" or question.corruption.amount == 0:
        return Answer(question.number, question.shape, question.corruption, clean), clean
    noisy = question.noisy(clean)
    return Answer(question.number, question.shape, question.corruption, clean, noisy), noisy


def _errors(loss: str, shape: Shape, x: Floats, y: Floats) -> tuple[float, float | None]:
    error = float(error_per_example(loss, x[None], y[None])[0])
    return error, float(psnr_per_image(x[None], y[None])[0]) if shape.is_image else None
