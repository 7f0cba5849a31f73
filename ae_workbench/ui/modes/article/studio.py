"""Where the page's drawings are made: on the codec thread, one after the other."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.ui import theme
from ae_workbench.ui.modes.article.jobs import Draw, Drawable, Room, Save
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.workers import CodecThread

ASKER, SAVER = "article drawing ", "article drawing to save "


class Studio(QObject):
    """Has drawings drawn on the codec thread and hands them to those who asked. ``told`` and ``refused`` are about files."""

    drawn = Signal(str, object, object)
    failed = Signal(str, str)
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, codec: CodecThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codec, self._numbers = codec, count(1)
        codec.answered.connect(self._take)
        codec.failed.connect(self._fail)

    def new_name(self) -> str:
        """Of somebody who asks for drawings."""
        return f"{ASKER}{next(self._numbers)}"

    def draw(self, name: str, drawing: Drawable, room: Room) -> None:
        self._codec.ask(name, Draw(drawing, room))

    def forget(self, name: str) -> None:
        self._codec.forget(name)

    def save(self, drawing: Drawable, path: Path) -> None:
        """Write a file in the window's colours; closing waits for it."""
        self._codec.ask(f"{SAVER}{path}", Save(drawing, path, theme.current().is_dark), lasting=True)

    @Slot(str, object)
    def _take(self, asker: str, answer: Any) -> None:
        if asker.startswith(SAVER):
            self.told.emit(self.tr("Saved {name}").format(name=answer.name))
        elif asker.startswith(ASKER):
            self.drawn.emit(asker, *answer)

    @Slot(str, object)
    def _fail(self, asker: str, error: Exception) -> None:
        if asker.startswith(SAVER):
            self.refused.emit(sentence(error))
        elif asker.startswith(ASKER):
            self.failed.emit(asker, sentence(error))
