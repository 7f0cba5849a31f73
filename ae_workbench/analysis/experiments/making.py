"""What experiments share: recipes that fit the time there is, examples to judge by, and how long a training took."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.experiment import Verdict
from ae_workbench.analysis.experiments.lab import Floats, Lab, Model
from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Recipe
from ae_workbench.variants.recipes import find_recipe, with_settings

QUICK_EPOCHS = {"convolutional": 12, "denoising": 6, "sequence": 24}
QUICK_DENSE_EPOCHS = 30
Row = tuple[str | float, ...]
"""Of a table."""
NEIGHBOURS, FOLDS, FEWEST_PER_CLASS = 5, 5, 2
DOUBT = 2.0
"""Standard errors that two accuracies must be apart to count as different."""


def recipe_for(lab: Lab, preset: str, *settings: str) -> Recipe:
    """A preset with ``key=value`` settings; a quick lab cuts its epochs. Experiments that ask for the same recipe share one model."""
    recipe = with_settings(find_recipe(preset), settings)
    return cut_short(recipe) if lab.quick else recipe


def cut_short(recipe: Recipe) -> Recipe:
    """With the epochs that a quick lab has time for."""
    most = QUICK_EPOCHS.get(recipe.variant, QUICK_DENSE_EPOCHS)
    return replace(recipe, training=replace(recipe.training, epochs=min(recipe.training.epochs, most)))


def need_images(lab: Lab) -> None:
    """Raises ``DataError`` where the lab's data are sequences."""
    if not lab.dataset.shape.is_image:
        raise DataError(f"{lab.dataset.name} are sequences, but this experiment needs images: choose another data set.")


def held_out(lab: Lab, most: int) -> tuple[Floats, NDArray | None]:
    """Up to ``most`` test examples as models see them, with their labels where there are some."""
    part = lab.dataset.test.first(most)
    return lab.dataset.scaling.apply(part.examples), part.labels


def learned_from(lab: Lab, most: int) -> tuple[Floats, NDArray | None]:
    """Up to ``most`` training examples as models see them, with their labels where there are some."""
    part = lab.dataset.train.first(most)
    return lab.dataset.scaling.apply(part.examples), part.labels


def seconds_spent(model: Model) -> tuple[float, ...]:
    """Training time up to the end of each epoch. The first epoch also compiles, so a usual one stands in for it."""
    each = [epoch.seconds for epoch in model.epochs]
    if len(each) > 1:
        each[0] = min(each[0], median(each[1:]))
    return tuple(accumulate(each))


def metric_by_epoch(model: Model, metric: str = "val_reconstruction") -> tuple[float, ...]:
    """A metric after each epoch."""
    return tuple(epoch.metrics[metric] for epoch in model.epochs)


def error_within(model: Model, seconds: float) -> float:
    """Validation reconstruction error reached by then; that of the first epoch where it took longer."""
    errors = metric_by_epoch(model)
    reached = [error for error, spent in zip(errors, seconds_spent(model), strict=True) if spent <= seconds * 1.001]
    return reached[-1] if reached else errors[0]


def verdict_of(kept: Sequence[bool]) -> Verdict:
    """Of a claim's parts: all of them, some or none."""
    return "holds" if all(kept) else "partly" if any(kept) else "fails"


def lower_by(before: float, after: float) -> float:
    """By which share ``after`` is lower than ``before``; below 0 where it is higher."""
    return 1 - after / before


def doubt(first: float, second: float, count: int) -> float:
    """How far apart two shares of ``count`` examples may be by chance."""
    return DOUBT * float(np.sqrt((first * (1 - first) + second * (1 - second)) / count))


def neighbours_agree(codes: Floats, labels: np.ndarray) -> float:
    """Share of codes (n, units) that a vote of their nearest neighbours among most of the others gives their label (n,).

    The accuracy of k nearest neighbours under cross-validation, with k and folds as ``voting`` says.
    """
    from sklearn.model_selection import cross_val_predict
    from sklearn.neighbors import KNeighborsClassifier

    neighbours, folds = voting(labels)
    found = cross_val_predict(KNeighborsClassifier(neighbours), codes, labels, cv=folds)
    return float((found == labels).mean())


def voting(labels: np.ndarray) -> tuple[int, int]:
    """How many neighbours vote, and in how many folds: five of each, fewer where there are few examples (n,) or few of a class."""
    _, counts = np.unique(labels, return_counts=True)
    if counts.min() < FEWEST_PER_CLASS:
        raise DataError("Some class has a single test example, so its neighbours can't be judged: use data with more of each class.")
    return min(NEIGHBOURS, len(labels) // 2), int(min(FOLDS, counts.min()))


def one_thread() -> Any:
    """Inside it linear algebra keeps to one thread: with small matrices threads wait for each other far longer than they compute.

    Measured on two busy cores: a network of scikit-learn for 1,000 digits took 70 s with two threads and 3 s with one.
    """
    from threadpoolctl import threadpool_limits

    return threadpool_limits(1)


def shown(images: Floats) -> Floats:
    """Images (n, h, w, c) as pictures: (n, h, w) where they are grey, in [0, 1]."""
    pictures = images[..., 0] if images.shape[-1] == 1 else images
    return pictures.clip(0, 1)


def key_of(name: str) -> str:
    """A number's key from the name of what it is of, without what follows a comma: “Non-local means, 3×3” is non_local_means."""
    return name.split(",")[0].lower().replace(" ", "_").replace("-", "_")
