"""Files are written whole or not at all; a history survives a line cut short."""

import os
from pathlib import Path
from typing import IO

import pytest

from ae_workbench.storage import atomic
from ae_workbench.storage.atomic import append_line, last_lines, write_bytes, write_text, write_with


def test_content_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    write_text(path, "größer")
    write_text(path, "ok")
    assert path.read_bytes() == b"ok"
    write_bytes(path, b"\x00\xff")
    assert path.read_bytes() == b"\x00\xff"


def test_a_failure_half_way_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    write_text(path, "before")

    def fail(file: IO[bytes]) -> None:
        file.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_with(path, fail)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_new_files_are_for_whom_the_system_says_and_old_ones_stay_so(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    before = os.umask(0o027)
    try:
        write_text(path, "new")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640
    path.chmod(0o664)
    write_text(path, "changed")
    assert path.stat().st_mode & 0o777 == 0o664


def test_a_name_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    write_text(path, "text")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_missing_folder_is_the_caller_s_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_text(tmp_path / "none" / "note.txt", "text")


def test_nobody_sees_part_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    write_text(path, "before")
    seen = []

    def write(file: IO[bytes]) -> None:
        file.write(b"a" * 100_000)
        file.flush()
        seen.append(path.read_text())

    write_with(path, write)
    assert seen == ["before"]
    assert path.stat().st_size == 100_000


def test_lines_are_added_in_order(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    assert last_lines(path, 1_000) == []
    append_line(path, "one")
    append_line(path, "zwölf")
    assert last_lines(path, 1_000) == ["one", "zwölf"]


@pytest.mark.parametrize("torn", [b'{"epoch": 2', b"\xff\xfe", b"\x00" * 500])
def test_a_line_cut_short_is_left_out_and_the_next_takes_its_place(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / "history.jsonl"
    append_line(path, "one")
    path.write_bytes(path.read_bytes() + torn)
    assert last_lines(path, 1_000) == ["one"]
    append_line(path, "two")
    assert path.read_bytes() == b"one\ntwo\n"


def test_a_file_with_nothing_but_half_a_line_starts_anew(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    path.write_bytes(b"half")
    append_line(path, "one")
    assert path.read_bytes() == b"one\n"


def test_the_last_lines_are_read_without_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "log"
    assert last_lines(path, 100) == []
    path.write_bytes(b"first line\nsecond line\nthird line\nhalf a l")
    assert last_lines(path, 25) == ["third line"]
    assert last_lines(path, 30) == ["third line"], "a line that is cut at its front doesn't count"
    assert last_lines(path, 33) == ["second line", "third line"]
    assert last_lines(path, 1000) == ["first line", "second line", "third line"]


@pytest.mark.parametrize("problem", [None, OSError(45, "Operation not supported")])
def test_the_drive_is_flushed_too_where_the_system_needs_it_and_the_disk_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: OSError | None
) -> None:
    flushed: list[int] = []

    def flush(descriptor: int) -> None:
        flushed.append(os.fstat(descriptor).st_ino)
        if problem is not None:
            raise problem

    monkeypatch.setattr(atomic, "FLUSH_DRIVE", flush)
    write_text(tmp_path / "note.txt", "text")
    append_line(tmp_path / "history.jsonl", "one")
    assert (tmp_path / "note.txt").read_text() == "text"
    assert {path.stat().st_ino for path in (tmp_path / "note.txt", tmp_path / "history.jsonl", tmp_path)} == set(flushed)


def test_what_the_disk_refuses_to_keep_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(atomic, "FLUSH_DRIVE", lambda descriptor: None)
    with pytest.raises(OSError, match="Input/output"):
        write_text(tmp_path / "note.txt", "text")
    assert list(tmp_path.iterdir()) == []
