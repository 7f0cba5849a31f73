"""The wheel, away from the source tree: what a person gets from ``pip install``."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ae_workbench import __version__
from ae_workbench.variants.recipes import presets

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _succeed([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)], folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content only; its dependencies come from this environment."""
    folder = tmp_path_factory.mktemp("installed")
    _succeed([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder), str(wheel)], folder)
    return folder


def test_presets_and_licence_are_inside_and_tests_are_not(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    inside = {Path(name).stem for name in names if name.startswith("ae_workbench/resources/presets/")}
    assert inside == set(presets())
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"ae_workbench"}


def test_every_resource_of_the_source_tree_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file() and not path.name.startswith(".")]
    assert [path for path in resources if f"ae_workbench/{path.relative_to(ROOT).as_posix()}" not in names] == []


def test_the_version_is_the_package_s(wheel: Path) -> None:
    assert wheel.name.startswith(f"ae_workbench-{__version__}-py3-none-any")


def test_the_installed_command_lists_the_presets_it_brought(installed: Path, tmp_path: Path) -> None:
    command = installed / "bin" / "ae-workbench"
    if os.name == "nt":
        command = command.with_suffix(".exe")
    listed = json.loads(_run_installed([str(command), "list", "presets", "--json"], installed, tmp_path))
    assert {preset["key"] for preset in listed} == set(presets())


def test_the_installed_package_plans_from_another_folder(installed: Path, tmp_path: Path) -> None:
    where = "import ae_workbench.core.resources as r; print(r.resource())"
    assert Path(_run_installed([sys.executable, "-c", where], installed, tmp_path).strip()).is_relative_to(installed)
    plan = json.loads(_run_installed([sys.executable, "-m", "ae_workbench", "plan", "simple", "--json"], installed, tmp_path))
    assert (plan["parameters"], plan["compression"]) == (50_992, 24.5)


def _run_installed(command: list[str], installed: Path, folder: Path) -> str:
    return _succeed(command, folder, {**os.environ, "PYTHONPATH": str(installed)})


def _succeed(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout
