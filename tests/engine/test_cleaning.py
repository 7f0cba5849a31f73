"""Runs put to work on whole pages and sounds: in tiles as in one pass, on files, by ``ae-workbench clean``."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from scipy.io import wavfile

from ae_workbench.cli import main
from ae_workbench.core.errors import RunError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.loading import load
from ae_workbench.data.pages.source import sample_pages
from ae_workbench.data.sounds.source import sample_sounds
from ae_workbench.data.sounds.wav_file import Sound
from ae_workbench.engine.cleaning import TILE_PX, kind_of, open_cleaner, tile_of
from ae_workbench.engine.session import Session
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from ae_workbench.variants.recipes import find_recipe, make_plan, with_settings
from tests.engine.conftest import Recorder

TINY = ("filters=8,8", "batch_size=4", "learning_rate=0.01", "epochs=3")
DATA = {
    "documents": Choice("pages", {"pages": 10, "patches": 40, "patch": 32}),
    "sound": Choice("sounds", {"sounds": 8, "pieces": 15, "window": "256", "rate": "8000"}),
}
Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A small run that cleans pages and one that cleans sounds."""
    found = {}
    for key, choice in DATA.items():
        recipe = replace(with_settings(find_recipe(key), TINY), data=choice)
        dataset = load(choice)
        found[key] = tmp_path_factory.mktemp("runs") / key
        recorder = Recorder()
        Session(recipe, dataset, RunFolder.create(found[key], recipe, dataset)).run(recorder)
        assert recorder.events[-1].outcome == "finished", recorder.events[-1]
    return found


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Noisy and clean pages, and a sound in stereo with its clean version."""
    for number, (clean, noisy) in enumerate(sample_pages(5, 2)):
        for name, page in (("clean", clean), ("noisy", noisy)):
            (tmp_path / name).mkdir(exist_ok=True)
            Image.fromarray(page[:200, :300]).save(tmp_path / name / f"{number}.png")
    [(clean_sound, noisy_sound)] = sample_sounds(6, 11_025)
    for name, samples in (("clean", clean_sound), ("noisy", noisy_sound)):
        wavfile.write(tmp_path / f"{name}.wav", 11_025, np.stack([samples, samples[::-1]], axis=1)[:11_025])
    return tmp_path


def test_tiles_equal_one_pass_over_the_whole_page(runs: dict[str, Path]) -> None:
    [(_, noisy)] = sample_pages(3)
    made = open_cleaner(runs["documents"]).page(noisy[..., None])
    snapshot = open_snapshot(runs["documents"])
    run = RunFolder.open(runs["documents"])
    whole = replace(snapshot, plan=make_plan(run.recipe, Shape((*noisy.shape, 1))))
    once = whole.reconstruct(noisy[None, ..., None] / np.float32(255))[0] * 255
    assert noisy.shape[0] > TILE_PX and noisy.shape[1] > TILE_PX
    away = (slice(16, -16), slice(16, -16))
    np.testing.assert_allclose(made[away], once[away], atol=0.6)  # rounded to whole numbers


@pytest.mark.parametrize("size", [(9, 5), (32, 32), (40, 400)])
def test_pages_of_any_size_and_colour(runs: dict[str, Path], size: tuple[int, int]) -> None:
    cleaner = open_cleaner(runs["documents"])
    for channels in (1, 3):
        page = np.random.default_rng(1).integers(0, 256, (*size, channels), np.uint8)
        assert cleaner.page(page).shape == page.shape


def test_what_a_short_training_learned_is_worth_something(runs: dict[str, Path]) -> None:
    [(clean, noisy)] = sample_pages(8)
    made = open_cleaner(runs["documents"]).page(noisy[..., None])[..., 0]
    assert np.square(made / 255 - clean / 255).mean() < 0.5 * np.square(noisy / 255 - clean / 255).mean()


def test_sounds_keep_rate_length_and_channels(runs: dict[str, Path]) -> None:
    [(_, noisy)] = sample_sounds(2, 11_025)
    sound = Sound(np.stack([noisy, 0.1 * noisy], axis=1), 11_025)
    made = open_cleaner(runs["sound"]).sound(sound)
    assert (made.sound.rate_hz, made.sound.samples.shape) == (11_025, sound.samples.shape)
    assert made.before.shape == made.after.shape and made.after.mean() < made.before.mean()
    np.testing.assert_allclose(made.sound.samples[:, 1], 0.1 * made.sound.samples[:, 0], atol=0.002)


def test_a_dense_model_keeps_its_own_size_and_sequences_are_refused() -> None:
    dense = with_settings(find_recipe("denoising"), ["form=dense"])
    assert tile_of(dense, make_plan(dense, Shape((28, 28, 1)))) == (28, 28)
    sound = find_recipe("sound")
    assert tile_of(sound, make_plan(sound, Shape((128, 32, 1)))) == (128, TILE_PX)
    assert kind_of(dense, Shape((28, 28, 1))) == "pages" and kind_of(sound, Shape((128, 32, 1))) == "sounds"
    with pytest.raises(RunError, match="sequences"):
        kind_of(find_recipe("sequence"), Shape((10, 1), "sequence"))


def test_a_run_whose_recipe_tells_of_other_sounds_is_refused(runs: dict[str, Path], tmp_path: Path) -> None:
    run = RunFolder.open(runs["sound"]).copy_to(tmp_path / "odd", [])
    run.change_recipe(replace(run.recipe, data=Choice("sounds", {"window": "1024"})))
    with pytest.raises(RunError, match="can't clean sounds"):
        open_cleaner(run.path)


# The command line


def test_a_page_is_cleaned_and_measured(runs: dict[str, Path], files: Path, capsys: Output) -> None:
    out = files / "out.png"
    command = ["clean", str(runs["documents"]), str(files / "noisy" / "0.png"), "--out", str(out)]
    assert main([*command, "--clean", str(files / "clean" / "0.png"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["epoch"]) == ("pages", 3)
    [file] = told["files"]
    clean, made = (np.asarray(Image.open(path), float) / 255 for path in (files / "clean" / "0.png", out))
    assert file["quality"]["after"]["rmse"] == pytest.approx(float(np.sqrt(np.square(clean - made).mean())), abs=1e-6)
    assert set(file["quality"]) == {"before", "after", "median", "gaussian", "background"}
    assert main(command) == 0
    assert str(out) in capsys.readouterr().out


def test_a_folder_of_pages_is_cleaned_into_another(runs: dict[str, Path], files: Path, capsys: Output) -> None:
    (files / "noisy" / "broken.png").write_bytes(b"nonsense")
    (files / "noisy" / "notes.txt").write_text("not a page")
    command = ["clean", str(runs["documents"]), str(files / "noisy"), "--out", str(files / "made")]
    assert main(command) == 2
    said = capsys.readouterr()
    assert "broken.png can't be read" in said.err and said.out.count("→") == 2
    assert sorted(path.name for path in (files / "made").iterdir()) == ["0.png", "1.png"]
    assert main([*command, "--clean", str(files / "clean")]) == 2
    assert "no clean version of broken.png" in capsys.readouterr().err


def test_files_that_are_in_the_folder_stay_unless_they_are_to_be_replaced(runs: dict[str, Path], files: Path, capsys: Output) -> None:
    made = files / "made"
    made.mkdir()
    (made / "0.png").write_bytes(b"mine")
    command = ["clean", str(runs["documents"]), str(files / "noisy" / "0.png"), "--out", str(made)]
    assert main(command) == 2
    assert "0.png would be overwritten: give another folder, or --overwrite" in capsys.readouterr().err
    assert (made / "0.png").read_bytes() == b"mine"
    assert main([*command, "--overwrite"]) == 0
    assert (made / "0.png").read_bytes().startswith(b"\x89PNG")


def test_every_page_of_a_file_is_cleaned_and_keeps_its_size_on_paper(runs: dict[str, Path], files: Path, capsys: Output) -> None:
    for name in ("noisy", "clean"):
        first, second = (Image.open(files / name / f"{number}.png") for number in (0, 1))
        first.save(files / f"{name}.tif", save_all=True, append_images=[second], dpi=(300, 300))
    command = ["clean", str(runs["documents"]), str(files / "noisy.tif"), "--clean", str(files / "clean.tif"), "--json", "--out"]
    assert main([*command, str(files / "made.tif")]) == 0
    [file] = json.loads(capsys.readouterr().out)["files"]
    with Image.open(files / "made.tif") as made:
        assert made.n_frames == 2 and made.info["dpi"] == (300, 300)
        errors = []
        for number in (0, 1):
            made.seek(number)
            clean = np.asarray(Image.open(files / "clean" / f"{number}.png"), float)
            errors.append(np.sqrt(np.square((np.asarray(made, float) - clean) / 255).mean()))
    assert file["quality"]["after"]["rmse"] == pytest.approx(np.mean(errors), abs=1e-6)
    assert main([*command, str(files / "made.png")]) == 2
    assert "can't hold 2 pages: give a name that ends in .tif" in capsys.readouterr().err
    assert main([*command[:2], str(files / "noisy" / "0.png"), *command[3:], str(files / "made.png")]) == 2
    assert "both must have as many" in capsys.readouterr().err


def test_a_sound_is_cleaned_and_measured(files: Path, capsys: Output) -> None:
    out = files / "out.wav"
    command = ["clean", str(samples_home() / "sound"), str(files / "noisy.wav"), "--out", str(out)]
    assert main([*command, "--clean", str(files / "clean.wav"), "--json"]) == 0
    [file] = json.loads(capsys.readouterr().out)["files"]
    rate, samples = wavfile.read(out)
    assert rate == 11_025 and samples.shape == (11_025, 2) and samples.dtype == np.int16
    assert set(file["quality"]) == {"before", "after", "subtraction"}
    before, after, subtraction = (file["quality"][name]["snr"] for name in ("before", "after", "subtraction"))
    assert after > subtraction > before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["none.png", "--out", "a.png"], "no file or folder"),
        (["empty", "--out", "a"], "no pictures"),
        (["noisy", "--out", "a.png"], "can't all become"),
        (["noisy/0.png", "--out", "a.doc"], "must end in"),
        (["noisy/0.png", "--out", "noisy/0.png"], "would be overwritten"),
        (["noisy", "--clean", "clean", "--out", "clean"], "clean/0.png would be overwritten"),
        (["noisy/0.png", "clean/0.png", "--out", "a"], "same name"),
        (["noisy/0.png", "--out", "a.png", "--clean", "clean.wav"], "clean.wav can't be read"),
        (["noisy.wav", "--out", "a.png"], "noisy.wav can't be read"),
        (["noisy", "--out", "a", "--clean", "clean/0.png"], "give a folder of them"),
    ],
)
def test_what_cannot_be_cleaned_is_said(
    runs: dict[str, Path], files: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output, arguments: list[str], sentence: str
) -> None:
    (files / "empty").mkdir()
    monkeypatch.chdir(files)
    assert main(["clean", str(runs["documents"]), *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_training_takes_a_folder_of_pages_by_name(files: Path, tmp_path: Path, capsys: Output) -> None:
    for number in range(2, 5):
        Image.fromarray(next(sample_pages(number))[0]).save(files / "clean" / f"{number}.png")
    run = tmp_path / "run"
    command = ["train", "documents", "--data", f"pages:{files / 'clean'}", "--set", "data.patches=4", "--set", "filters=4", "--epochs", "1"]
    assert main([*command, "--run", str(run), "--json"]) == 0
    kept = RunFolder.open(run)
    assert kept.recipe.data.parameters["path"] == str(files / "clean") and kept.recipe.data.parameters["patches"] == 4
    assert kept.facts.train_count == 16
    assert main(["train", "documents", "--data", "digits:x", "--run", str(tmp_path / "no")]) == 2
    assert main(["train", "documents", "--set", "data.nonsense=4", "--run", str(tmp_path / "no")]) == 2
    assert "no parameter “data.nonsense”" in capsys.readouterr().err
