"""``list``, ``plan`` and mistakes on the command line; nothing here needs TensorFlow."""

import json
from pathlib import Path

import pytest

from ae_workbench.cli import main
from ae_workbench.core.recipe import recipe_text
from ae_workbench.variants.recipes import find_recipe

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("what", "key"),
    [
        ("variants", "variational"), ("presets", "deep-article"), ("datasets", "digits"), ("exporters", "tflite"), ("chapters", "closing"),
        ("experiments", "depth"),
    ],
)  # fmt: skip
def test_list_names_everything_as_text_and_as_json(capsys: Output, what: str, key: str) -> None:
    assert main(["list", what]) == 0
    assert key in [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert main(["list", what, "--json"]) == 0
    assert key in [row["key"] for row in json.loads(capsys.readouterr().out)]


def test_plan_shows_layers_shapes_and_parameters(capsys: Output) -> None:
    assert main(["plan", "convolutional", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["parameters"], plan["code_shape"], plan["code_size"]) == (4385, [4, 4, 8], 128)
    assert sum(layer["parameters"] for layer in plan["layers"]) == 4385
    assert main(["plan", "simple"]) == 0
    assert "50,992 parameters, a code of 32, 24.5× compression" in capsys.readouterr().out


def test_plan_takes_settings_data_and_recipe_files(capsys: Output, tmp_path: Path) -> None:
    assert main(["plan", "deep", "--set", "hidden=64,32", "--set", "code_size=16", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["code_size"] == 16
    assert main(["plan", "sequence", "--data", "waves", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "sequence"
    file = tmp_path / "mine.json"
    file.write_text(recipe_text(find_recipe("sparse")), encoding="utf-8")
    assert main(["plan", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["compression"] == 24.5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plan", "simpel"], "neither a preset nor a recipe file"),
        (["plan", "simple", "--data", "images"], "write images:PATH"),
        (["plan", "variational", "--set", "filters=8"], "filters changes nothing here: it matters where form is convolutional"),
        (["train", "denoising", "--set", "hidden=64"], "hidden changes nothing here: it matters where form is dense"),
        (["plan", "simple", "--data", "nowhere"], "“nowhere” is neither a data set"),
        (["plan", "simple", "--data", "waves"], "The simple variant takes images"),
        (["plan", "simple", "--set", "codesize=3"], "did you mean “code_size”?"),
        (["plan", "simple", "--set", "code_size"], "write it as key=value"),
        (["plan", "simple", "--set", "code_size=0"], "must be a whole number from 1"),
        (["plan", "convolutional", "--set", "filters=8,8", "--set", "last_padding=valid"], "can't end in 28×28"),
        (["train"], "Say what to train"),
        (["train", "simple", "--epochs", "-3"], "“-3” is not a whole number from 0 on"),
        (["train", "simple", "--epochs", "0"], "Epochs must be a whole number from 1"),
        (["train", "--resume", "nowhere"], "There is no run in nowhere"),
        (["train", "simple", "--resume", "nowhere"], "the run's own recipe counts"),
        (["evaluate", "nowhere"], "There is no run in nowhere"),
        (["encode", "nowhere", "--out", "codes.txt"], "There is no run in nowhere"),
        (["decode", "nowhere", "--codes", "a.npz", "--out", "images.txt"], "must end in .npz"),
        (["decode", "nowhere", "--codes", "a.npz", "--out", "no/such/images.npz"], "doesn't exist"),
        (["list", "everything"], "invalid choice"),
        (["dance"], "invalid choice"),
        ([], "required"),
    ],
)
def test_a_mistake_is_one_sentence_on_stderr_and_exit_code_2(capsys: Output, words: list[str], said: str) -> None:
    assert main(words) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert said in output.err
    assert output.err.count("\n") == 1


def test_training_in_a_folder_with_something_in_it_is_refused_and_leaves_it(capsys: Output, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    assert main(["train", "simple", "--run", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]
