"""What a sweep asks of those that train for it, be they processes of this computer or a cluster."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

TaskOutcome = Literal["finished", "early_stopped", "stopped", "diverged", "failed", "lost"]
"""As a session's; "lost": whatever trained it is gone."""


@dataclass(frozen=True)
class Task:
    """A run to be trained to its end; its folder is there, with epochs where it is gone on with."""

    number: int
    run: Path


@dataclass(frozen=True)
class EpochTold:
    """An epoch is on disk."""

    number: int
    epoch: int
    seconds: float
    metrics: Mapping[str, float]


@dataclass(frozen=True)
class TaskEnded:
    """``error`` is a sentence, where there is something to say."""

    number: int
    outcome: TaskOutcome
    error: str = ""


Report = EpochTold | TaskEnded


class Crew(Protocol):
    """Used by one thread. ``size`` is how many tasks it takes at once; every task begun is answered by one ``TaskEnded``."""

    size: int

    def begin(self, task: Task) -> None: ...

    def poll(self, timeout_s: float) -> Sequence[Report]:
        """What happened since, after waiting at most so long for something to happen."""

    def stop(self, number: int) -> None:
        """Have a task stop soon; its epochs stay."""

    def pause(self) -> None: ...
    def resume(self) -> None: ...

    def close(self) -> None:
        """End everything at once."""
