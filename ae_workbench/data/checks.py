"""Data that can't be trained on, or don't fit a model, are refused with a sentence that says what would fit."""

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape, format_dims
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.data.values import chunks

FEWEST_TRAIN, FEWEST_TEST = 2, 1


def check_usable(dataset: Dataset) -> None:
    """Whether a model can be shown these data. Raises ``DataError``."""
    if dataset.shape.size == 0:
        raise DataError(f"{dataset.name} has examples of size {format_dims(dataset.shape.dims)}: nothing is in them.")
    if not len(dataset.train) + len(dataset.test):
        raise DataError(f"{dataset.name} has no examples: choose data with at least one.")
    for part, split in (("training", dataset.train), ("test", dataset.test)):
        _check_split(dataset, part, split)
    if dataset.train.is_paired != dataset.test.is_paired:
        raise DataError(f"Only one of the training and test examples of {dataset.name} are pairs: both must be, or neither.")


def check_learnable(dataset: Dataset) -> None:
    """Whether something can be learned from these data and judged by them, besides being usable. Raises ``DataError``."""
    check_usable(dataset)
    train, test = len(dataset.train), len(dataset.test)
    if train < FEWEST_TRAIN or test < FEWEST_TEST:
        raise DataError(
            f"{dataset.name} has {train} training and {test} test examples: at least {FEWEST_TRAIN} and {FEWEST_TEST} are needed."
        )
    if _all_alike(dataset.train.examples):
        raise DataError(f"{dataset.name} is constant: all its training examples are the same, so there is nothing to learn.")


def check_fits(dataset: Dataset, wanted: Shape) -> None:
    """Whether data can go into a model that was trained on others of shape ``wanted``. Raises ``DataError`` that says what would fit."""
    shape = dataset.shape
    if shape == wanted:
        return
    needs = f"The model was trained on {_words(wanted)}, but {dataset.name} has {_words(shape)}"
    if shape.kind != wanted.kind:
        raise DataError(f"{needs}: choose {'images' if wanted.is_image else 'sequences'}, or train a model on these.")
    if not wanted.is_image:
        raise DataError(f"{needs}: choose sequences of that length, or train a model on these.")
    if shape.dims[2] != wanted.dims[2]:
        colour = "grey" if wanted.dims[2] == 1 else "colour"
        raise DataError(f"{needs}: load them in {colour}, or train a model on these.")
    raise DataError(f"{needs}: load them at that height and width, or train a model on these.")


def _check_split(dataset: Dataset, part: str, split: Split) -> None:
    examples = split.examples
    if examples.shape[1:] != dataset.shape.dims:
        sizes = f"{format_dims(examples.shape[1:])} instead of {format_dims(dataset.shape.dims)}"
        raise DataError(f"The {part} examples of {dataset.name} are {sizes}: use one size.")
    if split.labels is not None and len(split.labels) != len(split):
        raise DataError(f"{dataset.name} has {len(split.labels)} labels for {len(split)} {part} examples: there must be one for each.")
    noisy = split.noisy
    if noisy is not None and (noisy.shape != examples.shape or noisy.dtype != examples.dtype):
        raise DataError(f"The noisy and clean {part} examples of {dataset.name} differ in number, size or type: each needs its partner.")
    bad = sum(_not_finite(half) for half in (examples, noisy) if half is not None and half.dtype.kind == "f")
    if bad:
        have = "1 value that is" if bad == 1 else f"{bad} values that are"
        raise DataError(f"The {part} examples of {dataset.name} have {have} not a finite number (NaN or infinite): fill or remove these.")


def _not_finite(examples: NDArray) -> int:
    return sum(int(np.count_nonzero(~np.isfinite(examples[part]))) for part in chunks(examples))


def _all_alike(examples: NDArray) -> bool:
    """Stops at the first piece that differs, so a large memory map is hardly read."""
    if (examples[1:64] != examples[:1]).any():
        return False
    return not any((examples[part] != examples[:1]).any() for part in chunks(examples))


def _words(shape: Shape) -> str:
    if shape.is_image:
        height, width, channels = shape.dims
        return f"{'grey' if channels == 1 else 'colour'} images of {height}×{width} pixels"
    timesteps, features = shape.dims
    return f"sequences of {timesteps} time steps with {features} feature{'' if features == 1 else 's'}"
