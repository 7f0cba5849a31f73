"""Arrays in .npy, .npz and IDX files: the header first, the numbers only when asked for, never a pickle."""

import gzip
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.data.zip_file import open_zip

MAX_MEMORY_BYTES = 4 * 2**30
SMALL_BYTES = 64 * 2**20
MAX_INFLATION = 100
MAX_MEMBERS = 200
MAX_AXES = 8
IDX_TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
BROKEN = (
    OSError, EOFError, ValueError, SyntaxError, RuntimeError, NotImplementedError, KeyError,
    MemoryError, OverflowError, Warning, struct.error, tokenize.TokenError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One array in a file: what its header says, and how to get its numbers."""

    path: Path
    name: str
    dims: tuple[int, ...]
    dtype: np.dtype[Any]
    read: Callable[[], NDArray]
    head: Callable[[int], NDArray]

    def __len__(self) -> int:
        return self.dims[0] if self.dims else 0


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Every way a file can be broken becomes one ``DataError``."""
    try:
        yield
    except FileNotFoundError:
        raise DataError(f"There is no file {path}: choose one that exists.") from None
    except PermissionError:
        raise DataError(f"The file {path} may not be read: check its permissions.") from None
    except MemoryError:
        raise DataError(f"The file {path} needs more memory than this computer has: save it as a .npy file, which stays on disk.") from None
    except BROKEN as problem:
        reason = str(problem).split("\n")[0].rstrip(".")[:200] or type(problem).__name__
        raise DataError(f"The file {path} is damaged or not what its name says ({reason}): get or save it again.") from None


def entries(path: Path) -> dict[str, Entry]:
    """The arrays in a file by name; a .npy or IDX file has one, named "".

    Raises:
        DataError: no such file, a damaged one, one that holds Python objects, or one that unpacks to far more than it should.
    """
    with reading(path):
        if path.is_dir():
            raise DataError(f"{path} is a folder, not an array file: choose a .npy, .npz or IDX file.")
        with open(path, "rb") as file:
            magic = file.read(6)
        if magic == b"\x93NUMPY":
            return {"": _npy(path)}
        if magic[:2] == b"PK":
            return _npz(path)
        if magic[:2] == b"\x1f\x8b" or magic[:2] == b"\0\0":
            return {"": _idx(path, packed=magic[0] == 0x1F)}
    raise DataError(f"The file {path} is neither a .npy, .npz nor an IDX file: choose one of these.")


def _npy(path: Path) -> Entry:
    with open(path, "rb") as file:
        dims, fortran, dtype = _npy_header(file, path)
        start = file.tell()
    _check_size(path, path.stat().st_size - start, dims, dtype)

    def mapped() -> NDArray:
        with reading(path):
            if prod(dims) == 0:
                return np.zeros(dims, dtype)
            return np.memmap(path, dtype, "r", start, dims, "F" if fortran else "C")

    return Entry(path, "", dims, dtype, mapped, lambda count: np.array(mapped()[:count]))


def _npz(path: Path) -> dict[str, Entry]:
    with open(path, "rb") as opened, open_zip(opened, MAX_MEMBERS) as archive:
        wanted = [member for member in archive.infolist() if member.filename.endswith(".npy")]
        return {member.filename[:-4]: _npz_member(path, archive, member) for member in wanted}


def _npz_member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Entry:
    with archive.open(member) as file:
        dims, fortran, dtype = _npy_header(file, path)
        _check_size(path, member.file_size - file.tell(), dims, dtype)
    check_inflation(path, member.compress_size, member.file_size)

    def read() -> NDArray:
        with reading(path), zipfile.ZipFile(path) as archive, archive.open(member.filename) as file:
            return np.lib.format.read_array(file, allow_pickle=False)

    def head(count: int) -> NDArray:
        if fortran:
            return read()[:count]
        with reading(path), zipfile.ZipFile(path) as archive, archive.open(member.filename) as file:
            _npy_header(file, path)
            return _first(file, dims, dtype, count)

    return Entry(path, member.filename[:-4], dims, dtype, read, head)


def _npy_header(file: IO[bytes], path: Path) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    try:
        return read_npy_header(file)
    except NamedColumns:
        raise DataError(f"The file {path} holds a table with named columns: save a plain array of numbers.") from None
    except PythonObjects:
        raise DataError(
            f"The file {path} holds Python objects, which could run code and are never read: save a plain array of numbers."
        ) from None


class NamedColumns(ValueError):
    """An array whose numbers have names."""


class PythonObjects(ValueError):
    """An array of pickled objects."""


def read_npy_header(file: IO[bytes]) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    """Shape, whether it is in Fortran's order, and type of the array in a .npy file; no number is read.

    Raises:
        ValueError and others of ``BROKEN``: it is no such file, or not one of plain numbers or words.
    """
    version = np.lib.format.read_magic(file)
    readers = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
    if version not in readers:
        raise NamedColumns("it has named columns")
    dims, fortran, dtype = readers[version](file)
    if dtype.hasobject:
        raise PythonObjects("it holds Python objects, which are never read")
    if dtype.names is not None or dtype.subdtype is not None:
        raise NamedColumns("it has named columns")
    if any(isinstance(n, bool) or n < 0 for n in dims) or len(dims) > MAX_AXES:
        raise ValueError("an impossible shape in its header")
    return dims, fortran, dtype


def _idx(path: Path, packed: bool) -> Entry:
    """Source: Y. LeCun, "The MNIST database", section on file formats: 0, 0, type, rank, sizes as big-endian uint32, numbers."""

    def opened() -> IO[bytes]:
        return gzip.open(path, "rb") if packed else open(path, "rb")  # type: ignore[return-value]

    with opened() as file:
        zeros, code, rank = struct.unpack(">HBB", file.read(4))
        if zeros or code not in IDX_TYPES or not 1 <= rank <= 4:
            raise DataError(f"The file {path} is not an IDX file: its first bytes don't say so.")
        dims = struct.unpack(f">{rank}I", file.read(4 * rank))
    dtype, start = np.dtype(IDX_TYPES[code]), 4 + 4 * rank
    if packed:
        check_inflation(path, path.stat().st_size, prod(dims) * dtype.itemsize)
    else:
        _check_size(path, path.stat().st_size - start, dims, dtype)

    def head(count: int) -> NDArray:
        with reading(path), opened() as file:
            file.read(start)
            return _first(file, dims, dtype, count)

    def read() -> NDArray:
        with reading(path):
            if packed or prod(dims) == 0:
                return head(len_of(dims))
            return np.memmap(path, dtype, "r", start, dims)

    return Entry(path, "", dims, dtype, read, head)


def len_of(dims: tuple[int, ...]) -> int:
    return dims[0] if dims else 0


def _first(file: IO[bytes], dims: tuple[int, ...], dtype: np.dtype[Any], count: int) -> NDArray:
    """The first ``count`` examples from a file that stands after its header."""
    wanted = (min(count, len_of(dims)), *dims[1:])
    content = file.read(prod(wanted) * dtype.itemsize)
    if len(content) < prod(wanted) * dtype.itemsize:
        raise ValueError("it ends too early")
    return np.frombuffer(content, dtype).reshape(wanted)


def _check_size(path: Path, there: int, dims: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    said = prod(dims) * dtype.itemsize
    if there < said:
        raise DataError(f"The file {path} is cut off: its header promises {said} bytes of numbers, but {max(there, 0)} are there.")


def check_inflation(path: Path, packed: int, unpacked: int) -> None:
    """Refuse what unpacks to more than memory should hold, or far more than real data do."""
    if unpacked > MAX_MEMORY_BYTES:
        raise DataError(f"The file {path} unpacks to {unpacked / 2**30:.1f} GiB: save it as a .npy file, which stays on disk.")
    if unpacked > SMALL_BYTES and unpacked > MAX_INFLATION * packed:
        raise DataError(f"The file {path} would unpack to over {MAX_INFLATION} times its size, as no real data do: save it as a .npy file.")
