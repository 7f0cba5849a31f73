"""A disk that fails, in front of the real one."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

FULL, READ_ONLY, BROKEN = errno.ENOSPC, errno.EROFS, errno.EIO


class BadDisk:
    """Lets no file be made below ``place`` while that is set; ``error`` is the number that the system gives."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.place: Path | None = None
        self.error = FULL
        self._open = os.open
        monkeypatch.setattr(os, "open", self._open_or_fail)

    def _open_or_fail(self, path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if self.place is not None and flags & os.O_CREAT and Path(path).is_relative_to(self.place):
            raise OSError(self.error, os.strerror(self.error), str(path))
        return self._open(path, flags, *rest, **named)
