"""What the sweep page reads on the codec thread: the sweeps on disk, one of them, how long epochs took."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.core.recipe import Recipe
from ae_workbench.ui.modes.sweep.jobs import ListJob, PaceJob, ReadJob
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.workers import CodecThread

ASKER = "sweep page "
LIST, READ, PACE = "list", "read", "pace"


class SweepReader(QObject):
    """Answers come as signals; of several sweeps asked for only the newest."""

    listed = Signal(object)
    opened = Signal(object, object)
    paced = Signal(object)
    refused = Signal(str)

    def __init__(self, page: QObject, codec: CodecThread) -> None:
        super().__init__(page)
        self._codec = codec
        self._list_job = ListJob()
        self._wanted: Path | None = None
        self._paced: object = None
        codec.answered.connect(self._take)
        codec.failed.connect(self._fail)

    @Slot()
    def list_sweeps(self) -> None:
        """Look at what is on disk."""
        self._codec.ask(ASKER + LIST, self._list_job)

    @Slot(object)
    def open_sweep(self, path: Path) -> None:
        """Read one of them with its trials."""
        self._wanted = path
        self._codec.ask(ASKER + READ, ReadJob(path))

    def ask_pace(self, recipe: Recipe, again: bool = False) -> None:
        """How long an epoch of such a recipe takes; once for each kind, unless ``again``."""
        kind = recipe.variant, recipe.data, recipe.limit
        if again or kind != self._paced:
            self._paced = kind
            self._codec.ask(ASKER + PACE, PaceJob(recipe))

    @Slot(str, object)
    def _take(self, asker: str, answer: Any) -> None:
        if asker == ASKER + LIST:
            self.listed.emit(answer)
        elif asker == ASKER + PACE:
            self.paced.emit(answer)
        elif asker == ASKER + READ and answer[0].path == self._wanted:
            self._wanted = None
            self.opened.emit(*answer)

    @Slot(str, object)
    def _fail(self, asker: str, error: Exception) -> None:
        if asker.startswith(ASKER):
            self.refused.emit(sentence(error))
