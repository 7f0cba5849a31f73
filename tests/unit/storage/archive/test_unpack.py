"""Archives from strangers: what no run has is refused in one sentence, and nothing of it stays."""

import io
import json
import os
import shutil
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from ae_workbench.core.errors import ArchiveError, ParameterError, PlanError, RecipeError, RunError, WorkbenchError
from ae_workbench.core.recipe import recipe_to_json
from ae_workbench.storage.archive import unpack
from ae_workbench.storage.archive.migrate import Contents, migrate
from ae_workbench.storage.facts import facts_to_json
from ae_workbench.storage.run_folder import RunFolder
from tests.tiny_runs import RECIPE
from tests.unit.storage.archive.conftest import Forge

EXAMPLES = Path(__file__).parents[3] / "data" / "archives"


def npz(*arrays: np.ndarray, packed: bool = False) -> bytes:
    file = io.BytesIO()
    (np.savez_compressed if packed else np.savez)(file, **{f"{at:03d}": array for at, array in enumerate(arrays)})
    return file.getvalue()


def text(values: Any) -> bytes:
    return json.dumps(values).encode()


def recipe(**changes: Any) -> bytes:
    return text({**recipe_to_json(RECIPE), **changes})


def facts(run: RunFolder, **changes: Any) -> bytes:
    return text({**facts_to_json(run.facts), **changes})


def refused(path: Path, tmp_path: Path, *kinds: type[WorkbenchError]) -> str:
    """The sentence; nothing else may have come of it."""
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(kinds or ArchiveError) as failure:
        unpack(path, tmp_path / "out")
    assert sorted(tmp_path.rglob("*")) == before
    said = str(failure.value)
    assert "\n" not in said and len(said) < 400
    return said


def test_a_forgery_that_changes_nothing_opens(forge: Forge, tmp_path: Path) -> None:
    assert unpack(forge({}), tmp_path / "out").epochs() == [0, 1, 2, 4, 6]


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.aew")))
def test_the_stored_example_of_every_version_opens(name: str, tmp_path: Path) -> None:
    run = unpack(EXAMPLES / name, tmp_path / "out")
    assert run.recipe.variant == "denoising"
    assert run.epochs() == [0, 20]
    assert len(run.history()) == 20
    assert [array.shape for array in run.weights(20)] == list(run.plan.weight_dims)


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


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ({"version": 2}, "format version 2, but this program knows up to 1: please update it"),
        ({"version": 10**9}, "please update it"),
        ({"version": 0}, "never was"),
        ({"version": "1"}, "never was"),
        ({"version": True}, "never was"),
        ({"format": "zoo"}, "doesn't say that it is one"),
        ({"files": []}, "lists no files"),
        ({"files": {}}, "lists other files"),
        ({"files": {"recipe.json": 5}}, "manifest is broken"),
    ],
)
def test_a_manifest_of_another_kind_is_refused(manifest: Mapping[str, Any], says: str, forge: Forge, tmp_path: Path) -> None:
    assert says in refused(forge({}, manifest=manifest), tmp_path)


def test_a_newer_version_may_have_other_members_and_still_asks_for_an_update(forge: Forge, tmp_path: Path) -> None:
    assert "please update" in refused(forge({"sound.ogg": b"x"}, manifest={"version": 7}), tmp_path)


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


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"variant": "evil"}, RecipeError),
        ({"parameters": {"code_size": 10**9}}, ParameterError),
        ({"parameters": {"code_size": 3, "__class__": "os"}}, RecipeError),
        ({"data": {"source": "http"}}, RecipeError),
        ({"data": {"source": "images", "parameters": {"path": ["/"]}}}, ParameterError),
        ({"data": {"source": "images", "parameters": {"url": "x"}}}, RecipeError),
        ({"training": {"epochs": -1}}, ParameterError),
        ({"format": "cake"}, RecipeError),
        ({"version": 2}, RecipeError),
    ],
)
def test_a_recipe_that_breaks_its_schema_is_refused(
    changes: dict[str, Any], kind: type[WorkbenchError], forge: Forge, tmp_path: Path
) -> None:
    refused(forge({"recipe.json": recipe(**changes)}), tmp_path, kind)


