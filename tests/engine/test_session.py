"""A session from start to end: events, requests, and what is on disk afterwards."""

import gc
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.core.recipe import Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine import fitting
from ae_workbench.engine.events import BatchesEnded, EpochEnded, Event, Paused, Resumed, Started
from ae_workbench.engine.feed import Feed
from ae_workbench.engine.saving import Saving
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.conftest import Make, Recorder, ends


def endless(recipe: Recipe) -> Recipe:
    return with_settings(recipe, ["epochs=100000"])


def test_a_finished_run_tells_every_epoch_and_keeps_it(make_session: Make, recipe: Recipe) -> None:
    session, seen = make_session(recipe), Recorder()
    session.run(seen)
    assert ends(seen).outcome == "finished"
    assert [event.epoch for event in seen.of(EpochEnded)] == [1, 2]
    assert seen.of(Started)[0].examples == 1437
    assert seen.of(BatchesEnded)[-1].done == seen.of(BatchesEnded)[-1].total == 12
    run = RunFolder.open(session.run_folder.path)
    assert run.epochs() == [0, 1, 2]
    assert [record.metrics for record in run.history()] == [event.metrics for event in seen.of(EpochEnded)]
    assert run.facts.outcome == "finished"
    assert run.recipe == recipe
    assert len(list(run.path.glob("optimizer-*.npz"))) == 1


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_every_variant_learns_the_built_in_digits(make_session: Make, key: str) -> None:
    settings = ["epochs=3", "batch_size=32", "learning_rate=0.005", "schedule=constant"]
    if key in ("convolutional", "denoising"):
        settings.append("filters=4,4")
    session, seen = make_session(with_settings(find_recipe(key), settings)), Recorder()
    session.run(seen)
    assert ends(seen).outcome == "finished"
    losses = [event.metrics["val_loss"] for event in seen.of(EpochEnded)]
    assert losses[2] < 0.95 * losses[0] or key == "sequence"
    assert losses[2] < losses[0]


@pytest.mark.parametrize("key", ["simple", "denoising", "variational"])
def test_the_same_seed_gives_the_same_first_epoch(make_session: Make, key: str) -> None:
    recipe = with_settings(find_recipe(key), ["epochs=1", *(["filters=4"] if key == "denoising" else [])])
    seen = [Recorder(), Recorder(), Recorder()]
    for recorder, seed in zip(seen, (3, 3, 4), strict=True):
        make_session(with_settings(recipe, [f"seed={seed}"])).run(recorder)
    one, same, other = (recorder.of(EpochEnded)[0].metrics for recorder in seen)
    assert one == pytest.approx(same, rel=1e-6)
    assert one["loss"] != pytest.approx(other["loss"], rel=1e-6)


def test_a_stop_before_the_first_step_ends_the_run(make_session: Make, recipe: Recipe) -> None:
    session, seen = make_session(recipe), Recorder()
    session.request_stop()
    session.run(seen)
    assert ends(seen).outcome == "stopped"


def test_one_epoch_at_a_time(make_session: Make, recipe: Recipe) -> None:
    session = make_session(endless(recipe))
    session.step_epoch()
    pauses = 0

    def go_on_once(event: Event) -> None:
        nonlocal pauses
        if isinstance(event, Paused):
            pauses += 1
            session.step_epoch() if pauses < 3 else session.request_stop()

    seen = Recorder(go_on_once)
    session.run(seen)
    assert [event.epoch for event in seen.of(Paused)] == [1, 2, 3]
    assert [event.epoch for event in seen.of(EpochEnded)] == [1, 2, 3]
    assert ends(seen).outcome == "stopped"


def test_pause_waits_until_resumed(make_session: Make, recipe: Recipe) -> None:
    session = make_session(recipe)

    def pause_then_resume(event: Event) -> None:
        if isinstance(event, BatchesEnded) and event.epoch == 1:
            session.pause()
        if isinstance(event, Paused):
            session.resume()

    seen = Recorder(pause_then_resume)
    session.run(seen)
    kinds = [type(event) for event in seen.events]
    assert kinds.index(Paused) < kinds.index(Resumed) < kinds.index(EpochEnded)
    assert ends(seen).outcome == "finished"


