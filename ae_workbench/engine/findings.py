"""What experiments found, kept on disk: one file each, written whole or not at all."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.experiment import Findings
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice
from ae_workbench.data.array_entry import BROKEN
from ae_workbench.storage.arrays import at_most, read_arrays, write_arrays
from ae_workbench.storage.atomic import make_folder, write_with

VERSION = 2
MOST_NUMBERS = 50_000_000
ENDING = ".npz"
RUNS = "runs"
"""Folder of the models, beside that of the results."""


@dataclass(frozen=True)
class Result:
    """Findings with all that they came from.

    ``key`` is that of the step, such as "experiments/depth". ``when`` is local time with its zone, ``machine`` what it was made on;
    ``runs`` are names of folders beside the results, which ``runs_of`` finds, and ``recipes`` theirs, as JSON.
    """

    key: str
    findings: Findings
    quick: bool
    data: str
    fingerprint: str
    seconds: float
    when: str
    versions: Mapping[str, str]
    machine: str
    runs: tuple[str, ...] = ()
    recipes: tuple[Mapping[str, Any], ...] = ()


def results_home(home: Path, choice: Choice, quick: bool) -> Path:
    """Folder for results on these data: those of other data, and of a quick look, don't take each other's place."""
    name = choice.key
    if choice.parameters:
        name += "-" + sha256(json.dumps(dict(choice.parameters), sort_keys=True, default=str).encode()).hexdigest()[:8]
    return home / "results" / f"{name}-{'quick' if quick else 'full'}"


def runs_of(home: Path, result: Result) -> tuple[Path, ...]:
    """The run folders of a result's models, in the order they were asked for; they may have been deleted since."""
    return tuple(home / RUNS / name for name in result.runs)


def _path(home: Path, key: str) -> Path:
    return home.joinpath(*key.split("/")).with_suffix(ENDING)


def keep(home: Path, result: Result) -> None:
    """Write a result. Raises ``OSError``."""
    arrays: list[NDArray] = []
    plain = {"version": VERSION, "result": _plain(result, arrays)}
    text = np.frombuffer(json.dumps(plain, ensure_ascii=False).encode(), np.uint8)
    path = _path(home, result.key)
    make_folder(path.parent)
    write_with(path, lambda file: write_arrays(file, [text, *arrays]))


def kept(home: Path, key: str) -> Result | None:
    """A result that was kept; None where there is none, or it is broken or of another version."""
    try:
        with _path(home, key).open("rb") as file:
            text, *arrays = read_arrays(file, at_most(MOST_NUMBERS, "fiu"))
        values = json.loads(text.astype(np.uint8).tobytes())
        if values["version"] != VERSION:
            return None
        result: Result = _made(Result, values["result"], arrays)
    except (*BROKEN, ValueError, KeyError, TypeError, IndexError, AttributeError, WorkbenchError):
        return None
    return result if result.key == key else None


def _plain(value: Any, arrays: list[NDArray]) -> Any:
    """As JSON has it; an array is put aside and its number stands for it."""
    if isinstance(value, np.ndarray):
        arrays.append(value)
        return {"array": len(arrays) - 1}
    if is_dataclass(value):
        return {"kind": type(value).__name__, **{field.name: _plain(getattr(value, field.name), arrays) for field in fields(value)}}
    if isinstance(value, (list, tuple)):
        return [_plain(item, arrays) for item in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(item, arrays) for name, item in value.items()}
    return value.item() if isinstance(value, np.generic) else value


def _made(kind: Any, value: Any, arrays: list[NDArray]) -> Any:
    """A value of this type from its JSON. Raises ``ValueError``, ``TypeError`` and others where it is something else."""
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        if value["kind"] != kind.__name__:
            raise ValueError(f"{value['kind']} where {kind.__name__} belongs")
        hints = get_type_hints(kind)
        return kind(**{field.name: _made(hints[field.name], value[field.name], arrays) for field in fields(kind)})
    if origin in (Union, UnionType):
        return _one_of(inner, value, arrays)
    if origin is Literal:
        return inner[inner.index(value)]
    if origin is np.ndarray:
        return arrays[value["array"]]
    if origin is tuple:
        types = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_made(each, item, arrays) for each, item in zip(types, value, strict=True))
    if kind is float and isinstance(value, int):
        return float(value)
    if isinstance(kind, type) and not isinstance(value, kind):
        raise TypeError(f"{type(value).__name__} where {kind.__name__} belongs")
    return value


def _one_of(kinds: tuple[Any, ...], value: Any, arrays: list[NDArray]) -> Any:
    for kind in kinds:
        try:
            return _made(kind, value, arrays)
        except (ValueError, KeyError, TypeError, IndexError):
            continue
    raise ValueError("of no kind that belongs here")
