"""Libraries of the system that Qt loads: find what is missing, install it or say how. Standard library only."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

# Library that Qt loads, and the package that has it on Debian, Fedora and Arch.
OFFSCREEN_LIBRARIES = (
    ("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    ("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    ("libX11.so.6", "libx11-6", "libX11", "libx11"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    ("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
)
X11_LIBRARIES = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    ("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
)
FONT_PACKAGES = ("fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
INSTALLERS = (
    ("apt-get", ("apt-get", "install", "-y", "--no-install-recommends")),
    ("dnf", ("dnf", "install", "-y")),
    ("pacman", ("pacman", "-S", "--needed", "--noconfirm")),
)


class SetupError(Exception):
    """Set-up can't go on; the message says what to do."""


def ensure_libraries(needed: tuple[tuple[str, str, str, str], ...]) -> None:
    """Every library and a font are there, or get installed. Raises ``SetupError``."""
    missing = [row for row in needed if not _loads(row[0])]
    packages = [row[1:] for row in missing]
    if not any(_has_font(Path(folder).expanduser()) for folder in FONT_FOLDERS):
        packages.append(FONT_PACKAGES)
    if packages:
        install_packages(
            [" ".join(dict.fromkeys(column)) for column in zip(*packages, strict=True)], "Libraries or fonts that Qt needs are"
        )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font(folder: Path) -> bool:
    return any(next(folder.rglob(pattern), None) for pattern in ("*.ttf", "*.otf", "*.ttc", "*.pfb"))


def install_packages(columns: list[str], what: str) -> None:
    """Install with the system's package manager where that needs no password; ``columns`` has the names for each manager."""
    for (manager, command), names in zip(INSTALLERS, columns, strict=True):
        if not shutil.which(manager):
            continue
        full = [*command, *names.split()]
        prefix = _rights()
        if manager != "apt-get" or prefix is None:
            raise SetupError(f"{what} missing. Install them with:\n    sudo {' '.join(full)}")
        setting = ["env", "DEBIAN_FRONTEND=noninteractive"]
        quietly("Reading the package lists", [*prefix, *setting, manager, "update"])
        quietly(f"Installing {names}", [*prefix, *setting, *full])
        return
    print(f"{what} missing, and this system's package manager is unknown; on Debian they are: {columns[0]}", file=sys.stderr)


def _rights() -> list[str] | None:
    """What to put before a command that needs the administrator's rights; none if a password would be asked for."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def quietly(doing: str, command: list[str]) -> None:
    """Run a command behind one progress line; show what it said only if it fails."""
    print(f"{doing} …", file=sys.stderr, end="", flush=True)
    done = threading.Event()
    dots = threading.Thread(target=_tick, args=(done,), daemon=True)
    dots.start()
    try:
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    finally:
        done.set()
        dots.join()
    print(" done." if result.returncode == 0 else " failed.", file=sys.stderr, flush=True)
    if result.returncode:
        raise SetupError(f"{result.stdout.strip()}\n{doing} failed: the lines above say why.")


def _tick(done: threading.Event) -> None:
    while not done.wait(5):
        print(".", file=sys.stderr, end="", flush=True)
