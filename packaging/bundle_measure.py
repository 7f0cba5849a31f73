"""How large the bundle is and how fast it starts, beside what it should be."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bundle_finish import unpacked_bytes
from printing import print_any_character
from x11 import Screen

ROOT = Path(__file__).resolve().parent.parent
MOST_UNPACKED_GB, MOST_PACKED_MB, MOST_START = 1.2, 400.0, 1.5
WAIT_S, ROUNDS = 120, 3
LARGEST = 12


def measure(bundle: Path, archives: list[Path], python: Path | None) -> None:
    """Print a table; with ``python`` the source is started with it, to compare with."""
    total, files = unpacked_bytes(bundle)
    print(f"{bundle}")
    _print("unpacked", f"{total / 1e9:.2f} GB in {files:,} files", f"≤ {MOST_UNPACKED_GB} GB", total / 1e9 <= MOST_UNPACKED_GB)
    for archive in archives:
        size = archive.stat().st_size / 1e6
        _print(archive.name, f"{size:.0f} MB", f"≤ {MOST_PACKED_MB:.0f} MB", size <= MOST_PACKED_MB)
    _print_largest(bundle)
    if python is None:
        return
    if not Screen.is_possible():
        print("  Starting isn't measured: that takes Xvfb, libX11 and libXtst.")
        return
    _compare_starts([str(bundle / "ae-workbench-window")], [str(python), "-m", "ae_workbench"], bundle, python.parent.parent)


def _print(what: str, found: str, target: str, is_met: bool) -> None:
    print(f"  {what:<44} {found:<28} target {target:<10} {'met' if is_met else 'missed'}")


def _print_largest(bundle: Path) -> None:
    """Where the bytes are, by library: what is left when a target is missed."""
    inside = bundle / "_internal"
    sizes: Counter[str] = Counter()
    for path in inside.rglob("*"):
        if path.is_file() and not path.is_symlink():
            sizes[path.relative_to(inside).parts[0]] += path.stat().st_size
    sizes["programs with Python's modules"] = sum(
        path.stat().st_size for path in bundle.iterdir() if path.is_file() and not path.is_symlink()
    )
    print("  of it: " + ", ".join(f"{name} {size / 1e6:.0f} MB" for name, size in sizes.most_common(LARGEST)))


def _compare_starts(frozen: list[str], source: list[str], bundle: Path, environment: Path) -> None:
    """Seconds until the window is painted, alternately, and the ratio of the fastest ones."""
    for state, folders in (("cold", (bundle, environment, ROOT / "ae_workbench")), ("warm", ())):
        rounds = []
        for _ in range(ROUNDS):
            _forget(folders)
            rounds.append((start_seconds(frozen), start_seconds(source)))
        mine, theirs = (min(times) for times in zip(*rounds, strict=True))
        text = f"{mine:.2f} s, source {theirs:.2f} s: {mine / theirs:.2f} ×"
        _print(f"{state} start to window", text, f"≤ {MOST_START} ×", mine / theirs <= MOST_START)


def start_seconds(command: list[str]) -> float:
    """From starting a program to its painted window, on a screen of its own and with an empty home."""
    with tempfile.TemporaryDirectory(prefix="ae-workbench-start-", ignore_cleanup_errors=True) as home, Screen() as screen:
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": home,
            "AE_WORKBENCH_HOME": home,
            "DISPLAY": screen.name,
            "LANG": "C.UTF-8",
        }
        begin = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            screen.wait_for_window(process, WAIT_S)
            return time.monotonic() - begin
        finally:
            process.kill()
            process.wait()


def _forget(folders: tuple[Path, ...]) -> None:
    """Drop files from the system's memory, so that the next start reads the disk; needs no rights."""
    if not hasattr(os, "posix_fadvise"):
        return
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                with open(path, "rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


if __name__ == "__main__":
    print_any_character()
    measure(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]], None)
