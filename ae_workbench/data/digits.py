"""The 1,797 handwritten digits that ship with scikit-learn, enlarged from 8×8 to 28×28."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.parameters import NoParameters
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import DataSource, Progress
from ae_workbench.data.split import shuffled_split

NAME = "Digits"
SHAPE = Shape((28, 28, 1))
SPLIT_SEED = 1797
TEST_SHARE = 360 / 1797
CONTRAST = 2.0


def load(parameters: NoParameters, progress: Progress) -> Dataset:
    """1,437 training and 360 test images, the same in every process."""
    progress(-1, "Loading the built-in digits")
    return _digits()


@cache
def _digits() -> Dataset:
    rows = np.loadtxt(_file(), np.uint8, delimiter=",")
    images = enlarged(rows[:, :-1].reshape(-1, 8, 8) / 16)
    train, test = shuffled_split(images[..., None], rows[:, -1].astype(np.int64), TEST_SHARE, SPLIT_SEED)
    return Dataset(NAME, SHAPE, train, test, tuple("0123456789"))


def _file() -> Path:
    """What ``sklearn.datasets.load_digits`` reads: 64 grey values up to 16 and the digit in each row. To import it takes over a second."""
    package = find_spec("sklearn")
    assert package is not None and package.submodule_search_locations
    return Path(package.submodule_search_locations[0]) / "datasets" / "data" / "digits.csv.gz"


def enlarged(images: NDArray) -> NDArray[np.uint8]:
    """(n, 8, 8) in [0, 1] to (n, 28, 28) uint8: a border of one as MNIST has, Lanczos, and contrast that makes the strokes crisp again."""
    bordered = np.pad(images, ((0, 0), (1, 1), (1, 1))).astype(np.float32)
    smooth = _stretched(_stretched(bordered).swapaxes(1, 2)).swapaxes(1, 2)
    return (np.clip((smooth - 0.5) * CONTRAST + 0.5, 0, 1) * 255).round().astype(np.uint8)


def _stretched(images: NDArray[np.float32]) -> NDArray[np.float32]:
    """Their last axis to the width of the shape, all in one go: one after the other they take a tenth of a second."""
    from PIL import Image

    count, height, width = images.shape
    below_each_other = Image.fromarray(images.reshape(count * height, width))
    return np.asarray(below_each_other.resize((SHAPE.dims[1], count * height), Image.Resampling.LANCZOS)).reshape(count, height, -1)


SOURCE = DataSource(
    "digits",
    "Digits (built in)",
    "1,797 real handwritten digits that ship with the program, 28×28, grey. Works without a network.",
    load,
    lambda parameters: SHAPE,
)
