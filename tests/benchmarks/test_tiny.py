"""The benchmarks keep working; how fast anything is isn't judged here."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from tests.benchmarks.plain import PlainFit
from tests.benchmarks.result import measure as measure_result
from tests.benchmarks.targets import Row
from tests.benchmarks.training import measure

OF_THE_WINDOW = ("plane", "canvas", "frames")
WITH_A_TARGET = ("loop", "stream", "codec", "start", "memory", "growth")


def test_both_sides_run_and_are_compared() -> None:
    digits = load(Choice("digits"))
    few = replace(digits, train=digits.train.first(60), test=digits.test.first(20))
    rows = measure(few, ["sparse", "variational"], epochs=1, rounds=1, batch_size=30)
    assert [row["variant"] for row in rows] == ["sparse", "variational"]
    for row in rows:
        assert row["ratio"] > 0
        assert abs(row["ratio"] - row["plain_seconds"] / row["our_seconds"]) < 0.2 * row["ratio"]


@pytest.fixture(scope="module")
def measured(tmp_path_factory) -> tuple[dict[str, list[Row]], str]:
    """The rows of the benchmarks, which one process makes one after the other as when none is named, and what it prints.

    It prints into a pipe with few characters, as those of Windows are.
    """
    path = tmp_path_factory.mktemp("measured") / "rows.json"
    environment = {**os.environ, "AE_WORKBENCH_DATA": "", "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-m", "tests.benchmarks", *OF_THE_WINDOW, *WITH_A_TARGET, "--tiny", "--json", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="cp1252", env=environment, timeout=600)
    assert done.returncode == 0, done.stderr
    return json.loads(path.read_text()), done.stdout


@pytest.mark.parametrize("name", OF_THE_WINDOW)
def test_the_window_s_benchmarks_measure_something(name, measured) -> None:
    rows, printed = measured[0][name], measured[1]
    assert len(rows) == 2
    for row in rows:
        assert f"| {next(iter(row.values()))} |" in printed
        assert all(value > 0 for value in row.values() if not isinstance(value, str)), row
        assert all(row[key] <= row[key.replace("p50", "p99")] for key in row if "p50" in key)


@pytest.mark.parametrize("name", WITH_A_TARGET)
def test_what_has_a_target_is_measured_beside_it(name, measured) -> None:
    judged = [row for row in measured[0][name] if row["target"] != "–"]
    assert judged and all(row["reached"] in ("yes", "no") for row in judged)
    for row in judged:
        sign, target = row["target"].split()
        over = row["measured"] - float(target)
        assert over == 0 or (row["reached"] == "yes") == ((over < 0) == (sign == "≤")), row


def test_the_time_to_a_result_ends_where_the_modern_preset_passes_it() -> None:
    digits = load(Choice("digits"))
    few = replace(digits, train=digits.train.first(100), test=digits.test.first(20))
    [row] = measure_result(few, ["sparse"], epochs=1)
    assert row["our_epoch"] >= 1 and row["our_seconds"] > 0 and row["ratio"] > 0
    assert 0.1 < row["target"] < 0.75


def test_where_the_end_is_known_plain_keras_trains_a_few_epochs_and_the_rest_is_reckoned(monkeypatch) -> None:
    digits = load(Choice("digits"))
    few = replace(digits, train=digits.train.first(100), test=digits.test.first(20))
    asked = []

    def fit(plan, dataset, training, epochs) -> PlainFit:
        asked.append(epochs)
        return PlainFit([5.0, 2.0], [0.6, 0.5])

    monkeypatch.setattr("tests.benchmarks.result.plain_fit", fit)
    [row] = measure_result(few, ["sparse"], epochs=2, ends_at=0.4)
    assert asked == [2] and row["target"] == 0.4 and row["our_epoch"] >= 1
    assert 98 * 2.0 <= row["plain_seconds"] < 98 * 2.0 + 1
