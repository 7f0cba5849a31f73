"""Codes as they are read from files, and what they decode to as a file."""

import csv
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape, format_dims
from ae_workbench.data.array_entry import entries
from ae_workbench.data.dataset import Scaling
from ae_workbench.storage.atomic import write_with

COLUMN = "code_"


def read_codes(path: Path, code_dims: tuple[int, ...]) -> NDArray[np.float32]:
    """Codes (n, *code_dims) from a file of exported codes, or one like it: an array ``codes`` in NPZ, columns ``code_0``, … in a CSV.

    Raises:
        DataError: unreadable, of another size than the run's codes, columns that aren't one for each number, or not finite.
    """
    if not path.is_file():
        raise DataError(f"There is no file {path}.")
    wanted = "give an .npz with an array “codes”, or a .csv with columns code_0, code_1, …"
    try:
        codes = _from_csv(path, code_dims) if path.suffix.lower() == ".csv" else _from_npz(path, code_dims)
    except (OSError, ValueError, KeyError, IndexError, csv.Error):
        raise DataError(f"No codes can be read from {path}: {wanted}.") from None
    if not np.isfinite(codes).all():
        raise DataError(f"Some codes in {path} are not finite numbers.")
    return codes.reshape(-1, *code_dims)


def _check_dims(path: Path, dims: tuple[int, ...], code_dims: tuple[int, ...]) -> None:
    """Before any number is read."""
    if len(dims) < 2 or prod(dims[1:]) != prod(code_dims) or not dims[0]:
        raise DataError(f"The codes in {path} are {format_dims(dims)}, but this run's are n×{format_dims(code_dims)}.")


def _from_npz(path: Path, code_dims: tuple[int, ...]) -> NDArray[np.float32]:
    entry = entries(path)["codes"]
    _check_dims(path, entry.dims, code_dims)
    if entry.dtype.kind not in "biuf":
        raise ValueError("not numbers")
    with np.errstate(over="ignore"):  # what is too large becomes infinite and is refused with the other such numbers
        return entry.read().astype(np.float32)


def _from_csv(path: Path, code_dims: tuple[int, ...]) -> NDArray[np.float32]:
    """Numbers stand where their columns' names say, in whatever order these come."""
    with path.open(newline="", encoding="utf-8-sig") as file, np.errstate(over="ignore"):
        rows = csv.reader(file)
        columns = _columns(path, next(rows, []), code_dims)
        codes = [np.array([float(row[column]) for column in columns]).astype(np.float32) for row in rows if row]
    _check_dims(path, (len(codes), len(columns)), code_dims)
    return np.stack(codes)


def _columns(path: Path, header: list[str], code_dims: tuple[int, ...]) -> list[int]:
    """The column of each number of a code."""
    titles = [title.strip() for title in header]
    of_codes = [title for title in titles if title.startswith(COLUMN)]
    _check_dims(path, (1, len(of_codes)), code_dims)
    wanted = [f"{COLUMN}{number}" for number in range(len(of_codes))]
    if sorted(of_codes) != sorted(wanted):
        raise DataError(f"The columns of {path} must be {wanted[0]} to {wanted[-1]}, each once: name them so.")
    return [titles.index(title) for title in wanted]


def write_decoded(path: Path, decoded: NDArray, scaling: Scaling, shape: Shape) -> None:
    """Images as float32 in [0, 1] under ``images``; sequences in the units of their data under ``sequences``."""
    arrays = {"images": decoded} if shape.is_image else {"sequences": scaling.undo(decoded)}
    write_with(path, lambda file: np.savez_compressed(file, **arrays))
