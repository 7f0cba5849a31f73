"""Frames a second while a scatter is panned and zoomed with the mouse, over a decoded background."""

import os
from math import cos, sin
from time import perf_counter
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.benchmarks.window import HEIGHT, WIDTH, Row

COUNTS = (10_000, 70_000)
CLASSES, TILE_PX, TILES = 10, 28, 15
PAN_PX, WHEEL = 60, 30
NONE, LEFT, MIDDLE = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def measure(count: int, seconds: float) -> Row:
    """A plane as large as the window, all of its points in view at first."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ae_workbench.ui import theme
    from ae_workbench.ui.application import make_application

    app = make_application()
    theme.apply(app, "light")
    plane = _plane(count)
    plane.show()
    app.processEvents()
    pan = _frames_per_second(app, plane, seconds, _Pan(plane).step)
    plane.go_home()
    zoom = _frames_per_second(app, plane, seconds, _Zoom(plane).step)
    plane.deleteLater()
    return {"points": count, "pan frames/s": round(pan), "zoom frames/s": round(zoom)}


def _plane(count: int) -> Any:
    from PySide6.QtGui import QColor, QImage

    from ae_workbench.ui import theme
    from ae_workbench.ui.viewers.latent.class_colours import class_colours
    from ae_workbench.ui.viewers.latent.jobs import Carpet
    from ae_workbench.ui.viewers.latent.plane import Plane
    from ae_workbench.ui.viewers.latent.tiles_on_plane import lattice_for

    rng = np.random.default_rng(1)
    plane = Plane()
    plane.resize(WIDTH, HEIGHT)
    plane.show_axes(("z₀", "z₁"), has_numbers=True)
    groups = rng.integers(0, CLASSES, count)
    points = rng.normal(0, 0.4, (count, 2)) + np.stack([np.cos(groups), np.sin(groups)], 1)
    plane.points.show(points.astype(np.float32), groups)
    plane.points.dress(class_colours(CLASSES, theme.current()), QColor(theme.current().plot_background))
    plane.set_home((-2.5, 2.5), (-2.5, 2.5))
    lattice = lattice_for(plane.view, TILES, plane.home_corner)
    pixels = rng.integers(0, 256, (800, 1200), dtype=np.uint8)
    plane.show_carpet(Carpet(lattice, QImage(pixels.tobytes(), 1200, 800, 1200, QImage.Format.Format_Grayscale8)))
    return plane


class _Pan:
    """The middle button held, the hand going round in a small circle."""

    def __init__(self, plane: Any) -> None:
        self._plane, self._count = plane, 0
        self._send(QMouseEvent.Type.MouseButtonPress, MIDDLE)

    def step(self) -> None:
        self._count += 1
        self._send(QMouseEvent.Type.MouseMove, NONE)

    def _send(self, kind: QMouseEvent.Type, button: Qt.MouseButton) -> None:
        turn = self._count / 20
        place = QPointF(WIDTH / 2 + PAN_PX * cos(turn), HEIGHT / 2 + PAN_PX * sin(turn))
        QApplication.sendEvent(self._plane, QMouseEvent(kind, place, place, button, MIDDLE, Qt.KeyboardModifier.NoModifier))


class _Zoom:
    """The wheel turned to and fro."""

    def __init__(self, plane: Any) -> None:
        self._plane, self._count = plane, 0

    def step(self) -> None:
        self._count += 1
        turn = QPoint(0, WHEEL if self._count // 20 % 2 else -WHEEL)
        place = QPointF(WIDTH / 2, HEIGHT / 2)
        held, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(self._plane, QWheelEvent(place, place, QPoint(), turn, NONE, held, phase, False))


def _frames_per_second(app: QApplication, plane: Any, seconds: float, step: Any) -> float:
    """As many as there can be: the next event comes when the one before is painted."""
    painted = 0

    def count() -> None:
        nonlocal painted
        painted += 1

    plane.painted.connect(count)
    began = perf_counter()
    while (spent := perf_counter() - began) < seconds:
        before = painted
        step()
        while painted == before:
            app.processEvents()
    plane.painted.disconnect(count)
    return painted / spent
