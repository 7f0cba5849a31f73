"""The log on disk, which several windows may write into."""

import os
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_BYTES, LOG_FILES = 1_000_000, 3


class LogFile(RotatingFileHandler):
    """A file that begins anew when it is full. Raises ``OSError`` where it can't be made.

    On Windows it can't be put aside while a second window has it open: then it grows, no line is lost, and the older files stay.
    """

    def __init__(self, path: Path, most_bytes: int = LOG_BYTES) -> None:
        super().__init__(path, maxBytes=most_bytes, backupCount=LOG_FILES, encoding="utf-8")

    def doRollover(self) -> None:  # noqa: N802 (logging's name)
        if self.stream:
            self.stream.close()
            self.stream = None
        with suppress(OSError):
            os.rename(self.baseFilename, self.baseFilename)  # noqa: PTH104 (fails like the real one, before older files are moved up)
            super().doRollover()
        if self.stream is None:
            self.stream = self._open()
