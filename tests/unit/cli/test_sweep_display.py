"""What the command line says of a sweep at its end."""

import json

import pytest

from ae_workbench.cli.sweep_display import Bar, Lines
from ae_workbench.core.trials import Trial
from tests.engine.fake_crew import make_folder

ERRORS = {(2, 1): 0.1, (8, 1): 0.22, (2, 2): 0.5, (8, 2): 0.2}


def trials():
    return [
        Trial(number, {"code_size": size}, seed, "complete", metrics={"val_reconstruction": error})
        for number, ((size, seed), error) in enumerate(ERRORS.items())
    ]


def test_the_best_is_a_combination_by_its_mean_and_which_run_is_shown_is_said(tmp_path, capsys):
    folder = make_folder(tmp_path, "code_size=2,8", seeds=(1, 2))
    Bar(folder).result(trials())
    said = capsys.readouterr().out.splitlines()[-2:]
    assert said[0] == "best: code_size 8 with val_reconstruction 0.21 ± 0.014142 (mean ± SD over 2 seeds)"
    assert said[1] == f"the best of its seeds, 2: trial 3 with val_reconstruction 0.2: {folder.run_path(3)}"
    Bar(folder).result(trials()[:1])
    assert "code_size 2 with val_reconstruction 0.1 (mean over 1 of 2 seeds)" in capsys.readouterr().out


def test_json_has_the_mean_beside_the_trial(tmp_path, capsys):
    folder = make_folder(tmp_path, "code_size=2,8", seeds=(1, 2))
    Lines(folder).result(trials())
    best = json.loads(capsys.readouterr().out)
    assert (best["event"], best["trial"], best["seed"], best["values"]) == ("best", 3, 2, {"code_size": 8})
    assert (best["n"], best["seeds"], best["mean"]) == (2, 2, pytest.approx(0.21)) and best["run"] == str(folder.run_path(3))


def test_with_one_seed_the_best_is_a_trial(tmp_path, capsys):
    folder = make_folder(tmp_path, "code_size=2,8")
    Bar(folder).result(trials()[:2])
    assert f"best: trial 0 with val_reconstruction 0.1: {folder.run_path(0)}" in capsys.readouterr().out
