"""Files and folders that other libraries write by name, put in place whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from ae_workbench.storage.atomic import LONGEST_NAME, TEMPORARY, sync, sync_folder
from ae_workbench.storage.empty_folder import remove_empty
from ae_workbench.storage.patience import replace
from ae_workbench.storage.stale import remove_stale

STALE_S = 3600
"""No export takes as long."""


@contextmanager
def written_whole(out: Path) -> Iterator[Path]:
    """A path of the same name to write a file or a folder to, which takes the place of ``out`` at the end.

    It is in a temporary folder beside ``out``, which goes in any case. After an error or a crash ``out`` is as it was.
    """
    prefix = f".{out.name[:LONGEST_NAME]}."
    remove_stale(out.parent, f"{escape(prefix)}*{TEMPORARY}", STALE_S)
    folder = Path(tempfile.mkdtemp(prefix=prefix, suffix=TEMPORARY, dir=out.parent))
    try:
        made = folder / out.name
        yield made
        _sync(made)
        if made.is_dir() and out.is_dir():
            remove_empty(out)  # Windows replaces no folder, not even an empty one
        replace(made, out)
        sync_folder(out.parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sync(made: Path) -> None:
    if made.is_file():
        _sync_file(made)
        return
    for parent, _, names in os.walk(made):
        for name in names:
            _sync_file(Path(parent, name))
        sync_folder(Path(parent))


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        sync(file.fileno())
