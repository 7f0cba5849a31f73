"""Seconds per epoch with the window open and curves drawn, against the same training on the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import psutil

from tests.benchmarks.targets import Row, at_most, plain
from tests.benchmarks.trained import trained_elsewhere

VARIANTS = ("simple", "deep", "variational", "convolutional")
MOST_SHARE = 1.05


class Training:
    """A training in a process of its own, which is suspended but for the epoch that is asked for."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        command = [sys.executable, "-m", *arguments]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        self._switch = psutil.Process(self._process.pid)

    def __enter__(self) -> "Training":
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is None:
            self._switch.resume()
        else:
            self._process.kill()
        self._process.communicate()

    def next_epoch(self) -> float:
        """Let it train until its next epoch has ended; gives the seconds that took.

        Raises:
            RuntimeError: the training has ended.
        """
        assert self._process.stdout is not None
        began = perf_counter()
        self._switch.resume()
        for line in self._process.stdout:
            if json.loads(line)["event"] == "epoch":
                took = perf_counter() - began
                self._switch.suspend()
                return took
        raise RuntimeError("a training ended before its last epoch")


def measure(variant: str, epochs: int, rounds: int, home: Path, limit: int) -> Iterator[Row]:
    """Epoch by epoch in turns, so that both have the same machine; without the first, which compiles. Each round has new processes."""
    run = trained_elsewhere(variant, home)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "AE_WORKBENCH_HOME": str(home / f"stream-{variant}")}
    alone: list[float] = []
    beside: list[float] = []
    options = ["--epochs", str(epochs + 1), "--limit", str(limit), "--json"]
    for turn in range(rounds):
        command_line = ["ae_workbench", "train", str(run / "recipe.json"), "--run", str(home / f"alone-{variant}-{turn}"), *options]
        window = ["tests.benchmarks.streaming", str(run), str(epochs + 1), str(limit)]
        with Training(command_line, environment) as first:
            first.next_epoch()
            with Training(window, environment) as second:
                second.next_epoch()
                for _ in range(epochs):
                    alone.append(first.next_epoch())
                    beside.append(second.next_epoch())
    yield plain(f"{variant}: epoch on the command line", median(alone), "s")
    yield plain(f"{variant}: epoch with the window open", median(beside), "s")
    ratio = median(window / command_line for command_line, window in zip(alone, beside, strict=True))
    yield at_most(f"{variant}: window against command line, median of {len(alone)} pairs", ratio, MOST_SHARE, "×")
