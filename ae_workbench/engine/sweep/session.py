"""One sweep from start to end, for window and command line alike. It never imports TensorFlow: its crew does."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from threading import Event as Flag
from time import monotonic

from ae_workbench.core.errors import RunError, WorkbenchError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.trials import Trial
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import Cancelled, Progress
from ae_workbench.engine import datasets
from ae_workbench.engine.sweep import events
from ae_workbench.engine.sweep.crew import Crew, EpochTold, Task, TaskEnded
from ae_workbench.engine.sweep.events import SweepEvent, SweepOutcome
from ae_workbench.engine.sweep.pace import Pace
from ae_workbench.engine.sweep.records import AnotherRun, gone, run_of, trial_on_disk, with_run
from ae_workbench.engine.sweep.study import Study
from ae_workbench.storage.run_folder import RunFolder, is_run
from ae_workbench.storage.sweeps import SweepFolder, remove_run
from ae_workbench.variants.sweeps import check_sweep, recipe_at

POLL_S = 0.25
PATIENCE_S = 3.0
"""For a trial to stop by itself."""
EPOCH_EVENTS_S = 0.1
TRIES = 2
WHOLE = ("finished", "early_stopped")
Emit = Callable[[SweepEvent], None]
Load = Callable[[Choice, Progress], Dataset]


class SweepSession:
    """Trains what a sweep's folder still lacks. ``make_crew`` is called once the data are here; requests come from any thread."""

    def __init__(self, folder: SweepFolder, make_crew: Callable[[], Crew], load: Load = datasets.load) -> None:
        self.folder = folder
        self._make_crew = make_crew
        self._load = load
        self._stop, self._pause = Flag(), Flag()
        self._emit: Emit = lambda event: None
        self._running: dict[int, Trial] = {}
        self._pruned: set[int] = set()
        self._tries: dict[int, int] = {}
        self._told: dict[int, float] = {}

    def request_stop(self) -> None:
        """End soon; trials under way are gone on with next time."""
        self._stop.set()

    def pause(self) -> None:
        self._pause.set()

    def resume(self) -> None:
        self._pause.clear()

    def run(self, emit: Emit) -> None:
        """Train until nothing is left, stopped or failed; ``emit`` is called on this thread and gets exactly one ``SweepEnded``, last."""
        self._emit = emit
        outcome: SweepOutcome = "stopped"  # also of an interruption by the keyboard
        error: Exception | None = None
        self._study: Study | None = None
        try:
            with self.folder.hold():
                outcome = self._train()
        except Cancelled:
            outcome = "stopped"
        except Exception as failure:  # thread boundary: handed on, not lost
            outcome, error = "failed", failure
        finally:
            study = self._study
            total = study.total if study else self.folder.sweep.trial_count
            emit(events.SweepEnded(outcome, study.done if study else 0, total, error))

    def _train(self) -> SweepOutcome:
        sweep = self.folder.sweep
        self._dataset = self._load(sweep.recipe.data, self._tell_loading)
        check_sweep(sweep, self._dataset.shape)
        self._limited = self._dataset.limited(sweep.recipe.limit)
        self._study = Study(self.folder)
        trials = tuple(trial_on_disk(self.folder, kept) for kept in self._study.trials())
        for trial in trials:
            if trial.error == gone():
                self._study.train_anew(trial.number)
        self._check_data(trials)
        self._emit(events.SweepStarted(self.folder.path, self._study.total, trials))
        self._pace = Pace()
        crew = self._make_crew()
        try:
            return self._follow(crew, self._study)
        finally:
            crew.close()
            self._leave_open()

    def _tell_loading(self, share: float, doing: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._emit(events.SweepPreparing(share, doing))

    def _check_data(self, trials: tuple[Trial, ...]) -> None:
        """Trials can be compared only where they were trained on the same data."""
        for trial in trials:
            with suppress(WorkbenchError):  # of one whose run is gone or broken the others tell
                run = run_of(self.folder, trial)
                break
        else:
            return
        if run.facts.fingerprint != self._limited.fingerprint:
            raise RunError(f"The data are no longer those that the trials in {self.folder.path} were trained on: begin a new sweep.")

    # Going through the trials

    def _follow(self, crew: Crew, study: Study) -> SweepOutcome:
        has_more, is_paused, is_stopping, patient_until = True, False, False, 0.0
        while self._running or (has_more and not is_stopping):
            if self._stop.is_set() and not is_stopping:
                is_stopping, patient_until = True, monotonic() + PATIENCE_S
                for number in self._running:
                    crew.stop(number)
            if is_stopping and monotonic() > patient_until:
                break
            if self._pause.is_set() != is_paused and not is_stopping:
                is_paused = not is_paused
                self._obey_pause(crew, is_paused)
            while has_more and not (is_stopping or is_paused) and len(self._running) < crew.size:
                has_more = self._begin(crew, study)
            if not self._running and not has_more:
                break
            for report in crew.poll(POLL_S):
                if isinstance(report, EpochTold):
                    self._hear_epoch(crew, study, report)
                else:
                    has_more |= self._hear_end(crew, study, report)
            self._emit(self._pace.told(study.done, study.total, self._running.values()))
        return "stopped" if is_stopping else "finished"

    def _leave_open(self) -> None:
        """What didn't stop by itself, as while it imports TensorFlow, or was under way at a failure; every epoch it told is on disk."""
        for number, trial in self._running.items():
            with suppress(WorkbenchError):  # of a run that can't be read, what was told is shown
                trial = with_run(trial, RunFolder.open(self.folder.run_path(number)))
            self._emit(events.TrialEnded(replace(trial, state="interrupted")))
        self._running.clear()

    def _obey_pause(self, crew: Crew, is_paused: bool) -> None:
        if is_paused:
            crew.pause()
            self._pace.pause()
            self._emit(events.SweepPaused())
        else:
            crew.resume()
            self._pace.resume()
            self._emit(events.SweepResumed())

    def _begin(self, crew: Crew, study: Study) -> bool:
        """Whether there was another one to begin."""
        number = study.begin()
        if number is None:
            return False
        values, seed = study.point(number)
        trial = Trial(number, values, seed, "running")
        try:
            run = self._run_of(trial)
        except AnotherRun as found:
            study.leave(number)
            self._emit(events.NumberLeft(number, str(found)))
            return True
        except WorkbenchError as problem:
            study.fail(number, str(problem), again=True)
            self._emit(events.TrialEnded(replace(trial, state="failed", error=str(problem), is_tried_again=True)))
            return True
        trial = self._running[number] = with_run(trial, run)
        self._emit(events.TrialStarted(trial))
        if run.facts.outcome in WHOLE:  # it ended, and then this program did before it noted so
            self._hear_end(crew, study, TaskEnded(number, "finished"))
        else:
            crew.begin(Task(number, run.path))
        return True

    def _run_of(self, trial: Trial) -> RunFolder:
        """The run of a trial, as far as it got or new. Raises ``AnotherRun`` where its place is taken."""
        path = self.folder.run_path(trial.number)
        if is_run(path):
            return run_of(self.folder, trial)
        remove_run(path)
        return RunFolder.create(path, recipe_at(self.folder.sweep, trial.values, trial.seed), self._limited)

    def _hear_epoch(self, crew: Crew, study: Study, told: EpochTold) -> None:
        trial = self._running.get(told.number)
        if trial is None:
            return
        sweep = self.folder.sweep
        self._running[told.number] = replace(
            trial, epochs=told.epoch, seconds=trial.seconds + told.seconds, metrics=dict(told.metrics)
        )  # fmt: skip
        value = told.metrics.get(sweep.objective)
        if sweep.prunes and value is not None and told.epoch < trial.planned_epochs and study.report(told.number, told.epoch, value):
            self._pruned.add(told.number)
            crew.stop(told.number)
        now = monotonic()
        if now - self._told.get(told.number, 0.0) >= EPOCH_EVENTS_S:
            self._told[told.number] = now
            self._emit(events.TrialEpoch(self._running[told.number]))

    def _hear_end(self, crew: Crew, study: Study, end: TaskEnded) -> bool:
        """Note how a trial ended; gives whether it is to be begun once more."""
        run = RunFolder.open(self.folder.run_path(end.number))
        trial = with_run(self._running[end.number], run)
        again = end.outcome == "lost" and not self._stop.is_set() and self._tries.get(end.number, 1) < TRIES
        if again:
            self._tries[end.number] = self._tries.get(end.number, 1) + 1
            study.reopen(end.number)
            settled = replace(trial, state="interrupted", error=end.error)
        else:
            settled = self._settled(study, trial, end, run)
        del self._running[end.number]
        self._emit(events.TrialEnded(settled))
        return again

    def _settled(self, study: Study, trial: Trial, end: TaskEnded, run: RunFolder) -> Trial:
        value = trial.metrics.get(self.folder.sweep.objective)
        if end.outcome in WHOLE and value is not None:
            study.complete(trial.number, value)
            run.keep_ends()
            return replace(trial, state="complete")
        if end.outcome == "stopped" and trial.number in self._pruned:
            study.prune(trial.number)
            run.keep_ends()
            return replace(trial, state="pruned")
        if end.outcome == "stopped" or (end.outcome == "lost" and self._stop.is_set()):
            return replace(trial, state="interrupted")
        error = end.error or f"The trial ended without {self.folder.sweep.objective}."
        again = end.outcome != "diverged"
        study.fail(trial.number, error, again)
        return replace(trial, state="failed", error=error, is_tried_again=again)
