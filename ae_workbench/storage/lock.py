"""One program writes into a run at a time. The operating system keeps the lock, so a crash never leaves one behind."""

import errno
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Event, RLock

from ae_workbench.core.errors import RunError

LOCK_NAME = ".lock"
ATTEMPTS = 6
BETWEEN_SECONDS = 0.02
"""Others look whether a run is held by holding it for a moment."""


@dataclass
class _Held:
    """A locked file and how often this process has asked for it; no file where the folder can't be written to."""

    descriptor: int | None
    count: int = 1


_held: dict[Path, _Held] = {}
_guard = RLock()


class Hold:
    """The right to write into a run until ``release``. A process may have several of one run: its window and its training."""

    def __init__(self, path: Path, held: _Held) -> None:
        self._path = path
        self._held: _Held | None = held

    def release(self) -> None:
        """Give it back; a second time does nothing."""
        with _guard:
            held, self._held = self._held, None
            if held is None:
                return
            held.count -= 1
            if not held.count:
                if _held.get(self._path) is held:
                    del _held[self._path]
                if held.descriptor is not None:
                    os.close(held.descriptor)

    def __enter__(self) -> "Hold":
        return self

    def __exit__(self, *error: object) -> None:
        self.release()


def hold(run: Path) -> Hold:
    """Keep other programs from writing into a run's folder.

    Raises:
        RunError: another one does so. A folder that can't be written to can be held: the writing itself will tell.
    """
    for _ in range(ATTEMPTS):
        found = _try(run)
        if found is not None:
            return found
        Event().wait(BETWEEN_SECONDS)
    raise RunError(f"The run in {run} is open in another AE Workbench: close it there, or wait until its training has ended.")


def is_held_elsewhere(run: Path) -> bool:
    """Whether another program holds this run."""
    with _guard:
        if _key(run) in _held:
            return False
        try:
            descriptor = os.open(run / LOCK_NAME, os.O_RDWR)
        except OSError:
            return False
        try:
            return not lock_file(descriptor)
        finally:
            os.close(descriptor)


def _try(run: Path) -> Hold | None:
    key = _key(run)
    with _guard:
        held = _held.get(key)
        if held is not None:
            held.count += 1
            return Hold(key, held)
        try:
            descriptor: int | None = os.open(run / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            descriptor = None
        if descriptor is not None and not lock_file(descriptor):
            os.close(descriptor)
            return None
        _held[key] = _Held(descriptor)
        return Hold(key, _held[key])


def _key(run: Path) -> Path:
    return Path(os.path.abspath(run))  # noqa: PTH100 (resolve() would look at every part of the path, for a thousand runs)


if sys.platform == "win32":
    import msvcrt

    FAR = 2**30  # beyond the end, so that the file can still be read and copied

    def lock_file(descriptor: int) -> bool:
        """Lock an open file for as long as it is open; whether nobody else had. A file system without locks counts as free."""
        try:
            os.lseek(descriptor, FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as problem:
            return problem.errno not in (errno.EACCES, errno.EDEADLK)
        return True

else:
    import fcntl

    def lock_file(descriptor: int) -> bool:
        """Lock an open file for as long as it is open; whether nobody else had. A file system without locks counts as free."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            return problem.errno not in (errno.EWOULDBLOCK, errno.EACCES)
        return True
