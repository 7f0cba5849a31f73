"""Write a file whole, or leave what was there."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE
from typing import IO
from uuid import uuid4

from ae_workbench.storage.patience import IS_WINDOWS, discard, rename, replace

TEMPORARY = ".tmp"
NEW_FILE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
FOR_ALL = 0o666
"""Less what the system takes away."""
LONGEST_NAME = 50
"""Of what a temporary file takes over, so that a long name leaves room for the rest."""
FLUSH_DRIVE: Callable[[int], object] | None = None
"""What a system needs beside fsync. That of macOS hands to the drive, which may keep it in its cache for long (man 2 fsync)."""
if sys.platform == "darwin":
    import fcntl

    def _flush_drive(descriptor: int) -> None:
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)

    FLUSH_DRIVE = _flush_drive


def write_with(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Let ``write`` fill a temporary file beside ``path``, then put it in its place.

    After a crash at any moment ``path`` holds its old content or its new one, never part of one. Who may read it stays as it was; a new
    file is for those that the system gives new files to.
    """
    temporary = path.with_name(f".{path.name[:LONGEST_NAME]}.{uuid4().hex}{TEMPORARY}")
    handle = os.open(temporary, NEW_FILE, FOR_ALL)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            sync(file.fileno())
        if not IS_WINDOWS:  # there all that it would take over is "read-only", and such a file can't be deleted
            with suppress(OSError):  # there is none yet, or a disk without such rights
                temporary.chmod(S_IMODE(path.stat().st_mode))
        replace(temporary, path)
    except BaseException:
        discard(temporary)  # what matters is why the writing failed
        raise
    sync_folder(path.parent)


def write_bytes(path: Path, content: bytes) -> None:
    """Write ``content`` as the whole of ``path``."""
    write_with(path, lambda file: file.write(content))


def write_text(path: Path, content: str) -> None:
    """Write ``content`` as the whole of ``path``, UTF-8."""
    write_bytes(path, content.encode())


def append_line(path: Path, line: str) -> None:
    """Add one line. A crash can leave part of it at the end, which ``last_lines`` leaves out and the next append cuts off."""
    is_new = not path.exists()
    with open(path, "ab+") as file:
        end = _end_of_whole_lines(file)
        file.truncate(end)
        file.write(line.encode() + b"\n")
        file.flush()
        sync(file.fileno())
    if is_new:
        sync_folder(path.parent)


def cut_to_whole_lines(path: Path) -> None:
    """Take off what a crash left of a last line; a file that isn't there stays so."""
    if path.is_file():
        with open(path, "rb+") as file:
            file.truncate(_end_of_whole_lines(file))


def last_lines(path: Path, most_bytes: int) -> list[str]:
    """The lines within the last ``most_bytes`` that were written to their end; none where there is no file."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            start = file.seek(max(0, size - most_bytes))
            content = file.read()
    except FileNotFoundError:
        return []
    begin = content.find(b"\n") + 1 if start else 0
    return content[begin : content.rfind(b"\n") + 1].decode(errors="replace").splitlines()


def make_folder(path: Path) -> None:
    """Make a folder and those above it so that they survive a power cut; one that is there stays."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for folder in missing:
        sync_folder(folder.parent)


def move_folder(old: Path, new: Path) -> None:
    """Give a folder another name or place on the same disk, whole or not at all."""
    rename(old, new)
    sync_folder(new.parent)
    if new.parent != old.parent:
        sync_folder(old.parent)


def remove_leftovers(folder: Path) -> None:
    """Delete the temporary files that a crash left in a folder, as far as that can be done now."""
    for path in folder.glob(f".*{TEMPORARY}"):
        discard(path)


def sync(descriptor: int) -> None:
    """Make what was written into an open file or folder survive a power cut."""
    os.fsync(descriptor)
    if FLUSH_DRIVE is not None:
        with suppress(OSError):  # a disk that can't, such as one on the network
            FLUSH_DRIVE(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut; Windows does so by itself and can't open folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def _end_of_whole_lines(file: IO[bytes]) -> int:
    size = file.seek(0, os.SEEK_END)
    if size == 0:
        return 0
    file.seek(0)
    return file.read().rfind(b"\n") + 1
