"""Small real data and sessions for the engine's tests."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from ae_workbench.cli import main
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load
from ae_workbench.engine.events import Ended, Event
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings

E = TypeVar("E")
Make = Callable[..., Session]


@pytest.fixture(scope="session")
def digits() -> Dataset:
    return load(Choice("digits"))


@pytest.fixture
def recipe() -> Recipe:
    return with_settings(find_recipe("simple"), ["code_size=8", "epochs=2", "batch_size=128"])


@pytest.fixture
def make_session(tmp_path: Path, digits: Dataset) -> Make:
    """Makes sessions in run folders of their own under the test's folder."""
    made: list[Path] = []

    def make(recipe: Recipe, dataset: Dataset = digits, **rest: object) -> Session:
        path = tmp_path / f"run {len(made)}"
        made.append(path)
        return Session(recipe, dataset, RunFolder.create(path, recipe, dataset), **rest)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short sparse run on some of the built-in digits."""
    path = tmp_path_factory.mktemp("runs") / "sparse"
    assert main(["train", "sparse", "--run", str(path), "--epochs", "3", "--limit", "600", "--seed", "4", "--json"]) == 0
    return path


class Recorder:
    """Keeps the events of a session, and calls a hand-written reaction for each."""

    def __init__(self, react: Callable[[Event], object] = lambda event: None) -> None:
        self.events: list[Event] = []
        self._react = react

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        self._react(event)

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]


def ends(recorder: Recorder) -> Ended:
    assert [isinstance(event, Ended) for event in recorder.events].count(True) == 1
    assert isinstance(recorder.events[-1], Ended)
    return recorder.events[-1]
