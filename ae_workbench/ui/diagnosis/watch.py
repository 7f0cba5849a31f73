"""Looks at the shown run whenever there is more to see of it, on the codec thread and never so often that a training would feel it."""

from dataclasses import dataclass
from pathlib import Path
from time import monotonic, perf_counter
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ae_workbench.analysis.diagnosis import diagnose
from ae_workbench.analysis.diagnosis.diagnosis import Diagnosis
from ae_workbench.analysis.diagnosis.facts import Inputs
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.events import Ended, Event
from ae_workbench.engine.looking import facts_of, is_own
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

ASKER = "diagnosis"
FIRST_MS = 200
"""Viewers come first."""
LEAST_GAP_S, SHARE_OF_TIME = 4.0, 0.01
"""Between two looks in a training: at most 1 % of the time is spent on them."""


@dataclass(frozen=True)
class Finding:
    """What a look at ``run`` after ``epoch`` gave. ``is_judged``: it was trained enough to judge. ``inputs`` are of its data; None where
    those aren't loaded, and only its history was judged. ``seconds`` is how long the look took."""

    run: Path
    epoch: int
    diagnoses: tuple[Diagnosis, ...]
    is_judged: bool
    inputs: Inputs | None
    seconds: float


@dataclass(frozen=True)
class LookJob:
    """A job for the codec thread. ``dataset`` counts where it is the run's own, which is known where ``inputs`` are of a look before."""

    path: Path
    dataset: Dataset | None
    inputs: Inputs | None = None

    def __call__(self) -> Finding:
        began = perf_counter()
        run = RunFolder.open(self.path)
        dataset = self.dataset if self.dataset is not None and self.dataset.shape == run.facts.shape else None
        own = dataset if dataset is not None and (self.inputs or is_own(run, dataset)) else None
        facts = facts_of(run, own, inputs=self.inputs)
        return Finding(self.path, facts.epoch, diagnose(facts), facts.is_judgeable, facts.inputs, perf_counter() - began)


class Watch(QObject):
    """``found`` carries a ``Finding``, or None where nothing is known of the shown run (yet); ``failed`` says why it can't be judged."""

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._codec = workspace, codec
        self._timer = QTimer(self, singleShot=True)
        self._asked: LookJob | None = None
        self._known: Inputs | None = None
        self._again: Literal["", "due", "now"] = ""
        self._not_before = 0.0
        self._timer.timeout.connect(self._ask)
        workspace.run_changed.connect(self._begin)
        workspace.dataset_changed.connect(self._look_anew)
        workspace.epochs_changed.connect(self._look_when_due)
        codec.answered.connect(self._take)
        codec.failed.connect(self._take_failure)

    @Slot()
    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._again = ""

    @Slot(object)
    def follow(self, event: Event) -> None:
        """The end of a training is looked at without delay: it is known then how it ended."""
        if isinstance(event, Ended) and event.run is not None and event.run == self._workspace.run:
            self._look_now()

    @Slot()
    def _begin(self) -> None:
        """Another run is shown."""
        self.found.emit(None)
        self._look_anew()

    @Slot()
    def _look_anew(self) -> None:
        """Another run or other data: nothing is known of them yet."""
        self._known = None
        self._look_now()

    @Slot()
    def _look_now(self) -> None:
        self._look(0.0, "now")

    @Slot()
    def _look_when_due(self) -> None:
        if not self._timer.isActive():
            self._look(self._not_before - monotonic(), "due")

    def _look(self, wait_s: float, again: Literal["due", "now"]) -> None:
        """After a while, or once the look that is under way is over."""
        self._timer.stop()
        if self._workspace.run is None or self._workspace.newest_epoch is None:
            return
        if self._asked is not None:
            self._again = "now" if "now" in (again, self._again) else "due"
        else:
            self._timer.start(max(FIRST_MS, round(wait_s * 1000)))

    @Slot()
    def _ask(self) -> None:
        """Once no hand is at work: the first look at a plan compiles it, and a pointer would stand still meanwhile."""
        path = self._workspace.run
        if self._codec.follows_hand:
            self._timer.start(FIRST_MS)
        elif path is not None:
            self._asked = LookJob(path, self._workspace.dataset, self._known)
            self._codec.ask(ASKER, self._asked)

    @Slot(str, object)
    def _take(self, asker: str, answer: object) -> None:
        if asker != ASKER or not isinstance(answer, Finding):
            return
        self._not_before = monotonic() + max(LEAST_GAP_S, answer.seconds / SHARE_OF_TIME)
        if self._is_of_shown:
            self._known = answer.inputs
            self.found.emit(answer)
        self._go_on()

    @Slot(str, object)
    def _take_failure(self, asker: str, error: Exception) -> None:
        if asker != ASKER:
            return
        if self._is_of_shown:
            self.failed.emit(sentence(error))
        self._go_on()

    @property
    def _is_of_shown(self) -> bool:
        """Whether run and data are still those that were asked about."""
        asked, shown = self._asked, self._workspace
        return asked is not None and asked.path == shown.run and asked.dataset is shown.dataset

    def _go_on(self) -> None:
        """What came during a look is looked at now, or when it is due."""
        self._asked, again, self._again = None, self._again, ""
        if again == "now":
            self._look_now()
        elif again:
            self._look_when_due()