@pytest.mark.parametrize(
    "shape",
    [
        {"dims": [4, 6, 2], "kind": "image"},
        {"dims": [4, 6], "kind": "image"},
        {"dims": [0, 6, 1], "kind": "image"},
        {"dims": [-4, -6, 1], "kind": "image"},
        {"dims": [10**6, 10**6, 1], "kind": "image"},
        {"dims": [4.0, 6, 1], "kind": "image"},
        {"dims": [True, 24, 1], "kind": "image"},
        {"dims": [24, 1], "kind": "sound"},
        {"dims": "24", "kind": "image"},
        {"dims": [24, 1]},
        [24],
    ],
)
def test_facts_with_an_impossible_shape_are_refused(shape: Any, forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert "damaged" in refused(forge({"run.json": facts(run, shape=shape)}), tmp_path)


@pytest.mark.parametrize(
    "changes",
    [
        {"scaling": {"offset": [0.0], "scale": [0.0]}},
        {"scaling": {"offset": [0.0], "scale": [1.0, 2.0]}},
        {"scaling": {"offset": [float("nan")], "scale": [1.0]}},
        {"scaling": {"offset": 0.0, "scale": 1.0}},
        {"class_names": ["a"] * 20_000},
        {"class_names": [1]},
        {"train_count": -1},
        {"train_count": 1.5},
        {"created": {"$date": 0}},
        {"surprise": 1},
    ],
)
def test_facts_out_of_bounds_are_refused(changes: dict[str, Any], forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert "damaged" in refused(forge({"run.json": facts(run, **changes)}), tmp_path)


def test_texts_in_facts_become_plain(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    odd = facts(run, data_name="a\n\u202eb" + "c" * 5000, class_names=["\x00x", "y" * 5000])
    found = unpack(forge({"run.json": odd}), tmp_path / "out").facts
    assert found.data_name.startswith("a bccc") and len(found.data_name) <= 300
    assert found.class_names[0] == "x" and len(found.class_names[1]) <= 300


def test_a_model_that_no_computer_holds_is_refused_before_it_is_built(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    large = {
        "recipe.json": recipe(variant="deep", parameters={"hidden": [4096] * 12, "code_size": 4096}),
        "run.json": facts(run, shape={"dims": [1024, 1024, 3], "kind": "image"}),
    }
    assert "parameters; at most" in refused(forge(large), tmp_path, PlanError)


def shapes(run: RunFolder) -> list[np.ndarray]:
    return [np.ones(dims, np.float32) for dims in run.plan.weight_dims]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda arrays: [*arrays[:-1], np.full(24, np.nan, np.float32)], "not finite"),
        (lambda arrays: [*arrays[:-1], np.full(24, -np.inf, np.float32)], "not finite"),
        (lambda arrays: [*arrays[:-1], arrays[-1].astype(np.float64)], "larger than|don't fit"),
        (lambda arrays: [*arrays[:-1], arrays[-1].astype(np.int32)], "don't fit"),
        (lambda arrays: [*arrays[:-1], arrays[-1].astype(">f4")], "don't fit"),
        (lambda arrays: arrays[:-1], "don't fit"),
        (lambda arrays: [*arrays, np.ones(1, np.float32)], "at most 4 are expected"),
        (lambda arrays: [arrays[0].T, *arrays[1:]], "don't fit"),
        (lambda arrays: [arrays[0].reshape(-1), *arrays[1:]], "don't fit"),
        (lambda arrays: [*arrays[:-1], np.array([{"a": 1}], object)], "Python objects"),
        (lambda arrays: [*arrays[:-1], np.zeros(24, [("a", "<f4")])], "named columns"),
    ],
)
def test_weights_that_are_not_the_plans_are_refused(change: Any, says: str, forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    said = refused(forge({"weights/0004.npz": npz(*change(shapes(run)))}), tmp_path)
    assert any(part in said for part in says.split("|")), said


def test_weights_are_stored_plainly_within(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert "not plainly stored" in refused(forge({"weights/0004.npz": npz(*shapes(run), packed=True)}), tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK", b"nonsense" * 100, npz(), b"\x80\x04K\x01."])
def test_weights_that_are_no_arrays_are_refused(content: bytes, forge: Forge, tmp_path: Path) -> None:
    refused(forge({"weights/0004.npz": content}), tmp_path)


def test_weights_of_an_epoch_that_the_history_does_not_know_are_refused(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert "history doesn't know" in refused(forge({"weights/0099.npz": npz(*shapes(run))}), tmp_path)


def test_a_bomb_is_refused_before_it_is_unpacked(archive: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.aew"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, b"\0" * 2**27 if name == "weights/0004.npz" else old.read(name))
    assert "times its size" in refused(bomb, tmp_path)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_preview_that_is_no_picture_is_refused(content: bytes, forge: Forge, tmp_path: Path) -> None:
    assert "preview is no picture" in refused(forge({"preview.png": content}), tmp_path)


def test_a_preview_that_would_fill_the_memory_is_refused(forge: Forge, tmp_path: Path) -> None:
    large = io.BytesIO()
    Image.new("L", (4000, 4000)).save(large, "PNG")
    assert "preview is no picture" in refused(forge({"preview.png": large.getvalue()}), tmp_path)


def test_a_preview_comes_out_as_pixels_alone(forge: Forge, tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    note = PngInfo()
    note.add_text("note", "call home")
    picture = io.BytesIO()
    Image.new("RGB", (5, 4), (10, 20, 30)).save(picture, "PNG", pnginfo=note, icc_profile=b"profile" * 10)
    content = unpack(forge({"preview.png": picture.getvalue()}), tmp_path / "out").preview_path.read_bytes()
    assert b"call home" not in content and b"iCCP" not in content
    with Image.open(io.BytesIO(content)) as opened:
        assert opened.convert("RGB").getpixel((2, 2)) == (10, 20, 30)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused(share: float, archive: Path, tmp_path: Path) -> None:
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    refused(archive, tmp_path)


def test_something_before_or_after_the_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    content = archive.read_bytes()
    for odd in (b"#!/bin/sh\n" + content, content + b"\0"):
        archive.write_bytes(odd)
        refused(archive, tmp_path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "none.aew", tmp_path)
    assert "not a file" in refused(tmp_path, tmp_path)


def test_a_place_that_is_taken_is_left_alone(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("dear")
    assert "already there" in refused(archive, tmp_path, RunError)
    shutil.rmtree(tmp_path / "out")
    (tmp_path / "out").mkdir()
    assert unpack(archive, tmp_path / "out").epochs()


def test_a_full_disk_leaves_nothing_behind(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left" in refused(archive, tmp_path, RunError)


def test_a_run_that_was_packed_while_it_trained_counts_as_stopped(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert unpack(forge({"run.json": facts(run, outcome="")}), tmp_path / "out").facts.outcome == "stopped"


def test_older_versions_take_one_step_after_another() -> None:
    def renamed(contents: Contents) -> Contents:
        return Contents(contents.manifest, {"variant": contents.recipe["model"]}, contents.facts, contents.history)

    def louder(contents: Contents) -> Contents:
        return Contents(contents.manifest, {"variant": contents.recipe["variant"].upper()}, contents.facts, contents.history)

    steps = {1: renamed, 2: louder}
    oldest = migrate(Contents({"version": 1}, {"model": "deep"}, None, b""), steps, newest=3)
    middle = migrate(Contents({"version": 2}, {"variant": "deep"}, None, b""), steps, newest=3)
    assert oldest.recipe == middle.recipe == {"variant": "DEEP"}
    assert oldest.manifest["version"] == 3
    with pytest.raises(ArchiveError, match="please update"):
        migrate(Contents({"version": 4}, {}, None, b""), steps, newest=3)
