"""Broken and enormous pictures."""

import io
import struct
import zlib
from functools import cache
from random import Random

from PIL import Image

from tests.faults.hostile.changes import spoiled

SIDES = (1, 0, 5000, 30_000, 65_535, 2**31 - 1, 2**32 - 1)
BOMB_BYTES = 200_000_000


@cache
def picture(kind: str, mode: str = "RGB") -> bytes:
    """A good one."""
    file = io.BytesIO()
    gradient = Image.linear_gradient("L").resize((40, 30)).convert(mode)
    gradient.save(file, kind)
    return file.getvalue()


@cache
def zeros(size: int) -> bytes:
    """So many zeros, packed."""
    return zlib.compress(b"\0" * size, 9)


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))


def png(width: int, height: int, pixels: bytes, *extra: bytes, depth: int = 8, colour: int = 0) -> bytes:
    head = chunk(b"IHDR", struct.pack(">2L5B", width % 2**32, height % 2**32, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def odd_picture(rng: Random) -> tuple[str, bytes]:
    """Its ending and its bytes."""
    kind, ending = rng.choice((("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp"), ("TIFF", "tif"), ("BMP", "bmp")))
    match rng.randrange(8):
        case 0 | 1 | 2:
            return ending, spoiled(rng, picture(kind))
        case 3:
            return "png", odd_png(rng)
        case 4:
            return "bmp", struct.pack(
                "<2sL4xL L2L2H6L", b"BM", 54, 54, 40, rng.choice(SIDES), rng.choice(SIDES), 1, 24, *[0] * 6
            ) + b"\0" * 100
        case 5:
            return "tif", odd_tiff(rng)
        case 6:
            return "jpg", _with_jpeg_size(rng)
        case _:
            return ending, picture(rng.choice(("GIF", "PPM", "ICO", "TGA", "PNG", "JPEG")))


def odd_png(rng: Random) -> bytes:
    match rng.randrange(7):
        case 0:
            return png(rng.choice(SIDES), rng.choice(SIDES), zeros(10**6))
        case 1:
            return png(8000, 8000, zeros(64_008_000))
        case 2:
            return png(14_000, 14_000, zeros(BOMB_BYTES))
        case 3:
            return png(8, 8, zeros(72), chunk(b"zTXt", b"note\0\0" + zeros(BOMB_BYTES)))
        case 4:
            return png(8, 8, zeros(72), chunk(b"iCCP", b"profile\0\0" + zeros(BOMB_BYTES)))
        case 5:
            return png(8, 8, zeros(72), *[chunk(b"tEXt", b"a\0" + b"b" * 1000)] * 20_000)
        case _:
            return png(
                8, 8, rng.choice((b"", b"nonsense", zeros(10), zeros(BOMB_BYTES))), depth=rng.choice((1, 8, 16, 3)), colour=rng.randrange(8)
            )


def odd_tiff(rng: Random) -> bytes:
    """One directory of entries that lie, and may follow itself."""
    entries = [
        (256, 4, 1, rng.choice(SIDES)), (257, 4, 1, rng.choice(SIDES)), (258, 3, 1, rng.choice((1, 8, 32, 64))),
        (259, 3, 1, rng.choice((1, 5, 7, 8, 32773, 50000))), (262, 3, 1, 1), (273, 4, rng.choice((1, 2**30)), 8),
        (277, 3, 1, rng.choice((1, 3, 65535))), (278, 4, 1, rng.choice(SIDES)), (279, 4, rng.choice((1, 2**30)), rng.choice(SIDES)),
    ]  # fmt: skip
    body = b"".join(struct.pack("<2H2L", tag, kind, count, value % 2**32) for tag, kind, count, value in entries)
    return b"II*\0" + struct.pack("<L", 8) + struct.pack("<H", len(entries)) + body + struct.pack("<L", rng.choice((0, 8, 2**31)))


def _with_jpeg_size(rng: Random) -> bytes:
    content = picture("JPEG")
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">2H", rng.choice((0, 60_000, 65_535)), rng.choice((1, 60_000, 65_535))) + content[at + 4 :]
