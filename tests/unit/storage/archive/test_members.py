"""The members of an archive from strangers: those that no run has, that are missing, doubled, links, changed or too large."""

import stat
import zipfile
from pathlib import Path

import pytest

from ae_workbench.storage.archive import unpack
from ae_workbench.storage.run_folder import RunFolder
from tests.unit.storage.archive.conftest import Forge
from tests.unit.storage.archive.forging import npz, recipe, refused, shapes


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "/etc/evil", "weights/../../evil.npz", "weights\\0001.npz", "C:evil", "evil.pkl", "model.keras", "model.h5",
        "weights/1.npz", "weights/00001.npz", "weights/0003.NPZ", "WEIGHTS/0003.npz", "recipe.json/", "weights/", "recipe.json ", "０001",
    ],
)  # fmt: skip
def test_a_name_that_no_run_has_is_refused(name: str, forge: Forge, tmp_path: Path) -> None:
    said = refused(forge({name: b"x" if not name.endswith("/") else b""}), tmp_path)
    assert "which no run has" in said or "link or folder" in said or "no plain letters" in said


@pytest.mark.parametrize("name", ["manifest.json", "recipe.json", "run.json", "history.jsonl"])
def test_what_every_run_has_must_be_there(name: str, archive: Path, tmp_path: Path) -> None:
    less = tmp_path / "less.aew"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(less, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    assert name in refused(less, tmp_path)


def test_plan_metrics_and_preview_may_be_missing(forge: Forge, tmp_path: Path) -> None:
    run = unpack(forge({"plan.json": None, "metrics.json": None, "preview.png": None}), tmp_path / "out")
    assert not run.preview_path.exists()


def test_the_plan_in_the_file_is_never_believed(forge: Forge, tmp_path: Path) -> None:
    run = unpack(forge({"plan.json": b'{"layers": "none"} and nonsense'}), tmp_path / "out")
    assert run.plan.code_size == 3
    assert not (run.path / "plan.json").exists()


def test_two_members_of_one_name_are_refused(archive: Path, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(archive, "a") as opened:
        opened.writestr("recipe.json", recipe())
    assert "same name" in refused(archive, tmp_path)


def test_a_link_is_refused(archive: Path, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("weights/0005.npz")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(link, "/etc/passwd")
    assert "link" in refused(archive, tmp_path)


def test_a_changed_member_is_noticed(archive: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.aew"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"finished", b"finishee") if name == "run.json" else content)
    assert "run.json was changed" in refused(changed, tmp_path)


def test_changed_weights_are_noticed(archive: Path, run: RunFolder, tmp_path: Path) -> None:
    changed = tmp_path / "changed.aew"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, npz(*shapes(run)) if name == "weights/0004.npz" else old.read(name))
    assert "weights/0004.npz was changed" in refused(changed, tmp_path)


def test_a_bomb_is_refused_before_it_is_unpacked(archive: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.aew"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, b"\0" * 2**27 if name == "weights/0004.npz" else old.read(name))
    assert "times its size" in refused(bomb, tmp_path)
