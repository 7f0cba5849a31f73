"""What can be written from a run for other tools: a key, words for people, what it takes and a function that writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ae_workbench.core.inference import ModelPart
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset, SplitName
from ae_workbench.data.source import Progress, silent
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.stored import stored_epoch

Part = ModelPart
Group = Literal["models", "code", "data"]
PARTS: tuple[Part, ...] = ("whole", "encoder", "decoder")


@dataclass(frozen=True)
class ExportRequest:
    """What is asked for.

    ``epoch`` is a stored one, by default the newest. ``part`` counts for models. ``data`` and ``split`` count for exporters of data;
    no ``data`` means the run's own, and a ``dataset`` is the same, loaded already. ``progress`` is told what is done and may raise
    ``Cancelled``; nothing is left then.
    """

    run: Path
    out: Path
    epoch: int | None = None
    part: Part = "whole"
    data: Choice | None = None
    split: SplitName = "test"
    progress: Progress = silent
    dataset: Dataset | None = None

    @property
    def stored_epoch(self) -> int:
        """The epoch asked for, or the newest that is stored. Raises ``RunError``."""
        return stored_epoch(RunFolder.open(self.run), self.epoch)


def nothing(request: ExportRequest) -> tuple[Path, ...]:
    """No further files."""
    return ()


@dataclass(frozen=True)
class Exporter:
    """One format. ``suffixes`` are the endings of its file, the usual one first; a folder has none.

    ``parts`` are the parts of the model that can be asked for, none where that makes no sense. ``uses_epoch``, ``uses_data``: whether
    these of the request count. ``write`` imports what is heavy only when called; it writes whole or not at all and may raise
    ``WorkbenchError``, ``OSError`` or ``Cancelled``. Call it through ``exporters.export``, which checks first. ``beside`` gives the
    further files that it writes, each only where there is something to write into it.
    """

    key: str
    label: str
    help: str
    group: Group
    suffixes: tuple[str, ...]
    write: Callable[[ExportRequest], None]
    parts: tuple[Part, ...] = ()
    uses_epoch: bool = True
    uses_data: bool = False
    beside: Callable[[ExportRequest], tuple[Path, ...]] = nothing

    @property
    def is_folder(self) -> bool:
        return not self.suffixes

    @property
    def suffix(self) -> str:
        """The usual ending, "" for a folder."""
        return self.suffixes[0] if self.suffixes else ""
