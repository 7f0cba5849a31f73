"""Hostile and broken inputs: two hundred of them, and that the watch over them sees what it looks for."""

import sys
from pathlib import Path
from random import Random

import numpy as np
import pytest

from tests.faults.hostile import arrays, runs
from tests.faults.hostile.cases import KINDS, kind_of, make_case
from tests.faults.hostile.openers import OPENERS
from tests.faults.hostile.running import run

SEED = 20
SECONDS = 6.0
"""The command holds 2; machines that test several things at once are slower."""


def test_two_hundred_inputs_open_rightly_or_are_refused_in_one_sentence() -> None:
    figures = run(200, SEED, most_seconds=SECONDS)
    assert figures.faults == []
    assert figures.count == 200
    assert figures.opened.total() >= 5
    assert set(figures.refused) == set(KINDS)


def test_a_case_is_the_same_every_time(tmp_path: Path) -> None:
    for number in range(0, 60, 7):
        one, same = (make_case(SEED, number, tmp_path / f"{number}{name}") for name in "ab")
        files = [sorted(path for path in case.path.parent.rglob("*") if path.is_file()) for case in (one, same)]
        assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


def test_every_kind_takes_its_turns() -> None:
    assert {kind_of(number) for number in range(40)} == set(KINDS)


def test_an_input_that_is_not_spoiled_opens(tmp_path: Path) -> None:
    """So that refusals are because of what was done to it."""
    good = {
        "archive": runs.zipped(runs.original()[1]),
        "array": arrays.npz({"x_train.npy": arrays.npy(arrays.small_images(Random(1)))}),
        "codes": arrays.npz({"codes.npy": arrays.npy(np.zeros((4, 3), np.float32))}),
    }
    names = {"archive": "run.aew", "array": "data.npz", "codes": "codes.npz"}
    for kind, content in good.items():
        place = tmp_path / kind
        place.mkdir()
        (place / names[kind]).write_bytes(content)
        OPENERS[kind](place / names[kind], place)


REFUSE = "from ae_workbench.core.errors import DataError"
BREACHES: dict[str, tuple[str, str]] = {
    "write": ("(out.parent.parent / 'stray.txt').write_text('x')", "did what opening doesn't"),
    "delete": ("import shutil; shutil.rmtree(path.parent)", "did what opening doesn't"),
    "start": ("import subprocess; subprocess.run(['true'])", "did what opening doesn't"),
    "unpickle": ("import pickle, os; pickle.loads(pickle.dumps(os.system))", "did what opening doesn't"),
    "connect": ("import socket; socket.socket().connect(('127.0.0.1', 9))", "did what opening doesn't"),
    "fill": ("import numpy; numpy.ones(50_000_000)", "MB"),
    "dawdle": (
        "import time\n    began = time.process_time()\n    while time.process_time() - began < 2.2: sum(range(1000))",
        "of the processor",
    ),
    "fail": ("raise KeyError('x')", "KeyError"),
    "babble": (f"{REFUSE}; raise DataError('one\\ntwo')", "its sentence is none"),
    "leave": (f"(out / 'part').write_text('x'); {REFUSE}; raise DataError('No.')", "was refused and left"),
    "die": ("import os; os._exit(1)", "died or hung"),
}


@pytest.mark.parametrize("breach", sorted(BREACHES))
def test_an_opener_that_does_what_none_may_do_is_found_out(breach: str, tmp_path: Path) -> None:
    if breach == "fill" and not sys.platform.startswith("linux"):
        pytest.skip("only Linux tells a process its peak memory since a moment")
    deed, says = BREACHES[breach]
    opener = tmp_path / "breach.py"
    opener.write_text(f"def breach(path, out):\n    {deed}\n", encoding="utf-8")
    figures = run(1, SEED, breach=opener)
    assert any(says in fault for fault in figures.faults), figures.faults
