"""A run as one file: what goes in, which epochs, and what can't."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.core.errors import ArchiveError, RunError
from ae_workbench.storage.archive import chosen_epochs, pack, unpack
from ae_workbench.storage.run_folder import RunFolder
from tests.tiny_runs import RECIPE, make_run
from tests.unit.storage.archive.conftest import with_data


def test_what_is_packed_comes_out(run: RunFolder, archive: Path, tmp_path: Path) -> None:
    out = unpack(archive, tmp_path / "out")
    assert (out.recipe, out.facts, out.history()) == (run.recipe, run.facts, run.history())
    assert out.epochs() == [0, 1, 2, 4, 6]
    for epoch in out.epochs():
        for mine, theirs in zip(out.weights(epoch), run.weights(epoch), strict=True):
            np.testing.assert_array_equal(mine, theirs)
    assert out.preview_path.is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "run", "run.aew"]


def test_the_same_run_gives_the_same_file(run: RunFolder, archive: Path, tmp_path: Path) -> None:
    pack(run, tmp_path / "again.aew")
    assert (tmp_path / "again.aew").read_bytes() == archive.read_bytes()


def test_other_tools_can_read_what_is_in_it(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        manifest, plan, metrics = (json.loads(opened.read(f"{name}.json")) for name in ("manifest", "plan", "metrics"))
        with opened.open("weights/0004.npz") as file, np.load(file) as weights:
            shapes = {f"{name}.npy": list(weights[name].shape) for name in weights.files}
    assert (manifest["format"], manifest["version"], manifest["epochs"]) == ("ae-workbench archive", 1, [0, 1, 2, 4, 6])
    assert {"ae-workbench", "python", "keras", "numpy"} <= set(manifest["packed_with"])
    assert manifest["data"]["fingerprint"]
    assert {each["array"]: each["shape"] for layer in plan["layers"] for each in layer["weights"]} == shapes
    assert (metrics["best"]["epoch"], metrics["newest"]["epoch"]) == (4, 6)


@pytest.mark.parametrize(
    ("words", "epochs"),
    [("all", [0, 1, 2, 3, 4, 5, 6]), ("last", [6]), ("best", [4]), ("selection", [0, 1, 2, 4, 6]), ("5, 3,3", [3, 5])],
)
def test_epochs_by_words(run: RunFolder, words: str, epochs: list[int]) -> None:
    assert chosen_epochs(run, words) == epochs


@pytest.mark.parametrize("words", ["", "some", "1-5", "1,,2", "-1", "²", "9" * 50])
def test_words_that_name_no_epochs_are_refused(run: RunFolder, words: str) -> None:
    with pytest.raises(ArchiveError, match="names no epochs"):
        chosen_epochs(run, words)


def test_the_selection_of_a_long_run_stays_small() -> None:
    class LongRun:
        path = Path("long")

        def epochs(self) -> list[int]:
            return list(range(100_001))

        def history(self) -> list[object]:
            return []

    chosen = chosen_epochs(LongRun())  # type: ignore[arg-type]
    assert len(chosen) < 20
    assert {0, 1, 2, 4, 100_000} <= set(chosen)


def test_epochs_that_are_not_there_are_named(run: RunFolder, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no weights of epoch 7: stored are 0, 1"):
        pack(run, tmp_path / "x.aew", [1, 7])
    assert not (tmp_path / "x.aew").exists()


def test_a_run_without_weights_or_with_broken_ones_is_not_packed(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", epochs=2)
    run.write_weights(2, [np.full(dims, np.nan, np.float32) for dims in run.plan.weight_dims])
    with pytest.raises(RunError, match=r"epoch 2 .* not finite"):
        pack(run, tmp_path / "x.aew")
    for path in (run.path / "weights").iterdir():
        path.unlink()
    with pytest.raises(RunError, match="no weights yet"):
        pack(run, tmp_path / "x.aew")


def test_what_was_there_stays_where_the_new_file_cannot_be_written(run: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "x.aew"
    out.write_bytes(b"before")

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(RunError, match=r"can't be written .No space left"):
        pack(run, out)
    assert out.read_bytes() == b"before"
    assert [path for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_another_ending_is_refused(run: RunFolder, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"must end in \.aew"):
        pack(run, tmp_path / "x.zip")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/ann/private/faces", "faces"),
        (r"C:\Users\ann\faces", "faces"),
        (r"\\server\share\faces\\", "faces"),
        ("~ann", ""),
        ("/..", ""),
        ("C:", ""),
    ],
)
def test_paths_do_not_travel(path: str, name: str, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", with_data(RECIPE, path), epochs=1)
    archive = pack(run, tmp_path / "x.aew").path
    with zipfile.ZipFile(archive) as opened:
        assert json.loads(opened.read("recipe.json"))["data"]["parameters"] == {"path": name}
        assert b"ann" not in b"".join(opened.read(member) for member in opened.namelist() if member.endswith(".json"))
    assert unpack(archive, tmp_path / "out").recipe.data.parameters == {"path": name}
