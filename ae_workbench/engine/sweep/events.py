"""What happens in a sweep, as small frozen events; window and command line match over the same ones."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ae_workbench.core.trials import Trial

SweepOutcome = Literal["finished", "stopped", "failed"]


@dataclass(frozen=True)
class SweepPreparing:
    """Something slow before the first trial; ``share`` is below 0 where it isn't known."""

    share: float
    doing: str


@dataclass(frozen=True)
class SweepStarted:
    """``trials`` are those that there are already, of ``total``."""

    path: Path
    total: int
    trials: tuple[Trial, ...]


@dataclass(frozen=True)
class TrialStarted:
    """A trial begins or goes on."""

    trial: Trial


@dataclass(frozen=True)
class TrialEpoch:
    """A trial has a newer epoch on disk; at most ten of these a second for each trial."""

    trial: Trial


@dataclass(frozen=True)
class TrialEnded:
    """A trial is complete, pruned or failed, or "interrupted" because the sweep is stopped."""

    trial: Trial


@dataclass(frozen=True)
class NumberLeft:
    """A trial's place held a run of another recipe, which ``why`` says: the trial begins anew with another number."""

    number: int
    why: str


@dataclass(frozen=True)
class SweepProgressed:
    """``done`` trials of ``total`` have ended; ``share`` counts the epochs of the others too. ``seconds_left`` is None while unknown."""

    done: int
    total: int
    share: float
    seconds_left: float | None


@dataclass(frozen=True)
class SweepPaused:
    """Everything waits."""


@dataclass(frozen=True)
class SweepResumed:
    """Everything goes on."""


@dataclass(frozen=True)
class SweepEnded:
    """The one last event of every sweep; "finished": nothing is left to be trained. ``error`` says why it failed."""

    outcome: SweepOutcome
    done: int = 0
    total: int = 0
    error: Exception | None = None


SweepEvent = (
    SweepPreparing
    | SweepStarted
    | TrialStarted
    | TrialEpoch
    | TrialEnded
    | NumberLeft
    | SweepProgressed
    | SweepPaused
    | SweepResumed
    | SweepEnded
)
