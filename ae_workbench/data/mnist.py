"""MNIST and Fashion-MNIST, read from where Keras keeps them."""

import os
from functools import partial
from pathlib import Path

from ae_workbench.core.errors import DataError
from ae_workbench.core.parameters import NoParameters
from ae_workbench.core.shape import Shape
from ae_workbench.data.array_file import find_layout, read_layout
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import DataSource, Progress

SHAPE = Shape((28, 28, 1))
HOME_VARIABLE = "KERAS_HOME"
FASHION_FILES = tuple(f"{part}-{what}-ubyte.gz" for part in ("train", "t10k") for what in ("images-idx3", "labels-idx1"))
FILES = {"mnist": ("mnist.npz",), "fashion_mnist": tuple(f"fashion-mnist/{name}" for name in FASHION_FILES)}
TITLES = {"mnist": "MNIST", "fashion_mnist": "Fashion-MNIST"}
MNIST_FINGERPRINT = "f9d399cbdb54457367281c038795d63fc8f2cb92be91c6596c67ff1460a3c65e"
"""``Dataset.fingerprint`` of MNIST as a whole in its own order, wherever it is read from."""
CLASS_NAMES = {
    "mnist": tuple("0123456789"),
    "fashion_mnist": ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"),
}


def keras_home() -> Path:
    """Keras's folder, by Keras's own rule."""
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home).expanduser()
    return Path("~" if os.access(Path("~").expanduser(), os.W_OK) else "/tmp").expanduser() / ".keras"


def files(name: str) -> tuple[Path, ...]:
    """The files that make up a Keras data set, there or not."""
    return tuple(keras_home() / "datasets" / file for file in FILES[name])


def is_here(name: str) -> bool:
    return all(file.is_file() for file in files(name))


def not_here(name: str, why: str) -> DataError:
    """The error for a data set that could not be had; ``why`` goes into brackets."""
    title = TITLES[name]
    own = "a mnist.npz file" if name == "mnist" else "its IDX files"
    return DataError(
        f"{title} isn't on this computer and couldn't be downloaded ({why}): "
        f"connect to the internet and try again, open {own} of your own, or use the built-in digits."
    )


def load(name: str, parameters: NoParameters, progress: Progress) -> Dataset:
    """60,000 training and 10,000 test images, uint8 (n, 28, 28, 1), with labels."""
    progress(-1, f"Reading {TITLES[name]}")
    first, *others = files(name)
    try:
        layout = find_layout(first)
        if layout.train.dims[1:] != (28, 28) or layout.test is None or layout.train_labels is None or layout.test_labels is None:
            raise DataError("not its images and labels")
        found = read_layout(layout, SHAPE, TITLES[name], share=0.2)
        if len(found.class_names) != len(CLASS_NAMES[name]):
            raise DataError("not its ten classes")
    except DataError as problem:
        broken = first.parent if others else first
        raise DataError(f"{TITLES[name]} as downloaded is damaged: delete {broken} and choose it again to download it anew.") from problem
    return Dataset(TITLES[name], SHAPE, found.train, found.test, CLASS_NAMES[name])


def _source(name: str, summary: str) -> DataSource:
    return DataSource(
        name, TITLES[name], summary, partial(load, name), lambda parameters: SHAPE, download=name, is_here=partial(is_here, name)
    )  # fmt: skip


MNIST = _source("mnist", "70,000 handwritten digits, 28×28, grey: the article's data. Downloaded once (11 MB).")
FASHION_MNIST = _source("fashion_mnist", "70,000 pictures of clothes, 28×28, grey. Downloaded once (30 MB).")
