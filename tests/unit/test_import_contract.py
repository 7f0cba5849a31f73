"""Each room, imported in a fresh process, brings in only what it may: start-up stays fast and guests stay in their rooms."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import ae_workbench

TENSORFLOW = ("tensorflow", "keras")
QT = ("PySide6", "shiboken6", "pyqtgraph")
SLOW = ("scipy", "sklearn", "matplotlib", "PIL")
PROBE = """
import importlib, sys
modules, banned = sys.argv[1].split(","), sys.argv[2].split(",")
for module in modules:
    importlib.import_module(module)
    guests = [name for name in banned if name in sys.modules]
    if guests:
        sys.exit(f"{module} brings in {', '.join(guests)}")
"""


def rooms() -> dict[str, list[str]]:
    """Every module of the package by room; ``__main__`` runs when imported and is left out."""
    found: dict[str, list[str]] = {}
    for module in pkgutil.walk_packages(ae_workbench.__path__, "ae_workbench."):
        found.setdefault(module.name.split(".")[1], []).append(module.name)
    found.pop("__main__", None)
    return found


def import_fresh(modules: list[str], banned: tuple[str, ...]) -> str:
    """The complaint of a fresh process that imports the modules; nothing if all is well."""
    root = Path(ae_workbench.__file__).parent.parent
    command = [sys.executable, "-c", PROBE, ",".join(modules), ",".join(banned)]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True)
    return result.stderr if result.returncode else ""


@pytest.mark.parametrize("room", sorted(set(rooms()) - {"engine", "export", "ui"}))
def test_other_rooms_start_with_numpy_alone(room: str) -> None:
    assert import_fresh(rooms()[room], TENSORFLOW + QT + SLOW) == ""


def test_ui_starts_without_tensorflow() -> None:
    assert import_fresh(rooms()["ui"], (*TENSORFLOW, "sklearn", "matplotlib")) == ""


@pytest.mark.parametrize("module", ["events", "session"])
def test_what_window_and_command_line_import_of_the_engine_starts_without_tensorflow(module: str) -> None:
    name = f"ae_workbench.engine.{module}"
    assert name in rooms()["engine"]
    assert import_fresh([name], TENSORFLOW + QT) == ""


@pytest.mark.parametrize("room", ["engine", "export"])
def test_rooms_that_work_with_models_start_without_qt(room: str) -> None:
    assert import_fresh(rooms()[room], QT) == ""


def test_a_guest_in_the_wrong_room_is_named() -> None:
    assert "ae_workbench.core.plan brings in dataclasses" in import_fresh(["ae_workbench.core.plan"], ("dataclasses",))
