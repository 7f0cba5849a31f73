"""What the scripts print arrives, whatever the character set of the output is. Standard library only."""

from __future__ import annotations

import io
import os
import sys


def print_any_character() -> None:
    """UTF-8 into files and pipes, which on Windows know no “≤” otherwise; what a screen can't show is printed as its number."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        is_free = not (sys.stdout.isatty() or "PYTHONIOENCODING" in os.environ)
        sys.stdout.reconfigure(encoding="utf-8" if is_free else None, errors="backslashreplace")
