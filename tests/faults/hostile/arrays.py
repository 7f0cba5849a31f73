"""Broken .npy, .npz and IDX files, CSV files and codes."""

import gzip
import io
import os
import pickle
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import numpy as np

from tests.faults.hostile.changes import odd_value, spoiled

LARGE = 1_500_000_000
BOMB_BYTES = 400_000_000
PLACES = ("../", "/", "C:\\", "a/b/", "")
ODD_ROWS = ("1,2", "a,b", "nan," * 11 + "1", "1e999," * 11 + "1", '"' * 50, "," * 11, "１," * 11 + "1")
NAMES = ("x_train", "y_train", "x_test", "y_test", "images", "codes", "arr_0")


class Trap:
    """What runs when a pickle is read."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("touch hostile-pickle-was-run",)


def npy(array: np.ndarray, **rest: Any) -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, array, **rest)
    return file.getvalue()


def npz(members: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def with_header(header: str, body: bytes = b"", version: bytes = b"\x01\x00") -> bytes:
    size = struct.pack("<H" if version == b"\x01\x00" else "<L", min(len(header), 0xFFFF))
    return b"\x93NUMPY" + version + size + header.encode() + body


def small_images(rng: Random, count: int = 40) -> np.ndarray:
    return np.frombuffer(rng.randbytes(count * 64), np.uint8).reshape(count, 8, 8)


HEADERS: tuple[Callable[[Random], str], ...] = (
    lambda rng: f"{{'descr': '|u1', 'fortran_order': False, 'shape': ({LARGE}, 8, 8), }}\n",
    lambda rng: f"{{'descr': '<f8', 'fortran_order': True, 'shape': ({rng.choice((2**40, 2**62, 2**64, -5))}, 8), }}\n",
    lambda rng: "{'descr': '|O', 'fortran_order': False, 'shape': (3,), }\n",
    lambda rng: f"{{'descr': '{rng.choice(('<U1000000000', '|S9', '|V8', '<M8[s]', '<c16', '<f2', '?', '<i8', '>u2', 'nonsense'))}', "
    "'fortran_order': False, 'shape': (40, 8, 8), }\n",
    lambda rng: "{'descr': [('a', '<f4'), ('b', '|O')], 'fortran_order': False, 'shape': (4,), }\n",
    lambda rng: "{'descr': ('<f4', (1000000, 1000000)), 'fortran_order': False, 'shape': (4, 2), }\n",
    lambda rng: "{'descr': '<f4', 'fortran_order': False, 'shape': " + "(" * rng.choice((90, 9000)) + ")\n",
    lambda rng: "{'descr': '<f4', 'fortran_order': False, 'shape': (" + "2, " * rng.choice((30, 64, 3000)) + "), }\n",
    lambda rng: "__import__('os').system('touch hostile-header-was-run')\n",
    lambda rng: "{'descr': '<f4', 'fortran_order': 0, 'shape': [3, 4], 'more': 1}\n",
    lambda rng: "{'descr': '|u1', 'fortran_order': False, 'shape': (0, 8, 8), }\n",
    lambda rng: "{'descr': '|u1', 'fortran_order': False, 'shape': (True, 8, 8), }\n",
    lambda rng: "\x00" * 100,
)  # fmt: skip


def odd_npy(rng: Random) -> bytes:
    match rng.randrange(5):
        case 0:
            return spoiled(rng, npy(small_images(rng)))
        case 1:
            version = rng.choice((b"\x01\x00", b"\x01\x00", b"\x02\x00", b"\x03\x00", b"\x09\x09"))
            return with_header(rng.choice(HEADERS)(rng), rng.randbytes(rng.choice((0, 12, 2560))), version)
        case 2:
            return npy(np.array([Trap(), 1], object), allow_pickle=True)
        case 3:
            return npy(odd_array(rng))
        case _:
            return rng.choice((pickle.dumps(Trap()), b"\x93NUMPY", b"\x93NUMPY\x01\x00\xff\xff{", npy(small_images(rng))[:-1]))


def odd_array(rng: Random) -> np.ndarray:
    """An array that a file may well hold, though no data set is made of it."""
    images = small_images(rng)
    return rng.choice(
        (
            lambda: images.astype(np.float32) * np.nan,
            lambda: images.astype(np.float64) * 1e300,
            lambda: images.astype(np.int64) - 2**40,
            lambda: np.zeros((40, 8, 8), np.float32),
            lambda: np.full((40, 8), np.inf),
            lambda: images[:1],
            lambda: images[:0],
            lambda: np.zeros(()),
            lambda: np.arange(50),
            lambda: images.astype(np.complex64),
            lambda: images.reshape(-1, 1, 1, 1, 1, 1, 1, 1),
            lambda: np.zeros((3, 5000, 5000, 1), bool),
            lambda: np.array(["a", "b" * 1000]),
            lambda: np.zeros((5, 0, 4)),
            lambda: np.asfortranarray(images),
            lambda: images > 100,
            lambda: images.astype(">i4"),
            lambda: np.ones((3, 2**24 + 1), np.uint8),
            lambda: np.zeros((2, 3), [("a", "<i4")]),
            lambda: np.zeros((40, 8, 8), "M8[s]"),
            lambda: images.astype(np.float16),
        )
    )()


def odd_npz(rng: Random) -> bytes:
    whole = {f"{name}.npy": npy(small_images(rng)) for name in ("x_train", "x_test")}
    labels = {"y_train.npy": npy(np.arange(40) % 3), "y_test.npy": npy(np.arange(40) % 3)}
    match rng.randrange(9):
        case 0:
            return spoiled(rng, npz(whole | labels, rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))))
        case 1:
            return npz({**whole, f"{rng.choice(NAMES)}.npy": odd_npy(rng)})
        case 2:
            return npz({**whole, "y_train.npy": npy(odd_array(rng))}, zipfile.ZIP_DEFLATED)
        case 3:
            return bomb("x_train")
        case 4:
            count = rng.choice((3, 199, 300))
            return npz({f"{rng.choice(PLACES)}{n}.npy": npy(np.arange(n)) for n in range(count)})
        case 5:
            return npz({**whole, "y_train.npy": npy(np.array([str(odd_value(rng))[:50] for _ in range(40)]))})
        case 6:
            return doubled(whole)
        case 7:
            return npz({"x_train.npy": npy(small_images(rng)), "x_test.npy": npy(odd_array(rng))})
        case _:
            return npz({"readme.txt": b"hallo", "x.pkl": pickle.dumps(Trap())})


@cache
def bomb(name: str) -> bytes:
    """An array of zeros that packs to almost nothing."""
    dims, descr = (f"({BOMB_BYTES // 12}, 3)", "<f4") if name == "codes" else (f"({BOMB_BYTES // 64}, 8, 8)", "|u1")
    header = with_header(f"{{'descr': '{descr}', 'fortran_order': False, 'shape': {dims}, }}\n")
    return npz({f"{name}.npy": header + b"\0" * BOMB_BYTES}, zipfile.ZIP_DEFLATED)


@cache
def idx_bomb() -> bytes:
    """The same as an IDX file."""
    return gzip.compress(struct.pack(">HBB3I", 0, 8, 3, BOMB_BYTES // 64, 8, 8) + b"\0" * BOMB_BYTES, 6)


def doubled(members: dict[str, bytes]) -> bytes:
    """Two members of one name."""
    content = npz({**members, "x_trai_.npy": b"other"})
    return content.replace(b"x_trai_", b"x_train")


def odd_idx(rng: Random) -> bytes:
    good = struct.pack(">HBB3I", 0, 8, 3, 40, 8, 8) + rng.randbytes(2560)
    match rng.randrange(6):
        case 0:
            return spoiled(rng, good)
        case 1:
            return spoiled(rng, gzip.compress(good))
        case 2:
            code, rank = rng.choice((8, 9, 11, 12, 13, 14, 7, 255)), rng.randint(0, 6)
            sizes = tuple(rng.choice((0, 1, 8, 40, 2**31, 2**32 - 1)) for _ in range(rank))
            return struct.pack(f">HBB{rank}I", 0, code, rank, *sizes) + good[16:]
        case 3:
            said = rng.choice(((BOMB_BYTES // 64, 8, 8), (2**32 - 1, 2**32 - 1, 2**32 - 1), (40, 10**5, 10**5)))
            return gzip.compress(struct.pack(">HBB3I", 0, 8, 3, *said) + b"\0" * 10**6)
        case 4:
            return idx_bomb()
        case _:
            return gzip.compress(gzip.compress(good))


def odd_csv(rng: Random) -> bytes:
    rows = [",".join(f"{rng.uniform(-1, 1):.4f}" for _ in range(12)) for _ in range(30)]
    good = "\n".join(rows).encode()
    match rng.randrange(9):
        case 0:
            return spoiled(rng, good)
        case 1:
            at = rng.randrange(len(rows))
            rows[at] = rng.choice((*ODD_ROWS, str(odd_value(rng))))
            return "\n".join(rows).encode(errors="replace")
        case 2:
            return b"1," * rng.choice((10**5, 3 * 10**6)) + b"1\n"
        case 3:
            return b'"' + b"x,\n" * 300_000
        case 4:
            names = ",".join(f"c{n}" for n in range(12))
            labelled = [f"label,{names}", *(f"{odd_value(rng)!s:.200},{row}" for row in rows)]
            return "\n".join(labelled).encode(errors="replace")
        case 5:
            return "\n".join(rows).encode(rng.choice(("utf-16", "utf-32", "cp037")))
        case 6:
            return b"\0" * rng.choice((1, 10**6))
        case 7:
            return b"\n" * 2_000_000
        case _:
            return b"1,2,3,4,5,6,7,8\n" * rng.choice((1, 2, 100_000))


def odd_codes(rng: Random) -> bytes:
    """A .npz with codes of three numbers, or something like it."""
    codes = np.frombuffer(rng.randbytes(240), np.uint8).reshape(80, 3).astype(np.float32)
    match rng.randrange(4):
        case 0:
            return spoiled(rng, npz({"codes.npy": npy(codes)}))
        case 1:
            return npz({"codes.npy": odd_npy(rng)})
        case 2:
            return bomb("codes")
        case _:
            return npz({"codes.npy": npy(odd_array(rng))}, zipfile.ZIP_DEFLATED)
