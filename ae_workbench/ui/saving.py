"""Files that are written on the codec thread: compressing and waiting for the disk take longer than a slot may."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal, Slot
from PySide6.QtGui import QImage

from ae_workbench.export.tables import write_table
from ae_workbench.storage.atomic import write_bytes
from ae_workbench.storage.place import written_to
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.viewers.viewer import Table
from ae_workbench.ui.workers import CodecThread


@dataclass(frozen=True)
class SavePicture:
    """Writes a picture as PNG and gives where."""

    path: Path
    picture: QImage

    def __call__(self) -> Path:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.picture.save(buffer, "PNG")
        with written_to(self.path):
            write_bytes(self.path, bytes(buffer.data().data()))
        return self.path


@dataclass(frozen=True)
class SaveTable:
    """Writes a table and gives where."""

    path: Path
    table: Table

    def __call__(self) -> Path:
        write_table(self.path, *self.table)
        return self.path


class Saver(QObject):
    """Has files written, one after the other. ``saved`` gives each, ``told`` says so, and ``refused`` why one can't be written."""

    saved = Signal(object)
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, codec: CodecThread, parent: QObject) -> None:
        super().__init__(parent)
        self._codec = codec
        self._me = f"saver-{id(self)}"
        self._numbers = count()
        codec.answered.connect(self._take)
        codec.failed.connect(self._refuse)

    def save(self, job: Callable[[], Path]) -> None:
        """Have a file written by a job that gives where. None takes the place of another, and closing waits for it."""
        self._codec.ask(f"{self._me}/{next(self._numbers)}", job, lasting=True)

    def tell(self, path: Path) -> None:
        """Say that a file was written."""
        self.saved.emit(path)
        self.told.emit(self.tr("Saved {name}").format(name=path.name))

    @Slot(str, object)
    def _take(self, asker: str, answer: Path) -> None:
        if asker.partition("/")[0] == self._me:
            self.tell(answer)

    @Slot(str, object)
    def _refuse(self, asker: str, error: Exception) -> None:
        if asker.partition("/")[0] == self._me:
            self.refused.emit(sentence(error))
