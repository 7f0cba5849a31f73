"""The errors of the test examples, against which a drawing is measured: worked out once per snapshot and noise, in small steps."""

from collections import OrderedDict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ae_workbench.core.corruption import Corruption
from ae_workbench.ui.canvas.evaluator import Asker
from ae_workbench.ui.canvas.jobs import BUDGET_S, FIRST_ROWS, MOST_ROWS, Answer, ErrorsJob, Part, Source, judged
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

SETTLED_MS = 150
MOST_KEPT = 64
NOISE_SEED = 11
Errors = NDArray[np.float64]


class KnownErrors(QObject):
    """``known`` comes when the errors for the shown snapshot and the wanted noise are there."""

    known = Signal()

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asker = Asker(workspace, codec, self)
        self._kept: OrderedDict[tuple[Source, Corruption], Errors] = OrderedDict()
        self._parts: list[Part] = []
        self._rows = FIRST_ROWS
        self._corruption = Corruption()
        self._doing = Corruption()
        self._under_way: tuple[Path | None, int | None, Corruption] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._soon.timeout.connect(self._begin)
        self._asker.answered.connect(self._add)
        self._asker.failed.connect(self._give_up)
        workspace.dataset_changed.connect(self._start_over)

    def want(self, corruption: Corruption) -> None:
        """Work them out for the shown snapshot, soon; what is under way for another is given up."""
        self._corruption = plain(corruption)
        self._soon.start()

    def want_unless_coming(self, corruption: Corruption) -> None:
        """The same, but what is under way goes on."""
        if not self._soon.isActive() and self._under_way != (self._workspace.run, self._workspace.shown_epoch, plain(corruption)):
            self.want(corruption)

    def forget(self) -> None:
        """They aren't wanted for now."""
        self._soon.stop()
        self._under_way = None
        self._asker.forget("errors")

    def of(self, answer: Answer) -> Errors | None:
        """Errors for the snapshot and noise of an answer, ascending; None while they aren't known."""
        return None if answer.source is None else self._kept.get((answer.source, plain(answer.corruption)))

    @Slot()
    def _start_over(self) -> None:
        self.forget()
        self._kept.clear()

    @Slot()
    def _begin(self) -> None:
        self._parts, self._doing, self._rows = [], self._corruption, FIRST_ROWS
        run, epoch = self._workspace.run, self._workspace.shown_epoch
        self._under_way = (run, epoch, self._doing)
        if any(source[:2] == (run, epoch) and noise == self._doing for source, noise in self._kept):
            self._under_way = None
            self.known.emit()
            return
        self._ask(0)

    def _ask(self, start: int) -> None:
        dataset = self._workspace.dataset
        if dataset is not None and self._workspace.run_fits_data:
            self._asker.ask_snapshot("errors", ErrorsJob(dataset, self._doing, NOISE_SEED, start, self._rows))

    @Slot(str, object)
    def _add(self, what: str, part: Part) -> None:
        """Keep a part and ask for the next, of as many examples as the time for one allows."""
        dataset = self._workspace.dataset
        if dataset is None or part.dataset is not dataset or part.corruption != self._doing or self._soon.isActive():
            return
        if part.source[:2] != (self._workspace.run, self._workspace.shown_epoch):
            return
        if part.start != sum(len(each.errors) for each in self._parts):
            return
        if self._parts and self._parts[0].source != part.source:
            self._soon.start()
            return
        self._parts.append(part)
        self._rows = int(np.clip(len(part.errors) * BUDGET_S / max(part.seconds, 1e-6), 1, min(MOST_ROWS, 2 * self._rows)))
        done = part.start + len(part.errors)
        if done < len(judged(len(dataset.test))):
            self._ask(done)
            return
        self._keep(part.source)

    def _keep(self, source: Source) -> None:
        self._kept[source, self._doing] = np.sort(np.concatenate([part.errors for part in self._parts]))
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self._parts, self._under_way = [], None
        self.known.emit()

    @Slot(str, object)
    def _give_up(self, what: str, error: Exception) -> None:
        """Stays under way, so that what can't be measured isn't asked for again and again."""
        self._parts = []


def plain(corruption: Corruption) -> Corruption:
    """The same for every noise that does nothing."""
    return corruption if corruption.kind != "none" and corruption.amount > 0 else Corruption()
