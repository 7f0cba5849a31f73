"""Trainings whose folder fails them: they say so, keep what is there, and go on elsewhere with what is in memory."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ae_workbench.core.errors import RunError
from ae_workbench.core.recipe import Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Event, Moved, Resumed, Started, Unsaved
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.conftest import Make, Recorder
from tests.faults.disk import BROKEN, FULL, READ_ONLY, BadDisk
from tests.faults.holder import held_elsewhere


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> BadDisk:
    return BadDisk(monkeypatch)


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return with_settings(find_recipe("simple"), ["code_size=8", "epochs=4", "batch_size=256", "schedule=cosine"])


@pytest.fixture(scope="module")
def straight(recipe: Recipe, digits: Dataset, tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """The same training with nothing in its way."""
    session = Session(recipe, digits, RunFolder.create(tmp_path_factory.mktemp("straight") / "run", recipe, digits))
    session.run(Recorder())
    return session.run_folder


def after_epoch(epoch: int, do: Any) -> Any:
    """A reaction: ``do`` once this epoch is kept."""
    return lambda event: do() if isinstance(event, EpochEnded) and event.epoch == epoch else None


def ended(seen: Recorder) -> Ended:
    assert [type(event) for event in seen.events].count(Ended) == 1
    assert isinstance(seen.events[-1], Ended)
    return seen.events[-1]


def assert_same(run: RunFolder, straight: RunFolder, epoch: int = 4) -> None:
    """Weights and history are those of a training with nothing in its way."""
    assert [record.epoch for record in run.history()] == list(range(1, epoch + 1))
    for one, other in zip(run.history(), straight.history(), strict=True):
        assert one.metrics == pytest.approx(other.metrics, rel=1e-4)
    for one, other in zip(run.weights(epoch), straight.weights(epoch), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


@pytest.mark.parametrize(
    ("error", "words"), [(FULL, "The disk is full"), (READ_ONLY, "can't be written to"), (BROKEN, "choose another folder")]
)
def test_without_anybody_to_ask_the_training_fails_with_a_sentence_and_keeps_what_is_there(
    make_session: Make, recipe: Recipe, disk: BadDisk, straight: RunFolder, digits: Dataset, error: int, words: str
) -> None:
    session = make_session(recipe)
    folder = session.run_folder.path
    disk.error = error
    seen = Recorder(after_epoch(2, lambda: setattr(disk, "place", folder)))
    session.run(seen)
    end = ended(seen)
    assert (end.outcome, end.epoch) == ("failed", 2)
    assert isinstance(end.error, RunError) and words in str(end.error) and str(folder) in str(end.error)
    run = RunFolder.open(folder)
    assert run.epochs() == [0, 1, 2] and run.facts.outcome == ""
    assert not list(folder.rglob("*.tmp"))
    disk.place = None
    Session(recipe, digits, run).run(Recorder())
    assert_same(run, straight)


@pytest.mark.parametrize("error", [FULL, READ_ONLY])
def test_it_goes_on_in_another_folder_with_all_that_was_learned(
    make_session: Make, recipe: Recipe, disk: BadDisk, straight: RunFolder, tmp_path: Path, error: int
) -> None:
    session = make_session(recipe, asks_for_place=True)
    folder = session.run_folder.path
    disk.error = error

    def react(event: Event) -> None:
        after_epoch(2, lambda: setattr(disk, "place", folder))(event)
        if isinstance(event, Unsaved):
            assert event.run == folder
            session.save_in(tmp_path / "elsewhere")

    seen = Recorder(react)
    session.run(seen)
    new = tmp_path / "elsewhere" / folder.name
    assert (ended(seen).outcome, ended(seen).epoch, ended(seen).run) == ("finished", 4, new)
    assert seen.of(Moved) == [Moved(new, 2)]
    order = [type(event) for event in seen.events]
    assert order.index(Unsaved) < order.index(Moved) < order.index(Resumed)
    run = RunFolder.open(new)
    assert run.facts.outcome == "finished" and run.epochs() == [0, 1, 2, 3, 4]
    assert_same(run, straight)
    assert RunFolder.open(folder).epochs() == [0, 1, 2]


def test_of_a_folder_that_was_deleted_the_history_and_the_newest_weights_are_kept(
    make_session: Make, recipe: Recipe, straight: RunFolder, tmp_path: Path
) -> None:
    session = make_session(recipe, asks_for_place=True)
    folder = session.run_folder.path

    def react(event: Event) -> None:
        after_epoch(4, lambda: shutil.rmtree(folder))(event)
        if isinstance(event, Unsaved):
            assert "moved or deleted" in str(event.error)
            session.save_in(tmp_path / "elsewhere")

    seen = Recorder(react)
    session.run(seen)
    assert ended(seen).outcome == "finished"
    run = RunFolder.open(tmp_path / "elsewhere" / folder.name)
    assert run.epochs() == [4] and run.optimizer(4) is not None
    assert run.facts.outcome == "finished"
    assert_same(run, straight)


def test_a_folder_that_was_moved_is_whole_where_it_is(make_session: Make, recipe: Recipe, straight: RunFolder, digits: Dataset) -> None:
    session = make_session(recipe)
    folder = session.run_folder.path
    moved = folder.with_name("moved away")
    seen = Recorder(after_epoch(2, lambda: folder.rename(moved)))
    session.run(seen)
    assert ended(seen).outcome == "failed" and "moved or deleted" in str(ended(seen).error)
    assert not folder.exists()
    run = RunFolder.open(moved)
    assert run.epochs() == [0, 1, 2]
    Session(recipe, digits, run).run(Recorder())
    assert_same(run, straight)


def test_it_can_be_tried_again_in_the_same_place(
    make_session: Make, recipe: Recipe, disk: BadDisk, straight: RunFolder, tmp_path: Path
) -> None:
    session = make_session(recipe, asks_for_place=True)
    asked: list[str] = []

    def react(event: Event) -> None:
        after_epoch(1, lambda: setattr(disk, "place", tmp_path))(event)
        if isinstance(event, Unsaved):
            asked.append(str(event.error))
            if len(asked) == 1:
                session.save_in(tmp_path / "just as full")
            else:
                disk.place = None
                session.try_again()

    seen = Recorder(react)
    session.run(seen)
    assert ended(seen).outcome == "finished"
    assert len(asked) == 2 and "just as full" in asked[1]
    assert not (tmp_path / "just as full" / session.run_folder.path.name).exists()
    assert_same(session.run_folder, straight)


def test_a_stop_ends_the_wait(make_session: Make, recipe: Recipe, disk: BadDisk) -> None:
    session = make_session(recipe, asks_for_place=True)
    disk.place = session.run_folder.path
    seen = Recorder(lambda event: session.request_stop() if isinstance(event, Unsaved) else None)
    session.run(seen)
    assert ended(seen).outcome == "failed" and "The disk is full" in str(ended(seen).error)
    assert len(seen.of(Unsaved)) == 1


def test_a_run_that_another_program_holds_is_left_alone(make_session: Make, recipe: Recipe) -> None:
    session = make_session(recipe)
    before = {path: path.read_bytes() for path in session.run_folder.path.rglob("*.json")}
    with held_elsewhere(session.run_folder.path):
        seen = Recorder()
        session.run(seen)
        assert ended(seen).outcome == "failed" and "open in another AE Workbench" in str(ended(seen).error)
        assert {path: path.read_bytes() for path in session.run_folder.path.rglob("*.json")} == before
    again = Recorder()
    session.run(again)
    assert ended(again).outcome == "finished", "the lock of a program that was killed is nobody's"


def test_an_interruption_by_the_keyboard_is_a_stop(make_session: Make, recipe: Recipe) -> None:
    session = make_session(recipe)

    def interrupt(event: Event) -> None:
        if isinstance(event, BatchesEnded) and event.epoch == 2:
            raise KeyboardInterrupt

    seen = Recorder(interrupt)
    with pytest.raises(KeyboardInterrupt):
        session.run(seen)
    assert ended(seen).outcome == "stopped"
    assert RunFolder.open(session.run_folder.path).facts.outcome == "stopped"


def test_a_history_that_cannot_be_read_at_the_end_ends_it_once(make_session: Make, recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    session = make_session(recipe)

    def refuse(run: RunFolder, outcome: str) -> None:
        raise RunError("The run's history can't be read.")

    monkeypatch.setattr(RunFolder, "end", refuse)
    seen = Recorder()
    session.run(seen)
    assert [(end.outcome, str(end.error)) for end in seen.of(Ended)] == [("failed", "The run's history can't be read.")]


def test_going_on_with_a_cut_off_training_ends_where_it_was_to_end(make_session: Make, recipe: Recipe, digits: Dataset) -> None:
    session = make_session(recipe, until=2)
    session.run(Recorder())
    run = session.run_folder
    run.begin(3)
    assert (RunFolder.open(run.path).facts.outcome, RunFolder.open(run.path).facts.until) == ("", 3)
    seen = Recorder()
    Session(recipe, digits, run, run.facts.until).run(seen)
    assert seen.of(Started)[0].first_epoch == 2
    assert ended(seen).epoch == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_the_command_line_says_it_in_a_sentence_and_exits_1(tmp_path: Path) -> None:
    most_bytes = 150_000
    code = "import resource, sys; from ae_workbench.app import main\n"
    code += f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most_bytes}, {most_bytes})); sys.exit(main(sys.argv[1:]))"
    words = ["train", "simple", "--run", str(tmp_path / "run"), "--epochs", "3", "--limit", "100", "--json"]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stderr
    [sentence] = done.stderr.splitlines()
    assert sentence.startswith("ae-workbench: The disk is full")
    end = json.loads(done.stdout.splitlines()[-1])
    assert (end["event"], end["outcome"], end["epoch"]) == ("ended", "failed", 0)
    assert RunFolder.open(tmp_path / "run").last_full_epoch == 0
