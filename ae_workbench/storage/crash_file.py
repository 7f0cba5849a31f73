"""A file beside a running program that its crash is written into, and that the next start reads.

It is locked while the program runs, so that a file that can be locked is of one that has ended; at a clean end it is deleted.
"""

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ae_workbench.storage.atomic import make_folder
from ae_workbench.storage.lock import lock_file
from ae_workbench.storage.paths import logs_home
from ae_workbench.storage.patience import unlink
from ae_workbench.storage.reports import describe_crash, report_text, write_report

MARK = "# "
"""Before a message; other lines are of the crash itself."""
LAST_MESSAGES = 50
MOST_BYTES = 1_000_000
HEADER = re.compile("(Windows fatal exception|Fatal Python error): ")
HANDLED = re.compile("Windows fatal exception: code 0x(?!c)", re.IGNORECASE)
"""On Windows faulthandler also writes of exceptions that somebody handles, such as 0x8001010d, with which COM refuses a call; the program
goes on. What the system itself ends programs with has a name or begins with C (MS-ERREF, section 2.3: NTSTATUS of severity "error").
"""


class CrashFile:
    """``descriptor`` is for faulthandler. Raises ``OSError`` where it can't be made."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = logs_home() if folder is None else folder
        make_folder(folder)
        self.path = folder / f"running-{datetime.now():%Y-%m-%d_%H-%M-%S}-{os.getpid()}.log"
        self.descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        lock_file(self.descriptor)

    def note(self, message: str) -> None:
        """Keep a message, for the case that a crash follows."""
        with suppress(OSError):
            os.write(self.descriptor, f"{MARK}{message[:1000]}".replace("\n", f"\n{MARK}").encode() + b"\n")

    def close(self) -> None:
        """The program ends as it should."""
        os.close(self.descriptor)
        with suppress(OSError):
            self.path.unlink()


def collect_crashes(folder: Path | None = None, reports: Path | None = None) -> list[Path]:
    """Make reports of what programs that have ended wrote when they crashed; gives the new ones."""
    folder = logs_home() if folder is None else folder
    found = [_collect(path, reports) for path in sorted(folder.glob("running-*.log"))] if folder.is_dir() else []
    return [report for report in found if report is not None]


def _collect(path: Path, reports: Path | None) -> Path | None:
    """The report of one file, which goes; none where it still runs or did not crash."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        if not lock_file(descriptor):
            return None
        lines = path.read_bytes()[-MOST_BYTES:].decode(errors="replace").splitlines()
    finally:
        os.close(descriptor)
    report = _report(lines, reports)
    with suppress(OSError):  # or the next start reports it again
        unlink(path)
    return report


def _report(lines: Sequence[str], reports: Path | None) -> Path | None:
    stacks = [line for line in lines if not line.startswith(MARK)]
    messages = [line.removeprefix(MARK) for line in lines if line.startswith(MARK)]
    headers = [line for line in stacks if HEADER.match(line)]
    if not any(line.strip() for line in stacks) or (headers and all(HANDLED.match(line) for line in headers)):
        return None
    return write_report(report_text(describe_crash("\n".join(stacks)), messages[-LAST_MESSAGES:]), reports)
