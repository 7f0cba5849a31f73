"""What Windows would delete for good is never handed to its trash."""

import ctypes
import runpy
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from ae_workbench.storage import system_trash
from ae_workbench.storage.system_trash import FIXED_DRIVE, LONGEST_PATH, would_be_kept
from tests.unit.storage.conftest import make_run

REMOVABLE, ON_THE_NETWORK = 2, 4
Keys = Mapping[str, Mapping[str, int]]
Windows = Callable[[int, Keys], tuple[Callable[[Path], None], list[Path]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_run(tmp_path / "run").path


def test_a_small_folder_of_a_fixed_drive_is_kept(folder: Path) -> None:
    assert would_be_kept(folder, FIXED_DRIVE, bin_is_off=False)


@pytest.mark.parametrize("drive_type", [0, REMOVABLE, ON_THE_NETWORK])
def test_other_drives_have_no_bin(folder: Path, drive_type: int) -> None:
    assert not would_be_kept(folder, drive_type, bin_is_off=False)


def test_a_bin_that_is_turned_off_keeps_nothing(folder: Path) -> None:
    assert not would_be_kept(folder, FIXED_DRIVE, bin_is_off=True)


def test_what_is_larger_than_a_bin_may_be_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_trash, "MOST_BYTES", 2_000)
    assert would_be_kept(folder, FIXED_DRIVE, bin_is_off=False)
    (folder / "weights" / "0001.npz").write_bytes(bytes(2_000))
    assert not would_be_kept(folder, FIXED_DRIVE, bin_is_off=False)


def test_names_that_are_longer_than_a_bin_takes_are_not_kept(folder: Path) -> None:
    name = "x" * (LONGEST_PATH - len(str(folder)))
    (folder / name[:100]).mkdir()
    (folder / name[:100] / name[100:]).write_text("")
    assert not would_be_kept(folder, FIXED_DRIVE, bin_is_off=False)


BINS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\BitBucket\Volume"
POLICIES = r"Software\Microsoft\Windows\CurrentVersion\Policies\Explorer"


class Registry:
    """Of the current user: values by key. As module ``winreg``."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE = 1, 2

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    @contextmanager
    def OpenKey(self, root: int, key: str) -> Iterator[str]:  # noqa: N802 (its name)
        if root != self.HKEY_CURRENT_USER or key not in self._keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        yield key

    def QueryInfoKey(self, key: str) -> tuple[int, int, int]:  # noqa: N802
        return len(self._inside(key)), 0, 0

    def EnumKey(self, key: str, number: int) -> str:  # noqa: N802
        return self._inside(key)[number]

    def QueryValueEx(self, key: str, name: str) -> tuple[int, int]:  # noqa: N802
        if name not in self._keys[key]:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return self._keys[key][name], 4

    def _inside(self, key: str) -> list[str]:
        return [each.removeprefix(f"{key}\\") for each in self._keys if each.startswith(f"{key}\\")]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    """How folders are handed over there, with such a drive and registry, and those that were."""

    def made(drive_type: int, keys: Keys) -> tuple[Callable[[Path], None], list[Path]]:
        sent: list[Path] = []
        kernel32 = SimpleNamespace(GetDriveTypeW=lambda root: drive_type)
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel32), raising=False)
        monkeypatch.setitem(sys.modules, "winreg", Registry(keys))  # type: ignore[arg-type]
        monkeypatch.setitem(sys.modules, "send2trash", SimpleNamespace(send2trash=sent.append))  # type: ignore[arg-type]
        return runpy.run_path(str(system_trash.__file__))["send_to_system_trash"], sent

    return made


@pytest.mark.parametrize("keys", [{}, {BINS: {}, rf"{BINS}\{{a}}": {"MaxCapacity": 5000}, rf"{BINS}\{{b}}": {"NukeOnDelete": 0}}])
def test_windows_gets_what_its_bin_keeps(folder: Path, windows: Windows, keys: Keys) -> None:
    send, sent = windows(FIXED_DRIVE, keys)
    send(folder)
    assert sent == [folder]


@pytest.mark.parametrize(
    ("drive_type", "keys"),
    [
        (ON_THE_NETWORK, {}),
        (FIXED_DRIVE, {BINS: {}, rf"{BINS}\{{a}}": {}, rf"{BINS}\{{b}}": {"NukeOnDelete": 1}}),
        (FIXED_DRIVE, {POLICIES: {"NoRecycleFiles": 1}}),
    ],
)
def test_windows_does_not_get_what_it_would_delete(folder: Path, windows: Windows, drive_type: int, keys: Keys) -> None:
    send, sent = windows(drive_type, keys)
    with pytest.raises(OSError, match=folder.name):
        send(folder)
    assert sent == []
