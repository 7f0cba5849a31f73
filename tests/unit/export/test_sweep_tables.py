"""The table of a sweep's trials as a file."""

import csv

import numpy as np
import pytest

from ae_workbench.core.trials import Trial
from ae_workbench.export.sweeps import combination_table, trial_table
from ae_workbench.export.tables import write_table
from tests.engine.fake_crew import make_folder

RATE = 0.01448683388723935


def folder_and_trials(path):
    folder = make_folder(path, "learning_rate=log:1e-4:1e-1", "code_size=2,8", sampler="random", trials=2)
    values = {"learning_rate": RATE, "code_size": 8}
    whole = Trial(0, values, 1, "complete", 3, 3, {"val_reconstruction": 0.25}, 1.5, 8, 98.0, 100)
    return folder, [whole, Trial(1, {**values, "code_size": 2}, 1, "failed", error="Too much memory.")]


def test_a_varied_number_has_all_its_digits(tmp_path):
    write_table(tmp_path / "trials.csv", *trial_table(*folder_and_trials(tmp_path)))
    with (tmp_path / "trials.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["learning_rate"]) for row in rows] == [RATE] * 2
    assert rows[1]["val_reconstruction"] == "" and rows[1]["error"] == "Too much memory."


def test_arrays_of_numbers_are_numbers_also_where_some_are_missing(tmp_path):
    write_table(tmp_path / "trials.npz", *trial_table(*folder_and_trials(tmp_path)))
    with np.load(tmp_path / "trials.npz") as kept:
        assert kept["learning_rate"].tolist() == [RATE] * 2 and kept["code_size"].tolist() == [8, 2]
        assert kept["val_reconstruction"][0] == 0.25 and np.isnan(kept["val_reconstruction"][1])
        assert kept["state"].tolist() == ["complete", "failed"]


def test_a_combination_has_its_mean_its_spread_and_what_it_lost(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,8", seeds=(1, 2, 3))
    states = {(8, 3): "failed", (2, 1): "pruned", (2, 2): "failed"}
    trials = [
        Trial(number, {"code_size": size}, seed, states.get((size, seed), "complete"), metrics={"val_reconstruction": seed / 10})
        for number, (size, seed) in enumerate([(8, 1), (8, 2), (8, 3), (2, 1), (2, 2)])
    ]
    titles, rows = combination_table(folder, trials)
    found = [dict(zip(titles, row, strict=True)) for row in rows]
    one, none = found
    assert (one["code_size"], one["n"], one["seeds"], one["failed"], one["pruned"]) == (8, 2, 3, 1, 0)
    assert [one[name] for name in ("mean", "sd", "min", "max")] == pytest.approx([0.15, 0.1 / 2**0.5, 0.1, 0.2])
    assert (one["best_seed"], one["best_run"]) == (1, str(folder.run_path(0)))
    assert (none["n"], none["mean"], none["failed"], none["pruned"]) == (0, "", 1, 1)
    write_table(tmp_path / "means.npz", titles, rows)
    with np.load(tmp_path / "means.npz") as kept:
        assert np.isnan(kept["mean"][1]) and kept["n"].tolist() == [2, 0]
