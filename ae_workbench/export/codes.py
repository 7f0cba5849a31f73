"""Codes and what they decode to, as NPZ and CSV that other tools read."""

import csv
import io
import zipfile
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape, format_dims
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
    try:
        codes = _from_csv(path) if path.suffix.lower() == ".csv" else _from_npz(path)
    except (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile, csv.Error, UnicodeDecodeError):
        wanted = "give an .npz with an array “codes”, or a .csv with columns code_0, code_1, …"
        raise DataError(f"No codes can be read from {path}: {wanted}.") from None
    if codes.ndim < 2 or prod(codes.shape[1:]) != prod(code_dims) or not len(codes):
        raise DataError(f"The codes in {path} are {format_dims(codes.shape)}, but this run's are n×{format_dims(code_dims)}.")
    if not np.isfinite(codes).all():
        raise DataError(f"Some codes in {path} are not finite numbers.")
    return codes.reshape(-1, *code_dims)


def _from_npz(path: Path) -> NDArray[np.float32]:
    # NumPy leaves a file that it opened itself open when the archive is broken.
    with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
        return archive["codes"].astype(np.float32)


def _from_csv(path: Path) -> NDArray[np.float32]:
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        header = next(rows, [])
        columns = [position for position, name in enumerate(header) if name.startswith("code_")]
        return np.array([[float(row[position]) for position in columns] for row in rows], np.float32)


def write_decoded(path: Path, decoded: NDArray, scaling: Scaling, shape: Shape) -> None:
    """Images as float32 in [0, 1] under ``images``; sequences in the units of their data under ``sequences``."""
    arrays = {"images": decoded} if shape.is_image else {"sequences": scaling.undo(decoded)}
    write_with(path, lambda file: np.savez_compressed(file, **arrays))
