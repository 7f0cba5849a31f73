"""Data for commands, with a progress bar where something is slow."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import choice_for
from ae_workbench.data.source import Progress
from ae_workbench.engine.datasets import load


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A bar on stderr for what takes longer than a second; with a share below 0 only what is being done."""
    from tqdm import tqdm

    look = "{desc} {bar} {percentage:.0f} %"
    with tqdm(total=100, file=sys.stderr, leave=False, delay=1.0, disable=None, bar_format=look) as bar:

        def show(share: float, doing: str) -> None:
            bar.set_description_str(doing, refresh=False)
            bar.update(max(0.0, share * 100 - bar.n))

        yield show


def load_choice(choice: Choice) -> Dataset:
    """A chosen data set; what takes time is told on stderr. Raises ``DataError``."""
    with shown_progress() as progress:
        return load(choice, progress)


def load_named(text: str | None, own: Choice) -> Dataset:
    """The data set of ``--data``, or the run's own."""
    return load_choice(choice_for(text) if text else own)
