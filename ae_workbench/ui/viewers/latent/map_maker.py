"""t-SNE beside everything else: on a thread of its own, seen as it forms, kept in the run's folder."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QThread, Signal, Slot

from ae_workbench.analysis.neighbours import NearestCodes
from ae_workbench.data.dataset import Dataset
from ae_workbench.export.tsne import tsne_key, tsne_map
from ae_workbench.storage.projection_cache import ProjectionKey
from ae_workbench.ui.viewers.latent.maps import TsneMap
from ae_workbench.ui.workers import STACK_BYTES, CodecThread


@dataclass(frozen=True)
class MapTask:
    """Codes (n, *code_dims) of a data set's test examples under a snapshot."""

    snapshot: Any
    dataset: Dataset
    codes: NDArray[np.float32]

    def key(self) -> ProjectionKey:
        return tsne_key(self.snapshot.epoch, self.snapshot.stamp, self.dataset.fingerprint)


class MapThread(QThread):
    """Makes one map, or reads it where it was kept. All signals give the thread first; interrupted, it ends without ``made``."""

    formed = Signal(object, float, object)
    made = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, task: MapTask) -> None:
        super().__init__()
        self.setObjectName("map_thread")
        self.setStackSize(STACK_BYTES)
        self.task = task

    def run(self) -> None:
        try:
            coordinates = self._coordinates()
            if coordinates is not None and not self.isInterruptionRequested():
                self.made.emit(self, TsneMap(coordinates, NearestCodes(self.task.codes), self.task.snapshot.epoch))
        except Exception as failure:  # thread boundary: handed on, not lost
            self.failed.emit(self, failure)

    def _coordinates(self) -> NDArray[np.float32] | None:
        task = self.task
        return tsne_map(task.snapshot.run, task.key(), task.codes, self._show, self.isInterruptionRequested)

    def _show(self, share: float, coordinates: NDArray[np.float32]) -> None:
        if not self.isInterruptionRequested():
            self.formed.emit(self, share, coordinates)


class MapMaker(QObject):
    """Makes one map at a time; a newer task takes the place of an older one."""

    formed = Signal(float, object)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, codec: CodecThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codec = codec
        self._thread: MapThread | None = None

    @property
    def is_busy(self) -> bool:
        return self._thread is not None

    def make(self, task: MapTask) -> None:
        """Begin; ``formed`` shows the map as it forms, then comes ``made`` or ``failed``."""
        self.cancel()
        thread = MapThread(task)
        thread.formed.connect(self._take_form)
        thread.made.connect(self._take_map)
        thread.failed.connect(self._take_failure)
        if self._codec.start_companion(thread, QThread.Priority.LowPriority):
            self._thread = thread

    def cancel(self) -> None:
        """Have the map that is being made given up; nothing more is heard of it."""
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread = None

    @Slot(object, float, object)
    def _take_form(self, thread: MapThread, share: float, coordinates: NDArray[np.float32]) -> None:
        if thread is self._thread:
            self.formed.emit(share, coordinates)

    @Slot(object, object)
    def _take_map(self, thread: MapThread, made: TsneMap) -> None:
        if thread is self._thread:
            self._thread = None
            self.made.emit(made)

    @Slot(object, object)
    def _take_failure(self, thread: MapThread, error: Exception) -> None:
        if thread is self._thread:
            self._thread = None
            self.failed.emit(error)
