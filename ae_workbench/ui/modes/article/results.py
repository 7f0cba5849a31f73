"""What is known of the article's steps on the chosen data: results on disk, what runs, what failed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.analysis.chapters.steps import all_steps
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.findings import Result, results_home, runs_of
from ae_workbench.ui.modes.article.jobs import ReadResults
from ae_workbench.ui.workers import CodecThread

ASKER = "article results"


class Results(QObject):
    """``reset`` comes when other data or the other pace are looked at and what is kept of them is known; ``changed`` with a step's key."""

    reset = Signal()
    changed = Signal(str)

    def __init__(self, home: Path, codec: CodecThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.home = home
        self.choice, self.quick = Choice("digits"), True
        self.found: dict[str, Result] = {}
        self.errors: dict[str, Exception] = {}
        self.running = ""
        self.is_known = False
        self._codec = codec
        codec.answered.connect(self._take)

    def look_at(self, choice: Choice, quick: bool) -> None:
        """Other data, or the other pace; what is kept is read beside the window."""
        self.choice, self.quick = choice, quick
        self.found, self.errors, self.is_known = {}, {}, False
        self._codec.ask(ASKER, ReadResults(self.folder, [step.key for step in all_steps()]))

    @property
    def folder(self) -> Path:
        """Where results on these data are kept."""
        return results_home(self.home, self.choice, self.quick)

    @Slot(str, object)
    def _take(self, asker: str, answer: Any) -> None:
        if asker == ASKER and answer[0] == self.folder:
            self.found = {**answer[1], **self.found}  # what was made meanwhile is newer
            self.is_known = True
            self.reset.emit()

    def runs_of(self, key: str) -> tuple[Path, ...]:
        """Run folders of a step's models; none without a result."""
        result = self.found.get(key)
        return runs_of(self.home, result) if result is not None else ()

    # Following a session on the same data

    def begin(self, key: str) -> None:
        """A step runs now; an empty key ends that."""
        before, self.running = self.running, key
        for each in dict.fromkeys((before, key)):
            if each:
                self.changed.emit(each)

    def put(self, key: str, result: Result | None, error: Exception | None) -> None:
        """How a step ended."""
        if result is not None:
            self.found[key] = result
            self.errors.pop(key, None)
        elif error is not None:
            self.errors[key] = error
        self.changed.emit(key)
