"""Codes and what they decode to, as NPZ and CSV that other tools read."""

import csv
import io
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape, format_dims
from ae_workbench.data.array_entry import entries
from ae_workbench.data.dataset import Scaling
from ae_workbench.storage.atomic import write_text, write_with


def write_codes(path: Path, codes: NDArray, labels: NDArray | None) -> None:
    """``codes`` (n, *code_dims) with ids and, where known, labels. NPZ keeps the shape, CSV has one code a row."""
    ids = np.arange(len(codes))
    if path.suffix.lower() == ".npz":
        arrays: dict[str, Any] = {"ids": ids, "codes": codes} | ({} if labels is None else {"labels": np.asarray(labels)})
        write_with(path, lambda file: np.savez_compressed(file, **arrays))
        return
    flat = codes.reshape(len(codes), -1)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", *([] if labels is None else ["label"]), *(f"code_{unit}" for unit in range(flat.shape[1]))])
    for position, row in enumerate(flat):
        writer.writerow([position, *([] if labels is None else [int(labels[position])]), *(f"{value:.9g}" for value in row)])
    write_text(path, out.getvalue())


def read_codes(path: Path, code_dims: tuple[int, ...]) -> NDArray[np.float32]:
    """Codes (n, *code_dims) from a file that ``write_codes`` made, or one like it.

    Raises:
        DataError: unreadable, of another size than the run's codes, or not finite.
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
    with path.open(newline="", encoding="utf-8") as file, np.errstate(over="ignore"):
        rows = csv.reader(file)
        header = next(rows, [])
        columns = [position for position, name in enumerate(header) if name.startswith("code_")]
        _check_dims(path, (1, len(columns)), code_dims)
        codes = [np.array([float(row[position]) for position in columns]).astype(np.float32) for row in rows]
    _check_dims(path, (len(codes), len(columns)), code_dims)
    return np.stack(codes)


def write_decoded(path: Path, decoded: NDArray, scaling: Scaling, shape: Shape) -> None:
    """Images as float32 in [0, 1] under ``images``; sequences in the units of their data under ``sequences``."""
    arrays = {"images": decoded} if shape.is_image else {"sequences": scaling.undo(decoded)}
    write_with(path, lambda file: np.savez_compressed(file, **arrays))
