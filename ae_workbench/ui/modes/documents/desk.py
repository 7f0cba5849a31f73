"""The page or sound that is worked on: opened, cleaned by a run or a filter, measured and written, beside the user interface."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTemporaryDir, Signal, Slot

from ae_workbench.data.source import Cancelled
from ae_workbench.engine.cleaning import Kind
from ae_workbench.export.cleaning import BEFORE, USUAL_ENDING
from ae_workbench.ui.modes.documents.batch import BatchEnded, BatchJob
from ae_workbench.ui.modes.documents.jobs import (
    RUN,
    Cleaned,
    CleanJob,
    CleanVersionJob,
    FilterJob,
    MeasureJob,
    Media,
    Opened,
    OpenJob,
    Quality,
    SampleJob,
    SaveJob,
    Ticket,
)
from ae_workbench.ui.modes.documents.runs import CleaningRun, RunsJob
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.workers import CodecThread

OPEN, CLEAN, FILTER, MEASURE, VERSION, RESULT, SAVE, BATCH, RUNS = (
    "open", "clean", "filter", "measure", "version", "result", "save", "batch", "runs",
)  # fmt: skip
RESULT_NAME = "{stem}-cleaned{ending}"


class Desk(QObject):
    """One thing at a time; whatever is asked for takes the place of what was asked for before and hasn't begun.

    ``progressed`` comes while something long is done, ``settled`` when it is over. ``refused`` gives a sentence. ``result_changed`` says
    that ``result``, the file of what is seen at the right, is another one, or none.
    """

    opened_changed = Signal()
    seen_changed = Signal()
    quality_changed = Signal()
    runs_changed = Signal()
    result_changed = Signal()
    progressed = Signal(float, str)
    settled = Signal()
    refused = Signal(str)
    saved = Signal(object)
    batch_ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thread_ = CodecThread(self)
        self.thread_.setObjectName("documents_thread")
        self.thread_.answered.connect(self._take)
        self.thread_.failed.connect(self._fail)
        self.opened: Opened | None = None
        self.runs: tuple[CleaningRun, ...] = ()
        self.run: Path | None = None
        self.way = RUN
        self.results: dict[str, Cleaned] = {}
        self.quality: dict[str, Quality] = {}
        self.result: Path | None = None
        self._folder = QTemporaryDir()
        self._ticket = Ticket()

    # Asking

    def _ask(self, what: str, job: Any, lasting: bool = False) -> None:
        if not self.thread_.isRunning():
            self.thread_.start()
        self.thread_.ask(what, job, lasting=lasting)

    def _new_ticket(self) -> Ticket:
        """What went on before is called off."""
        self._ticket.cancel()
        self._ticket = Ticket(self.progressed.emit)
        return self._ticket

    def open(self, path: Path) -> None:
        """A file of one's own."""
        self.progressed.emit(-1.0, self.tr("Reading {name}").format(name=path.name))
        self._ask(OPEN, OpenJob(path))

    def open_sample(self, kind: Kind) -> None:
        """A noisy page or sound that the program makes."""
        name = self.tr("A page made by the program") if kind == "pages" else self.tr("A sound made by the program")
        self._ask(OPEN, SampleJob(kind, name))

    def list_runs(self) -> None:
        self._ask(RUNS, RunsJob())

    def choose_run(self, run: Path | None) -> None:
        """Have another run clean."""
        self.run = run
        self.results.pop(RUN, None)
        self.quality.pop(RUN, None)
        self.quality_changed.emit()
        self._see()

    def see(self, way: str) -> None:
        """Have another way at the right."""
        self.way = way
        self._see()

    def clean_again(self) -> None:
        """The chosen run has another newest epoch; what it made before stays in sight until then."""
        if self.opened is not None and self.run is not None:
            self._ask(CLEAN, CleanJob(self.opened, self.run, None, self._new_ticket()))

    def _see(self) -> None:
        """Ask for what should be at the right, if it isn't there."""
        self._set_result(None)
        self.seen_changed.emit()
        if self.opened is None or self.way == BEFORE:
            return
        if self.way in self.results:
            self._write_result()
        elif self.way == RUN:
            self.clean_again()
        else:
            self._ask(FILTER, FilterJob(self.opened, self.way))

    def take_clean_version(self, path: Path) -> None:
        """Measure against this file."""
        if self.opened is not None:
            self._ask(VERSION, CleanVersionJob(self.opened, path))

    def save(self, path: Path) -> None:
        """Write what is at the right; closing waits for it."""
        if (media := self.media) is not None:
            self._ask(SAVE, SaveJob(media, path, self._dpi), lasting=True)

    @property
    def _dpi(self) -> tuple[float, float] | None:
        return None if self.opened is None else self.opened.dpi

    def clean_folder(self, folder: Path, out: Path, kind: Kind) -> None:
        if self.run is not None:
            self._ask(BATCH, BatchJob(self.run, None, kind, folder, out, self._new_ticket()))

    def cancel(self) -> None:
        """Give up what goes on."""
        self._ticket.cancel()
        for what in (CLEAN, FILTER, BATCH, OPEN):
            self.thread_.forget(what)
        self.settled.emit()

    def stop(self) -> None:
        """End the thread, soon."""
        self._ticket.cancel()
        self.thread_.request_stop()

    # What is seen

    @property
    def seen(self) -> Cleaned | None:
        """What is at the right; None for the noisy one itself, or while there is nothing yet."""
        return self.results.get(self.way)

    @property
    def media(self) -> Media | None:
        """The page or sound at the right, to be saved."""
        return self.seen.shown.media if self.seen is not None else None

    def shows_result_of(self, kind: Kind) -> bool:
        """Whether something of this kind is cleaned, and written for other programs."""
        return self.opened is not None and self.opened.kind == kind and self.result is not None

    # Answers

    @Slot(str, object)
    def _take(self, what: str, answer: Any) -> None:
        match answer:
            case Opened():
                self._take_opened(answer)
            case Cleaned():
                self._take_cleaned(answer)
            case BatchEnded():
                self.batch_ended.emit(answer)
                self.settled.emit()
            case _:
                self._take_other(what, answer)

    def _take_opened(self, opened: Opened) -> None:
        self._ticket.cancel()
        if self.opened is None or self.opened.kind != opened.kind:
            self.way = RUN
        self.opened, self.results, self.quality = opened, {}, {}
        self.settled.emit()
        self.opened_changed.emit()
        if opened.clean is not None:
            self._ask(MEASURE, MeasureJob(opened))
        self._see()

    def _take_cleaned(self, cleaned: Cleaned) -> None:
        if self.opened is None or cleaned.opened.noisy.media is not self.opened.noisy.media or cleaned.run not in (None, self.run):
            return
        if cleaned.opened is not self.opened:  # a sound whose picture follows the run
            self.opened = replace(cleaned.opened, clean=self.opened.clean)
            self.results = {}
        self.results[cleaned.way] = cleaned
        self._add_quality(cleaned.quality)
        self.settled.emit()
        self.seen_changed.emit()
        if cleaned.way == self.way:
            self._write_result()

    def _take_other(self, what: str, answer: Any) -> None:
        if what == RUNS:
            self.runs = answer
            self.runs_changed.emit()
        elif what == MEASURE:
            self._add_quality(answer)
        elif what == VERSION and self.opened is not None:
            self.opened = replace(self.opened, clean=answer)
            self.results, self.quality = {}, {}
            self.opened_changed.emit()
            self._ask(MEASURE, MeasureJob(self.opened))
            self._see()
        elif what == RESULT:
            self._set_result(answer)
        elif what == SAVE:
            self.saved.emit(answer)

    def _add_quality(self, quality: Mapping[str, Quality]) -> None:
        self.quality |= quality
        self.quality_changed.emit()

    def _write_result(self) -> None:
        """A file of what is seen, to be dragged out, copied or opened elsewhere."""
        if (media := self.media) is not None and self.opened is not None and self._folder.isValid():
            stem = self.opened.path.stem if self.opened.path is not None else self.opened.kind
            name = RESULT_NAME.format(stem=stem, ending=USUAL_ENDING[self.opened.kind])
            self._ask(RESULT, SaveJob(media, Path(self._folder.path()) / name, self._dpi))

    def _set_result(self, path: Path | None) -> None:
        self.result = path
        self.result_changed.emit()

    @Slot(str, object)
    def _fail(self, what: str, error: Exception) -> None:
        self.settled.emit()
        if not isinstance(error, Cancelled):
            self.refused.emit(sentence(error))
