"""Deleted runs can be brought back until the trash is emptied."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ae_workbench.core.errors import RunError
from ae_workbench.storage.runs import RunList
from ae_workbench.storage.trash import DeletedRun, delete, empty, restore
from tests.unit.storage.conftest import make_run

EMPTY_FOR_REAL = "import sys, pathlib; from ae_workbench.storage.trash import empty; print(empty(pathlib.Path(sys.argv[1])))"


def test_a_deleted_run_is_off_the_list_and_comes_back_as_it_was(tmp_path: Path) -> None:
    run = make_run(tmp_path / "one")
    before = RunList(tmp_path).read()
    deleted = delete(run.path)
    assert RunList(tmp_path).read() == []
    assert not run.path.exists()
    assert restore(deleted) == run.path
    assert RunList(tmp_path).read() == before


def test_runs_of_one_name_wait_beside_each_other(tmp_path: Path) -> None:
    first = delete(make_run(tmp_path / "one", "first").path)
    second = delete(make_run(tmp_path / "one", "second").path)
    assert restore(second) == tmp_path / "one"
    assert restore(first) == tmp_path / "one 2"
    assert {run.path.name: run.name for run in RunList(tmp_path).read()} == {"one": "second", "one 2": "first"}


def test_what_is_no_run_is_never_moved(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with pytest.raises(RunError, match="no run"):
        delete(tmp_path / "photos")
    assert [path.name for path in tmp_path.iterdir()] == ["photos"]


def test_a_folder_that_can_t_be_moved_stays_and_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path / "one")
    (tmp_path / ".trash").write_text("in the way")
    with pytest.raises(RunError, match="can't be deleted"):
        delete(run.path)
    assert run.path.is_dir()


def test_the_trash_goes_to_the_system_s(tmp_path: Path) -> None:
    sent: list[Path] = []

    def send(path: Path) -> None:
        sent.append(path.rename(tmp_path / f"system {path.name}"))

    deleted = [delete(make_run(tmp_path / name).path) for name in ("one", "two")]
    assert empty(tmp_path, send) == 2
    assert [path.name for path in sent] == ["system one", "system two"]
    assert not (tmp_path / ".trash").exists()
    with pytest.raises(RunError, match="system's trash"):
        restore(deleted[0])
    assert empty(tmp_path, send) == 0


def test_without_a_system_trash_nothing_is_lost(tmp_path: Path) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError("no trash here")

    deleted = delete(make_run(tmp_path / "one").path)
    assert empty(tmp_path, refuse) == 0
    assert restore(deleted) == tmp_path / "one"


def test_what_the_system_trash_does_not_take_keeps_nothing_else_back(tmp_path: Path) -> None:
    def send(path: Path) -> None:
        if path.name == "large":
            raise OSError("it would not be kept")
        if path.name != "left":  # nothing is said of that one
            path.rename(tmp_path / f"system {path.name}")

    deleted = {name: delete(make_run(tmp_path / name).path) for name in ("a", "large", "left", "z")}
    assert empty(tmp_path, send) == 2
    assert sorted(path.name for path in (tmp_path / ".trash").iterdir()) == ["large", "left"]
    assert restore(deleted["large"]) == tmp_path / "large"
    assert restore(deleted["left"]) == tmp_path / "left"


def test_a_run_whose_trash_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no longer here"):
        restore(DeletedRun(tmp_path / "one", tmp_path / ".trash" / "one"))


def test_the_platform_s_own_trash_takes_a_run(tmp_path: Path) -> None:
    """In a process of its own, because where the trash lies is read at import."""
    home = tmp_path / "runs"
    delete(make_run(home / "one").path)
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "share"), "HOME": str(tmp_path)}
    command = [sys.executable, "-W", "error", "-c", EMPTY_FOR_REAL, str(home)]
    result = subprocess.run(command, cwd=Path(__file__).parents[3], env=environment, capture_output=True, text=True)
    assert (result.stdout.strip(), result.stderr) == ("1", "")
    assert list(home.iterdir()) == []
