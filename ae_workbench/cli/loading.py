"""Data for commands, with a progress bar where something is slow."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset, SplitName
from ae_workbench.data.loading import choice_for, choice_like
from ae_workbench.data.source import Progress
from ae_workbench.engine.datasets import load
from ae_workbench.storage.run_folder import RunFolder


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


def load_choice(choice: Choice, to_learn: bool = True) -> Dataset:
    """A chosen data set; what takes time is told on stderr. Raises ``DataError``."""
    with shown_progress() as progress:
        return load(choice, progress, to_learn)


def other_data(chosen: Namespace, run: RunFolder) -> Choice | None:
    """What ``--data`` says, read as the run's own data are; None where it says nothing, or these."""
    if not chosen.data:
        return None
    choice = choice_like(choice_for(chosen.data), run.recipe.data, run.facts.shape)
    return None if choice == run.recipe.data else choice


def chosen_split(chosen: Namespace, other: Choice | None) -> SplitName:
    """What ``--split`` says; otherwise all examples of a file or folder that isn't the run's own, the test examples of other data."""
    if chosen.split:
        name: SplitName = chosen.split
        return name
    return "all" if other is not None and "path" in other.parameters else "test"
