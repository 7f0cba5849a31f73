"""Renaming and deleting where others look at the same files.

Windows refuses both while anybody has the file open: a viewer, a virus scanner or an indexer, mostly for a moment.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IWRITE
from threading import Event
from typing import TypeVar

T = TypeVar("T")

IS_WINDOWS = os.name == "nt"
PAUSES_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8) if IS_WINDOWS else ()
"""Before each new attempt; elsewhere nobody's reading keeps a file from being moved, so that a refusal is final."""


def replace(old: Path, new: Path) -> None:
    """``os.replace``, tried again where somebody has one of them open."""
    _patiently(lambda: os.replace(old, new))


def rename(old: Path, new: Path) -> None:
    """``os.rename``, tried again where somebody has something in it open."""
    _patiently(lambda: os.rename(old, new))  # noqa: PTH104 (as os.replace: beside fsync)


def unlink(path: Path) -> None:
    """``os.unlink``, tried again where somebody has the file open."""
    _patiently(lambda: os.unlink(path))  # noqa: PTH108


def discard(path: Path) -> None:
    """Delete a file that nobody needs any longer, if that can be done now; otherwise it stays, for whoever tidies up next."""
    with suppress(OSError):
        if IS_WINDOWS:
            path.chmod(S_IWRITE)  # it deletes nothing that is marked as read-only
        path.unlink()


def _patiently(act: Callable[[], T]) -> T:
    for pause_s in PAUSES_S:
        try:
            return act()
        except PermissionError:
            Event().wait(pause_s)
    return act()
