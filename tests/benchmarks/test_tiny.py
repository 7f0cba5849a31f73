"""The benchmarks keep working; how fast anything is isn't judged here."""

from dataclasses import replace

from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from tests.benchmarks.training import measure


def test_both_sides_run_and_are_compared() -> None:
    digits = load(Choice("digits"))
    few = replace(digits, train=digits.train.first(60), test=digits.test.first(20))
    rows = measure(few, ["sparse", "variational"], epochs=1, rounds=1, batch_size=30)
    assert [row["variant"] for row in rows] == ["sparse", "variational"]
    for row in rows:
        assert row["ratio"] > 0
        assert abs(row["ratio"] - row["plain_seconds"] / row["our_seconds"]) < 0.2 * row["ratio"]