def test_early_stopping_waits_for_its_patience(make_session: Make, recipe: Recipe) -> None:
    stalled = with_settings(recipe, ["optimizer=adam", "learning_rate=0.5", "epochs=200", "patience=2"])
    session, seen = make_session(stalled), Recorder()
    session.run(seen)
    end = ends(seen)
    assert end.outcome == "early_stopped"
    losses = [event.metrics["val_loss"] for event in seen.of(EpochEnded)]
    assert end.epoch == int(np.argmin(losses)) + 1 + 2


def test_divergence_says_the_epoch_and_keeps_the_one_before(make_session: Make, recipe: Recipe, digits: Dataset) -> None:
    first = make_session(recipe, until=1)
    first.run(Recorder())
    run = first.run_folder
    broken = [np.full_like(array, np.nan) for array in run.weights(1)]
    run.write_weights(1, broken)
    seen = Recorder()
    Session(recipe, digits, run).run(seen)
    assert ends(seen).outcome == "diverged"
    assert "epoch 2; epoch 1 is kept" in str(ends(seen).error)
    assert run.last_full_epoch == 1


def test_a_learning_rate_that_explodes_ends_as_diverged(make_session: Make, recipe: Recipe) -> None:
    wild = with_settings(recipe, ["optimizer=sgd", "learning_rate=100", "activation=linear", "epochs=60"])
    raw = make_session(wild).dataset
    stretched = replace(raw, scaling=replace(raw.scaling, scale=(1e6,)))
    session, seen = make_session(wild, stretched), Recorder()
    session.run(seen)
    assert ends(seen).outcome == "diverged"
    assert RunFolder.open(session.run_folder.path).facts.outcome == "diverged"


def test_a_failure_is_told_and_not_lost(make_session: Make, recipe: Recipe) -> None:
    session, seen = make_session(recipe), Recorder()
    (session.run_folder.path / "weights").rmdir()
    session.run(seen)
    assert ends(seen).outcome == "failed"
    assert ends(seen).error is not None


def test_the_limit_keeps_the_first_examples(make_session: Make, recipe: Recipe) -> None:
    seen = Recorder()
    make_session(replace(recipe, limit=100)).run(seen)
    assert seen.of(Started)[0].examples == 100


def test_tensorboard_reads_the_event_files(make_session: Make, recipe: Recipe, tmp_path: Path) -> None:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    from tensorflow import make_ndarray

    session = make_session(recipe, tensorboard=tmp_path / "logs")
    session.run(Recorder())
    reader = EventAccumulator(str(tmp_path / "logs" / "validation"), size_guidance={"tensors": 0})
    reader.Reload()
    assert "epoch_reconstruction" in reader.Tags()["tensors"]
    values = [float(make_ndarray(event.tensor_proto)) for event in reader.Tensors("epoch_reconstruction")]
    expected = [record.metrics["val_reconstruction"] for record in session.run_folder.history()]
    assert values == pytest.approx(expected, rel=1e-5)


def test_steps_of_the_event_files_are_the_epochs_numbers_also_of_a_training_that_is_gone_on_with(
    make_session: Make, recipe: Recipe, digits: Dataset, tmp_path: Path
) -> None:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    first = make_session(recipe, tensorboard=tmp_path / "logs")
    first.run(Recorder())
    Session(recipe, digits, RunFolder.open(first.run_folder.path), 4, tmp_path / "logs").run(Recorder())
    for part in ("train", "validation"):
        reader = EventAccumulator(str(tmp_path / "logs" / part), size_guidance={"tensors": 0})
        reader.Reload()
        assert [event.step for event in reader.Tensors("epoch_reconstruction")] == [1, 2, 3, 4]


def test_history_lines_are_json_with_metrics_in_order(make_session: Make) -> None:
    session = make_session(with_settings(find_recipe("variational"), ["epochs=1"]))
    session.run(Recorder())
    line = json.loads((session.run_folder.path / "history.jsonl").read_text())
    assert list(line["metrics"])[:4] == ["loss", "reconstruction", "reconstruction_nats", "kl"]


