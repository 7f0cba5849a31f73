"""Runs cases in a child process and judges what it answers."""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from tests.faults.hostile.cases import Case, make_case, remove

CHILD = Path(__file__).with_name("child.py")
MOST_SECONDS = 2.0
MOST_BYTES = 300_000_000
LONGEST_SENTENCE = 700
PATIENCE_SECONDS = 60


@dataclass
class Figures:
    """What came of all cases."""

    most_seconds: float = MOST_SECONDS
    opened: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, -1)
    slowest_wall: tuple[float, int] = (0.0, -1)
    largest: tuple[int, int] = (0, -1)
    faults: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return self.opened.total() + self.refused.total()

    def take(self, case: Case, answer: dict[str, Any]) -> None:
        """Count a case and judge it."""
        (self.opened if answer["outcome"] == "opened" else self.refused)[case.kind] += 1
        self.slowest = max(self.slowest, (answer["cpu"], case.number))
        self.slowest_wall = max(self.slowest_wall, (answer["seconds"], case.number))
        self.largest = max(self.largest, (answer["bytes"], case.number))
        self.faults += [f"case {case.number} ({case.kind}): {fault}" for fault in _faults(case, answer, self.most_seconds)]


Progress = Callable[[int, Figures], None]


def run(
    count: int,
    seed: int,
    first: int = 0,
    progress: Progress = lambda done, figures: None,
    most_seconds: float = MOST_SECONDS,
    breach: Path | None = None,
) -> Figures:
    """Open so many cases and give the figures; ``faults`` is empty where all went as it must.

    ``breach``: a Python file whose ``breach`` opens every case instead.
    """
    figures = Figures(most_seconds)
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        sandbox = Path(name).resolve()
        child: Child | None = None
        try:
            for number in range(first, first + count):
                case = make_case(seed, number, sandbox / str(number))
                child = child or Child(sandbox, breach)
                answer = child.open(case)
                if answer is None:
                    figures.faults.append(f"case {number} ({case.kind}): the process died or hung: {child.end()}")
                    child = None
                else:
                    figures.take(case, answer)
                remove(case)
                progress(number - first + 1, figures)
        finally:
            if child is not None:
                child.end()
        strays = [path.name for path in sandbox.iterdir() if path.name not in ("cwd", "errors.txt")]
        strays += [path.name for path in (sandbox / "cwd").iterdir()]
        figures.faults += [f"something was written beside its place: {stray}" for stray in strays]
    return figures


def _faults(case: Case, answer: dict[str, Any], most_seconds: float) -> Iterator[str]:
    if answer["outcome"] == "failed":
        yield f"{answer['said']} at {answer['where']}"
    said = answer["said"]
    if answer["outcome"] == "refused" and ("\n" in said or not said or len(said) > LONGEST_SENTENCE or said[-1] not in ".)?!:”…"):
        yield f"its sentence is none: {said[:200]!r} ({len(said)} characters)"
    if answer["cpu"] > most_seconds:
        yield f"it took {answer['cpu']:.1f} s of the processor ({answer['said'][:80]})"
    if answer["bytes"] > MOST_BYTES:
        yield f"it took {answer['bytes'] / 1e6:.0f} MB ({answer['said'][:80]})"
    if answer["deeds"]:
        yield f"it did what opening doesn't: {answer['deeds'][:3]}"
    left = [path for path in case.place.rglob("*") if path.is_file()]
    if answer["outcome"] == "refused" and left:
        yield f"it was refused and left {left[0].name}"


class Child:
    """A process that opens one case after another."""

    def __init__(self, sandbox: Path, breach: Path | None = None) -> None:
        (sandbox / "cwd").mkdir(exist_ok=True)
        self._errors = (sandbox / "errors.txt").open("w+", encoding="utf-8")
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", str(CHILD), *([str(breach)] if breach else [])],
            cwd=sandbox / "cwd", env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, text=True,
        )  # fmt: skip
        self._answers: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()
        self._next()

    def open(self, case: Case) -> dict[str, Any] | None:
        """What came of a case; None where the process died or hung."""
        values = {name: str(value) for name, value in asdict(case).items()}
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(values) + "\n")
            self._process.stdin.flush()
        return self._next()

    def end(self) -> str:
        """End it, and give the last lines of what it complained about."""
        self._process.kill()
        self._process.communicate()
        self._errors.seek(0)
        complaint = self._errors.read()[-400:].replace("\n", " | ")
        self._errors.close()
        return complaint

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put("")

    def _next(self) -> dict[str, Any] | None:
        try:
            line = self._answers.get(timeout=PATIENCE_SECONDS)
        except Empty:
            return None
        return json.loads(line) if line else None
