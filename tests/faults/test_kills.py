"""Trainings that are killed at random moments go on as if nothing had happened. Fifty of them: see the README."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COUNT = 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Processes can't be forked here, so a training can't be begun quickly enough")
def test_killed_trainings_open_go_on_and_end_as_uninterrupted_ones() -> None:
    command = [sys.executable, "-m", "tests.faults.kills", "--count", str(COUNT), "--seed", "7", "--recipes", "simple,variational"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1] == f"{COUNT} kills, 0 wrong"
    assert sum("killed after" in line for line in lines) >= COUNT - 1
