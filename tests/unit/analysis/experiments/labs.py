"""A lab whose models nobody trains: principal components of the data, found at once and without TensorFlow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.lab import Epoch, Floats
from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.analysis.pca import Pca, fit_pca
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.variants.recipes import make_plan

EPOCHS = 3


def blobs(count: int = 60, classes: int = 3, labelled: bool = True, side: int = 12) -> Dataset:
    """Grey images with a bright square, whose place tells the class; every third one is a test image."""
    rng = np.random.default_rng(3)
    labels = np.arange(count, dtype=np.int64) % classes
    images = rng.integers(0, 40, (count, side, side, 1))
    for image, label in zip(images, labels, strict=True):
        image[2:6, 1 + 3 * label : 4 + 3 * label] += rng.integers(120, 200)
    parts = [
        Split(images[rows].astype(np.uint8), labels[rows] if labelled else None)
        for rows in (np.arange(count) % 4 > 0, np.arange(count) % 4 == 0)
    ]
    return Dataset("Blobs", Shape((side, side, 1)), *parts, tuple("abc"[:classes]))


@dataclass
class PcaModel:
    """As many principal components as the code has numbers; ``errors`` are the validation errors of its epochs."""

    recipe: Recipe
    plan: Plan
    dataset: Dataset
    errors: Sequence[float] = ()
    seconds: float = 1.0

    @cached_property
    def _pca(self) -> Pca:
        return fit_pca(self.dataset.scaling.apply(self.dataset.train.examples), self.plan.code_size)

    @property
    def epochs(self) -> list[Epoch]:
        errors = self.errors or [self._error * share for share in np.linspace(2, 1, EPOCHS)]
        size = self.plan.shape.size
        return [
            Epoch(number, self.seconds, {"val_loss": error, "val_reconstruction": error, "val_reconstruction_nats": error * size})
            for number, error in enumerate(errors, 1)
        ]  # fmt: skip

    @cached_property
    def _error(self) -> float:
        x = self.dataset.scaling.apply(self.dataset.test.examples)
        return float(error_per_example(self.plan.loss, x, self.reconstruct(x)).mean())

    def encode(self, examples: NDArray) -> Floats:
        found = self._pca.project(examples)
        codes = np.zeros((len(examples), self.plan.code_size), np.float32)
        codes[:, : found.shape[1]] = found
        return codes.reshape(len(examples), *self.plan.code_dims)

    def decode(self, codes: NDArray) -> Floats:
        rows = codes.reshape(len(codes), -1)[:, : len(self._pca.components)]
        return self._pca.inverse(rows).clip(0, 1)

    def reconstruct(self, examples: NDArray) -> Floats:
        return self.decode(self.encode(examples))

    def posterior(self, examples: NDArray) -> tuple[Floats, Floats]:
        z_mean = self.encode(examples)
        return z_mean, np.full_like(z_mean, -2.0)

    def weights(self) -> list[Floats]:
        rng = np.random.default_rng(self.plan.parameter_count)
        return [rng.normal(0, 0.1, dims).astype(np.float32) for dims in self.plan.weight_dims]

    def scores(self) -> dict[str, float]:
        x = self.dataset.scaling.apply(self.dataset.test.examples)
        codes = self.encode(x)
        return {"reconstruction": self._error, "mean_code": float(codes.mean()), "zero_share": float((codes == 0).mean())}


Maker = Callable[[Recipe, Plan, Dataset, Sequence[NDArray] | None], PcaModel]


def pca_model(recipe: Recipe, plan: Plan, dataset: Dataset, start: Sequence[NDArray] | None) -> PcaModel:
    """What a lab makes unless it is told otherwise."""
    return PcaModel(recipe, plan, dataset)


@dataclass
class PcaLab:
    """``make`` gives the models; what was asked for and how far it said to be are kept. ``others`` are data sets by key."""

    dataset: Dataset = field(default_factory=blobs)
    quick: bool = True
    make: Maker = pca_model
    others: dict[str, Dataset] = field(default_factory=dict)
    asked: list[tuple[Recipe, Dataset, Sequence[NDArray] | None]] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    def model(self, recipe: Recipe, dataset: Dataset | None = None, start: Sequence[NDArray] | None = None) -> PcaModel:
        data = dataset or self.dataset
        self.asked.append((recipe, data, start))
        return self.make(recipe, make_plan(recipe, data.shape), data, start)

    def data(self, choice: Choice) -> Dataset | None:
        return self.others.get(choice.key)

    def progress(self, share: float, text: str, until: float | None = None) -> None:
        assert 0 <= share <= (1 if until is None else until) <= 1 and text
        self.shares.append(share)
