"""A PNG of raw pixels, without a library."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path


def write_png(path: Path, width: int, height: int, rows: Sequence[bytes]) -> None:
    """``rows`` have 4 bytes a pixel, blue first, as X11 gives them."""
    lines = bytearray()
    for row in rows:
        lines += b"\0"
        line = bytearray(3 * width)
        line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
        lines += line
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(lines), 6)), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
