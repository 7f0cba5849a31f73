"""The log loses no line, also where a second window keeps it from being put aside."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ae_workbench.ui.log_file import LOG_FILES, LogFile

MOST_BYTES = 100


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFile]:
    log = LogFile(tmp_path / "log", MOST_BYTES)
    yield log
    log.close()


def say(log: LogFile, *numbers: int) -> None:
    for number in numbers:
        log.handle(logging.LogRecord("test", logging.INFO, "", 0, f"line number {number:03d}", None, None))


def lines(folder: Path) -> list[str]:
    """From the oldest file to the newest."""
    return [line for path in sorted(folder.iterdir(), reverse=True) if path.name != "log" for line in path.read_text().splitlines()] + (
        folder / "log"
    ).read_text().splitlines()


def test_a_full_file_is_put_aside_and_only_so_many_are_kept(log: LogFile, tmp_path: Path) -> None:
    say(log, *range(100))
    assert len(list(tmp_path.iterdir())) == LOG_FILES + 1
    assert all(path.stat().st_size <= MOST_BYTES for path in tmp_path.iterdir())
    found = lines(tmp_path)
    assert found == [f"line number {number:03d}" for number in range(100 - len(found), 100)]


def test_no_line_is_lost_while_a_second_window_has_it_open(log: LogFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    say(log, *range(20))
    before = lines(tmp_path)
    rename = os.rename

    def refuse(old: str, new: str) -> None:
        if Path(old) == tmp_path / "log":
            raise PermissionError(13, "The process cannot access the file because it is being used by another process")
        rename(old, new)

    monkeypatch.setattr(os, "rename", refuse)
    say(log, *range(20, 40))
    assert lines(tmp_path) == before + [f"line number {number:03d}" for number in range(20, 40)]
    monkeypatch.setattr(os, "rename", rename)
    say(log, 40)
    assert (tmp_path / "log").read_text() == "line number 040\n"
