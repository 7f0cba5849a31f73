"""Everything a save does to the disk, operation by operation, with somebody to be told before and after each."""

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CALLS = ("fsync", "replace", "rename", "unlink", "rmdir", "mkdir")


class Watcher:
    """Is told of each operation; does nothing by itself."""

    def before(self, kind: str) -> None:
        """``kind`` is one of CALLS, "write", "truncate" or "create"."""

    def after(self, kind: str, subject: Any) -> None:
        """The operation on ``subject`` (a path or a descriptor) is done."""

    def opened(self, descriptor: int, path: Path) -> None:
        """Which file or folder a descriptor is of."""


class Watched(io.FileIO):
    """A file whose writes are told of, each in two halves: a crash can come between them."""

    watcher: Watcher

    def write(self, data: Any) -> int:
        content = bytes(data)
        half = len(content) // 2
        for part in (content[:half], content[half:]):
            self.watcher.before("write")
            super().write(part)
            self.watcher.after("write", self.fileno())
        return len(content)

    def truncate(self, size: int | None = None) -> int:
        self.watcher.before("truncate")
        result = super().truncate(size)
        self.watcher.after("truncate", self.fileno())
        return result


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Tell ``watcher`` of everything that Python code writes meanwhile."""
    originals = {name: getattr(os, name) for name in CALLS}
    opened, low_open = builtins.open, os.open

    def open_watched(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if not set(mode) & set("wax+") or "b" not in mode:
            return opened(file, mode, *rest, **named)
        raw = Watched(file, mode.replace("b", ""))
        raw.watcher = watcher
        return io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)

    def low_open_watched(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & os.O_CREAT:
            watcher.before("create")
        descriptor = low_open(path, flags, *rest, **named)
        if flags & os.O_CREAT:
            watcher.after("create", descriptor)
        watcher.opened(descriptor, Path(path))
        return descriptor

    try:
        for name, original in originals.items():
            setattr(os, name, _telling(watcher, name, original))
        os.open = low_open_watched
        builtins.open = io.open = open_watched  # type: ignore[assignment]
        yield
    finally:
        for name, original in originals.items():
            setattr(os, name, original)
        os.open = low_open
        builtins.open = io.open = opened


def _telling(watcher: Watcher, kind: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def told(subject: Any, *rest: Any, **named: Any) -> Any:
        watcher.before(kind)
        result = call(subject, *rest, **named)
        watcher.after(kind, subject)
        return result

    return told


def fast_folder() -> str | None:
    """Where thousands of fsyncs cost nothing; None for the usual place of temporary files."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
