"""Files that somebody has open for a moment are moved and deleted all the same, as Windows needs it."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from ae_workbench.storage import atomic, patience
from ae_workbench.storage.atomic import move_folder, remove_leftovers, write_text

PAUSES = 3


class Busy:
    """Does what ``act`` does, once it was refused so many times."""

    def __init__(self, act: Callable[..., object], refusals: int, problem: OSError) -> None:
        self.left = refusals
        self._act = act
        self._problem = problem

    def __call__(self, *paths: object, **named: object) -> object:
        if self.left:
            self.left -= 1
            raise self._problem
        return self._act(*paths, **named)


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Busy]:
    """A call of ``os`` that is refused at first, on a system where that may pass."""
    monkeypatch.setattr(patience, "PAUSES_S", (0.0,) * PAUSES)

    def made(name: str, refusals: int, problem: OSError | None = None) -> Busy:
        call = Busy(getattr(os, name), refusals, problem or PermissionError(13, "Access is denied"))
        monkeypatch.setattr(os, name, call)
        return call

    return made


def test_a_file_that_is_open_for_a_moment_is_replaced(tmp_path: Path, busy: Callable[..., Busy]) -> None:
    write_text(tmp_path / "run.json", "old")
    call = busy("replace", PAUSES)
    write_text(tmp_path / "run.json", "new")
    assert call.left == 0
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("run.json", "new")]


def test_a_file_that_stays_open_is_given_up(tmp_path: Path, busy: Callable[..., Busy]) -> None:
    write_text(tmp_path / "run.json", "old")
    busy("replace", PAUSES + 1)
    with pytest.raises(PermissionError):
        write_text(tmp_path / "run.json", "new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("run.json", "old")]


def test_a_folder_in_which_something_is_open_for_a_moment_is_moved(tmp_path: Path, busy: Callable[..., Busy]) -> None:
    (tmp_path / "old").mkdir()
    busy("rename", 1)
    move_folder(tmp_path / "old", tmp_path / "new")
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_a_file_that_is_open_for_a_moment_is_deleted(tmp_path: Path, busy: Callable[..., Busy]) -> None:
    (tmp_path / "log").write_text("")
    busy("unlink", 1)
    patience.unlink(tmp_path / "log")
    assert list(tmp_path.iterdir()) == []


def test_other_problems_do_not_pass_and_are_told_at_once(tmp_path: Path, busy: Callable[..., Busy]) -> None:
    call = busy("rename", PAUSES, OSError(28, "No space left on device"))
    with pytest.raises(OSError, match="No space"):
        patience.rename(tmp_path, tmp_path / "new")
    assert call.left == PAUSES - 1


@pytest.mark.skipif(os.name == "nt", reason="Windows needs attempts")
def test_elsewhere_a_refusal_is_final(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call = Busy(os.rename, 2, PermissionError(13, "Permission denied"))
    monkeypatch.setattr(os, "rename", call)
    with pytest.raises(PermissionError):
        patience.rename(tmp_path, tmp_path / "new")
    assert call.left == 1


def test_what_nobody_needs_stays_where_it_cannot_be_deleted(tmp_path: Path, busy: Callable[..., Busy]) -> None:
    (tmp_path / "old").write_text("")
    busy("unlink", 1)
    patience.discard(tmp_path / "old")
    assert (tmp_path / "old").exists()
    patience.discard(tmp_path / "old")
    assert not (tmp_path / "old").exists()
    patience.discard(tmp_path / "old")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are marked as read-only can neither be replaced nor deleted."""

    def unless_read_only(act: Callable[..., object]) -> Callable[..., object]:
        def refuse(*paths: Path, **named: object) -> object:
            if paths[-1].exists() and not paths[-1].stat().st_mode & stat.S_IWRITE:
                raise PermissionError(13, "Access is denied")
            return act(*paths, **named)

        return refuse

    for module in (atomic, patience):
        monkeypatch.setattr(module, "IS_WINDOWS", True)
    for name in ("replace", "unlink"):
        monkeypatch.setattr(os, name, unless_read_only(getattr(os, name)))


def test_a_read_only_file_of_windows_stays_and_leaves_nothing_beside_it(tmp_path: Path, windows: None) -> None:
    path = tmp_path / "run.json"
    write_text(path, "old")
    path.chmod(stat.S_IREAD)
    with pytest.raises(PermissionError):
        write_text(path, "new")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("run.json", "old")]


def test_read_only_leftovers_go_on_windows_too(tmp_path: Path, windows: None) -> None:
    left = tmp_path / ".run.json.x.tmp"
    left.write_text("half")
    left.chmod(stat.S_IREAD)
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []
