"""A data set in memory (or memory-mapped): training and test examples, labels, and how numbers become inputs."""

import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape
from ae_workbench.data.array_entry import MAX_MEMORY_BYTES

SplitName = Literal["test", "train", "all"]


@dataclass(frozen=True)
class Scaling:
    """A model sees (value − offset) × scale, float32; both broadcast over the last axis."""

    offset: tuple[float, ...] = (0.0,)
    scale: tuple[float, ...] = (1 / 255,)

    def apply(self, values: NDArray) -> NDArray[np.float32]:
        """Raw values to what the model sees, float32."""
        return (values.astype(np.float32) - _row(self.offset)) * _row(self.scale)

    def undo(self, values: NDArray) -> NDArray[np.float32]:
        """What the model gives back to raw units, float32."""
        return values.astype(np.float32) / _row(self.scale) + _row(self.offset)


def _row(numbers: tuple[float, ...]) -> NDArray[np.float32]:
    return np.asarray(numbers, np.float32)


@dataclass(frozen=True)
class Split:
    """Examples (n, *dims), uint8 for images and float32 for sequences, with one whole-number label each, or none.

    ``files`` are the names of the files they come from, one each, or none where they don't come from files of their own.
    ``noisy`` are for pairs: what a model sees in place of each example that it is asked for, of the same shape and type.
    ``places`` say where each stood in the file or folder, where they were shuffled.
    """

    examples: NDArray
    labels: NDArray[np.int64] | None = None
    files: tuple[str, ...] = ()
    noisy: NDArray | None = None
    places: NDArray[np.intp] | None = None

    def __len__(self) -> int:
        return len(self.examples)

    def first(self, count: int) -> "Split":
        """The first ``count`` examples; a view, nothing is copied."""
        labels, noisy, places = (None if part is None else part[:count] for part in (self.labels, self.noisy, self.places))
        return Split(self.examples[:count], labels, self.files[:count], noisy, places)

    def joined(self, other: "Split") -> "Split":
        """The examples of both in memory: as they stood before they were shuffled, otherwise one half after the other."""
        places = _both(self.places, other.places)
        order = np.arange(len(self) + len(other)) if places is None else np.argsort(places, kind="stable")
        labels, noisy, places = (
            None if both is None else both[order] for both in (_both(self.labels, other.labels), _both(self.noisy, other.noisy), places)
        )
        files = self.files + other.files
        examples = np.concatenate([self.examples, other.examples])[order]
        return Split(examples, labels, tuple(files[place] for place in order) if files else (), noisy, places)

    @property
    def is_paired(self) -> bool:
        """Whether what goes in differs from what is asked for."""
        return self.noisy is not None

    @property
    def inputs(self) -> NDArray:
        """What a model sees, before any corruption: the noisy halves of pairs, otherwise the examples themselves."""
        return self.examples if self.noisy is None else self.noisy


def _both(one: NDArray | None, other: NDArray | None) -> NDArray | None:
    return None if one is None or other is None else np.concatenate([one, other])


@dataclass(frozen=True)
class Dataset:
    """What a run trains on (``train``) and is judged by (``test``)."""

    name: str
    shape: Shape
    train: Split
    test: Split
    class_names: tuple[str, ...] = ()
    scaling: Scaling = field(default_factory=Scaling)

    def limited(self, count: int) -> "Dataset":
        """The same with only the first ``count`` training examples; 0 means all."""
        return replace(self, train=self.train.first(count)) if count else self

    def split(self, name: SplitName) -> Split:
        """Some of the examples, or all of them, which are put together in memory. Raises ``DataError`` for more than fit there."""
        if name == "all":
            if self.train.examples.nbytes + self.test.examples.nbytes > MAX_MEMORY_BYTES:
                raise DataError(f"All examples of {self.name} together don't fit in memory: take the test or the training examples.")
            return self.train.joined(self.test)
        return self.train if name == "train" else self.test

    @property
    def fingerprint(self) -> str:
        """SHA-256 over shape, sizes and up to 64 evenly spaced examples or pairs of each split: the same data, the same text."""
        digest = hashlib.sha256(repr((self.shape.dims, len(self.train), len(self.test))).encode())
        for split in (self.train, self.test):
            for index in np.linspace(0, len(split) - 1, min(64, len(split)), dtype=int):
                for half in (split.examples, split.noisy):
                    digest.update(b"" if half is None else np.ascontiguousarray(half[index]).tobytes())
        return digest.hexdigest()
