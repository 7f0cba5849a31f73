"""Seconds from a new process to a window that can be used, beside a bare PySide6 and pyqtgraph window; and the quick commands."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from tests.benchmarks.targets import Row, at_most, plain

ROUNDS = 5
NAPARI_SHARE = 0.4
NAPARI_TO_BARE = 5.3
"""napari 0.7 needs so many times a bare window's start (measured once on one machine); where it isn't at hand this stands for it."""
SECOND_CLICK_S, COMMAND_S, FREEZE_MS = 0.1, 0.5, 300


def measure(tiny: bool, napari: str | None = None) -> Iterator[Row]:
    """The windows in turns, each in a new process, then commands. ``napari`` is a Python that has it, and PySide6."""
    pythons = {"bare": sys.executable, "ours": sys.executable} | ({"napari": napari} if napari else {})
    if tiny:  # to compile every module would take most of its time
        yield from _measure(tiny, pythons, {"QT_QPA_PLATFORM": "offscreen", **os.environ})
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as compiled:
        yield from _measure(tiny, pythons, _environment(compiled))


def _environment(compiled: str) -> dict[str, str]:
    """Modules stay compiled from one process to the next, as they do for everybody who starts a program twice."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **known, "PYTHONPYCACHEPREFIX": compiled}


def _measure(tiny: bool, pythons: dict[str, str], environment: dict[str, str]) -> Iterator[Row]:
    peers = [window for window in pythons if window != "ours"]
    seconds: dict[str, list[float]] = {name: [] for name in (*peers, "shown", "usable")}
    said: list[dict[str, float]] = []
    if not tiny:
        for window, python in pythons.items():
            _lines(window, python, environment)  # compiles the modules
    for _ in range(1 if tiny else ROUNDS):
        for peer in peers:
            seconds[peer].append(_lines(peer, pythons[peer], environment)["shown"][0])
        lines = _lines("ours", pythons["ours"], environment)
        seconds["shown"].append(lines["shown"][0])
        seconds["usable"].append(lines["usable"][0])
        said.append(lines["later"][1])
    for peer in peers:
        yield plain(f"{peer} window shown", median(seconds[peer]), "s")
    napari = median(seconds["napari"]) if "napari" in peers else NAPARI_TO_BARE * median(seconds["bare"])
    target = NAPARI_SHARE * napari
    yield at_most("our window shown", median(seconds["shown"]), target, "s")
    yield at_most("our designer answered a click", median(seconds["usable"]), target, "s")
    yield at_most("designer: longest of its next clicks, TensorFlow loading", median(x["clicks"] for x in said), SECOND_CLICK_S, "s")
    yield at_most("longest gap until TensorFlow is ready", median(x["gap_ms"] for x in said), FREEZE_MS, "ms")
    yield plain("TensorFlow ready", median(x["ready"] for x in said), "s")
    for words in (["--help"], ["plan", "simple"]):
        command = [sys.executable, "-m", "ae_workbench", *words]
        yield at_most(" ".join(words), median(_command(command, environment) for _ in range(1 if tiny else ROUNDS)), COMMAND_S, "s")


def _command(command: list[str], environment: dict[str, str]) -> float:
    began = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return perf_counter() - began


def _lines(window: str, python: str, environment: dict[str, str]) -> dict[str, tuple[float, dict[str, float]]]:
    """What a process with this window says, by its first word: after how many seconds, and what."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        found = {}
        command = [python, "-m", "tests.benchmarks.starting", window]
        began = perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**environment, "AE_WORKBENCH_HOME": home}) as process:
            assert process.stdout is not None
            for line in process.stdout:
                word, _, rest = line.partition(" ")
                found[word.strip()] = perf_counter() - began, json.loads(rest or "{}")
        if process.returncode:
            raise RuntimeError(f"the {window} window ended with exit code {process.returncode}")
    return found
