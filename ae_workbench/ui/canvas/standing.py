"""The errors of the test examples, against which a drawing is measured: worked out once per snapshot and noise, in small steps."""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ae_workbench.core.corruption import Corruption
from ae_workbench.ui.canvas.evaluator import Asker
from ae_workbench.ui.canvas.jobs import BUDGET_S, FIRST_ROWS, MOST_ROWS, Answer, ErrorsJob, Part, Source, judged
from ae_workbench.ui.workers import CodecThread, SnapshotRequest
from ae_workbench.ui.workspace import Workspace

SOON_MS = 150
MOST_KEPT = 64
NOISE_SEED = 11
Errors = NDArray[np.float64]


@dataclass(frozen=True)
class Target:
    """What is measured."""

    run: Path
    epoch: int
    noise: Corruption


class KnownErrors(QObject):
    """``known`` comes whenever the errors for a wanted snapshot and noise are there."""

    known = Signal()

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asker = Asker(workspace, codec, self)
        self._kept: OrderedDict[tuple[Source, Corruption], Errors] = OrderedDict()
        self._noise = Corruption()
        self._target: Target | None = None
        self._failed: Target | None = None
        self._parts: list[Part] = []
        self._rows = FIRST_ROWS
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._begin)
        self._asker.answered.connect(self._add)
        self._asker.failed.connect(self._give_up)
        workspace.dataset_changed.connect(self._start_over)

    def want(self, corruption: Corruption) -> None:
        """Work them out for the shown snapshot, soon, unless that is under way or done."""
        self._noise = plain(corruption)
        if not self._soon.isActive():
            self._soon.start()

    def forget(self) -> None:
        """They aren't wanted for now."""
        self._soon.stop()
        self._target = None
        self._asker.forget("errors")

    def of(self, answer: Answer) -> Errors | None:
        """Errors for the snapshot and noise of an answer, ascending; None while they aren't known.

        While a training goes on those of an epoch before stand in for the newest ones until these are known.
        """
        if answer.source is None:
            return None
        noise = plain(answer.corruption)
        known = self._kept.get((answer.source, noise))
        if known is not None or self._workspace.epoch is not None:
            return known
        same = (errors for (source, kept), errors in reversed(self._kept.items()) if source[0] == answer.source[0] and kept == noise)
        return next(same, None)

    @property
    def _wanted(self) -> Target | None:
        run, epoch = self._workspace.run, self._workspace.shown_epoch
        return None if run is None or epoch is None or not self._workspace.run_fits_data else Target(run, epoch, self._noise)

    @Slot()
    def _start_over(self) -> None:
        self.forget()
        self._kept.clear()

    @Slot()
    def _begin(self) -> None:
        wanted = self._wanted
        if wanted is None or wanted in (self._target, self._failed) or self._is_known(wanted) or self._may_finish(wanted):
            return
        self._target, self._parts, self._rows = wanted, [], FIRST_ROWS
        self._ask(0)

    def _is_known(self, target: Target) -> bool:
        return any(source[:2] == (target.run, target.epoch) and noise == target.noise for source, noise in self._kept)

    def _may_finish(self, wanted: Target) -> bool:
        """In a training epochs can come faster than they are measured: then one is finished before the newest is begun."""
        now = self._target
        return now is not None and self._workspace.epoch is None and (now.run, now.noise) == (wanted.run, wanted.noise)

    def _ask(self, start: int) -> None:
        dataset, target = self._workspace.dataset, self._target
        if dataset is not None and target is not None:
            job = ErrorsJob(dataset, target.noise, NOISE_SEED, start, self._rows)
            self._asker.ask("errors", SnapshotRequest(target.run, target.epoch, job))

    @Slot(str, object)
    def _add(self, what: str, part: Part) -> None:
        """Keep a part and ask for the next, of as many examples as the time for one allows."""
        dataset, target = self._workspace.dataset, self._target
        if dataset is None or part.dataset is not dataset or target != Target(*part.source[:2], part.corruption):
            return
        if part.start != sum(len(each.errors) for each in self._parts):
            return
        self._parts.append(part)
        self._rows = int(np.clip(len(part.errors) * BUDGET_S / max(part.seconds, 1e-6), 1, min(MOST_ROWS, 2 * self._rows)))
        done = part.start + len(part.errors)
        if done < len(judged(len(dataset.test))):
            self._ask(done)
        else:
            self._keep(part)

    def _keep(self, last: Part) -> None:
        self._kept[last.source, last.corruption] = np.sort(np.concatenate([part.errors for part in self._parts]))
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        measured, self._target, self._parts = self._target, None, []
        self.known.emit()
        if measured != self._wanted:
            self._soon.start()

    @Slot(str, object)
    def _give_up(self, what: str, error: Exception) -> None:
        """What can't be measured isn't asked for again and again."""
        self._failed, self._target, self._parts = self._target, None, []


def plain(corruption: Corruption) -> Corruption:
    """The same for every noise that does nothing."""
    return corruption if corruption.kind != "none" and corruption.amount > 0 else Corruption()
