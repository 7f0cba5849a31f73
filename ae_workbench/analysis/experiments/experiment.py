"""What an experiment is: a claim of the article, what is measured, and what was found, all as plain data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.lab import Lab

Verdict = Literal["holds", "partly", "fails", "open"]
"""Does the claim hold? "open": it can't be tested with these data."""


@dataclass(frozen=True)
class Number:
    """A result. ``published`` is the article's own, where it gives one."""

    key: str
    label: str
    value: float
    unit: str = ""
    published: float | None = None


@dataclass(frozen=True)
class Series:
    """Points of a plot: x and y of equal length; ``style`` "line" joins them, "points" doesn't, "bars" draws them from 0."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    style: Literal["line", "points", "bars"] = "line"


@dataclass(frozen=True)
class Chart:
    """One pair of axes. ``ticks`` are names at x = 0, 1, 2, … where x isn't a number."""

    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    log_x: bool = False
    log_y: bool = False
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScatterMap:
    """Points in a plane (n, 2), coloured by whole-number label (n,)."""

    title: str
    points: NDArray[np.float32]
    labels: NDArray[np.int64] | None = None
    class_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pictures:
    """Rows of images, each (n, height, width) or (n, height, width, 3), float32 in [0, 1], with a label before each row."""

    title: str
    rows: tuple[tuple[str, NDArray[np.float32]], ...]


Plot = Chart | ScatterMap | Pictures


@dataclass(frozen=True)
class Table:
    """Columns have names; cells are texts or numbers, which are shown with four digits that count."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]


@dataclass(frozen=True)
class Findings:
    """What came out. ``words`` are whole sentences for people, the verdict's reason first."""

    verdict: Verdict
    words: tuple[str, ...]
    numbers: tuple[Number, ...] = ()
    tables: tuple[Table, ...] = ()
    plots: tuple[Plot, ...] = ()


@dataclass(frozen=True)
class Experiment:
    """A claim that can be put to the test; ``chapter`` is the key of the variant whose section makes it, or "introduction" / "closing".

    ``measure`` may take minutes, less with ``lab.quick``, and raises ``WorkbenchError`` where something is missing.
    """

    key: str
    chapter: str
    title: str
    claim: str
    measure: Callable[[Lab], Findings]
