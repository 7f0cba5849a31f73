"""Images or sequences from a .npy, .npz or IDX file."""

import re
from dataclasses import dataclass, field
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.parameters import Parameters, choice, text
from ae_workbench.core.shape import Kind, Shape, format_dims
from ae_workbench.data.array_entry import MAX_MEMORY_BYTES, Entry, entries
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.data.paths import chosen_path
from ae_workbench.data.source import DataSource, Progress
from ae_workbench.data.split import share_spec, tail_split
from ae_workbench.data.values import (
    KIND_RULE,
    RANGE_HELP,
    Extent,
    as_images,
    as_sequences,
    check_example_size,
    example_shape,
    guess_kind,
    pixel_extent,
    standardising,
    usual_extent,
)

EXAMPLE_NAMES = ("x_train", "images", "x", "data", "sequences", "arr_0")
LABEL_NAMES = ("y_train", "labels", "y", "label", "targets", "target", "classes", "class")
IMAGES = ("kind", ("auto", "images"))
SAMPLE = 100
SAMPLE_BYTES = 2**23
PATH_HELP = "A .npy file, a .npz archive (x_train, y_train, x_test, y_test, or one array) or an IDX file, gzipped or not."


@dataclass(frozen=True)
class ArrayFileParameters(Parameters):
    path: str = field(default="", metadata=text("File", is_path=True, help=PATH_HELP))
    kind: str = field(default="auto", metadata=choice("Kind", "auto", "images", "sequences", help=f"What the numbers are. {KIND_RULE}"))
    pixel_range: str = field(default="auto", metadata=choice("Pixel range", "auto", "full", help=RANGE_HELP, when=IMAGES))
    test_share: float = field(default=0.2, metadata=share_spec("The last examples are taken; a test set in the file is used instead."))


@dataclass(frozen=True)
class Layout:
    """Which arrays of a file are what."""

    train: Entry
    train_labels: Entry | None = None
    test: Entry | None = None
    test_labels: Entry | None = None


def load(parameters: ArrayFileParameters, progress: Progress) -> Dataset:
    """Images as uint8, sequences as float32; a .npy or unpacked IDX file of these types stays on disk, memory-mapped."""
    path = _path(parameters)
    progress(-1, f"Reading {path.name}")
    layout = find_layout(path)
    return read_layout(
        layout, entry_shape(layout.train, parameters.kind), path.stem, parameters.test_share, parameters.pixel_range == "full"
    )


def shape(parameters: ArrayFileParameters) -> Shape:
    """Shape of one example, from the header and the first examples."""
    return entry_shape(find_layout(_path(parameters)).train, parameters.kind)


def entry_shape(entry: Entry, kind: str) -> Shape:
    """Shape of one example; ``kind`` is "auto", "images" or "sequences"."""
    where = _where(entry)
    check_example_size(entry.dims, where)
    known: dict[str, Kind] = {"images": "image", "sequences": "sequence"}
    return example_shape(entry.dims, known.get(kind) or guess_kind(entry.dims, entry.dtype, _sample(entry)), where)


def find_layout(path: Path) -> Layout:
    """Examples, labels and test set in a file; for IDX also in the files beside it. Raises ``DataError``."""
    found = entries(path)
    if "" in found:
        return _with_neighbours(path, found[""])
    found = {name.lower(): entry for name, entry in found.items()} | found
    examples = next((found[name] for name in EXAMPLE_NAMES if name in found), None)
    if examples is None:
        arrays = [entry for entry in {id(entry): entry for entry in found.values()}.values() if len(entry.dims) > 1]
        if len(arrays) != 1:
            raise DataError(
                f"The file {path} holds the arrays {', '.join(list(found)[:12]) or '(none)'}: "
                "name the examples x_train (and x_test, y_train, y_test) or images."
            )
        examples = arrays[0]
    labels = next((found[name] for name in LABEL_NAMES if name in found), None)
    return Layout(examples, labels, found.get("x_test"), found.get("y_test"))


def read_layout(layout: Layout, shape: Shape, name: str, share: float, is_full: bool = False) -> Dataset:
    """The data set of a layout whose examples have this shape; with ``is_full`` the training images' numbers go from black to white."""
    test = layout.test
    if test is not None and prod(test.dims[1:]) != shape.size:
        sizes = f"test examples of {format_dims(test.dims[1:])}, but training examples of {format_dims(shape.dims)}"
        raise DataError(f"{_where(test)} has {sizes}: use one size.")
    labels = [_labels(entry, of) for entry, of in ((layout.train_labels, layout.train), (layout.test_labels, test)) if of is not None]
    numbers, class_names = _numbered(labels)
    extent = _extent(layout, is_full) if shape.is_image else None
    train = Split(_examples(layout.train, shape, extent), numbers[0])
    halves = tail_split(train.examples, train.labels, share) if test is None else (train, Split(_examples(test, shape, extent), numbers[1]))
    scaling = Scaling() if shape.is_image else standardising(halves[0].examples)
    return Dataset(name, shape, *halves, class_names, scaling)


