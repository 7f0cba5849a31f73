"""Cuts the power at every operation of a save: what was not synced is lost.

A file system may write names before contents, so each cut is looked at twice: with only what was synced, names and contents alike, and
with every name as it was but only the contents that were synced. ``python -m tests.faults.power_cuts`` prints a line for each save.
"""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.scenarios import SCENARIOS, Scenario, plain
from tests.faults.seam import Watcher, fast_folder, watched

ONE_STEP = ("into the trash", "out of the trash")
"""Renaming a folder between two others is one step for a file system, but not for this model."""


class Disk(Watcher):
    """Follows what would outlive a power cut, and has each state looked at before it goes on."""

    def __init__(self, root: Path, look: Callable[["Disk"], None]) -> None:
        self.root = root
        self._look = look
        self._kept: list[int] = []
        self._folders: dict[int, Path] = {}
        self.contents: dict[int, bytes] = {}
        self.names: dict[Path, dict[str, int]] = {}
        self._busy = False
        for folder, _, files in os.walk(root):
            self._sync_folder(Path(folder))
            for name in files:
                self._sync_file(os.open(Path(folder, name), os.O_RDONLY))

    def before(self, kind: str) -> None:
        if not self._busy:
            self._busy = True  # what looking does to the disk is not looked at
            self._look(self)
            self._busy = False

    def after(self, kind: str, subject: Any) -> None:
        if kind == "create":
            self._kept.append(os.dup(subject))  # so that no other file gets its number
        elif kind == "fsync" and stat.S_ISDIR(os.fstat(subject).st_mode):
            self._sync_folder(self._folders[subject])
        elif kind == "fsync":
            self._sync_file(os.dup(subject))

    def opened(self, descriptor: int, path: Path) -> None:
        self._folders[descriptor] = path

    def _sync_file(self, descriptor: int) -> None:
        self._kept.append(descriptor)
        status = os.fstat(descriptor)
        self.contents[status.st_ino] = os.pread(descriptor, status.st_size, 0)

    def _sync_folder(self, folder: Path) -> None:
        with os.scandir(folder) as entries:
            self.names[folder] = {entry.name: -1 if entry.is_dir() else entry.inode() for entry in entries}

    def write_synced(self, target: Path, folder: Path | None = None) -> None:
        """Only what was synced."""
        folder = folder or self.root
        target.mkdir()
        for name, number in self.names.get(folder, {}).items():
            if number < 0:
                self.write_synced(target / name, folder / name)
            else:
                (target / name).write_bytes(self.contents.get(number, b""))

    def write_named(self, target: Path) -> None:
        """Every name as it is, with the contents that were synced."""

        def copy(old: str, new: str) -> None:
            Path(new).write_bytes(self.contents.get(Path(old).stat().st_ino, b""))

        shutil.copytree(self.root, target, copy_function=copy)

    def close(self) -> None:
        for descriptor in self._kept:
            os.close(descriptor)


def wrong_cuts(scenario: Scenario, home: Path) -> tuple[int, list[str]]:
    """How many cuts there are, and after which of them a folder is neither as before the save nor as after it."""
    disk_folder, after = home / "disk", home / "after"
    disk_folder.mkdir()
    scenario.prepare(disk_folder)
    shutil.copytree(disk_folder, after)
    scenario.save(after)
    old, new = scenario.look(disk_folder), scenario.look(after)
    wrong: list[str] = []
    cuts = 0

    def look(disk: Disk) -> None:
        nonlocal cuts
        for kind, write in (("synced", disk.write_synced), ("named", disk.write_named)):
            cuts += 1
            image = home / f"image {cuts}"
            write(image)
            found = scenario.look(image)
            if found not in (old, new) and not scenario.between(found, old, new):
                wrong.append(f"cut {cuts} ({kind}): {plain(found)}")
            shutil.rmtree(image)

    disk = Disk(disk_folder, look)
    try:
        with watched(disk):
            scenario.save(disk_folder)
        look(disk)
        image = home / "at the end"
        disk.write_synced(image)
        found = scenario.look(image)
        if found != new and not scenario.between(found, old, new):
            wrong.append(f"the save has ended, but a power cut undoes it: {plain(found)}")
    finally:
        disk.close()
    return cuts, wrong


def main() -> int:
    total, failures = 0, 0
    for name, scenario in SCENARIOS.items():
        if name in ONE_STEP:
            continue
        with tempfile.TemporaryDirectory(dir=fast_folder()) as home:
            cuts, wrong = wrong_cuts(scenario, Path(home))
        total, failures = total + cuts, failures + len(wrong)
        print(f"{name}: {cuts} cuts, {len(wrong)} wrong", *wrong, sep="\n  ", flush=True)
    print(f"{total} power cuts in {len(SCENARIOS) - len(ONE_STEP)} saves, {failures} wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
