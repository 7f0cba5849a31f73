"""Handing folders to the system's trash, unless the system would rather delete them for good.

Windows does so, without asking, with whatever its Recycle Bin can't take.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

FIXED_DRIVE = 3
"""Source: GetDriveTypeW, DRIVE_FIXED. Others, such as USB sticks and what is on the network, have no bin."""
MOST_BYTES = 1_000_000_000
"""A bin holds some percent of its drive by default."""
LONGEST_PATH = 240
"""Characters; the bin takes no longer ones than 259, and has longer names of its own for what it keeps."""


def send_to_system_trash(folder: Path) -> None:
    """Raises ``OSError`` where the folder stays because the system has no trash, or none that would keep it."""
    if sys.platform == "win32" and not would_be_kept(folder, _drive_type(folder), _bin_is_off()):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    from send2trash import send2trash

    send2trash(folder)


def would_be_kept(folder: Path, drive_type: int, bin_is_off: bool) -> bool:
    """Whether the Recycle Bin of a drive of this type would keep a folder rather than have it deleted."""
    if drive_type != FIXED_DRIVE or bin_is_off:
        return False
    files = [Path(parent, name) for parent, _, names in os.walk(folder) for name in names]
    is_short = all(len(str(file)) <= LONGEST_PATH for file in files)
    return is_short and sum(file.stat().st_size for file in files) <= MOST_BYTES


if sys.platform == "win32":
    import ctypes
    import winreg

    BINS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\BitBucket\Volume"
    POLICIES = r"Software\Microsoft\Windows\CurrentVersion\Policies\Explorer"

    def _drive_type(folder: Path) -> int:
        return ctypes.windll.kernel32.GetDriveTypeW(folder.resolve().anchor)

    def _bin_is_off() -> bool:
        """Whether "Don't move files to the Recycle Bin" is set for any drive, or by whoever looks after the computer."""
        if any(_is_set(root, POLICIES, "NoRecycleFiles") for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE)):
            return True
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, BINS) as bins:
            drives = [winreg.EnumKey(bins, number) for number in range(winreg.QueryInfoKey(bins)[0])]
            return any(_is_set(winreg.HKEY_CURRENT_USER, rf"{BINS}\{drive}", "NukeOnDelete") for drive in drives)
        return False

    def _is_set(root: int, key: str, name: str) -> bool:
        with suppress(OSError), winreg.OpenKey(root, key) as opened:  # it isn't there
            return bool(winreg.QueryValueEx(opened, name)[0])
        return False
