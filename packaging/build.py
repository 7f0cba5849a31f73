"""Make the bundle: a folder that runs on a machine without Python, and what people download. ``dev.py build`` runs this.

    build/environment      packages for the bundle alone, pinned
    dist/ae-workbench      the bundle; beside it the archive and, where their tools are, installer or disk image

Standard library only. It prints size, number of files and start times beside their targets.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import appimage
from bundle_finish import add_linux_parts, join_programs, pack, strip_symbols
from bundle_measure import measure
from printing import print_any_character
from system_packages import SetupError, quietly

ROOT = Path(__file__).resolve().parent.parent
PACKAGING, BUILD, DIST = ROOT / "packaging", ROOT / "build", ROOT / "dist"
ENVIRONMENT, MADE = BUILD / "environment", BUILD / "made"
WINDOWS, MACOS = os.name == "nt", sys.platform == "darwin"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")
CONSTRAINTS = tuple(PACKAGING / name for name in ("constraints.txt", "constraints-build.txt"))
BUILDERS = ("pyinstaller", "pyinstaller-hooks-contrib")
FOLDER, CONSOLE = "ae-workbench", "ae-workbench"
WINDOW = "AE Workbench" if WINDOWS or MACOS else "ae-workbench-window"


def main() -> int:
    """Build, pack and measure; 0 when there is a bundle, whatever it weighs."""
    parser = argparse.ArgumentParser(prog="dev.py build", description="Make the bundle in dist/.")
    parser.add_argument("--no-archive", action="store_true", help="only the folder, nothing to download")
    parser.add_argument("--no-start", action="store_true", help="don't measure how long starting takes")
    parser.add_argument("--finish", action="store_true", help="take the folder PyInstaller made before, and do what comes after it")
    chosen = parser.parse_args()
    print_any_character()
    try:
        make_environment()
        make_parts()
        if not chosen.finish:
            run_pyinstaller()
        bundle = finish()
        archives = [] if chosen.no_archive else pack(bundle, version(), DIST, MADE) + make_appimage(bundle)
        measure(bundle, archives, None if chosen.no_start else PYTHON)
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def make_environment() -> None:
    """An environment with the program's packages and PyInstaller, and nothing else. Made anew when a pin changes."""
    stamp_file = ENVIRONMENT / ".stamp"
    parts = [path.read_bytes() for path in CONSTRAINTS] + ["\n".join(requirements()).encode(), sys.version.encode()]
    stamp = hashlib.sha256(b"\0".join(parts)).hexdigest()
    if stamp_file.is_file() and stamp_file.read_text(encoding="ascii") == stamp and PYTHON.is_file():
        return
    base = getattr(sys, "_base_executable", None) or sys.executable
    quietly("Making build/environment", [base, "-m", "venv", "--clear", str(ENVIRONMENT)])
    constraints = [word for path in CONSTRAINTS for word in ("-c", str(path))]
    install = ["-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check", *requirements(), *constraints]
    quietly("Installing the pinned packages for the bundle", [str(PYTHON), *install])
    stamp_file.write_text(stamp, encoding="ascii")


def requirements() -> list[str]:
    """What the program depends on, and what makes the bundle."""
    with open(ROOT / "pyproject.toml", "rb") as file:
        return [*tomllib.load(file)["project"]["dependencies"], "tensorboard", *BUILDERS]


def version() -> str:
    """The program's version."""
    text = (ROOT / "ae_workbench" / "__init__.py").read_text(encoding="utf-8")
    return re.search(r'__version__ = "([^"]+)"', text)[1]


def make_parts() -> None:
    """Icons, facts for the spec, and the version information of the Windows programs."""
    quietly("Drawing the icons", [str(PYTHON), str(PACKAGING / "bundle_icons.py"), str(MADE)])
    names = sorted({re.split(r"[\s<>=!~;\[]", text, maxsplit=1)[0] for text in requirements()} - {*BUILDERS})
    listed = "import sys, importlib.metadata as m; print(*(n for n in sys.argv[1:] if any(m.Distribution.discover(name=n))))"
    found = subprocess.run([PYTHON, "-c", listed, *names], capture_output=True, text=True, check=True).stdout.split()
    facts = {"version": version(), "folder": FOLDER, "console_program": CONSOLE, "window_program": WINDOW, "versioned": found}
    (MADE / "facts.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")
    numbers = (*(int(part) for part in re.findall(r"\d+", version())[:3]), 0, 0, 0)[:4]
    template = (PACKAGING / "windows" / "version_info.txt").read_text(encoding="utf-8")
    text = template.replace("@NUMBERS@", repr(numbers)).replace("@VERSION@", version())
    (MADE / "version_info.txt").write_text(text, encoding="utf-8")


def run_pyinstaller() -> None:
    """PyInstaller's folder, in ``dist``; what it said is in ``build/pyinstaller.log``."""
    work = ["--distpath", str(DIST), "--workpath", str(BUILD / "work"), "--noconfirm", "--log-level", "INFO"]
    command = [str(PYTHON), "-m", "PyInstaller", *work, str(PACKAGING / "ae_workbench.spec")]
    log = BUILD / "pyinstaller.log"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {
        "AE_WORKBENCH_BUILD": str(MADE),
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "1",
        "KERAS_BACKEND": "tensorflow",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    print("Bundling with PyInstaller (several minutes) …", file=sys.stderr, flush=True)
    with open(log, "wb") as output:
        code = subprocess.call(command, cwd=BUILD, env=environment, stdout=output, stderr=subprocess.STDOUT)
    if code:
        last = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])
        raise SetupError(f"{last}\nPyInstaller failed: the lines above, and {log}, say why.")


def finish() -> Path:
    """Licences, symbols and what the system wants beside the programs."""
    bundle = DIST / FOLDER
    if not bundle.is_dir():
        raise SetupError(f"There is no folder {bundle}: build without --finish.")
    collect = [str(PYTHON), str(PACKAGING / "bundle_licences.py"), str(MADE / "included.json"), str(bundle / "licences")]
    quietly("Collecting licences", collect)
    strip_symbols(bundle)
    if platform.system() == "Linux":
        join_programs(bundle, CONSOLE, WINDOW)
        add_linux_parts(bundle, PACKAGING / "linux", MADE)
    elif MACOS:
        shutil.copytree(bundle / "licences", DIST / "AE Workbench.app" / "Contents" / "Resources" / "licences", dirs_exist_ok=True)
    return bundle


def make_appimage(bundle: Path) -> list[Path]:
    """None where there are no tools for it: everything else is as good without it."""
    if platform.system() != "Linux" or platform.machine() != appimage.MACHINE:
        return []
    image = DIST / f"ae-workbench-{version()}-{appimage.MACHINE}.AppImage"
    try:
        appimage.make_appimage(bundle, image, BUILD, PYTHON, CONSTRAINTS)
    except SetupError as problem:
        print(f"No AppImage: {problem}", file=sys.stderr)
        return []
    return [image]


if __name__ == "__main__":
    sys.exit(main())
