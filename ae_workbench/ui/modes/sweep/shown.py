"""The sweep that the page shows: its trials, as they come, in head, plots and table."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ae_workbench.core.combinations import Best, best_of
from ae_workbench.core.trials import Trial
from ae_workbench.engine.sweep.events import NumberLeft, SweepEnded, SweepStarted, TrialEnded, TrialEpoch, TrialStarted
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.ui.modes.sweep.results import SweepResults
from ae_workbench.ui.modes.sweep.runner import SweepRunner
from ae_workbench.ui.modes.sweep.standing import standing_of
from ae_workbench.ui.sentences import in_words

REDRAW_MS = 250


class ShownSweep(QObject):
    """Any sweep on disk, or none: ``folder`` and ``trials`` by number. Where it is the runner's, it follows what happens there.

    ``noticed`` gives sentences about what nobody would expect.
    """

    noticed = Signal(str)

    def __init__(self, results: SweepResults, runner: SweepRunner) -> None:
        super().__init__(results)
        self._results, self._runner = results, runner
        self.folder: SweepFolder | None = None
        self.trials: dict[int, Trial] = {}
        self._total = 0
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self.draw)
        runner.happened.connect(self._follow)

    @property
    def best(self) -> Best | None:
        """The combination with the lowest error, with the trial of it that is opened."""
        return best_of(self.folder.sweep, self.trials.values()) if self.folder is not None else None

    @property
    def _is_the_runner_s(self) -> bool:
        """Whether it is what the runner works on, or worked on last."""
        return self.folder is not None and self._runner.folder is not None and self.folder.path == self._runner.folder.path

    def show(self, folder: SweepFolder, trials: list[Trial]) -> None:
        """Another sweep, with the trials that it has so far."""
        self.folder = folder
        self._total = folder.sweep.trial_count
        self.trials = {trial.number: trial for trial in trials}
        self._results.show_sweep(folder, trials)
        self.show_head()
        self.draw()

    def forget(self) -> None:
        """It is gone, and no other is shown yet."""
        self.folder = None

    def show_head(self) -> None:
        """What it is, how far it is, and whether it can be gone on with."""
        if self.folder is None:
            return
        running = self._runner.is_running and self._is_the_runner_s
        standing = standing_of(self.trials.values(), self._total)
        self._results.head.show_sweep(self.folder, standing, running, can_go_on=not self._runner.is_running)

    @Slot()
    def draw(self) -> None:
        """Plots follow a few times a second."""
        if self.folder is not None:
            self._results.draw(self.trials)
            self._results.head.show_best(self.best, self.folder.sweep)

    def rest(self) -> None:
        """Draw no more of what has come."""
        self._redraw.stop()

    def end(self) -> None:
        """The runner has stopped: draw its last trials, or offer to go on with the sweep that was looked at meanwhile."""
        self.rest()
        self.draw()
        if not self._is_the_runner_s:
            self.show_head()

    @Slot(object)
    def _follow(self, event: object) -> None:
        if self.folder is None or not self._is_the_runner_s:
            return
        match event:
            case SweepStarted(trials=trials, total=total):
                self.trials = {trial.number: trial for trial in trials}
                self._total = total
                self._results.show_sweep(self.folder, list(trials))
                self.draw()
            case TrialStarted(trial=trial):
                again = [old.number for old in self.trials.values() if (old.values, old.seed) == (trial.values, trial.seed)]
                self._drop([number for number in again if number != trial.number])
                self._put(trial)
            case TrialEpoch(trial=trial) | TrialEnded(trial=trial):
                self._put(trial)
            case NumberLeft(number=number, why=why):
                self._drop([number])
                self.noticed.emit(f"{in_words(why)} {self.tr('The trial is trained under another number.')}")
            case SweepEnded(total=total):
                self._total = total
                self._results.head.standing = standing_of(self.trials.values(), total)
                self.draw()
        self._results.head.follow(event)

    def _put(self, trial: Trial) -> None:
        """A trial that is new, or knows more of itself."""
        self.trials[trial.number] = trial
        self._results.table.trials.put(trial)
        if not self._redraw.isActive():
            self._redraw.start()

    def _drop(self, numbers: list[int]) -> None:
        """Trials that others stand for now."""
        found = [number for number in numbers if self.trials.pop(number, None) is not None]
        if found and self.folder is not None:
            self._results.table.trials.show_sweep(self.folder.sweep, list(self.trials.values()))
