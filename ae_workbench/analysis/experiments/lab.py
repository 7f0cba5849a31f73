"""What an experiment works with: data, and models that are trained or found trained already."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.dataset import Dataset

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Epoch:
    """One line of a model's history: ``seconds`` for the epoch alone, metrics by their keys ("val_reconstruction", …)."""

    number: int
    seconds: float
    metrics: dict[str, float]


class Model(Protocol):
    """A trained autoencoder at its last epoch. Arrays are float32; examples (n, *plan.shape.dims) as the model sees them."""

    @property
    def recipe(self) -> Recipe: ...

    @property
    def plan(self) -> Plan: ...

    @property
    def epochs(self) -> Sequence[Epoch]: ...

    def encode(self, examples: NDArray) -> Floats:
        """Codes (z_mean of a variational plan)."""

    def decode(self, codes: NDArray) -> Floats:
        """Reconstructions of codes, in [0, 1] for images."""

    def reconstruct(self, examples: NDArray) -> Floats:
        """Decoded codes of examples."""

    def posterior(self, examples: NDArray) -> tuple[Floats, Floats]:
        """z_mean and z_log_var, variational plans only."""

    def weights(self) -> list[Floats]:
        """All weight arrays, in the order of the plan."""

    def scores(self) -> dict[str, float]:
        """Means over its test examples: "reconstruction", "mse", "psnr", "mean_code", "zero_share", … as ``evaluate``."""


class Lab(Protocol):
    """Where experiments are made. Every call may raise ``Cancelled``.

    ``quick`` asks for small models and few epochs: a result within seconds, on the built-in digits.
    """

    quick: bool
    dataset: Dataset

    def model(self, recipe: Recipe, dataset: Dataset | None = None, start: Sequence[NDArray] | None = None) -> Model:
        """Trained as the recipe says on ``dataset`` (the lab's own by default), from weights ``start`` where they are given.

        The same recipe, data and start are trained once and kept for all experiments.
        """

    def data(self, choice: Choice) -> Dataset | None:
        """Another data set, or None where it isn't on this computer; nothing is downloaded."""

    def progress(self, share: float, text: str, until: float | None = None) -> None:
        """Tell how far this experiment is (0 to 1) and what is being done; the model trained next takes it from there ``until`` here."""
