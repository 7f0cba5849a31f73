"""Ways to spoil bytes and JSON, drawn from a generator of random numbers."""

import json
import struct
from collections.abc import Callable
from random import Random
from typing import Any

Spoil = Callable[[Random, bytes], bytes]
EXTREMES = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 2**31 - 1, 2**31, 2**32 - 1, 2**63 - 1, 2**64 - 1)
WIDTHS = {2: "H", 4: "L", 8: "Q"}


def spoiled(rng: Random, content: bytes) -> bytes:
    """One to four changes at random places."""
    for _ in range(rng.randint(1, 4)):
        content = rng.choice(SPOILS)(rng, content)
    return content


def _cut(rng: Random, content: bytes) -> bytes:
    return content[: _at(rng, content)]


def _cut_front(rng: Random, content: bytes) -> bytes:
    return content[_at(rng, content) :]


def _flip(rng: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 1, 8, 64))):
        if changed:
            changed[_at(rng, content)] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _overwrite(rng: Random, content: bytes) -> bytes:
    at, filling = _at(rng, content), rng.choice((b"\0", b"\xff", b"\x80", b"A", b"9"))
    noise = rng.randbytes(rng.randint(1, 200)) if rng.random() < 0.5 else filling * rng.randint(1, 2000)
    return content[:at] + noise + content[at + len(noise) :]


def _insert(rng: Random, content: bytes) -> bytes:
    at = _at(rng, content)
    return content[:at] + rng.randbytes(rng.randint(1, 300)) + content[at:]


def _remove(rng: Random, content: bytes) -> bytes:
    at = _at(rng, content)
    return content[:at] + content[at + rng.randint(1, 300) :]


def _repeat(rng: Random, content: bytes) -> bytes:
    at = _at(rng, content)
    return content[:at] + content[at : at + 500] * rng.randint(2, 20) + content[at:]


def _number(rng: Random, content: bytes) -> bytes:
    """A number at its extreme, in either byte order; most often near the front, where headers are."""
    width = rng.choice(tuple(WIDTHS))
    number = struct.pack(rng.choice("<>") + WIDTHS[width], rng.choice(EXTREMES) % 2 ** (8 * width))
    at = rng.randrange(min(len(content), 200) or 1) if rng.random() < 0.6 else _at(rng, content)
    return content[:at] + number + content[at + width :]


def _append(rng: Random, content: bytes) -> bytes:
    return content + rng.randbytes(rng.randint(1, 1000))


def _nothing_else(rng: Random, content: bytes) -> bytes:
    return rng.choice((b"", b"\0" * 1000, rng.randbytes(2000), b"PK\x03\x04", b"\x80\x04]\x94.", content[:6] + rng.randbytes(500)))


SPOILS: tuple[Spoil, ...] = (
    _cut,
    _cut,
    _flip,
    _flip,
    _flip,
    _overwrite,
    _insert,
    _remove,
    _repeat,
    _number,
    _number,
    _append,
    _cut_front,
    _nothing_else,
)


def _at(rng: Random, content: bytes) -> int:
    return rng.randrange(len(content) or 1)


def odd_value(rng: Random) -> Any:
    """A value that no field expects."""
    return rng.choice(
        (
            lambda: None, lambda: True, lambda: -1, lambda: 0, lambda: 2**31, lambda: 2**63, lambda: 10**400, lambda: 1e308, lambda: 0.5,
            lambda: float("nan"), lambda: float("-inf"), lambda: "", lambda: "x" * 100_000,
            lambda: "\ud800\udfff\ud800", lambda: "a\0b\r\n\u202e",
            lambda: "../../../etc/passwd", lambda: "\\\\server\\share", lambda: "__import__('os').system('true')", lambda: "1e999",
            lambda: [], lambda: {}, lambda: [[[[]]]], lambda: [1] * 5000, lambda: {"a": {"b": {"c": 1}}}, lambda: [4096] * 12,
            lambda: {str(n): n for n in range(2000)}, lambda: [2**20, 2**20, 3], lambda: [-1, -1, 1], lambda: "deep", lambda: "image",
        )
    )()  # fmt: skip


def odd_json(rng: Random, values: Any) -> bytes:
    """The text of these values after a few of them were changed, dropped, doubled or joined by others."""
    values = json.loads(json.dumps(values))
    for _ in range(rng.randint(1, 3)):
        _change(rng, values)
    text = json.dumps(values)
    match rng.randrange(12):
        case 0:
            text = text.replace(":", rng.choice((": [" * 50_000, ":: ", ': {"a":' * 30)), 1)
        case 1:
            text = text.replace('"', "'", rng.randint(1, 4))
        case 2:
            text = text[:-1] + ", " + text[1:]
        case 3:
            return rng.choice((b"\xff\xfe", b"\xef\xbb\xbf", b"\0")) + text.encode(errors="replace")
        case 4:
            text = text.replace("1", "1" * rng.choice((20, 5000)), 1)
    return text.encode(errors="replace")


def _change(rng: Random, values: Any) -> None:
    while True:
        keys = list(values) if isinstance(values, dict) else list(range(len(values)))
        if not keys or rng.random() < 0.1:
            break
        key = rng.choice(keys)
        if isinstance(values[key], dict | list) and rng.random() < 0.7:
            values = values[key]
            continue
        if rng.random() < 0.2:
            del values[key]
        else:
            values[key] = odd_value(rng)
        return
    if isinstance(values, dict):
        values[rng.choice(("extra", "", "__class__", "k" * 5000, "format"))] = odd_value(rng)
    else:
        values.append(odd_value(rng))
