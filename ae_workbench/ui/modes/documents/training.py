"""A cleaner trained from the page: its data loaded, a run made among the others, and every epoch told of."""

from dataclasses import replace
from datetime import datetime
from math import ceil
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Event, Preparing
from ae_workbench.engine.session import Session
from ae_workbench.storage.lock import Hold, hold
from ae_workbench.storage.paths import new_run_path
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import words
from ae_workbench.ui.data_loader import DataLoader, Load
from ae_workbench.ui.sentences import in_words, sentence
from ae_workbench.ui.trainer import MakeSession
from ae_workbench.ui.workers import Trainable, TrainingThread

FEWEST_STEPS = 600
"""Six recordings of four seconds: after 114 steps there is silence, after 570 three decibels more than spectral subtraction leaves."""


def impatient_session(recipe: Recipe, dataset: Dataset, run: RunFolder, until: int | None, event_files: Path | None) -> Trainable:
    """A session that fails where its run can't be written: here nobody would be asked for another place."""
    return Session(recipe, dataset, run, until, event_files)


def long_enough(recipe: Recipe, examples: int) -> Recipe:
    """The recipe with more epochs where there are few examples: after hardly any steps a cleaner makes silence of every sound."""
    steps = ceil(examples / recipe.training.batch_size)
    epochs = max(recipe.training.epochs, ceil(FEWEST_STEPS / max(1, steps)))
    return replace(recipe, training=replace(recipe.training, epochs=epochs))


class CleanerTraining(QObject):
    """At most one training. ``progressed`` gives the share done (below 0: unknown) and what is being done.

    ``epoch_stored`` gives run and epoch. ``ended`` comes once after each ``start``, when no thread is left, with the run (None: there
    is none) and a sentence about what went wrong, or nothing.
    """

    progressed = Signal(float, str)
    epoch_stored = Signal(object, int)
    ended = Signal(object, str)

    def __init__(self, make_session: MakeSession, load: Load | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_session = make_session
        self.loader = DataLoader(load, self)
        self.loader.progressed.connect(self._pass_loading)
        self.loader.loaded.connect(self._begin)
        self.loader.failed.connect(self._fail)
        self.loader.cancelled.connect(self._give_up)
        self.loader.idle.connect(self._tell_end)
        self._recipe: Recipe | None = None
        self._thread: TrainingThread | None = None
        self._hold: Hold | None = None
        self._run: Path | None = None
        self._problem = ""
        self.is_running = False

    def start(self, recipe: Recipe) -> None:
        """Load the recipe's data and train it as a new run."""
        if self.is_running:
            return
        self._recipe, self._run, self._problem, self.is_running = recipe, None, "", True
        self.progressed.emit(-1.0, self.tr("Loading the data…"))
        self.loader.load(recipe.data)

    @Slot()
    def stop(self) -> None:
        """End soon; finished epochs are kept."""
        self.loader.cancel()
        if self._thread is not None:
            self._thread.session.request_stop()

    # Data

    @Slot(float, str)
    def _pass_loading(self, share: float, doing: str) -> None:
        self.progressed.emit(share, in_words(doing))

    @Slot(object, object)
    def _fail(self, choice: Choice, error: Exception) -> None:
        self._problem = sentence(error)

    @Slot(object)
    def _give_up(self, choice: Choice) -> None:
        self._problem = ""

    @Slot(object, object)
    def _begin(self, choice: Choice, dataset: Dataset) -> None:
        recipe = self._recipe
        if recipe is None:
            return
        recipe = long_enough(recipe, len(dataset.train))
        try:
            run = RunFolder.create(new_run_path(recipe.variant, datetime.now()), recipe, dataset)
            self._hold = hold(run.path)
            session = self._make_session(recipe, dataset, run, None, None)
        except WorkbenchError as problem:
            self._problem = sentence(problem)
            return
        self._run = run.path
        self._thread = TrainingThread(session, self)
        self._thread.happened.connect(self._follow)
        self._thread.finished.connect(self._finish)
        self._thread.start()

    # Training

    @Slot(object)
    def _follow(self, event: Event) -> None:
        match event:
            case Preparing():
                self.progressed.emit(-1.0, self.tr("Preparing…"))
            case BatchesEnded(epoch=epoch, done=done, total=total, seconds_left=left):
                epochs = self._recipe.training.epochs if self._recipe is not None else 1
                said = self.tr("Epoch {epoch} of {epochs}, {left} left")
                share = (epoch - 1 + done / total) / epochs
                self.progressed.emit(share, said.format(epoch=epoch, epochs=epochs, left=words.duration(left)))
            case EpochEnded(epoch=epoch):
                self.epoch_stored.emit(self._run, epoch)
            case Ended(error=error):
                self._problem = sentence(error) if error is not None else ""

    @Slot()
    def _finish(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.wait()
            thread.deleteLater()
        held, self._hold = self._hold, None
        if held is not None:
            held.release()
        self._tell_end()

    @Slot()
    def _tell_end(self) -> None:
        """Once nothing is under way any more."""
        if self.is_running and self._thread is None and not self.loader.is_busy:
            self.is_running = False
            self.ended.emit(self._run, self._problem)
