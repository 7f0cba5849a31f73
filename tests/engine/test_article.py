"""Working through the article: events, results that stay, steps that are there already, stop, pause and errors."""

import threading

import pytest

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.steps import Step, chapter_step
from ae_workbench.analysis.experiments.experiment import Findings, Number
from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.article import ArticleEnded, ArticleSession, DataLoading, StepEnded, StepProgressed, StepStarted
from ae_workbench.engine.findings import kept, results_home, runs_of
from ae_workbench.engine.forecast import Forecast, expected_seconds
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.conftest import Recorder

DIGITS = Choice("digits")


def counting(key: str, made: list[str]) -> Step:
    """A step that trains nothing, and keeps that it was made."""

    def measure(lab):
        lab.progress(0.5, f"Halfway through {key}")
        made.append(key)
        return Findings("holds", (f"{key} was made.",), (Number("made", "Made", float(len(made))),))

    return Step(f"experiments/{key}", "simple", key, measure)


def failing(problem: Exception) -> Step:
    def measure(lab):
        raise problem

    return Step("experiments/broken", "simple", "Broken", measure)


@pytest.fixture
def make(tmp_path, digits):
    def session(*steps, **rest):
        rest.setdefault("dataset", digits)
        return ArticleSession(steps, DIGITS, tmp_path / "article", rest.pop("quick", True), **rest)

    return session


def test_steps_are_told_in_order_and_their_results_are_kept(make):
    made, seen = [], Recorder()
    session = make(counting("one", made), counting("two", made))
    session.run(seen)
    assert [(event.key, event.number, event.total) for event in seen.of(StepStarted)] == [
        ("experiments/one", 1, 2),
        ("experiments/two", 2, 2),
    ]
    assert [event.overall for event in seen.of(StepProgressed)] == [0.25, 0.75]
    assert seen.events[-1] == ArticleEnded("finished")
    result = kept(session.results, "experiments/one")
    assert result == seen.of(StepEnded)[0].result
    assert result.data == "Digits" and "keras" in result.versions and "Python" in result.machine


def test_what_is_there_is_not_made_again_unless_asked(make):
    made = []
    make(counting("one", made)).run(Recorder())
    seen = Recorder()
    make(counting("one", made), counting("two", made)).run(seen)
    assert made == ["one", "two"]
    assert [event.was_there for event in seen.of(StepEnded)] == [True, False]
    make(counting("one", made), anew=True).run(Recorder())
    assert made == ["one", "two", "one"]


def test_results_of_other_data_and_of_a_quick_look_stand_apart(make, tmp_path, digits):
    made = []
    make(counting("one", made)).run(Recorder())
    make(counting("one", made), quick=False).run(Recorder())
    make(counting("one", made), dataset=digits.limited(100)).run(Recorder())  # the same choice, but the data have changed
    assert made == ["one"] * 3
    other = results_home(tmp_path, Choice("array", {"path": "/a"}), True)
    assert len({other, results_home(tmp_path, DIGITS, True), results_home(tmp_path, DIGITS, False)}) == 3


def test_a_step_that_fails_stops_no_other_and_keeps_no_result(make):
    made, seen = [], Recorder()
    session = make(failing(DataError("There is nothing.")), counting("two", made))
    session.run(seen)
    assert made == ["two"] and str(seen.of(StepEnded)[0].error) == "There is nothing."
    assert seen.events[-1] == ArticleEnded("failed", ("experiments/broken",))
    assert kept(session.results, "experiments/broken") is None


def test_a_result_that_can_not_be_kept_is_said(make):
    session = make(counting("one", []))
    session.results.parent.mkdir(parents=True)
    session.results.write_text("in the way")
    seen = Recorder()
    session.run(seen)
    assert "can't be kept" in str(seen.of(StepEnded)[0].error)


def test_a_stop_ends_it_and_keeps_what_is_done(make):
    made = []
    session = make(counting("one", made), counting("two", made))
    seen = Recorder(lambda event: session.request_stop() if isinstance(event, StepEnded) else None)
    session.run(seen)
    assert made == ["one"] and seen.events[-1] == ArticleEnded("stopped")
    assert kept(session.results, "experiments/one") is not None


