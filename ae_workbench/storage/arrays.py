"""Lists of arrays as .npz files: their headers are looked at before any number is read, and a pickle never is."""

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.data.array_entry import read_npy_header
from ae_workbench.data.zip_file import check_ratio, open_zip

MOST_ARRAYS = 2000
MOST_RATIO, SMALL_BYTES = 50, 2**24
CHUNK_BYTES = 2**22
NAME = re.compile(r"\d{3,5}\.npy", re.ASCII)
Dims = tuple[int, ...]


@dataclass(frozen=True)
class Header:
    """What stands before the numbers of one array."""

    member: zipfile.ZipInfo
    dims: Dims
    dtype: np.dtype[Any]


Check = Callable[[Sequence[Header]], None]
"""Raises ``ValueError`` where arrays with these headers are not wanted."""


def write_arrays(file: IO[bytes], arrays: Sequence[NDArray]) -> None:
    """Arrays by their position, uncompressed."""
    named: dict[str, Any] = {f"{position:03d}": array for position, array in enumerate(arrays)}
    np.savez(file, **named)


def read_arrays(file: IO[bytes], check: Check) -> list[NDArray]:
    """The arrays in the order of their names, once ``check`` has let their headers pass.

    Raises:
        ValueError, zipfile.BadZipFile and others of ``array_entry.BROKEN``: it is no such file.
    """
    with open_zip(file, MOST_ARRAYS) as archive:
        check_ratio(archive, MOST_RATIO, SMALL_BYTES)
        headers = _headers(archive)
        check(headers)
        return [_read(archive, header) for header in headers]


def check_arrays(file: IO[bytes], dims: Sequence[Dims]) -> None:
    """Whether these are float32 arrays of exactly these shapes, stored plainly, all numbers finite; needs little memory.

    Raises:
        ValueError, zipfile.BadZipFile and others of ``array_entry.BROKEN``: they are not.
    """
    with open_zip(file, len(dims), (zipfile.ZIP_STORED,)) as archive:
        headers = _headers(archive)
        if [header.dims for header in headers] != list(dims) or any(header.dtype != np.float32 for header in headers):
            raise ValueError("they don't fit the recipe")
        for header in headers:
            with archive.open(header.member) as numbers:
                read_npy_header(numbers)
                while chunk := numbers.read(CHUNK_BYTES):
                    if not np.isfinite(np.frombuffer(chunk, np.float32)).all():
                        raise ValueError("some are not finite numbers (NaN or infinite)")


def at_most(numbers: int, kinds: str) -> Check:
    """Arrays of these kinds of numbers (as NumPy abbreviates them), so many numbers in all."""

    def check(headers: Sequence[Header]) -> None:
        if any(header.dtype.kind not in kinds or header.dtype.itemsize > 8 for header in headers):
            raise ValueError("they are not of the numbers that a model has")
        if sum(prod(header.dims) for header in headers) > numbers:
            raise ValueError("they are more than the recipe's model has")

    return check


def _headers(archive: zipfile.ZipFile) -> list[Header]:
    found = []
    for member in sorted(archive.infolist(), key=lambda member: member.filename):
        if not NAME.fullmatch(member.filename):
            raise ValueError("an entry in it is no numbered array")
        with archive.open(member) as file:
            dims, _, dtype = read_npy_header(file)
            promised = prod(dims) * dtype.itemsize
            if member.file_size - file.tell() != promised:
                raise ValueError(f"an array's header promises {promised} bytes of numbers, which are not there")
        found.append(Header(member, dims, dtype))
    return found


def _read(archive: zipfile.ZipFile, header: Header) -> NDArray:
    with archive.open(header.member) as file:
        return np.lib.format.read_array(file, allow_pickle=False)
