"""What happens in a training, as small frozen events; window and command line match over the same ones.

No import of TensorFlow here, so that anyone can name an event without waiting for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ae_workbench.core.errors import RunError

Outcome = Literal["finished", "stopped", "early_stopped", "diverged", "failed"]
Metrics = Mapping[str, float]


@dataclass(frozen=True)
class Preparing:
    """Something slow before the first step: ``stage`` is "importing", "building" or "compiling"."""

    stage: Literal["importing", "building", "compiling"]


@dataclass(frozen=True)
class Started:
    """Training begins (or goes on) after ``first_epoch`` epochs and will end after ``epochs``."""

    run: Path
    first_epoch: int
    epochs: int
    examples: int
    parameter_count: int


@dataclass(frozen=True)
class Incomplete:
    """Something of the run that is gone on with can't be read; ``problem`` is a sentence that says what is done without it."""

    problem: RunError


@dataclass(frozen=True)
class BatchesEnded:
    """Some steps of ``epoch`` (from 1) are done; at most 14 of these a second."""

    epoch: int
    done: int
    total: int
    examples_per_second: float
    seconds_left: float
    metrics: Metrics = field(default_factory=dict)


@dataclass(frozen=True)
class EpochEnded:
    """``epoch`` (from 1) is trained, validated and on disk. ``partial``: it was stopped in the middle and not validated."""

    epoch: int
    seconds: float
    metrics: Metrics
    partial: bool = False


@dataclass(frozen=True)
class Paused:
    """The training waits, after ``epoch`` full epochs."""

    epoch: int


@dataclass(frozen=True)
class Resumed:
    """The training goes on."""


@dataclass(frozen=True)
class Unsaved:
    """What was learned can't be written into ``run``, for the reason ``error``. The training waits, with everything in memory."""

    error: Exception
    run: Path


@dataclass(frozen=True)
class Moved:
    """The run goes on in another folder, ``run``, after ``epoch`` full epochs."""

    run: Path
    epoch: int


@dataclass(frozen=True)
class Ended:
    """The one last event of every training. ``epoch`` is the last epoch kept; ``error`` says why it failed or diverged."""

    outcome: Outcome
    epoch: int = 0
    error: Exception | None = None
    run: Path | None = None


Event = Preparing | Incomplete | Started | BatchesEnded | EpochEnded | Paused | Resumed | Unsaved | Moved | Ended
