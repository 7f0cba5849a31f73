"""What comes after PyInstaller: fewer symbols, what a system wants beside the programs, and one file to download."""

from __future__ import annotations

import platform
import shutil
import sys
import tarfile
from pathlib import Path

from system_packages import quietly

SYMBOLS_WORTH_BYTES = 1_000_000
"""Libraries that are larger are worth the time."""
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
MIME_ICON = "application-x-ae-workbench"


def strip_symbols(bundle: Path) -> None:
    """Drop the symbols that only a debugger reads: 205 of the 788 MB of TensorFlow's largest library (2.21, Linux).

    Of TensorFlow and Python alone: strip breaks libraries whose paths auditwheel has rewritten, such as NumPy's and SciPy's OpenBLAS.
    """
    strip = shutil.which("strip")
    if sys.platform != "linux" or not strip:  # on macOS it would break their signatures
        return
    patterns = ("tensorflow/**/*.so*", "libpython*")
    libraries = [path for pattern in patterns for path in bundle.glob(f"_internal/{pattern}")]
    large = [path for path in libraries if not path.is_symlink() and path.stat().st_size > SYMBOLS_WORTH_BYTES]
    if large:
        quietly("Dropping symbols", [strip, "--strip-unneeded", *map(str, large)])


def join_programs(bundle: Path, console: str, window: str) -> None:
    """Where no system tells a windowed program from a console one, they are the same file: 42 MB once."""
    if not (bundle / window).is_symlink():
        (bundle / window).unlink()
        (bundle / window).symlink_to(console)


def add_linux_parts(bundle: Path, source: Path, made: Path) -> None:
    """Entry of the menu, type of ``.aew`` files, icons, and the scripts that put them where a desktop looks."""
    share = bundle / "share"
    shutil.rmtree(share, ignore_errors=True)
    (share / "applications").mkdir(parents=True)
    (share / "mime" / "packages").mkdir(parents=True)
    shutil.copyfile(source / "ae-workbench.desktop", share / "applications" / "ae-workbench.desktop")
    shutil.copyfile(source / "ae-workbench.xml", share / "mime" / "packages" / "ae-workbench.xml")
    for size in ICON_SIZES:
        for kind, name in (("apps", "ae-workbench"), ("mimetypes", MIME_ICON)):
            target = share / "icons" / "hicolor" / f"{size}x{size}" / kind / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made / f"ae-workbench-{size}.png", target)
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(source / script, bundle / script)
        (bundle / script).chmod(0o755)


def pack(bundle: Path, version: str, dist: Path, made: Path) -> list[Path]:
    """The files to download: .tar.gz on Linux, .zip and installer on Windows, .dmg on macOS. Links stay links."""
    packaging = Path(__file__).resolve().parent
    system = {"Linux": "linux", "Windows": "windows", "Darwin": "macos"}[platform.system()]
    name = f"ae-workbench-{version}-{system}-{platform.machine().lower()}"
    if system == "linux":
        archive = dist / f"{name}.tar.gz"
        print("Compressing …", file=sys.stderr, flush=True)
        with tarfile.open(archive, "w:gz", compresslevel=6) as tar:
            tar.add(bundle, arcname=f"ae-workbench-{version}", filter=_nobodys)
        return [archive]
    if system == "macos":
        image = dist / f"{name}.dmg"
        quietly("Making the disk image", [str(packaging / "macos" / "make_dmg.sh"), str(dist / "AE Workbench.app"), str(image)])
        return [image]
    made_files = [Path(shutil.make_archive(str(dist / name), "zip", bundle.parent, bundle.name))]
    compiler = shutil.which("iscc") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    if Path(compiler).is_file():
        script = packaging / "windows" / "ae_workbench.iss"
        defined = [f"/DVersion={version}", f"/DBundle={bundle}", f"/DIcon={made / 'ae-workbench.ico'}", f"/O{dist}", f"/F{name}-setup"]
        quietly("Making the installer", [compiler, "/Qp", *defined, str(script)])
        made_files.append(dist / f"{name}-setup.exe")
    return made_files


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """The builder's name and number are nobody's business."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def unpacked_bytes(folder: Path) -> tuple[int, int]:
    """Bytes and number of files of a folder; links count as nothing."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.stat().st_size for path in files), len(files)
