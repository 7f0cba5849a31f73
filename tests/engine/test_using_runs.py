"""The commands that look at a run: evaluate, encode, decode and reconstruct, as a person calls them."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ae_workbench.cli import main
from ae_workbench.storage.run_folder import RunFolder

Output = pytest.CaptureFixture[str]


WITHOUT_TENSORFLOW = """
import sys
from ae_workbench.cli import main
run, out = sys.argv[1:]
assert main(["evaluate", run]) == main(["encode", run, "--out", out + "/codes.npz"]) == 0
assert main(["decode", run, "--codes", out + "/codes.npz", "--out", out + "/images.npz"]) == 0
assert main(["reconstruct", run, "--out", out + "/pairs.png"]) == 0
print([name for name in ("tensorflow", "keras") if name in sys.modules])
"""


def test_a_small_dense_run_is_used_without_waiting_for_tensorflow(run: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_TENSORFLOW, str(run), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_evaluate_gives_the_numbers_of_the_last_epoch(capsys: Output, run: Path) -> None:
    assert main(["evaluate", str(run), "--json"]) == 0
    metrics = json.loads(capsys.readouterr().out)["metrics"]
    last = RunFolder.open(run).history()[-1].metrics
    assert metrics["reconstruction"] == pytest.approx(last["val_reconstruction"], rel=1e-3)
    assert metrics["penalty"] == pytest.approx(last["val_penalty"], rel=1e-3)
    assert metrics["penalty"] == pytest.approx(1e-4 * 32 * metrics["mean_code"], rel=1e-4)
    assert {"mse", "psnr", "mean_code", "zero_share"} <= metrics.keys()


def test_an_archive_gives_the_numbers_of_its_run(capsys: Output, run: Path, tmp_path: Path) -> None:
    archive = tmp_path / "run.aew"
    assert main(["pack", str(run), "--out", str(archive), "--epochs", "last"]) == 0
    found = []
    for path in (run, archive):
        capsys.readouterr()
        assert main(["evaluate", str(path), "--json"]) == 0
        found.append(json.loads(capsys.readouterr().out)["metrics"])
    assert found[0] == found[1]


def test_codes_travel_through_npz_and_csv_and_decode_alike(capsys: Output, run: Path, tmp_path: Path) -> None:
    for ending in ("npz", "csv"):
        assert main(["encode", str(run), "--data", "digits", "--out", str(tmp_path / f"codes.{ending}")]) == 0
        assert main(["decode", str(run), "--codes", str(tmp_path / f"codes.{ending}"), "--out", str(tmp_path / f"{ending}.npz")]) == 0
    with np.load(tmp_path / "codes.npz") as codes:
        assert codes["codes"].shape == (360, 32)
        assert codes["labels"].shape == (360,)
    with (tmp_path / "codes.csv").open() as file:
        assert next(csv.reader(file))[:5] == ["id", "row", "label", "class", "code_0"]
    with np.load(tmp_path / "npz.npz") as one, np.load(tmp_path / "csv.npz") as other:
        assert one["images"].shape == (360, 28, 28, 1)
        np.testing.assert_allclose(one["images"], other["images"], atol=1e-6)
        assert one["images"].max() > 0.5


def test_columns_of_codes_are_found_by_their_names(capsys: Output, run: Path, tmp_path: Path) -> None:
    written, changed, out = tmp_path / "codes.csv", tmp_path / "changed.csv", tmp_path / "images.npz"
    assert main(["encode", str(run), "--out", str(written)]) == 0
    header, *rows = csv.reader(written.read_text().splitlines())

    def decoded(titles: list[str]) -> int:
        lines = [titles, *([row[header.index(title)] if title in header else "0" for title in titles] for row in rows)]
        changed.write_text("\n".join(",".join(line) for line in lines) + "\n\n", encoding="utf-8-sig")  # as spreadsheets save it
        capsys.readouterr()
        return main(["decode", str(run), "--codes", str(changed), "--out", str(out)])

    found = []
    for titles in (header, sorted(header)):
        assert decoded(titles) == 0
        with np.load(out) as images:
            found.append(images["images"])
    np.testing.assert_array_equal(*found)
    before = out.read_bytes()
    for other in ("code_0", "code_x", "code_32"):
        assert decoded([other if title == "code_1" else title for title in header]) == 2
        assert "must be code_0 to code_31, each once" in capsys.readouterr().err
    assert out.read_bytes() == before


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(5):
        Image.new("L", (40, 30), 40 * number).save(folder / f"{number}.png")
    return folder


def test_every_example_of_other_data_is_used_with_its_name_in_its_place(capsys: Output, run: Path, pictures: Path, tmp_path: Path) -> None:
    out = tmp_path / "codes.csv"
    assert main(["encode", str(run), "--data", str(pictures), "--out", str(out)]) == 0
    assert "5 codes" in capsys.readouterr().out
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert [(row["id"], row["file"]) for row in rows] == [(str(number), f"{number}.png") for number in range(5)]
    assert main(["encode", str(run), "--data", str(pictures), "--split", "test", "--out", str(out)]) == 0
    assert "1 code of" in capsys.readouterr().out


def test_a_single_picture_is_enough_to_be_looked_at(capsys: Output, run: Path, pictures: Path, tmp_path: Path) -> None:
    for path in sorted(pictures.iterdir())[1:]:
        path.unlink()
    assert main(["evaluate", str(run), "--data", str(pictures), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["split"], told["examples"]) == ("all", 1)
    assert main(["reconstruct", str(run), "--data", str(pictures), "--out", str(tmp_path / "pair.png")]) == 0
    assert "1 pair" in capsys.readouterr().out
    assert main(["train", "simple", "--data", str(pictures)]) == 2
    assert "1 training and 0 test examples" in capsys.readouterr().err


def test_other_pictures_are_read_at_the_size_that_the_run_takes(capsys: Output, pictures: Path, tmp_path: Path) -> None:
    np.save(tmp_path / "wide.npy", np.random.default_rng(0).integers(0, 255, (9, 12, 20, 3), np.uint8))
    wide = str(tmp_path / "run")
    assert main(["train", "simple", "--data", str(tmp_path / "wide.npy"), "--epochs", "1", "--run", wide, "--json"]) == 0
    assert main(["encode", wide, "--data", str(pictures), "--out", str(tmp_path / "codes.npz")]) == 0
    assert "5 codes" in capsys.readouterr().out


def test_the_runs_own_data_are_judged_by_their_test_examples_wherever_they_are_named(capsys: Output, tmp_path: Path) -> None:
    data, path = tmp_path / "own.npy", tmp_path / "run"
    np.save(data, np.random.default_rng(0).integers(0, 255, (20, 8, 8), np.uint8))
    assert main(["train", "simple", "--data", str(data), "--limit", "9", "--epochs", "1", "--run", str(path), "--json"]) == 0
    named = ["--data", str(data)]
    for words, count in (([], 4), (named, 4), (["--split", "all"], 13), (["--split", "train"], 9), ([*named, "--split", "train"], 9)):
        capsys.readouterr()
        assert main(["encode", str(path), *words, "--out", str(tmp_path / "codes.npz")]) == 0
        assert f"{count} codes" in capsys.readouterr().out


def test_training_examples_are_those_that_the_run_was_trained_on(capsys: Output, run: Path, tmp_path: Path) -> None:
    assert main(["evaluate", str(run), "--split", "train", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["examples"] == 600
    assert main(["export", str(run), "errors", "--split", "train", "--out", str(tmp_path / "errors.csv")]) == 0
    assert len((tmp_path / "errors.csv").read_text().splitlines()) == 601


@pytest.mark.parametrize("command", ["encode", "decode", "reconstruct"])
def test_a_place_that_can_not_be_written_is_one_sentence(capsys: Output, run: Path, tmp_path: Path, command: str) -> None:
    ending = "png" if command == "reconstruct" else "npz"
    codes = tmp_path / "codes.npz"
    assert main(["encode", str(run), "--out", str(codes)]) == 0
    words = [command, str(run), *(["--codes", str(codes)] if command == "decode" else [])]
    (tmp_path / f"folder.{ending}").mkdir()
    long = "x" * 300
    for name, said in ((f"folder.{ending}", "is a folder"), (f"{long}.{ending}", "can't be written: File name too long")):
        capsys.readouterr()
        assert main([*words, "--out", str(tmp_path / name)]) == 2
        output = capsys.readouterr()
        assert said in output.err and output.err.count("\n") == 1


def test_a_picture_of_no_examples_is_refused(capsys: Output, run: Path, tmp_path: Path) -> None:
    for count in ("0", "5000"):
        assert main(["reconstruct", str(run), "--count", count, "--out", str(tmp_path / "pairs.png")]) == 2
        assert f"can have 1 to 1000 examples, not {count}" in capsys.readouterr().err


def test_codes_of_another_size_are_refused(capsys: Output, run: Path, tmp_path: Path) -> None:
    np.savez(tmp_path / "codes.npz", codes=np.zeros((4, 7), np.float32))
    assert main(["decode", str(run), "--codes", str(tmp_path / "codes.npz"), "--out", str(tmp_path / "out.npz")]) == 2
    assert "4×7" in capsys.readouterr().err
    (tmp_path / "codes.npz").write_bytes(b"PK\x03\x04 broken")
    assert main(["decode", str(run), "--codes", str(tmp_path / "codes.npz"), "--out", str(tmp_path / "out.npz")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out.npz").exists()


def test_data_of_another_shape_are_refused(capsys: Output, run: Path, tmp_path: Path) -> None:
    assert main(["evaluate", str(run), "--data", "waves"]) == 2
    assert "trained on grey images of 28×28 pixels, but" in capsys.readouterr().err


def test_reconstruct_writes_originals_over_reconstructions(run: Path, tmp_path: Path) -> None:
    assert main(["reconstruct", str(run), "--data", "digits", "--count", "5", "--out", str(tmp_path / "pairs.png")]) == 0
    with Image.open(tmp_path / "pairs.png") as picture:
        pixels = np.asarray(picture).astype(float)
    top, bottom = np.vsplit(pixels, 2)
    assert pixels.shape[1] > 2 * pixels.shape[0]
    assert top.std() > 50 and bottom.std() > 20


def test_sequences_and_noisy_images_are_drawn_too(tmp_path: Path) -> None:
    for preset, data in (("sequence", "waves"), ("denoising", "digits")):
        path = tmp_path / preset
        small = ["--set", "form=dense"] if preset == "denoising" else ["--set", "code_size=4"]
        assert main(["train", preset, "--data", data, *small, "--run", str(path), "--epochs", "1", "--limit", "100", "--json"]) == 0
        assert main(["reconstruct", str(path), "--count", "3", "--out", str(tmp_path / f"{preset}.png")]) == 0
    with Image.open(tmp_path / "sequence.png") as curves, Image.open(tmp_path / "denoising.png") as noisy:
        assert noisy.height > curves.height
        assert np.asarray(curves).std() > 5


def test_other_data_are_not_limited_as_the_run_was(capsys: Output, tmp_path: Path) -> None:
    numbers = np.random.default_rng(0).integers(0, 255, (20, 8, 8), np.uint8)
    for name, values in (("own", numbers), ("other", 255 - numbers)):
        np.save(tmp_path / f"{name}.npy", values)
    path, other = str(tmp_path / "run"), str(tmp_path / "other.npy")
    own = str(tmp_path / "own.npy")
    assert main(["train", "simple", "--data", own, "--limit", "5", "--epochs", "1", "--run", path, "--json"]) == 0
    for command in (["encode", path], ["export", path, "codes"]):
        assert main([*command, "--data", other, "--out", str(tmp_path / "codes.npz")]) == 0
        with np.load(tmp_path / "codes.npz") as codes:
            assert len(codes["codes"]) == 20


def test_own_data_that_were_moved_are_still_parted_as_in_training(capsys: Output, tmp_path: Path) -> None:
    own, moved, run = tmp_path / "own.npy", tmp_path / "moved.npy", str(tmp_path / "run")
    np.save(own, np.random.default_rng(0).integers(0, 255, (20, 8, 8), np.uint8))
    assert main(["train", "simple", "--data", str(own), "--epochs", "1", "--run", run, "--json"]) == 0
    own.rename(moved)
    capsys.readouterr()
    assert main(["evaluate", run, "--data", str(moved), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["split"], told["examples"]) == ("test", 4)


def test_data_that_are_others_by_now_are_told(capsys: Output, tmp_path: Path) -> None:
    own, run = tmp_path / "own.npy", str(tmp_path / "run")
    numbers = np.random.default_rng(0).integers(0, 255, (20, 8, 8), np.uint8)
    np.save(own, numbers)
    assert main(["train", "simple", "--data", str(own), "--epochs", "1", "--run", run, "--json"]) == 0
    capsys.readouterr()
    assert main(["evaluate", run]) == 0
    assert capsys.readouterr().err == ""
    np.save(own, numbers[:15])
    assert main(["evaluate", run]) == 0
    assert "are no longer those that it was trained on" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_written_by_its_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for at in range(12):
        Image.fromarray(np.full((8, 8), 20 * at, np.uint8)).save(folder / os.fsdecode(b"caf\xe9%d.png" % at))
    run = tmp_path / "run"
    assert main(["train", "simple", "--data", str(folder), "--epochs", "1", "--run", str(run), "--json"]) == 0
    assert main(["export", str(run), "codes", "--out", str(tmp_path / "codes.csv")]) == 0
    assert "caf\\udce9" in (tmp_path / "codes.csv").read_text(encoding="utf-8")
