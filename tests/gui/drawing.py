"""A canvas alone, and a hand that draws on it with real events."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.canvas.view import CanvasView
from ae_workbench.ui.panels.canvas import CanvasPanel
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

WAIT_MS = 40_000
SEVEN = ((0.25, 0.22), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85))
STEPS = 6
LEFT = Qt.MouseButton.LeftButton


@contextmanager
def shown_canvas(qtbot: QtBot, dataset: Dataset | None = None, run: Path | None = None) -> Iterator[CanvasPanel]:
    """A canvas on the screen, with data and a run where they are given."""
    codec = CodecThread()
    codec.start()
    panel = CanvasPanel(Workspace(), codec)
    panel.resize(300, 900)
    panel.show()
    try:
        if dataset is not None:
            panel.workspace.set_dataset(Choice("digits"), dataset)
        if run is not None:
            panel.workspace.set_run(RunFolder.open(run))
        yield panel
    finally:
        panel.close()
        codec.request_stop()
        assert codec.wait(WAIT_MS)
        panel.deleteLater()


def at(view: CanvasView, share: tuple[float, float]) -> QPoint:
    """A place on the pad in pixels of the view."""
    place = view.place
    return QPoint(round(place.left() + share[0] * place.width()), round(place.top() + share[1] * place.height()))


def press(qtbot: QtBot, view: CanvasView, share: tuple[float, float]) -> None:
    qtbot.mousePress(view, LEFT, pos=at(view, share))


def move(qtbot: QtBot, view: CanvasView, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Straight on, in some steps, while the window lives."""
    for step in range(1, STEPS + 1):
        share = (start[0] + (end[0] - start[0]) * step / STEPS, start[1] + (end[1] - start[1]) * step / STEPS)
        qtbot.mouseMove(view, at(view, share))
        QApplication.processEvents()


def draw(qtbot: QtBot, view: CanvasView, points: Sequence[tuple[float, float]] = SEVEN) -> None:
    """One stroke through these places."""
    press(qtbot, view, points[0])
    for start, end in pairwise(points):
        move(qtbot, view, start, end)
    qtbot.mouseRelease(view, LEFT, pos=at(view, points[-1]))
