"""Where the runs of archives go: among one's own, or into a private folder for commands."""

import os
import stat
import sys
from pathlib import Path

import pytest

from ae_workbench.core.errors import ArchiveError
from ae_workbench.storage import trash
from ae_workbench.storage.archive import import_archive, opened_run, opening, pack
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.runs import RunList, rename


def test_an_archive_becomes_one_of_ones_own_runs(archive: Path) -> None:
    path = import_archive(archive)
    assert path.parent == runs_home()
    assert path.name.startswith("run-")
    assert [run.path for run in RunList().read()] == [path]


def test_the_same_file_again_finds_the_first_by_whatever_name(archive: Path, tmp_path: Path) -> None:
    first = import_archive(archive)
    rename(first, "Mine now")
    moved = archive.rename(tmp_path / "other name.aew")
    assert import_archive(moved) == first
    assert RunFolder.open(first).recipe.name == "Mine now"


def test_another_file_becomes_another_run(run: RunFolder, archive: Path, tmp_path: Path) -> None:
    last = pack(run, tmp_path / "last.aew", [6]).path
    assert import_archive(archive) != import_archive(last)


def test_a_deleted_run_comes_in_anew(archive: Path) -> None:
    first = import_archive(archive)
    trash.delete(first)
    assert import_archive(archive) == first
    assert RunFolder.open(first).epochs()


@pytest.mark.parametrize("name", ["../../evil", ".hidden", "a b:c*d?", "x" * 200, "数字", "..."])
def test_any_file_name_becomes_a_harmless_folder_name(name: str, archive: Path, tmp_path: Path) -> None:
    odd = tmp_path / f"{name.replace('/', '-')}.aew"
    archive.rename(odd)
    path = import_archive(odd)
    assert path.parent == runs_home()
    assert not path.name.startswith(".")
    assert len(path.name) < 90


def test_a_command_gets_a_private_copy_once(archive: Path, home: Path) -> None:
    first = opened_run(archive)
    made = (first / "run.json").stat().st_mtime_ns
    assert opened_run(archive) == first
    assert (first / "run.json").stat().st_mtime_ns == made
    assert home in first.parents
    assert not runs_home().exists()
    if sys.platform != "win32":
        assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["recipe.json", "run.json", "history.jsonl", "weights/0006.npz"])
@pytest.mark.parametrize("is_gone", [True, False])
def test_a_private_copy_that_was_damaged_is_made_anew(archive: Path, name: str, is_gone: bool) -> None:
    kept = opened_run(archive)
    whole = (kept / name).read_bytes()
    if is_gone or name == "history.jsonl":
        (kept / name).unlink()
    else:
        (kept / name).write_bytes(whole[:20])
    assert (opened_run(archive) / name).read_bytes() == whole


def test_a_folder_is_taken_as_it_is(run: RunFolder) -> None:
    assert opened_run(run.path) == run.path


def test_private_copies_do_not_pile_up(run: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_KEPT", 3)
    kept = []
    for at, epochs in enumerate(([0], [1], [2], [3], [4])):
        kept.append(opened_run(pack(run, tmp_path / "x.aew", epochs).path))
        os.utime(kept[-1], ns=(at, at))
    assert [path.is_dir() for path in kept] == [False, False, True, True, True]


def test_a_broken_archive_leaves_no_trace(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-100])
    for opening_it in (import_archive, opened_run):
        with pytest.raises(ArchiveError):
            opening_it(archive)
    assert RunList().read() == []
    assert list(runs_home().glob("*")) == [] if runs_home().is_dir() else True
