"""Saves that are cut short anywhere leave what was there before or what was to come, every number of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ae_workbench.storage.atomic import write_text
from tests.faults.crash_points import wrong_points
from tests.faults.power_cuts import wrong_cuts
from tests.faults.scenarios import SCENARIOS, Scenario

ROOT = Path(__file__).resolve().parents[2]
LEAST_POINTS = 200
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Processes can't be forked here, so none can be killed in the middle")


def test_after_a_kill_at_every_operation_of_every_save_there_is_the_old_state_or_the_new_one() -> None:
    command = [sys.executable, "-m", "tests.faults.crash_points"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    last = done.stdout.splitlines()[-1] if done.stdout else ""
    found = re.fullmatch(r"(\d+) points in (\d+) saves, 0 wrong", last)
    assert done.returncode == 0 and found is not None, done.stdout + done.stderr
    assert int(found[1]) >= LEAST_POINTS
    assert int(found[2]) == len(SCENARIOS)


@pytest.mark.parametrize("name", ["a new run", "a later epoch", "that epoch trained again", "the end of a training", "a recipe's file"])
def test_after_a_power_cut_there_is_the_old_state_or_the_new_one(tmp_path: Path, name: str) -> None:
    cuts, wrong = wrong_cuts(SCENARIOS[name], tmp_path)
    assert cuts >= 10
    assert wrong == []


def _write_in_place(folder: Path, text: str) -> None:
    with open(folder / "note.txt", "wb") as file:
        file.write(text.encode())


def _look(folder: Path) -> str:
    return (folder / "note.txt").read_text()


def test_a_save_that_is_not_whole_is_found_out(tmp_path: Path) -> None:
    careless = Scenario(lambda folder: _write_in_place(folder, "before"), lambda folder: _write_in_place(folder, "after it"), _look)
    (tmp_path / "kill").mkdir()
    (tmp_path / "cut").mkdir()
    points, wrong = wrong_points(careless, tmp_path / "kill")
    assert points == 2 and len(wrong) == 2
    assert wrong_cuts(careless, tmp_path / "cut")[1]


def test_a_save_that_is_not_synced_is_found_out(tmp_path: Path) -> None:
    def rename_without_sync(folder: Path) -> None:
        (folder / "note.new").write_bytes(b"after it")
        (folder / "note.new").replace(folder / "note.txt")

    hasty = Scenario(lambda folder: write_text(folder / "note.txt", "before"), rename_without_sync, _look)
    assert any("named" in each for each in wrong_cuts(hasty, tmp_path)[1])
