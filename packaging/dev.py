"""Set up, run, test and check AE Workbench on a machine that has only Python.

Standard library only. Every command first makes ``.venv`` beside ``pyproject.toml`` and installs the pinned
packages into it; that takes about a minute the first time and nothing after that.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from inspect import cleandoc
from pathlib import Path

from system_packages import OFFSCREEN_LIBRARIES, X11_LIBRARIES, SetupError, ensure_libraries, install_packages, quietly

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".ae-workbench-stamp"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
OLDEST, NEWEST = (3, 11), (3, 13)  # TensorFlow 2.21 has no wheels beyond
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")


def main() -> int:
    """Run one sub-command; its exit code."""
    command, *rest = sys.argv[1:] or [""]
    if command not in COMMANDS or rest[:1] in (["-h"], ["--help"]):
        print(_help(command))
        return 0 if command in COMMANDS or command in ("-h", "--help") else 2
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return _with_another_python()
    try:
        return COMMANDS[command](rest)
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _help(command: str) -> str:
    if command in COMMANDS:
        return f"usage: python3 packaging/dev.py {command} [ARGUMENTS]\n\n{cleandoc(COMMANDS[command].__doc__ or '')}"
    lines = [f"    {name:<9} {(function.__doc__ or '').splitlines()[0]}" for name, function in COMMANDS.items()]
    return "\n".join(["usage: python3 packaging/dev.py COMMAND [ARGUMENTS]", "", str(__doc__), *lines])


def _with_another_python() -> int:
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return subprocess.call([found, *sys.argv])
    print(
        f"AE Workbench needs Python {_dotted(OLDEST)} to {_dotted(NEWEST)}, but this is {platform.python_version()}: "
        f"install Python {_dotted(NEWEST)} and start this with it.",
        file=sys.stderr,
    )
    return 1


# Commands


def run(rest: list[str]) -> int:
    """Start the application; what follows goes to it, as in: run train simple.

    Where there is no screen and nothing else is asked for, the window is driven offscreen and writes pictures.
    """
    python = set_up(x11=_has_screen())
    if _has_screen() or rest:
        return _call([python, "-m", "ae_workbench", *rest])
    folder = ROOT / "tour"
    print(f"There is no screen here, so the window is driven offscreen; its pictures go to {folder}.", flush=True)
    code = _call([python, "-m", "ae_workbench", "tour", "--out", str(folder)], QT_QPA_PLATFORM="offscreen")
    if code == 0:
        print(f"The pictures are in {folder}.")
    return code


def test(rest: list[str]) -> int:
    """Run the tests; what follows goes to pytest.

    They use up to four processes and keep away from your own runs and settings.
    """
    python = set_up()
    workers = str(min(os.cpu_count() or 1, 4))
    in_order = ["--dist", "loadfile", "--no-loadscope-reorder"]  # files of short tests come last, so that no process is left alone for long
    spread = [] if {"-n", "--pdb", "-s"} & set(rest) else ["-n", workers, *in_order]
    with tempfile.TemporaryDirectory(prefix="ae-workbench-test-", ignore_cleanup_errors=True) as home:
        return _call([python, "-m", "pytest", *spread, *rest], **_test_environment(home))


def bench(rest: list[str]) -> int:
    """Run the benchmarks; what follows goes to them."""
    python = set_up()
    with tempfile.TemporaryDirectory(prefix="ae-workbench-bench-", ignore_cleanup_errors=True) as home:
        return _call([python, "-m", "tests.benchmarks", *rest], **_test_environment(home))


def check(rest: list[str]) -> int:
    """Check lint, format, types and the import contract; --fix mends lint and format."""
    python = set_up()
    fix = "--fix" in rest
    steps = (
        ("Lint", [python, "-m", "ruff", "check", *(["--fix"] if fix else []), "."]),
        ("Format", [python, "-m", "ruff", "format", *([] if fix else ["--check"]), "."]),
        ("Types", [python, "-m", "mypy"]),
        ("Import contract", [str(Path(python).with_name("lint-imports.exe" if WINDOWS else "lint-imports")), "--no-logo"]),
    )
    codes = []
    for name, command in steps:
        print(f"{name}:", flush=True)
        codes.append(_call(command))
    return next((code for code in codes if code), 0)


def translate(rest: list[str]) -> int:
    """Gather the window's texts, merge them into resources/i18n/*.ts and compile these; fails while one isn't translated."""
    return _call([set_up(), str(ROOT / "packaging" / "translate.py"), *rest])


def build(rest: list[str]) -> int:
    """Make the bundle that runs without Python in dist/, and measure it; --no-archive leaves out what is to be downloaded."""
    if LINUX:
        ensure_libraries(OFFSCREEN_LIBRARIES + X11_LIBRARIES)
    return _call([sys.executable, str(ROOT / "packaging" / "build.py"), *rest])


COMMANDS = {"run": run, "test": test, "bench": bench, "check": check, "translate": translate, "build": build}


# Set-up


def set_up(x11: bool = False) -> str:
    """Make everything ready and return the environment's Python."""
    if LINUX:
        ensure_libraries(OFFSCREEN_LIBRARIES + (X11_LIBRARIES if x11 else ()))
    python = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
    stamp = _stamp()
    if STAMP.is_file() and STAMP.read_text() == stamp and _version_of(python) == sys.version_info[:2]:
        return str(python)
    if _version_of(python) != sys.version_info[:2]:
        _make_environment()
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", f"{ROOT}[test]", "-c", str(CONSTRAINTS)]
    quietly("Installing the pinned packages (about a minute, 3 GB unpacked)", [str(python), *install])
    STAMP.write_text(stamp)
    return str(python)


def _stamp() -> str:
    parts = ((ROOT / "pyproject.toml").read_bytes(), CONSTRAINTS.read_bytes(), sys.version.encode(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _version_of(python: Path) -> tuple[int, ...] | None:
    """Major and minor version of an environment's Python; none where it is missing or doesn't start."""
    try:
        text = subprocess.run(
            [str(python), "-c", "import pip, sys; print(*sys.version_info[:2])"], capture_output=True, text=True, timeout=60, check=True
        ).stdout
        return tuple(int(word) for word in text.split())
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _make_environment() -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        install_packages([f"python{_dotted(sys.version_info[:2])}-venv"] * 3, "Python's venv module is")
    base = getattr(sys, "_base_executable", None) or sys.executable
    quietly("Making .venv", [base, "-m", "venv", "--clear", str(VENV)])


# Small things


def _has_screen() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _test_environment(home: str) -> dict[str, str]:
    """Offscreen unless the caller says otherwise, with MNIST where it lies beside the project, in a home of its own."""
    data = ROOT.parent / "shared" / "data"
    defaults = {"QT_QPA_PLATFORM": "offscreen"}
    if WINDOWS:  # where Qt's offscreen plugin finds fonts only where it is told to look
        defaults["QT_QPA_FONTDIR"] = str(Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"))
    if (data / "mnist.npz").is_file():
        defaults["AE_WORKBENCH_DATA"] = str(data)
    return {**defaults, **{name: os.environ[name] for name in defaults if name in os.environ}, "AE_WORKBENCH_HOME": home}


def _call(command: list[str], **environment: str) -> int:
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **environment})


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


if __name__ == "__main__":
    sys.exit(main())
