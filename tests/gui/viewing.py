"""One viewer alone, with a workspace and a codec thread of its own; and what any widget looks like and does with the Tab key."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.viewers import VIEWERS, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

WAIT_MS = 60_000
MOST_TABS = 100


def plain(words: str) -> str:
    """Rich text without its dress."""
    document = QTextDocument()
    document.setHtml(words)
    return document.toPlainText()


@contextmanager
def shown_viewer(qtbot: QtBot, key: str, width: int = 700, height: int = 420) -> Iterator[Viewer]:
    """A viewer on the screen, with nothing to show yet."""
    codec = CodecThread()
    codec.start()
    viewer = VIEWERS[key].factory(Workspace(), codec)
    viewer.resize(width, height)
    viewer.show()
    try:
        yield viewer
    finally:
        viewer.close()
        codec.request_stop()
        assert codec.wait(WAIT_MS)
        qtbot.waitUntil(lambda: not codec.has_companions, timeout=WAIT_MS)
        viewer.deleteLater()


def show(qtbot: QtBot, viewer: Viewer, dataset: Dataset, run: Path | None = None) -> None:
    """Give the viewer data and a run, and wait until it shows them."""
    viewer.workspace.set_dataset(Choice("digits"), dataset)
    if run is not None:
        viewer.workspace.set_run(RunFolder.open(run))
    settle(qtbot, viewer)


def settle(qtbot: QtBot, viewer: Viewer) -> None:
    """Wait until everything asked for is shown."""
    qtbot.waitUntil(lambda: viewer.is_settled, timeout=WAIT_MS)


def pixels(widget: QWidget) -> NDArray[np.uint8]:
    """The widget as painted, (h, w, 3)."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3).copy()


def near(point: QPointF, x: float = 0, y: float = 0) -> QPoint:
    """A whole point that lies ``x`` and ``y`` from another, for mouse events."""
    return (point + QPointF(x, y)).toPoint()


def tabbed(start: QWidget, until: QWidget) -> list[QWidget]:
    """Where the Tab key comes to on its way from one widget to another."""
    start.setFocus()
    passed: list[QWidget] = []
    while passed[-1:] != [until] and len(passed) < MOST_TABS:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    return passed[:-1]
