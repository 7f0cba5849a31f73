"""Paths that people type, drop or keep in a recipe."""

import os
from pathlib import Path

from ae_workbench.core.errors import DataError


def chosen_path(typed: str, wanted: str) -> Path:
    """The path, with ``~`` resolved; ``wanted`` says what it should be, such as "a CSV file". Raises ``DataError``."""
    if not typed.strip() or "\0" in typed:
        raise DataError(f"Nothing is chosen yet: choose {wanted}.")
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise DataError(f"The home folder in {typed} is unknown: give the whole path of {wanted}.") from None


def is_folder(path: Path) -> bool:
    """Whether it is a folder that can be looked at; a path too long for the system is none."""
    return os.path.isdir(path)  # noqa: PTH112 — Path.is_dir raises for names that are too long


def exists(path: Path) -> bool:
    """Whether there is such a file or folder; a path too long for the system is none."""
    return os.path.exists(path)  # noqa: PTH110 — Path.exists raises for names that are too long
