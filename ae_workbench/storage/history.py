"""The history of a run: a line of JSON per epoch."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ae_workbench.storage.atomic import append_line, last_lines, whole_lines, write_text

TAIL_BYTES = 16_384


@dataclass(frozen=True)
class EpochRecord:
    """One line of the history. ``partial``: stopped in the middle, not validated."""

    epoch: int
    seconds: float
    metrics: Mapping[str, float]
    partial: bool = False


def read_history(path: Path) -> list[EpochRecord]:
    """A record per epoch, oldest first; where an epoch was trained again the newest record counts, and none after it."""
    records: dict[int, EpochRecord] = {}
    for line in whole_lines(path):
        record = _parse(line)
        if record is None:
            continue
        if records and record.epoch <= next(reversed(records)):
            records = {epoch: old for epoch, old in records.items() if epoch < record.epoch}
        records[record.epoch] = record
    return list(records.values())


def newest_record(path: Path) -> EpochRecord | None:
    """The last record, read without the rest."""
    lines = last_lines(path, TAIL_BYTES)
    return _parse(lines[-1]) if lines else None


def append_record(path: Path, record: EpochRecord) -> None:
    """Add one line."""
    append_line(path, _line(record))


def write_history(path: Path, records: Sequence[EpochRecord]) -> None:
    """Write these records as the whole of the file."""
    write_text(path, "".join(f"{_line(record)}\n" for record in records))


def best_epoch(history: Sequence[EpochRecord]) -> int:
    """The epoch with the lowest validation loss; 0 without one."""
    judged = [record for record in history if "val_loss" in record.metrics]
    return min(judged, key=lambda record: record.metrics["val_loss"]).epoch if judged else 0


def _line(record: EpochRecord) -> str:
    values: dict[str, Any] = {"epoch": record.epoch, "seconds": round(record.seconds, 4), "metrics": dict(record.metrics)}
    return json.dumps({**values, "partial": True} if record.partial else values)


def _parse(line: str) -> EpochRecord | None:
    try:
        values = json.loads(line)
        metrics = {str(key): float(value) for key, value in values["metrics"].items()}
        return EpochRecord(int(values["epoch"]), float(values["seconds"]), metrics, bool(values.get("partial", False)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
