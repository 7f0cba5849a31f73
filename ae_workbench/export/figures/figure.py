"""What a figure is: a key, words for people, what it takes and a function that draws it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.corruption import Corruption
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset, SplitName
from ae_workbench.data.source import Progress, silent
from ae_workbench.export.figures.sheet import Medium, Sheet
from ae_workbench.export.figures.style import Look
from ae_workbench.export.subject import Subject

ENDINGS = (".png", ".svg", ".pdf")
USUAL_DPI, LEAST_DPI, MOST_DPI = 200, 50, 1200
VECTOR_DPI = 300
"""Of images inside SVG and PDF."""


@dataclass(frozen=True)
class FigureRequest:
    """What is asked for.

    ``epoch`` is a stored one, by default the newest. ``data`` are those whose examples are shown, by default each run's own;
    ``dataset`` are the same, loaded already. ``count`` means what the kind says. ``examples`` are positions in the ``split``, by default
    one of each class in turn. ``corruption`` is noise in place of the run's own, for figures about noise. ``layout`` is how codes of more
    than two numbers lie on a plane. ``progress`` is told what is done and may raise ``Cancelled``.
    """

    runs: tuple[Path, ...]
    out: Path
    epoch: int | None = None
    data: Choice | None = None
    dataset: Dataset | None = None
    count: int | None = None
    split: SplitName = "test"
    examples: tuple[int, ...] = ()
    corruption: Corruption | None = None
    layout: str = "pca"
    dpi: int = USUAL_DPI
    look: Look = field(default_factory=Look)
    progress: Progress = silent

    @property
    def medium(self) -> Medium:
        is_vector = self.out.suffix.lower() != ".png"
        return Medium(max(self.dpi, VECTOR_DPI) if is_vector else self.dpi, self.look)


@dataclass(frozen=True)
class Count:
    """What the number of things in a figure is called, and what it may be."""

    label: str
    usual: int
    low: int
    high: int


@dataclass(frozen=True)
class FigureKind:
    """``draw`` gets one subject, or where the kind ``compares`` several. ``viewers`` are the keys of viewers that show the same.

    ``check`` raises a sentence for a run that the kind doesn't suit, without anything slow. ``uses_model``, ``uses_data``: what must be
    loaded; ``uses_epoch``: whether weights of the epoch must be stored. ``takes_examples``, ``takes_noise`` and ``takes_layout``: whether
    these of the request count.
    """

    key: str
    label: str
    help: str
    draw: Callable[[Sequence[Subject], FigureRequest], Sheet]
    viewers: tuple[str, ...]
    count: Count | None = None
    compares: bool = False
    uses_model: bool = True
    uses_data: bool = True
    uses_epoch: bool = True
    takes_examples: bool = False
    takes_noise: bool = False
    takes_layout: bool = False
    check: Callable[[Subject], None] = lambda subject: None

    def counted(self, request: FigureRequest) -> int:
        """How many things to show."""
        usual = self.count.usual if self.count else 0
        return usual if request.count is None else request.count


def shown(subject: Subject, request: FigureRequest, count: int) -> NDArray[np.intp]:
    """Positions of the examples to show. Raises ``WorkbenchError`` for one that isn't there."""
    if not request.examples:
        return subject.typical(count)
    total = len(subject.split)
    for index in request.examples:
        if not 0 <= index < total:
            raise WorkbenchError(f"There is no example {index} among the {total:,} of {subject.dataset.name}: count them from 0.")
    return np.asarray(request.examples, np.intp)


def heading(subject: Subject, *more: str) -> str:
    """Title of a figure of one run at one epoch."""
    return " · ".join([subject.name, f"epoch {subject.epoch}", *more])


def number(value: float, form: str = ".2f") -> str:
    """A number in text, with a minus sign as plots have it."""
    text = f"{value:{form}}"
    return (text if float(text.replace(",", "")) else text.lstrip("-")).replace("-", "−")
