"""Asks the codec thread about the drawing; only the newest question of each kind is answered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.data.dataset import Dataset
from ae_workbench.ui.canvas.jobs import ComparedJob, DrawingJob, FramingJob, Question, SeenJob
from ae_workbench.ui.canvas.pictures_in import PictureJob
from ae_workbench.ui.workers import CodecThread, SnapshotRequest
from ae_workbench.ui.workspace import Workspace

DRAWING, FRAMING = "drawing", "framing"
URGENT = {DRAWING, FRAMING}
"""A drawing needs to be framed first."""


class Asker(QObject):
    """``answered`` and ``failed`` give what was asked, by its name, and the answer or the error."""

    answered = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._codec = codec
        self._me = f"canvas-{id(self)}"
        codec.answered.connect(self._take_answer)
        codec.failed.connect(self._take_failure)

    def ask(self, what: str, job: Callable[[], object]) -> None:
        """Have a job done in place of an older one of the same name."""
        self._codec.ask(f"{self._me}/{what}", job, urgent=what in URGENT)

    def ask_snapshot(self, what: str, function: Callable[[Any], object]) -> bool:
        """Have ``function`` applied to the shown snapshot; False where there is none."""
        run, epoch = self.workspace.run, self.workspace.shown_epoch
        if run is None or epoch is None:
            return False
        self.ask(what, SnapshotRequest(run, epoch, function))
        return True

    def forget(self, *names: str) -> None:
        """These answers aren't wanted any more, if their jobs haven't begun."""
        for what in names:
            self._codec.forget(f"{self._me}/{what}")

    @Slot(str, object)
    def _take_answer(self, asker: str, answer: object) -> None:
        mine, _, what = asker.partition("/")
        if mine == self._me:
            self.answered.emit(what, answer)

    @Slot(str, object)
    def _take_failure(self, asker: str, error: Exception) -> None:
        mine, _, what = asker.partition("/")
        if mine == self._me:
            self.failed.emit(what, error)


class Evaluator(QObject):
    """``answered`` gives an ``Answer``, ``compared`` rows, ``framed`` a data set and its framing, ``picture_read`` pixels."""

    answered = Signal(object)
    compared = Signal(object)
    framed = Signal(object, object)
    picture_read = Signal(object)
    failed = Signal(str, object)

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = Asker(workspace, codec, self)
        self._workspace = workspace
        self._asker.answered.connect(self._hand_on)
        self._asker.failed.connect(self.failed)

    def ask_drawing(self, question: Question) -> None:
        """Ask what the shown snapshot makes of the drawing; without one that takes it, what it would see."""
        run = self._workspace.run_folder
        fits = run is not None and run.facts.shape == question.shape
        if not fits or not self._asker.ask_snapshot(DRAWING, DrawingJob(question)):
            self._asker.ask(DRAWING, SeenJob(question))

    def ask_compared(self, question: Question, runs: tuple[Path, ...]) -> None:
        """Ask what each of these runs makes of it."""
        self._asker.ask("compared", ComparedJob(question, runs))

    def ask_framing(self, dataset: Dataset) -> None:
        """Ask how the examples are centred and scaled."""
        self._asker.ask(FRAMING, FramingJob(dataset))

    def ask_picture(self, job: PictureJob) -> None:
        """Ask for the pixels of an image from elsewhere."""
        self._asker.ask("picture", job)

    def forget(self) -> None:
        """What was asked about the drawing isn't wanted any more."""
        self._asker.forget(DRAWING, "compared")

    @Slot(str, object)
    def _hand_on(self, what: str, answer: Any) -> None:
        match what:
            case "drawing":
                self.answered.emit(answer)
            case "compared":
                self.compared.emit(answer)
            case "framing":
                self.framed.emit(*answer)
            case "picture":
                self.picture_read.emit(answer)
