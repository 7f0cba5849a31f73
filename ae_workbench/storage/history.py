"""The history of a run: a line of JSON per epoch."""

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import Any

from ae_workbench.core.errors import RunError
from ae_workbench.storage.atomic import append_line, last_lines, write_text

TAIL_BYTES = 16_384
MOST_BYTES = 2**25
MOST_LINES = 110_000
"""A recipe has at most 100,000 epochs."""
MOST_UNREADABLE = 1_000
MOST_METRICS = 50
METRIC = re.compile(r"\w{1,60}", re.ASCII)


@dataclass(frozen=True)
class EpochRecord:
    """One line of the history. ``partial``: stopped in the middle, not validated."""

    epoch: int
    seconds: float
    metrics: Mapping[str, float]
    partial: bool = False


def read_history(path: Path) -> list[EpochRecord]:
    """A record per epoch, oldest first; where an epoch was trained again the newest record counts, and none after it.

    Of a file that no training writes, such as one of many gigabytes, only a part is read.

    Raises:
        RunError: it can't be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except FileNotFoundError:
        return []
    except OSError as problem:
        raise _unreadable(path, problem) from None
    return parse_history(content)


def parse_history(content: bytes) -> list[EpochRecord]:
    """The records in the lines of a history that were written to their end. Lines that are none are left out, up to a point."""
    lines = list(islice(io.BytesIO(content[: content.rfind(b"\n") + 1]), MOST_LINES))
    records: list[EpochRecord] = []
    unreadable = 0
    for record in _parse_all(lines):
        if record is None:
            unreadable += 1
            if unreadable >= MOST_UNREADABLE:
                break
            continue
        while records and records[-1].epoch >= record.epoch:
            records.pop()
        records.append(record)
    return records


def _parse_all(lines: Sequence[bytes]) -> Iterator[EpochRecord | None]:
    """A record for each line, or none; all in one go if they are sound, which takes a quarter of the time."""
    try:
        values = json.loads(b"[" + b",".join(lines) + b"]")
    except (ValueError, RecursionError):
        values = []
    if len(values) == len(lines):
        return map(_record, values)
    return (_parse(line.decode(errors="replace")) for line in lines)


def newest_record(path: Path) -> EpochRecord | None:
    """The last record, read without the rest wherever one of the last lines is one. Raises ``RunError``."""
    try:
        lines = last_lines(path, TAIL_BYTES)
    except OSError as problem:
        raise _unreadable(path, problem) from None
    found = next((record for line in reversed(lines) if (record := _parse(line)) is not None), None)
    return found or next(reversed(read_history(path)), None)


def append_record(path: Path, record: EpochRecord) -> None:
    """Add one line."""
    append_line(path, _line(record))


def write_history(path: Path, records: Sequence[EpochRecord]) -> None:
    """Write these records as the whole of the file."""
    write_text(path, history_text(records))


def best_epoch(history: Sequence[EpochRecord]) -> int:
    """The epoch with the lowest validation loss; 0 without one."""
    judged = [record for record in history if "val_loss" in record.metrics]
    return min(judged, key=lambda record: record.metrics["val_loss"]).epoch if judged else 0


def last_full_epoch(history: Sequence[EpochRecord]) -> int:
    """The newest epoch that was trained to its end; 0 before the first."""
    return max((record.epoch for record in history if not record.partial), default=0)


def history_text(records: Iterable[EpochRecord]) -> str:
    """The records as the text of their file."""
    return "".join(f"{_line(record)}\n" for record in records)


def _unreadable(path: Path, problem: OSError) -> RunError:
    return RunError(f"The run's history can't be read from {path}: {problem.strerror or problem}.")


def _line(record: EpochRecord) -> str:
    values: dict[str, Any] = {"epoch": record.epoch, "seconds": round(record.seconds, 4), "metrics": dict(record.metrics)}
    return json.dumps({**values, "partial": True} if record.partial else values)


def _parse(line: str) -> EpochRecord | None:
    try:
        return _record(json.loads(line))
    except (ValueError, RecursionError):
        return None


def _record(values: Any) -> EpochRecord | None:
    try:
        epoch, seconds, metrics = values["epoch"], float(values["seconds"]), values["metrics"]
        if not isinstance(epoch, int) or epoch < 0 or not isfinite(seconds) or len(metrics) > MOST_METRICS:
            return None
        named = {name: float(value) for name, value in metrics.items() if METRIC.fullmatch(name)}
        return EpochRecord(epoch, seconds, named, bool(values.get("partial", False)))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None