def graphs_of_compiled_steps() -> int:
    from tensorflow.python.framework.func_graph import FuncGraph

    gc.collect()
    return sum(isinstance(thing, FuncGraph) and thing.name.startswith("steps") for thing in gc.get_objects())


def test_nothing_of_a_training_s_graphs_is_left_once_its_model_is_let_go(make_session: Make, recipe: Recipe) -> None:
    """TensorFlow keeps custom gradients for good, and with each the graph in which it was made."""
    from ae_workbench.engine.reuse import forget_models

    forget_models()
    before = graphs_of_compiled_steps()
    make_session(with_settings(recipe, ["epochs=1"])).run(Recorder())
    assert graphs_of_compiled_steps() > before
    forget_models()
    assert graphs_of_compiled_steps() == before


@pytest.mark.parametrize("key", ["simple", "denoising", "variational"])
def test_a_model_used_again_trains_as_a_new_one_does(make_session: Make, key: str) -> None:
    """With another seed and another learning rate, and after a training that was as different as it may be."""
    from ae_workbench.engine.reuse import forget_models

    settings = ["epochs=2", "batch_size=64", "schedule=constant", "seed=7"]
    recipe = replace(with_settings(find_recipe(key), settings + (["filters=4,4"] if key == "denoising" else [])), limit=300)

    def history(given: Recipe) -> list[dict[str, float]]:
        seen = Recorder()
        make_session(given).run(seen)
        assert ends(seen).outcome == "finished"
        return [event.metrics for event in seen.of(EpochEnded)]

    forget_models()
    expected = history(recipe)
    forget_models()
    other = history(with_settings(recipe, ["seed=3", "learning_rate=0.02"]))
    compiled = graphs_of_compiled_steps()
    again = history(recipe)
    assert graphs_of_compiled_steps() == compiled
    for ours, theirs in zip(again, expected, strict=True):
        assert ours == pytest.approx(theirs, rel=1e-5)
    assert other[0]["loss"] != pytest.approx(expected[0]["loss"], rel=1e-5)


@pytest.mark.parametrize(("call", "expected"), [(0.01, 115), (0.062, 115), (0.08, 115), (0.4, 25)])
def test_reports_come_as_often_on_the_average_whatever_a_call_lasts(
    make_session: Make, recipe: Recipe, monkeypatch: pytest.MonkeyPatch, call: float, expected: int
) -> None:
    now = [0.0]
    monkeypatch.setattr(fitting, "perf_counter", lambda: now[0])
    session, seen = make_session(recipe), Recorder()
    saving = Saving(session.run_folder, session.control, seen, asks=False)
    calls = round(10 / call)
    with Feed(session.dataset.train, 1, session.dataset.scaling) as train:
        train.steps = calls + 1  # all within one epoch, whose end is always told
        keeper = fitting._Keeper(session, saving, seen, train)
        keeper.on_epoch_begin(0)
        for done in range(1, calls + 1):
            now[0] = call * done
            keeper._between(done, train.steps, {"loss": 1.0})
    saving.release()
    assert len(seen.of(BatchesEnded)) == pytest.approx(expected, abs=2)


def test_speed_and_time_left_leave_out_the_slow_first_call(make_session: Make, recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(fitting, "perf_counter", lambda: now[0])
    session, seen = make_session(recipe), Recorder()
    saving = Saving(session.run_folder, session.control, seen, asks=False)
    with Feed(session.dataset.train, 128, session.dataset.scaling) as train:
        keeper = fitting._Keeper(session, saving, seen, train)
        keeper.on_epoch_begin(0)
        for done, seconds in ((1, 5.0), (3, 5.2)):
            now[0] = seconds
            keeper._between(done, train.steps, {"loss": 1.0})
    saving.release()
    [told] = seen.of(BatchesEnded)
    assert told.done == 3
    assert told.examples_per_second == pytest.approx(128 / 0.1)
    assert told.seconds_left == pytest.approx(0.1 * (train.steps - 2) + 0.1 * train.steps)  # the call's 0.2 s are two steps
