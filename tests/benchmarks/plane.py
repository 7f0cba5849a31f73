"""Milliseconds from pointer to painted marker and decoded picture while the latent plane's marker is dragged, idle and while training."""

from functools import partial
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from tests.benchmarks.pointer import Hand, Stopwatch
from tests.benchmarks.waiting import until
from tests.benchmarks.window import Row, rows

VARIANTS = ("variational",)
WARM_S = 0.5


def measure(variant: str, seconds: float, home: Path) -> list[Row]:
    """A row for dragging beside an idle machine, and one beside a training of the same variant."""
    return rows(variant, home, partial(_row, seconds=seconds))


def _row(app: QApplication, window: Any, seconds: float) -> Row:
    viewer = window.centre.viewers["latent_plane"]
    window.centre.tabs.setCurrentWidget(viewer)
    until(lambda: viewer.shows_content and viewer.codes is not None and viewer.plane.backdrop is not None)
    plane, thumb = viewer.plane, viewer.side.marker_thumb
    marker, card, decoded = Stopwatch(), Stopwatch(), Stopwatch()
    moves, painted = 0, 0
    asked: dict[tuple[float, float], int] = {}

    def before() -> None:
        nonlocal moves
        moves += 1
        for watch in (marker, card, decoded):
            watch.start(moves)

    def note(x: float, y: float) -> None:
        asked[x, y] = moves

    def plane_painted() -> None:
        marker.stop(moves)
        if plane.look is not None:
            card.stop(asked.get(plane.look.point, 0))

    def thumb_painted() -> None:
        nonlocal painted
        painted += 1
        if viewer.side.look is not None:
            decoded.stop(asked.get(viewer.side.look.point, 0))

    def place(now: float) -> QPointF:
        """A quick hand: a slowly turning eight, once a second."""
        view, turn = plane.view, 2 * pi * now
        across, down = 0.36 * sin(turn + 0.3 * now), 0.36 * cos(2 * turn)
        return QPointF(view.middle_x + across * view.width, view.middle_y + down * view.height)

    links = ((plane.marker_moved, note), (plane.hovered, note), (plane.painted, plane_painted), (thumb.painted, thumb_painted))
    for signal, slot in links:
        signal.connect(slot)
    hand = Hand(plane, place, before)
    hand.run(WARM_S)  # the decoder is compiled
    until(lambda: not (marker.sent or decoded.sent))
    for watch in (marker, card, decoded):
        watch.sent.clear()
        watch.milliseconds.clear()
    painted = 0
    hand.run(seconds)
    until(lambda: not (marker.sent or decoded.sent))
    for signal, slot in links:
        signal.disconnect(slot)
    return {
        "moves": len(decoded.milliseconds), **marker.columns("marker"), **card.columns("card"), **decoded.columns("decoded"),
        "decoded/s": round(painted / seconds),
    }  # fmt: skip
