"""What a result was made with: versions and machine, without anything that names a person."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ae_workbench import __version__

PACKAGES = ("tensorflow-cpu", "tensorflow", "keras", "numpy", "scikit-learn")
CPU_FACTS, CPU_NAME = Path("/proc/cpuinfo"), "model name"


def versions() -> dict[str, str]:
    """This program's and those of the packages that numbers depend on."""
    found = {"ae-workbench": __version__}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def machine() -> str:
    """System, processor, how many of them, and Python."""
    system = f"{platform.system()} {platform.release()}"
    return f"{system}, {_processor()}, {os.cpu_count() or 1} processors, Python {platform.python_version()}"


def _processor() -> str:
    """Its name, or where the system doesn't say it, its kind."""
    try:
        lines = CPU_FACTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith(CPU_NAME))
    return next((name for name in names if name), "") or platform.processor() or platform.machine()