def test_a_pause_holds_it_until_it_goes_on(make):
    made, reached = [], threading.Event()
    session = make(counting("one", made), counting("two", made))
    session.pause()
    seen = Recorder(lambda event: reached.set())
    thread = threading.Thread(target=session.run, args=(seen,))
    thread.start()
    assert reached.wait(20) and made == []
    session.resume()
    thread.join(20)
    assert made == ["one", "two"] and seen.events[-1] == ArticleEnded("finished")


def test_data_are_loaded_where_none_are_given_and_their_error_is_handed_on(make, tmp_path):
    seen = Recorder()
    make(counting("one", []), dataset=None).run(seen)
    assert seen.of(DataLoading) and seen.of(StepEnded)[0].result.data == "Digits"
    seen = Recorder()
    ArticleSession([counting("one", [])], Choice("array", {"path": str(tmp_path / "gone.npy")}), tmp_path, True).run(seen)
    [ended] = seen.of(ArticleEnded)
    assert ended.outcome == "failed" and "gone.npy" in str(ended.error)


# Real chapters


def test_a_chapter_is_trained_in_both_settings_and_its_models_are_found_again(make, digits, monkeypatch):
    monkeypatch.setattr("ae_workbench.analysis.experiments.making.QUICK_DENSE_EPOCHS", 4)
    step = chapter_step(CHAPTERS["simple"])
    seen = Recorder()
    make(step, dataset=digits.limited(150)).run(seen)
    result = seen.of(StepEnded)[0].result
    runs = [RunFolder.open(run) for run in runs_of(make(step).home, result)]
    assert [run.recipe.training.optimizer for run in runs] == ["adadelta", "adam"]
    assert [recipe["training"]["optimizer"] for recipe in result.recipes] == ["adadelta", "adam"]
    numbers = {number.key: number.value for number in result.findings.numbers}
    assert {f"published_{quantity.metric}" for quantity in CHAPTERS["simple"].quantities} <= numbers.keys()
    assert numbers["modern_val_loss"] < numbers["published_val_loss"]
    shares = [event.share for event in seen.of(StepProgressed)]
    assert shares == sorted(shares) and max(share for share in shares if share < 0.5) > 0.3 and shares[-1] > 0.9
    weights = [run.path / "history.jsonl" for run in runs]
    before = [path.stat().st_mtime_ns for path in weights]
    make(step, dataset=digits.limited(150), anew=True).run(Recorder())
    assert [path.stat().st_mtime_ns for path in weights] == before


def test_a_training_that_was_stopped_is_gone_on_with(make, digits):
    recipe = with_settings(find_recipe("simple"), ["code_size=4", "epochs=6", "batch_size=50"])

    def measure(lab):
        lab.progress(0, "Training", until=1)
        return Findings("holds", (str(len(lab.model(recipe).epochs)),))

    step = Step("experiments/trained", "simple", "Trained", measure)
    session = make(step, dataset=digits.limited(100))

    def stop_in_epoch_three(event):
        if isinstance(event, StepProgressed) and "epoch 3" in event.text:
            session.request_stop()

    session.run(Recorder(stop_in_epoch_three))
    [run] = (session.home / "runs").iterdir()
    assert 0 < RunFolder.open(run).last_full_epoch < 6
    seen = Recorder()
    make(step, dataset=digits.limited(100)).run(seen)
    assert seen.of(StepEnded)[0].result.findings.words == ("6",)
    assert len(list((session.home / "runs").iterdir())) == 1


# Time left


def test_a_chapter_is_expected_to_take_longer_with_more_data_and_with_convolutions(digits):
    steps = [chapter_step(CHAPTERS[key]) for key in ("simple", "convolutional")]
    simple, convolutional = expected_seconds(steps, digits, False, {})
    assert simple < convolutional
    assert expected_seconds(steps, digits.limited(100), False, {})[1] < convolutional
    assert expected_seconds(steps, digits, True, {})[1] < convolutional
    assert expected_seconds([*steps, counting("one", [])], digits, False, {})[2] == (simple + convolutional) / 2
    assert expected_seconds(steps, digits, False, {"chapters/simple": 7.0})[0] == 7.0


def test_the_whole_counts_steps_by_how_long_they_take():
    forecast = Forecast([10.0, 30.0])
    assert forecast.share(0, 0.5) == 0.125 and forecast.share(1, 0.5) == 0.625
    assert forecast.seconds_left(0, 0.0) is None
