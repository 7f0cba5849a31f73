"""Epochs are written while the next ones are trained, and told once they are on disk."""

from threading import Event as Signal
from threading import enumerate as threads
from time import sleep

import pytest

from ae_workbench.core.recipe import Recipe
from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Event, Paused
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from tests.engine.conftest import Make, Recorder

PATIENCE_S = 60
write = RunFolder.add_epoch


def test_the_next_epoch_is_trained_while_one_is_written(make_session: Make, recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    trains = Signal()
    waited: list[bool] = []

    def wait_for_the_next(run: RunFolder, record: EpochRecord, *arrays: object) -> None:
        if record.epoch == 1:
            waited.append(trains.wait(PATIENCE_S))
        write(run, record, *arrays)  # type: ignore[arg-type]

    monkeypatch.setattr(RunFolder, "add_epoch", wait_for_the_next)
    seen = Recorder(lambda event: trains.set() if isinstance(event, BatchesEnded) and event.epoch == 2 else None)
    make_session(recipe).run(seen)
    assert waited == [True]
    assert [event.epoch for event in seen.of(EpochEnded)] == [1, 2]


def test_an_epoch_is_told_and_a_pause_and_the_end_come_once_it_is_on_disk(
    make_session: Make, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_slowly(run: RunFolder, *rest: object) -> None:
        sleep(0.1)
        write(run, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(RunFolder, "add_epoch", write_slowly)
    session = make_session(recipe)
    session.step_epoch()
    on_disk: list[tuple[type, int, int]] = []

    def look(event: Event) -> None:
        if isinstance(event, EpochEnded | Paused | Ended):
            on_disk.append((type(event), event.epoch, RunFolder.open(session.run_folder.path).last_full_epoch))
        if isinstance(event, Paused):
            session.resume()

    session.run(Recorder(look))
    assert on_disk == [(EpochEnded, 1, 1), (Paused, 1, 1), (EpochEnded, 2, 2), (Ended, 2, 2)]


def test_what_is_no_failure_of_the_disk_is_told_once(make_session: Make, recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(run: RunFolder, *rest: object) -> None:
        raise ValueError("a mistake")

    monkeypatch.setattr(RunFolder, "add_epoch", break_down)
    seen = Recorder()
    make_session(recipe).run(seen)
    [end] = seen.of(Ended)
    assert (end.outcome, end.epoch, str(end.error)) == ("failed", 0, "a mistake")
    assert not [thread for thread in threads() if thread.name.startswith("saving")]