def _extent(layout: Layout, is_full: bool) -> Extent | None:
    """What is black and what is white, where each array doesn't say so by itself: the same for training and test."""
    train, test = layout.train, layout.test
    if is_full:
        return pixel_extent(train.read(), _where(train))
    if test is None or not train.dtype.kind == test.dtype.kind == "f":
        return None
    usual = [usual_extent(pixel_extent(entry.read(), _where(entry)), entry.dtype, _where(entry)) for entry in (train, test)]
    return max(usual)


def _examples(entry: Entry, shape: Shape, extent: Extent | None) -> NDArray:
    final = np.dtype(np.uint8 if shape.is_image else np.float32)
    if (entry.dtype != final or extent is not None) and prod(entry.dims) * final.itemsize > MAX_MEMORY_BYTES:
        raise DataError(f"{_where(entry)} is too large to be converted in memory: save it as {final}, which is read from disk.")
    if shape.is_image:
        return as_images(entry.read(), shape, _where(entry), extent)
    return as_sequences(entry.read(), shape, _where(entry))


LEAST_LABEL = -float(2**63)
"""Of the whole numbers that labels are kept as."""


def _labels(entry: Entry | None, examples: Entry) -> NDArray | None:
    """One label each, as the file has them."""
    if entry is None:
        return None
    if entry.dims not in ((len(examples),), (len(examples), 1)):
        raise DataError(
            f"{_where(entry)} has labels of shape {format_dims(entry.dims)} for {len(examples)} examples: there must be one label for each."
        )
    labels = entry.read().reshape(-1)
    if labels.dtype.kind == "f" and not np.array_equal(labels, np.rint(labels)):
        raise DataError(f"{_where(entry)} has labels that are not whole numbers: use whole numbers or words.")
    if labels.dtype.kind in "uf" and len(labels) and not (labels.min() >= LEAST_LABEL and labels.max() < -LEAST_LABEL):
        raise DataError(f"{_where(entry)} has labels that are too large or not finite: number the classes from 0.")
    if labels.dtype.kind not in "biufU":
        raise DataError(f"{_where(entry)} has labels of type {labels.dtype}: use whole numbers or words.")
    return labels if labels.dtype.kind == "U" else labels.astype(np.int64)


def _numbered(labels: list[NDArray | None]) -> tuple[list[NDArray | None], tuple[str, ...]]:
    """Labels as positions in the class names that they all share."""
    there = [part for part in labels if part is not None]
    if not there:
        return labels, ()
    values = np.unique(np.concatenate([np.unique(part) for part in there]))
    numbers = [None if part is None else np.searchsorted(values, part).astype(np.int64) for part in labels]
    return numbers, tuple(str(value) for value in values)


def _with_neighbours(path: Path, entry: Entry) -> Layout:
    """An .npy or IDX file with the label and test files beside it that follow the usual names."""
    if len(entry.dims) == 1:
        raise DataError(f"The file {path} holds one number for each example, so it may be labels: choose the file with the examples.")
    test_name = re.sub("train", "t10k", path.name), re.sub("train", "test", path.name)
    test = next((found for name in test_name if name != path.name and (found := _beside(path, name))), None)
    return Layout(entry, _labels_of(path), test, _labels_of(test.path) if test else None)


def _labels_of(path: Path) -> Entry | None:
    name = path.name.replace("images", "labels").replace("idx3", "idx1").replace("idx4", "idx1")
    name = re.sub(r"\bx_", "y_", name)
    return _beside(path, name) if name != path.name else None


def _beside(path: Path, name: str) -> Entry | None:
    """The file of that name in the same folder, gzipped or not, if there."""
    bare = name.removesuffix(".gz")
    there = next((file for file in (path.with_name(name), path.with_name(bare), path.with_name(f"{bare}.gz")) if file.is_file()), None)
    return entries(there).get("") if there else None


def _sample(entry: Entry) -> NDArray:
    each = max(prod(entry.dims[1:]) * entry.dtype.itemsize, 1)
    return entry.head(max(1, min(SAMPLE, SAMPLE_BYTES // each)))


def _where(entry: Entry) -> str:
    return f"“{entry.name}” in {entry.path}" if entry.name else f"The file {entry.path}"


def _path(parameters: ArrayFileParameters) -> Path:
    return chosen_path(parameters.path, "a .npy, .npz or IDX file")


SOURCE = DataSource(
    "array",
    "Array file…",
    "Images or sequences of your own from a .npy, .npz or IDX file; a large .npy file is read from disk as needed.",
    load,
    shape,
    ArrayFileParameters,
)
