"""What is asked of a report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import Progress, silent

Say = Callable[[str], str]
"""A sentence in the language of the report."""


def english(text: str) -> str:
    """As it is written."""
    return text


@dataclass(frozen=True)
class ReportRequest:
    """``home`` keeps the article's results, of which those on ``choice`` are told, of a quick look or a full one.

    ``out`` are the files to write, each ending in ``.html`` or ``.pdf``. ``steps`` are the keys of those that are told, by default all.
    ``dataset`` are the data of ``choice`` where they are loaded already. ``language`` is that of ``say``, such as "zh_CN".
    """

    home: Path
    choice: Choice
    quick: bool
    out: tuple[Path, ...]
    steps: Sequence[str] = ()
    dataset: Dataset | None = None
    say: Say = english
    language: str = "en"
    progress: Progress = silent

    def is_wanted(self, ending: str) -> bool:
        """Whether a file with this ending is asked for."""
        return any(path.suffix.lower() == ending for path in self.out)
