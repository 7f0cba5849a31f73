"""How long the epochs of a training take."""

from pathlib import Path

from ae_workbench.core.recipe import Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.events import Ended, EpochEnded, Event
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder


def epoch_seconds(recipe: Recipe, dataset: Dataset, path: Path) -> list[float]:
    """Of each epoch, the first of which compiles; the run is made at ``path``. Raises what the training fails by."""
    seconds: list[float] = []

    def note(event: Event) -> None:
        if isinstance(event, EpochEnded):
            seconds.append(event.seconds)
        if isinstance(event, Ended) and event.error:
            raise event.error

    Session(recipe, dataset, RunFolder.create(path, recipe, dataset)).run(note)
    return seconds
