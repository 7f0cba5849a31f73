"""A whole folder cleaned into another one."""

from dataclasses import dataclass
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.source import Progress
from ae_workbench.engine.cleaning import Kind, open_cleaner
from ae_workbench.export.cleaning import clean_file, inputs_of, outputs_for
from ae_workbench.ui.modes.documents.jobs import Ticket
from ae_workbench.ui.sentences import sentence


@dataclass(frozen=True)
class BatchEnded:
    """``failed`` are sentences, one for each file that couldn't be cleaned."""

    out: Path
    done: int
    failed: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class BatchJob:
    """Every file of a kind in a folder through a run. One that can't be cleaned is told of, and the others go on."""

    run: Path
    epoch: int | None
    kind: Kind
    folder: Path
    out: Path
    ticket: Ticket

    def __call__(self) -> BatchEnded:
        sources = inputs_of([self.folder], self.kind)
        targets = outputs_for(sources, self.out, self.kind, there="keep")
        self.ticket(-1.0, "Starting TensorFlow")
        cleaner = open_cleaner(self.run, self.epoch)
        failed: list[str] = []
        for place, (source, target) in enumerate(zip(sources, targets, strict=True)):
            try:
                clean_file(cleaner, source, target, None, self._among(place, len(sources)))
            except WorkbenchError as problem:
                failed.append(sentence(problem))
        return BatchEnded(self.out, len(sources) - len(failed), tuple(failed))

    def _among(self, place: int, count: int) -> Progress:
        return lambda share, doing: self.ticket((place + share) / count, doing)
