"""Reading the list of runs, as a job for the codec thread."""

from dataclasses import dataclass

from ae_workbench.storage import trash
from ae_workbench.storage.runs import RunList, RunSummary
from ae_workbench.storage.samples import samples


@dataclass(frozen=True)
class Listing:
    """What is on disk."""

    own: tuple[RunSummary, ...]
    samples: tuple[RunSummary, ...]


class ListJob:
    """Reads the list; the first time in a session it also hands to the system's trash what was deleted in earlier ones."""

    def __init__(self) -> None:
        self.runs = RunList()
        self._has_emptied = False

    def __call__(self) -> Listing:
        if not self._has_emptied:
            self._has_emptied = True
            trash.empty(self.runs.home)
        return Listing(tuple(self.runs.read()), tuple(samples()))
