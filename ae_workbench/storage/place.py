"""Where a person wants a file: why it can't be there is said in the same words everywhere."""

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError


def with_ending(path: Path, endings: Collection[str], usual: str) -> Path:
    """What a person typed, with the ending ``usual`` where it has none of ``endings`` (lower case, with their dots).

    What else stands behind a dot belongs to the name: "recipe v1.2".
    """
    return path if path.suffix.lower() in endings else path.with_name(path.name + usual)


def with_other_ending(path: Path, endings: Collection[str], ending: str) -> Path:
    """The same name with ``ending`` in place of the one of ``endings`` (lower case, with their dots) that it has, if any."""
    name = path.stem if path.suffix.lower() in endings else path.name
    return path.parent / f"{name}{ending}"


def check_place(path: Path, endings: Sequence[str]) -> None:
    """What can be known before anything is worked out.

    Raises:
        WorkbenchError: another ending than these (lower case, with their dots), no such folder, a folder of that name, or a name that
            can't be.
    """
    if path.suffix.lower() not in endings:
        *others, last = endings
        if others:
            raise WorkbenchError(f"The file {path} must end in {', '.join(others)} or {last}.")
        raise WorkbenchError(f"The file {path} must end in {last}.")
    check_folder_of(path)
    with written_to(path):
        if path.is_dir():
            raise WorkbenchError(f"{path} is a folder: give the name of a file.")


def check_folder_of(path: Path) -> None:
    """Raises ``WorkbenchError`` where the folder that ``path`` would be in isn't there, or nothing may be written there."""
    with written_to(path):
        if not path.parent.is_dir():
            raise WorkbenchError(f"The folder {path.parent} doesn't exist: make it first, or choose another.")
        if not os.access(path.parent, os.W_OK):
            raise WorkbenchError(f"{path} can't be written: nothing may be written in that folder. Choose another.")


@contextmanager
def written_to(path: Path) -> Iterator[None]:
    """What keeps ``path`` from being written becomes a ``WorkbenchError``."""
    try:
        yield
    except OSError as problem:
        raise WorkbenchError(f"{path} can't be written: {problem.strerror or problem}.") from None
