"""Reports of what went wrong: a file each, with what a developer needs and nothing of the person's. The next start offers to show them."""

import platform
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ae_workbench import __version__
from ae_workbench.storage.atomic import make_folder, write_text
from ae_workbench.storage.paths import free_path, logs_home
from ae_workbench.storage.patience import discard, rename
from ae_workbench.storage.scrubbing import scrub, scrub_stack, source_name
from ae_workbench.storage.stamp import stamp

PACKAGES = ("tensorflow", "tensorflow-cpu", "keras", "numpy", "scipy", "PySide6_Essentials", "pyqtgraph", "pillow", "matplotlib")
NEW, SEEN = "crash-*.txt", "seen-"
MOST_KEPT = 20
MOST_CHARACTERS = 100_000


def reports_home() -> Path:
    """Folder of the reports."""
    return logs_home() / "reports"


def report_text(what: str, messages: Sequence[str] = ()) -> str:
    """A whole report: when, what happened, the last messages of the log, and versions. ``what`` and ``messages`` are scrubbed already."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    said = "\n".join(messages) or "none"
    text = f"AE Workbench {__version__}, {now}\n\n{what.strip()}\n\nLast messages:\n{said}\n\nVersions:\n{versions()}\n"
    return text[:MOST_CHARACTERS]


def describe(error: BaseException) -> str:
    """An exception and those it came from: kinds, scrubbed messages and lines of code; no values of variables."""
    found = traceback.TracebackException.from_exception(error, capture_locals=False)
    return "\n".join(_chain(found))


def _chain(found: traceback.TracebackException) -> list[str]:
    before = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    lines = [*_chain(before), "", "which led to:", ""] if before is not None else []
    lines.append("Traceback (most recent call last):")
    for frame in found.stack:
        lines.append(f'  File "{source_name(frame.filename)}", line {frame.lineno}, in {frame.name}')
        if frame.line and source_name(frame.filename) != "<file>":
            lines.append(f"    {frame.line}")
    return [*lines, *(scrub(line.rstrip("\n")) for line in found.format_exception_only())]


def describe_crash(stacks: str) -> str:
    """What faulthandler wrote when the process died."""
    return f"The program was ended by the system:\n\n{scrub_stack(stacks)}"


def versions() -> str:
    """Of the program's parts and the system; a line each."""
    lines = [f"Python {platform.python_version()}", f"{platform.system()} {platform.release()} ({platform.machine()})"]
    for package in PACKAGES:
        with suppress(PackageNotFoundError):
            lines.append(f"{package} {version(package)}")
    return "\n".join([*lines, "bundle" if getattr(sys, "frozen", False) else "from source or wheel"])


def write_report(text: str, folder: Path | None = None) -> Path | None:
    """Keep a report as a file of its own, which is given; None where it can't be written."""
    folder = reports_home() if folder is None else folder
    now = datetime.now()
    try:
        make_folder(folder)
        path = free_path(folder / f"crash-{now:%Y-%m-%d_%H-%M-%S}.txt")
        write_text(path, text)
        for old in sorted(folder.glob("*.txt"), key=stamp)[:-MOST_KEPT]:
            discard(old)
    except OSError:
        return None
    return path


def new_reports(folder: Path | None = None) -> list[Path]:
    """Reports that nobody was shown yet, the oldest first."""
    folder = reports_home() if folder is None else folder
    return sorted(folder.glob(NEW), key=stamp) if folder.is_dir() else []


def mark_seen(path: Path) -> Path:
    """Keep a report, but don't offer it again; gives its new path."""
    seen = path.with_name(SEEN + path.name)
    with suppress(OSError):
        rename(path, seen)
        return seen
    return path
