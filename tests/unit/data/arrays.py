"""Files with arrays in them, and how they are opened."""

import gzip
import io
import struct
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load, shape_of

RNG = np.random.default_rng(0)
IMAGES = RNG.integers(0, 256, (20, 12, 10), np.uint8)


def opened(path: Path, **parameters: object) -> Dataset:
    """The file as data."""
    return load(Choice("array", {"path": str(path), **parameters}))


def shape(path: Path, **parameters: object) -> str:
    """Of the examples in the file, in words."""
    return str(shape_of(Choice("array", {"path": str(path), **parameters})))


def saved(path: Path, array: NDArray) -> Path:
    """As a .npy file."""
    np.save(path, array)
    return path


def idx(path: Path, array: NDArray, code: int = 0x08) -> Path:
    """As a file in the format of MNIST; ``code`` is that of the type."""
    content = struct.pack(f">HBB{array.ndim}I", 0, code, array.ndim, *array.shape) + array.tobytes()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def npz_with(path: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """An archive with these files in it, whatever they are."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def npy_bytes(array: NDArray, allow_pickle: bool = False) -> bytes:
    """What a .npy file would hold."""
    file = io.BytesIO()
    np.save(file, array, allow_pickle=allow_pickle)
    return file.getvalue()
