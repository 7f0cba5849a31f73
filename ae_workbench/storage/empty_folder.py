"""Folders that are empty for a person, whatever the system itself put into them."""

from collections.abc import Collection
from pathlib import Path

from ae_workbench.storage.patience import discard

OF_THE_SYSTEM = {".ds_store", ".localized", "desktop.ini", "thumbs.db"}
"""Lower case: how a file manager shows a folder. It makes them wherever somebody looks."""


def is_empty(folder: Path, besides: Collection[str] = ()) -> bool:
    """Whether nothing is in a folder but what the system put there, and files of the names ``besides``."""
    return all(entry.name in besides or _is_of_the_system(entry) for entry in folder.iterdir())


def remove_empty(folder: Path) -> None:
    """Delete a folder with what the system put there. Raises ``OSError`` where anything else is in it."""
    if is_empty(folder):
        for entry in list(folder.iterdir()):
            discard(entry)
    folder.rmdir()


def _is_of_the_system(entry: Path) -> bool:
    return entry.name.lower() in OF_THE_SYSTEM and entry.is_file()
