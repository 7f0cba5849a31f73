"""The way from Start to a running training: data, run folder, session, thread."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.events import Ended, EpochEnded, Event, Moved, Started
from ae_workbench.engine.looking import is_own
from ae_workbench.engine.session import Session, check_event_files
from ae_workbench.storage.interrupted import epochs_left
from ae_workbench.storage.lock import Hold, hold
from ae_workbench.storage.paths import new_run_path
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import is_only_looked_at, own_copy
from ae_workbench.ui.data_loader import DataLoader
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.workers import Trainable, TrainingThread
from ae_workbench.ui.workspace import Workspace

MakeSession = Callable[[Recipe, Dataset, RunFolder, int | None, Path | None], Trainable]

EVENT_FILES = "tensorboard"


def patient_session(recipe: Recipe, dataset: Dataset, run: RunFolder, until: int | None, event_files: Path | None) -> Trainable:
    """A session that waits for another place where its run can't be written."""
    return Session(recipe, dataset, run, until, event_files, asks_for_place=True)


@dataclass(frozen=True)
class Wish:
    """A training that waits for its data. ``more`` epochs for ``run``, or a new run where that is None."""

    recipe: Recipe
    run: RunFolder | None = None
    more: int = 0
    one_epoch: bool = False


class Trainer(QObject):
    """At most one training at a time, of ``run``.

    ``happened`` gives the session's events; ``Ended`` comes when its thread is over, and then ``idle``.
    """

    happened = Signal(object)
    waiting = Signal(str)
    refused = Signal(str)
    told = Signal(str)
    cancelled = Signal()
    idle = Signal()

    def __init__(
        self,
        workspace: Workspace,
        model: RecipeModel,
        loader: DataLoader,
        make_session: MakeSession = patient_session,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = model
        self._loader = loader
        self._make_session = make_session
        self._wish: Wish | None = None
        self._thread: TrainingThread | None = None
        self._hold: Hold | None = None
        self.run: RunFolder | None = None
        self._ended: Ended | None = None
        self.writes_event_files = False
        loader.failed.connect(self._data_failed)
        loader.cancelled.connect(self._data_cancelled)

    @property
    def is_training(self) -> bool:
        """Whether a session is under way, paused or not."""
        return self._thread is not None

    @property
    def is_busy(self) -> bool:
        return self._thread is not None or self._wish is not None

    # Requests

    @Slot()
    def start(self) -> None:
        """Train the designed recipe as a new run."""
        self._want(Wish(self._model.settled()))

    @Slot()
    def one_epoch(self) -> None:
        """One epoch of the paused training, or of a new run that then pauses."""
        if self._thread:
            self._thread.session.step_epoch()
        else:
            self._want(Wish(self._model.settled(), one_epoch=True))

    @Slot(int)
    def go_on(self, more: int) -> None:
        """Train the shown run for more epochs."""
        run = self._workspace.run_folder
        if run is not None:
            self._want(Wish(run.recipe, run, more))

    def finish(self, run: RunFolder) -> None:
        """Train the shown run, which was cut off, to where it was to end."""
        self._want(Wish(run.recipe, run, epochs_left(run)))

    @Slot(bool)
    def write_event_files(self, wanted: bool) -> None:
        """Whether the next trainings write TensorBoard's event files into their run folders."""
        self.writes_event_files = wanted

    @Slot()
    def pause(self) -> None:
        if self._thread:
            self._thread.session.pause()

    @Slot()
    def resume(self) -> None:
        if self._thread:
            self._thread.session.resume()

    @Slot()
    def stop(self) -> None:
        """End the training, or give up waiting for its data."""
        if self._thread:
            self._thread.session.request_stop()
        elif self._wish:
            self._wish = None
            self._loader.cancel()
            self.cancelled.emit()

    def save_in(self, folder: Path) -> None:
        """Where the run can't be written: go on with it in this folder."""
        if self._thread:
            self._thread.session.save_in(folder)

    @Slot()
    def try_again(self) -> None:
        """Where the run can't be written: try it once more."""
        if self._thread:
            self._thread.session.try_again()

    # From wish to thread

    def _want(self, wish: Wish) -> None:
        if self.is_busy:
            return
        if wish.run is None and self._model.problem is not None:
            self.refused.emit(sentence(self._model.problem))
            return
        self._wish = wish
        if self._workspace.choice == wish.recipe.data or self._shows_own_data(wish):
            self._begin()
        else:
            self.waiting.emit(self.tr("Loading the data…"))
            self._loader.load(wish.recipe.data)

    def _shows_own_data(self, wish: Wish) -> bool:
        """Whether a run that is gone on with was trained on what is shown, wherever it lies now."""
        dataset = self._workspace.dataset
        return wish.run is not None and dataset is not None and is_own(wish.run, dataset)

    @Slot()
    def data_arrived(self) -> None:
        """The workspace has other data; begin what waited for them."""
        if self._wish and self._workspace.choice == self._wish.recipe.data:
            self._begin()

    def _begin(self) -> None:
        wish, self._wish = self._wish, None
        dataset = self._workspace.dataset
        if wish is None or dataset is None:
            return
        try:
            if wish.run is None and self._model.recipe == wish.recipe and self._model.problem is not None:
                raise self._model.problem
            if self.writes_event_files:
                check_event_files()
            run = _folder_of(wish, dataset)
            self._hold = hold(run.path)
            until = run.last_full_epoch + wish.more if wish.run else None
            event_files = run.path / EVENT_FILES if self.writes_event_files else None
            session = self._make_session(wish.recipe, dataset, run, until, event_files)
        except WorkbenchError as problem:
            self._let_go()
            self.refused.emit(sentence(problem))
            return
        if wish.one_epoch:
            session.step_epoch()
        self.run, self._ended = run, None
        self._thread = TrainingThread(session, self)
        self._thread.happened.connect(self._follow)
        self._thread.finished.connect(self._end)
        if self._workspace.run_folder is not run:
            self._workspace.set_run(run)
        self._workspace.set_epoch(None)
        self._thread.start()

    @Slot(object)
    def _follow(self, event: Event) -> None:
        if isinstance(event, Ended):
            self._ended = event
            self._workspace.pace.catch_up()
            return
        if isinstance(event, Moved):
            self._follow_move(event.run)
        if self._workspace.run_folder is self.run:
            if isinstance(event, Started):
                self._workspace.pace.begin()
                self._workspace.epoch_stored(event.first_epoch, {})
            elif isinstance(event, EpochEnded):
                self._workspace.epoch_stored(event.epoch, event.metrics)
        self.happened.emit(event)

    def _follow_move(self, path: Path) -> None:
        """The run goes on in another folder."""
        was_shown = self._workspace.run_folder is self.run
        self._let_go()
        self.run = RunFolder.open(path)
        self._hold = hold(path)
        if was_shown:
            self._workspace.set_run(self.run)

    def _let_go(self) -> None:
        held, self._hold = self._hold, None
        if held is not None:
            held.release()

    @Slot()
    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.wait()
        thread.deleteLater()
        self._let_go()
        nothing_said = WorkbenchError(self.tr("The training ended without saying how; start it again."))
        self.happened.emit(self._ended or Ended("failed", error=nothing_said))
        self.idle.emit()

    # Data that don't come

    @Slot(object, object)
    def _data_failed(self, choice: Choice, error: Exception) -> None:
        if self._wish and self._wish.recipe.data == choice:
            self._wish = None
            self.refused.emit(sentence(error))

    @Slot(object)
    def _data_cancelled(self, choice: Choice) -> None:
        if self._wish and self._wish.recipe.data == choice and self._loader.choice != choice:
            self._wish = None
            self.cancelled.emit()


def _folder_of(wish: Wish, dataset: Dataset) -> RunFolder:
    """The run that is trained: a new one, the one that goes on, or a copy of one that is only looked at (samples, trials of sweeps)."""
    if wish.run is None:
        return RunFolder.create(new_run_path(wish.recipe.variant, datetime.now()), wish.recipe, dataset)
    return own_copy(wish.run) if is_only_looked_at(wish.run.path) else wish.run
