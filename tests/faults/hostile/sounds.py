"""Broken, lying and enormous WAV files."""

import struct
from functools import cache
from random import Random

from tests.faults.hostile.changes import spoiled

TAGS = (0, 1, 2, 3, 6, 7, 0x55, 0xFFFE, 0xFFFF)
RATES = (0, 1, 999, 8000, 44_100, 384_001, 2**31 - 1, 2**32 - 1)
SIZES = (0, 1, 3, 400, 2**31 - 1, 2**31, 2**32 - 1)
LONG_BYTES = 60_000_000


@cache
def wav(samples: bytes = bytes(range(256)) * 64, tag: int = 1, channels: int = 1, rate: int = 8000, bits: int = 16) -> bytes:
    """A good one, with the usual words."""
    return riff(head(tag, channels, rate, bits) + chunk(b"data", samples))


def head(tag: int, channels: int, rate: int, bits: int, align: int | None = None) -> bytes:
    align = channels * bits // 8 if align is None else align
    return chunk(b"fmt ", struct.pack("<2H2L2H", tag, channels % 65536, rate, rate * align % 2**32, align % 65536, bits))


def chunk(name: bytes, content: bytes, size: int | None = None) -> bytes:
    return name + struct.pack("<L", len(content) if size is None else size) + content + b"\0" * (len(content) % 2)


def riff(content: bytes, name: bytes = b"RIFF", size: int | None = None) -> bytes:
    return name + struct.pack("<L", (4 + len(content)) % 2**32 if size is None else size) + b"WAVE" + content


def odd_wav(rng: Random) -> bytes:
    """Its bytes."""
    match rng.randrange(9):
        case 0 | 1:
            return spoiled(rng, wav())
        case 2:
            channels, bits = rng.choice((0, 1, 2, 9, 65_535)), rng.choice((0, 1, 4, 8, 12, 16, 24, 32, 64, 65_535))
            words = head(rng.choice(TAGS), channels, rng.choice(RATES), bits, rng.choice((None, 0, 1, 65_535)))
            return riff(words + chunk(b"data", rng.randbytes(400)))
        case 3:
            return riff(head(1, 1, 8000, 16) + chunk(b"data", rng.randbytes(4000), rng.choice(SIZES)), size=rng.choice(SIZES))
        case 4:
            numbers = [rng.choice((float("nan"), float("inf"), -1e38, 1e38, 0.5)) for _ in range(4000)]
            return wav(struct.pack("<4000f", *numbers), 3, 1, 8000, 32)
        case 5:
            many = b"".join(chunk(rng.choice((b"LIST", b"junk", b"fact", b"fmt ")), rng.randbytes(8)) for _ in range(5000))
            return riff(head(1, 1, 8000, 16) + many + chunk(b"data", rng.randbytes(8000)))
        case 6:
            return wav(bytes(LONG_BYTES), 1, rng.choice((1, 2, 8)), rng.choice((1000, 44_100)), rng.choice((8, 16)))
        case 7:
            return riff(chunk(b"data", rng.randbytes(400)) + head(1, 1, 8000, 16), rng.choice((b"RIFF", b"RIFX", b"RF64", b"FFIR")))
        case _:
            return wav(rng.randbytes(rng.choice((0, 1, 2, 4001, 16_000))), 1, 1, 8000, rng.choice((8, 16, 24)))
