"""A diagnosis in words, and what can be done about it as data: window and command line show the same one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ae_workbench.analysis.diagnosis.facts import Facts

Severity = Literal["problem", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("problem", "warning", "hint")
"""The worst first. A hint is friendly advice about a healthy run."""


@dataclass(frozen=True)
class Change:
    """Train the recipe anew with these ``key=value`` settings, as the command line takes them; ``words`` stand on a button."""

    words: str
    settings: tuple[str, ...]


@dataclass(frozen=True)
class ShowEpoch:
    """Look at the run as it was after ``epoch``."""

    words: str
    epoch: int


@dataclass(frozen=True)
class GoOn:
    """Train the run for so many epochs more."""

    words: str
    epochs: int


@dataclass(frozen=True)
class ChooseData:
    """Change or replace the data."""

    words: str


Remedy = Change | ShowEpoch | GoOn | ChooseData


@dataclass(frozen=True)
class Diagnosis:
    """``words`` are whole sentences: what is seen, what it means, what to do. ``remedies``: the one to try first comes first.

    ``help`` is the key of a page. ``explains``: maladies of these keys are only consequences of this one.
    """

    key: str
    severity: Severity
    title: str
    words: tuple[str, ...]
    remedies: tuple[Remedy, ...]
    help: str
    explains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Malady:
    """Something a training can suffer from: ``name`` says what is looked for, ``look`` whether these facts show it."""

    key: str
    name: str
    look: Callable[[Facts], Diagnosis | None]
