"""The sweeps in a folder at a glance."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ae_workbench.core.combinations import best_of
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import State, Trial
from ae_workbench.engine.sweep.journal import AGAIN, decoded, kept_trials, state_of
from ae_workbench.storage.lock import is_held_elsewhere
from ae_workbench.storage.paths import sweeps_home
from ae_workbench.storage.run_folder import is_run
from ae_workbench.storage.stamp import stamp
from ae_workbench.storage.sweeps import RUNS, SweepFolder, sweep_paths

if TYPE_CHECKING:
    from optuna.trial import FrozenTrial

Stamp = tuple[int, int]


@dataclass(frozen=True)
class SweepSummary:
    """``done`` trials of ``total`` have ended and are not tried again; ``best`` is the lowest objective, a mean over seeds.

    ``is_held``: another program goes on with it. A folder that can't be read has a ``problem``, a sentence, and no ``sweep``.
    """

    path: Path
    created: datetime
    sweep: Sweep | None = None
    done: int = 0
    total: int = 0
    best: float | None = None
    is_held: bool = False
    problem: str = ""

    @property
    def is_whole(self) -> bool:
        return self.sweep is not None and self.done >= self.total


class SweepList:
    """The sweeps in a folder, by default where new ones are made. Reads again only what has changed since; not for two threads."""

    def __init__(self, home: Path | None = None) -> None:
        self.home = sweeps_home() if home is None else home
        self._known: dict[Path, tuple[tuple[Stamp, Stamp], SweepSummary]] = {}

    def read(self) -> list[SweepSummary]:
        """Every sweep, the newest first."""
        known = {}
        for path in sweep_paths(self.home):
            now = stamp(path / "journal.log"), stamp(path / RUNS)
            before = self._known.get(path)
            try:
                found = before[1] if before is not None and before[0] == now else summary(path)
            except FileNotFoundError:  # deleted meanwhile
                continue
            known[path] = now, replace(found, is_held=found.sweep is not None and is_held_elsewhere(path))
        self._known = known
        return [found for _, found in known.values()]


def summary(path: Path) -> SweepSummary:
    """What is known of one sweep. ``FileNotFoundError`` where there is no folder."""
    created = datetime.fromtimestamp((path / "sweep.json").stat().st_mtime).astimezone()
    try:
        folder = SweepFolder.open(path)
        kept = kept_trials(folder)
    except WorkbenchError as problem:
        return SweepSummary(path, created, problem=str(problem))
    states = [state_of(trial) for trial in kept]
    gone = sum(state == "complete" and not is_run(folder.run_path(trial.number)) for trial, state in zip(kept, states, strict=True))
    again = sum(state == "failed" and bool(trial.user_attrs.get(AGAIN)) for trial, state in zip(kept, states, strict=True))
    done = sum(state != "interrupted" for state in states) - gone - again
    sweep = folder.sweep
    best = best_of(sweep, [_judged(sweep, trial, state) for trial, state in zip(kept, states, strict=True)])
    mean = best.combination.mean if best is not None else None
    return SweepSummary(path, created, sweep, done, sweep.trial_count, mean, is_held_elsewhere(path))


def _judged(sweep: Sweep, kept: "FrozenTrial", state: State) -> Trial:
    """A trial as the journal alone has it."""
    values, seed = decoded(sweep, kept.params)
    return Trial(kept.number, values, seed, state, metrics={} if kept.value is None else {sweep.objective: kept.value})
