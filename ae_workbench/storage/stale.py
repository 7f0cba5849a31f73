"""Temporary folders whose program was killed, or whose computer lost power."""

import shutil
import time
from pathlib import Path

from ae_workbench.storage.stamp import stamp


def remove_stale(parent: Path, pattern: str, seconds: float) -> None:
    """Delete the folders in ``parent`` of such names that nothing was put into for so long."""
    for folder in parent.glob(pattern):
        changed_ns, _ = stamp(folder)
        if folder.is_dir() and time.time() - changed_ns / 1e9 > seconds:
            shutil.rmtree(folder, ignore_errors=True)
