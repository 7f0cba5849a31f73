"""Histories that no training writes: a part of them is read, and nothing takes long."""

import json
from pathlib import Path

import pytest

from ae_workbench.core.errors import RunError
from ae_workbench.storage.history import MOST_LINES, MOST_UNREADABLE, EpochRecord, history_text, newest_record, parse_history, read_history

RECORDS = [EpochRecord(epoch, 0.5, {"loss": 1 / epoch, "val_loss": float("inf")}) for epoch in (1, 2, 3)]
GOOD = history_text(RECORDS).encode()


def test_what_is_written_is_read() -> None:
    assert parse_history(GOOD) == RECORDS


@pytest.mark.parametrize(
    "line",
    [
        b"", b"[]", b"5", b"null", b"[" * 5000, b"}{", b"\xff\xfe",
        b'{"epoch": -1, "seconds": 0, "metrics": {}}',
        b'{"epoch": 1.5, "seconds": 0, "metrics": {}}',
        b'{"epoch": 9, "seconds": NaN, "metrics": {}}', b'{"epoch": 9, "seconds": 0, "metrics": []}',
        b'{"epoch": 9, "seconds": 0, "metrics": {"a": "x"}}',
        b'{"epoch": 9, "seconds": 0, "metrics": {"a": ' + b"9" * 400 + b"}}",
        json.dumps({"epoch": 9, "seconds": 0, "metrics": {f"m{n}": 0 for n in range(1000)}}).encode(),
    ],
)  # fmt: skip
def test_a_line_that_is_no_record_is_left_out(line: bytes) -> None:
    assert parse_history(line + b"\n" + GOOD) == RECORDS
    assert parse_history(GOOD + line + b"\n") == RECORDS


def test_lines_that_are_one_value_together_do_not_stand_for_each_other() -> None:
    assert parse_history(b"[1\n2]\n" + GOOD) == RECORDS


def test_metrics_with_odd_names_are_left_out() -> None:
    line = json.dumps({"epoch": 4, "seconds": 0, "metrics": {"loss": 1, "a b": 2, "x" * 100: 3, "\u202e": 4}}).encode()
    assert parse_history(line + b"\n")[0].metrics == {"loss": 1}


def test_nonsense_and_endless_files_are_given_up() -> None:
    assert parse_history(b"\n" * 2_000_000 + GOOD) == []
    assert parse_history(b"x\n" * MOST_UNREADABLE + GOOD) == []
    line = b'{"epoch":%d,"seconds":0,"metrics":{}}\n'
    assert len(parse_history(b"".join(line % epoch for epoch in range(MOST_LINES + 500)))) == MOST_LINES


def test_a_history_that_is_no_file_is_a_sentence(tmp_path: Path) -> None:
    for read in (read_history, newest_record):
        with pytest.raises(RunError, match="history can't be read"):
            read(tmp_path)
