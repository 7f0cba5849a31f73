"""Steps a viewer through epochs and keeps a picture of each, to be written as an animation."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from ae_workbench.ui.viewers.viewer import Viewer
from ae_workbench.ui.workers import CodecThread

ASKER = "animation_export"


@dataclass(frozen=True)
class WriteAnimation:
    """A job for the codec thread, which the window waits for when it closes."""

    path: Path
    frames: Sequence[NDArray[np.uint8]]
    frame_ms: int

    def __call__(self) -> Path:
        from ae_workbench.export.animation import write_animation

        write_animation(self.path, self.frames, self.frame_ms)
        return self.path


class AnimationExport(QObject):
    """One export. ``finished``, ``failed`` or ``cancelled`` ends it; the workspace is then at the epoch it was at before."""

    progressed = Signal(int)
    writing = Signal()
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, viewer: Viewer, codec: CodecThread, epochs: Sequence[int], path: Path, frame_ms: int) -> None:
        super().__init__(viewer)
        self.epochs = list(epochs)
        self._viewer = viewer
        self._workspace = viewer.workspace
        self._codec = codec
        self._path, self._frame_ms = path, frame_ms
        self._frames: list[NDArray[np.uint8]] = []
        self._before = self._workspace.epoch
        self._is_stepping = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        viewer.settled.connect(self._look)
        codec.answered.connect(self._take_answer)
        codec.failed.connect(self._take_failure)

    def begin(self) -> None:
        self._is_stepping = True
        self._soon.start()

    @Slot()
    def cancel(self) -> None:
        """Stop between two epochs; nothing is written."""
        if self._is_stepping:
            self._stop_stepping()
            self.cancelled.emit()

    @Slot()
    def _go_on(self) -> None:
        """To the next epoch, or to writing after the last one."""
        if len(self._frames) < len(self.epochs):
            self._workspace.set_epoch(self.epochs[len(self._frames)])
            self._look()
            return
        self._stop_stepping()
        self.writing.emit()
        self._codec.ask(ASKER, WriteAnimation(self._path, self._frames, self._frame_ms))

    @Slot()
    def _look(self) -> None:
        """Whether the viewer shows what is wanted."""
        if not self._is_stepping or self._soon.isActive() or not self._viewer.is_settled or not self._viewer.isVisible():
            return
        if self._workspace.epoch == self.epochs[len(self._frames)]:
            self._frames.append(frame(self._viewer.picture()))
            self.progressed.emit(len(self._frames))
            self._soon.start()

    def _stop_stepping(self) -> None:
        self._is_stepping = False
        self._soon.stop()
        self._workspace.set_epoch(self._before)

    @Slot(str, object)
    def _take_answer(self, asker: str, answer: object) -> None:
        if asker == ASKER:
            self.finished.emit(answer)

    @Slot(str, object)
    def _take_failure(self, asker: str, error: Exception) -> None:
        if asker == ASKER:
            self.failed.emit(error)


def frame(picture: QImage) -> NDArray[np.uint8]:
    """A picture as (h, w, 3)."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).copy()


def thinned(epochs: Sequence[int], every: int) -> list[int]:
    """Every so many of the epochs, the last one always among them."""
    kept = list(epochs[::every])
    return kept if not epochs or kept[-1] == epochs[-1] else [*kept, epochs[-1]]
