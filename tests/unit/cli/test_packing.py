"""``pack`` and ``unpack`` on the command line, and archives where runs are expected."""

import json
import os
from pathlib import Path

import pytest

from ae_workbench.cli import main
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home

SAMPLE = str(samples_home() / "denoising")


def test_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", SAMPLE, "--out", str(tmp_path / "run.aew"), "--epochs", "0,20"]) == 0
    assert main(["unpack", str(tmp_path / "run.aew"), "--out", str(tmp_path / "run")]) == 0
    assert capsys.readouterr().out.startswith("2 epochs, ")
    run = RunFolder.open(tmp_path / "run")
    assert run.epochs() == [0, 20]
    assert run.history() == RunFolder.open(Path(SAMPLE)).history()


def test_json_tells_what_was_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "run.aew"
    assert main(["pack", SAMPLE, "--out", str(out), "--epochs", "last", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(out), "epochs": [20], "bytes": out.stat().st_size}
    assert main(["unpack", str(out), "--out", str(tmp_path / "run"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"run": str(tmp_path / "run"), "epochs": [20]}


def test_an_archive_stands_where_a_run_is_read(tmp_path: Path) -> None:
    first, second = tmp_path / "first.aew", tmp_path / "second.aew"
    assert main(["pack", SAMPLE, "--out", str(first)]) == 0
    assert main(["pack", str(first), "--out", str(second)]) == 0
    assert second.read_bytes() == first.read_bytes()


def test_the_recipe_of_an_archive_can_be_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = str(tmp_path / "run.aew")
    assert main(["pack", SAMPLE, "--out", archive]) == 0
    assert main(["plan", archive]) == 0
    assert "MaxPool2D" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["pack", SAMPLE, "--out", "run.zip"], "must end in .aew"),
        (["pack", SAMPLE, "--out", "nowhere/run.aew"], "doesn't exist"),
        (["pack", SAMPLE, "--out", "run.aew", "--epochs", "7,x"], "names no epochs"),
        (["pack", SAMPLE, "--out", "run.aew", "--epochs", "7"], "no weights of epoch 7"),
        (["pack", "none", "--out", "run.aew"], "no run in none"),
        (["pack", "none.aew", "--out", "run.aew"], "no file none.aew"),
        (["unpack", "letter.txt", "--out", "run"], "no archive"),
        (["unpack", "letter.aew", "--out", "run"], "damaged or no archive"),
        (["unpack", "letter.aew"], "--out"),
        (["train", "--resume", "letter.aew"], "unpack letter.aew --out DIR"),
        pytest.param(
            ["train", "--resume", "my letter.aew"],
            "unpack 'my letter.aew' --out DIR",
            marks=pytest.mark.skipif(os.name == "nt", reason="shells of Windows quote otherwise"),
        ),
    ],
)
def test_wrong_input_is_one_sentence(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("letter.txt", "letter.aew"):
        (tmp_path / name).write_text("dear")
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert says in said and said.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.aew", "letter.txt"]
