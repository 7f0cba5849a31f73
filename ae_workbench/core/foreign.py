"""Text and JSON that a stranger may have written: bounded, without surprises, and fit to stand in a sentence."""

import json
import re
import reprlib
import unicodedata
from typing import Any

LONGEST_SHOWN = 80
MOST_DEPTH = 24
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Unicode categories that break a line, turn its direction around or can't be written at all."""


def plain_text(text: str, longest: int) -> str:
    """The text on one line, without characters that can't be seen or encoded, cut to ``longest``."""
    seen = "".join(" " if unicodedata.category(mark) in _UNSEEN else mark for mark in text[: 4 * longest])
    return " ".join(seen.split())[:longest]


def shown(value: object, longest: int = LONGEST_SHOWN) -> str:
    """A value as it can stand in a sentence: one line and short, whatever it is."""
    text = value if isinstance(value, str) else reprlib.repr(value)
    short = plain_text(text, longest)
    return short if len(text) <= longest else f"{short}…"


def parse_json(text: str, has_nan: bool = False) -> Any:
    """The value of a JSON text that nests at most ``MOST_DEPTH`` deep and names nothing twice.

    ``has_nan`` allows NaN and Infinity, which Python writes for numbers that are not finite.

    Raises:
        ValueError: it isn't such a text.
    """
    if text.count("[") + text.count("{") > MOST_DEPTH and _depth(text) > MOST_DEPTH:
        raise ValueError("it nests too deep")
    return json.loads(text, object_pairs_hook=_object, parse_constant=None if has_nan else _refuse_constant)


def _depth(text: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKETS.finditer(_STRINGS.sub("", text)):
        depth += 1 if bracket.group() in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("it names something twice")
    return values


def _refuse_constant(word: str) -> Any:
    raise ValueError(f"{word} is no number")
