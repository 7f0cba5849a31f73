"""Seconds per epoch with the window open and curves drawn, against the same training on the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from ae_workbench.storage.run_folder import RunFolder
from tests.benchmarks.targets import Row, at_most, plain
from tests.benchmarks.trained import trained_elsewhere

VARIANTS = ("simple", "deep", "variational", "convolutional")
MOST_SHARE = 1.05


def measure(variant: str, epochs: int, rounds: int, home: Path, limit: int) -> Iterator[Row]:
    """Both in processes of their own, in turns; from the end of one epoch to that of the next, without the first, which compiles."""
    run = trained_elsewhere(variant, home)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "AE_WORKBENCH_HOME": str(home / f"stream-{variant}")}
    alone: list[float] = []
    beside: list[float] = []
    for turn in range(rounds):
        alone += _on_the_command_line(run, epochs + 1, limit, home / f"alone-{variant}-{turn}", environment)
        beside += _in_the_window(run, epochs + 1, limit, environment)
    yield plain(f"{variant}: epoch on the command line", median(alone), "s")
    yield plain(f"{variant}: epoch with the window open", median(beside), "s")
    yield at_most(f"{variant}: window against command line", median(beside) / median(alone), MOST_SHARE, "×")


def _on_the_command_line(run: Path, epochs: int, limit: int, folder: Path, environment: dict[str, str]) -> list[float]:
    recipe = RunFolder.open(run).path / "recipe.json"
    options = ["--epochs", str(epochs), "--run", str(folder), "--limit", str(limit), "--json"]
    command = [sys.executable, "-m", "ae_workbench", "train", str(recipe), *options]
    ends = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        ends = [perf_counter() for line in process.stdout if json.loads(line)["event"] == "epoch"]
    return _between(ends)


def _in_the_window(run: Path, epochs: int, limit: int, environment: dict[str, str]) -> list[float]:
    command = [sys.executable, "-m", "tests.benchmarks.streaming", str(run), str(epochs), str(limit)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    return _between(json.loads(done.stdout.splitlines()[-1]))


def _between(ends: list[float]) -> list[float]:
    return list(np.diff(ends))
