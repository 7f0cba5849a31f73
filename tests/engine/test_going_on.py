"""A run that is gone on with after a stop, or with a part of it damaged or gone."""

import numpy as np
import pytest

from ae_workbench.core.recipe import Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.events import BatchesEnded, Event, Incomplete
from ae_workbench.engine.session import Session
from ae_workbench.storage.arrays import write_arrays
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.conftest import Make, Recorder, ends


def test_stop_in_an_epoch_keeps_it_as_partial_and_going_on_redoes_it(make_session: Make, recipe: Recipe, digits: Dataset) -> None:
    session = make_session(recipe)

    def stop_in_second(event: Event) -> None:
        if isinstance(event, BatchesEnded) and event.epoch == 2:
            session.request_stop()

    seen = Recorder(stop_in_second)
    session.run(seen)
    run = RunFolder.open(session.run_folder.path)
    assert (ends(seen).outcome, ends(seen).epoch) == ("stopped", 1)
    assert run.last_full_epoch == 1
    partial = run.history()[1:]
    assert [(record.epoch, record.partial) for record in partial] in ([], [(2, True)])
    Session(recipe, digits, run).run(Recorder())
    uninterrupted = make_session(recipe)
    uninterrupted.run(Recorder())
    for resumed, straight in zip(run.weights(2), uninterrupted.run_folder.weights(2), strict=True):
        np.testing.assert_allclose(resumed, straight, atol=1e-5)
    assert [record.partial for record in run.history()] == [False, False]


def test_going_on_continues_optimizer_schedule_and_noise(make_session: Make, digits: Dataset) -> None:
    recipe = with_settings(find_recipe("denoising"), ["form=dense", "hidden=16", "code_size=8", "epochs=4"])
    halves, straight = make_session(recipe, until=2), make_session(recipe)
    halves.run(Recorder())
    Session(recipe, digits, RunFolder.open(halves.run_folder.path), until=4).run(Recorder())
    straight.run(Recorder())
    assert halves.run_folder.history()[3].metrics == pytest.approx(straight.run_folder.history()[3].metrics, rel=1e-5)


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_broken_last_epoch_is_told_and_the_one_before_is_gone_on_from(
    make_session: Make, recipe: Recipe, digits: Dataset, is_gone: bool
) -> None:
    session = make_session(recipe, until=2)
    session.run(Recorder())
    run = session.run_folder
    weights = run.path / "weights" / "0002.npz"
    weights.unlink() if is_gone else weights.write_bytes(weights.read_bytes()[:100])
    seen = Recorder()
    Session(recipe, digits, run, until=3).run(seen)
    assert (ends(seen).outcome, ends(seen).epoch) == ("finished", 3)
    [told] = seen.of(Incomplete)
    assert str(told.problem).startswith("The weights of epoch 2") and "goes on after epoch 1" in str(told.problem)
    assert [record.epoch for record in run.history()] == [1, 2, 3]
    assert run.epochs() == [0, 1, 2, 3] and len(run.weights(2)) == len(run.weights(1))


@pytest.mark.parametrize(("content", "words"), [(None, "isn't in"), (b"PK\x03\x04", "can't be read")])
def test_an_optimizer_whose_state_is_lost_begins_anew_and_that_is_told(
    make_session: Make, recipe: Recipe, digits: Dataset, content: bytes | None, words: str
) -> None:
    session = make_session(recipe, until=1)
    session.run(Recorder())
    [state] = session.run_folder.path.glob("optimizer-*.npz")
    state.unlink() if content is None else state.write_bytes(content)
    seen = Recorder()
    Session(recipe, digits, session.run_folder, until=2).run(seen)
    assert ends(seen).outcome == "finished"
    [told] = seen.of(Incomplete)
    assert words in str(told.problem) and str(told.problem).endswith("egins anew.")


def test_an_optimizer_s_state_of_another_model_is_left_alone_and_that_is_told(make_session: Make, recipe: Recipe, digits: Dataset) -> None:
    session = make_session(recipe, until=1)
    session.run(Recorder())
    [state] = session.run_folder.path.glob("optimizer-*.npz")
    arrays = session.run_folder.optimizer(1)
    assert arrays is not None
    with state.open("wb") as file:
        write_arrays(file, [*arrays[:-1], np.zeros((2, 3), np.float32)])
    seen = Recorder()
    Session(recipe, digits, session.run_folder, until=2).run(seen)
    assert ends(seen).outcome == "finished"
    [told] = seen.of(Incomplete)
    assert "doesn't belong to this model: it begins anew" in str(told.problem)
