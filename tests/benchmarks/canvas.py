"""Milliseconds from pointer to painted ink and result while drawing, idle and while training."""

from functools import partial
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from tests.benchmarks.pointer import Hand, Stopwatch
from tests.benchmarks.waiting import until
from tests.benchmarks.window import Row, rows

VARIANTS = ("simple", "convolutional", "variational")
WARM_S = 0.5


def measure(variant: str, seconds: float, home: Path) -> list[Row]:
    """A row for drawing beside an idle machine, and one beside a training of the same variant."""
    return rows(variant, home, partial(_row, seconds=seconds))


def _row(app: QApplication, window: Any, seconds: float) -> Row:
    canvas = window.canvas
    canvas.clear()
    ink, result, moves, painted = Stopwatch(), Stopwatch(), 0, 0

    def before() -> None:
        nonlocal moves
        moves += 1
        ink.start(moves)
        result.start(canvas.looking.asked + 1)

    def ink_painted() -> None:
        ink.stop(moves)

    def result_painted() -> None:
        nonlocal painted
        if canvas.results.answer is not None and canvas.results.answer.output is not None:
            painted += 1
            result.stop(canvas.results.answer.number)

    def place(now: float) -> QPointF:
        """A quick hand: a slowly turning eight, once a second."""
        area = canvas.view.place
        turn = 2 * pi * now
        across, down = 0.36 * sin(turn + 0.3 * now), 0.36 * cos(2 * turn)
        return area.center() + QPointF(across * area.width(), down * area.height())

    canvas.view.painted.connect(ink_painted)
    canvas.results.pictures.painted.connect(result_painted)
    hand = Hand(canvas.view, place, before)
    hand.run(WARM_S)  # the model's functions are compiled
    until(lambda: not (result.sent or ink.sent))
    for watch in (ink, result):
        watch.milliseconds.clear()
    painted = 0
    hand.run(seconds)
    until(lambda: not (result.sent or ink.sent))
    canvas.view.painted.disconnect(ink_painted)
    canvas.results.pictures.painted.disconnect(result_painted)
    return {"moves": len(result.milliseconds), **ink.columns("ink"), **result.columns("result"), "results/s": round(painted / seconds)}
