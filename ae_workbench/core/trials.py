"""What is known of one training of a sweep, as tables and plots show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ae_workbench.core.varying import Value

State = Literal["running", "interrupted", "complete", "pruned", "failed"]
ENDED = ("complete", "pruned", "failed")


@dataclass(frozen=True)
class Trial:
    """``values`` are those of the varied parameters. ``metrics`` are the newest epoch's, with the history's keys.

    "interrupted" is gone on with where it stopped. ``seconds`` are of training alone, ``planned_epochs`` those it would run to its end.
    ``code_size``, ``compression`` and ``parameter_count`` are its plan's, 0 where there is no run. ``error`` says why it failed,
    ``is_tried_again`` that going on with the sweep tries it once more.
    """

    number: int
    values: Mapping[str, Value]
    seed: int
    state: State
    epochs: int = 0
    planned_epochs: int = 0
    metrics: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    code_size: int = 0
    compression: float = 0.0
    parameter_count: int = 0
    error: str = ""
    is_tried_again: bool = False

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED
