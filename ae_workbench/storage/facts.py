"""What a run knows of its data, and its file, read as strictly as if a stranger had written it."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from ae_workbench.core.errors import RunError
from ae_workbench.core.foreign import parse_json, plain_text
from ae_workbench.core.shape import Kind, Shape
from ae_workbench.data.dataset import Scaling
from ae_workbench.data.values import MAX_EXAMPLE, MAX_SIDE

FORMAT = "ae-workbench run"
VERSION = 1
MOST_BYTES = 1_000_000
LONGEST_TEXT = 300
MOST_CLASSES = 10_000
CHANNELS = (1, 3)
KINDS: dict[str, Kind] = {"image": "image", "sequence": "sequence"}


@dataclass(frozen=True)
class Facts:
    """What a run needs to know of its data to be rebuilt without them, and how it ended.

    ``outcome`` is "" while it is trained or when that was cut off. ``until``: the epoch that the last training was to end at.
    """

    shape: Shape
    scaling: Scaling = field(default_factory=Scaling)
    data_name: str = ""
    train_count: int = 0
    test_count: int = 0
    fingerprint: str = ""
    class_names: tuple[str, ...] = ()
    created: str = ""
    outcome: str = ""
    until: int = 0


class UnknownVersion(ValueError):
    """Facts of a program that is newer than this one."""


def facts_to_json(facts: Facts) -> dict[str, Any]:
    """The facts as plain values."""
    return {"format": FORMAT, "version": VERSION, **asdict(facts)}


def facts_text(facts: Facts) -> str:
    """The facts as the text of their file."""
    return json.dumps(facts_to_json(facts), indent=2, ensure_ascii=False).encode(errors="replace").decode() + "\n"


def read_facts(path: Path) -> Facts:
    """The facts in a file. Raises ``RunError``."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise ValueError("too large")
        return facts_from_json(parse_json(content.decode(), has_nan=True))
    except UnknownVersion:
        raise RunError(f"{path} is of a version this program doesn't know: please update it.") from None
    except (OSError, ValueError):
        raise RunError(f"The run's facts can't be read from {path}: the file is broken.") from None


def facts_from_json(values: Any) -> Facts:
    """Facts from plain values, each of its type and within bounds; those that are missing keep their defaults.

    Raises:
        ValueError: they are not. UnknownVersion: they are of another version.
    """
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ValueError("not the facts of a run")
    if values.get("version") != VERSION:
        raise UnknownVersion(f"version {values.get('version')!r}")
    shape = _shape(values.get("shape"))
    known = {"format", "version", "shape", "scaling", *(each.name for each in fields(Facts))}
    if unknown := set(values) - known:
        raise ValueError(f"unknown facts {sorted(unknown)[:3]}")
    rest = {each.name: _fact(each.default, values[each.name]) for each in fields(Facts)[2:] if each.name in values}
    return Facts(shape, _scaling(values["scaling"], shape) if "scaling" in values else Scaling(), **rest)


def _shape(values: Any) -> Shape:
    """Images (height, width, 1 or 3), sequences (time steps, features), neither larger than data sets may be."""
    if not isinstance(values, dict) or set(values) != {"dims", "kind"} or not isinstance(values["kind"], str):
        raise ValueError("no shape")
    dims, kind = _list(values["dims"], 3), KINDS.get(values["kind"])
    if kind is None or not all(_is_whole(n) and 1 <= n <= MAX_EXAMPLE for n in dims) or math.prod(dims) > MAX_EXAMPLE:
        raise ValueError("an impossible shape")
    fits = len(dims) == 3 and max(dims[:2]) <= MAX_SIDE and dims[2] in CHANNELS if kind == "image" else len(dims) == 2
    if not fits:
        raise ValueError("an impossible shape")
    return Shape(tuple(dims), kind)


def _scaling(values: Any, shape: Shape) -> Scaling:
    if not isinstance(values, dict) or set(values) != {"offset", "scale"}:
        raise ValueError("no scaling")
    offset, scale = (tuple(map(_number, _list(values[name], MAX_EXAMPLE))) for name in ("offset", "scale"))
    if not {len(offset), len(scale)} <= {1, shape.dims[-1]} or 0 in scale:
        raise ValueError("an impossible scaling")
    return Scaling(offset, scale)


def _fact(default: Any, value: Any) -> Any:
    """A value of the same type as the default."""
    if isinstance(default, tuple):
        return tuple(_text(name) for name in _list(value, MOST_CLASSES))
    if isinstance(default, str):
        return _text(value)
    if not _is_whole(value) or not 0 <= value < 2**63:
        raise ValueError("a count that is none")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a text that is none")
    return plain_text(value, LONGEST_TEXT)


def _list(value: Any, longest: int) -> Sequence[Any]:
    if not isinstance(value, list) or len(value) > longest:
        raise ValueError("a list that is none")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e300:
        raise ValueError("a number that is none")
    return float(value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
