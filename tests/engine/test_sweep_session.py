"""A sweep from start to end, whoever trains: order, resuming, pruning, failures. The crew is a fake; runs and Optuna's journal are real."""

import shutil
from dataclasses import replace

import pytest

from ae_workbench.core.errors import DataError, RunError
from ae_workbench.data.loading import load
from ae_workbench.engine.sweep import events
from ae_workbench.engine.sweep.listing import SweepList
from ae_workbench.engine.sweep.records import read_trials
from ae_workbench.engine.sweep.session import SweepSession
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.fake_crew import EPOCHS, RECIPE, FakeCrew, go, make_folder
from tests.faults.holder import held_elsewhere


def ended(heard, kind=events.TrialEnded):
    return [event.trial for event in heard if isinstance(event, kind)]


def test_every_combination_is_trained_once_with_every_seed(tmp_path):
    folder, crew = make_folder(tmp_path, "code_size=2,4,8", seeds=(1, 2)), FakeCrew()
    heard = go(folder, crew)
    assert heard[-1] == events.SweepEnded("finished", 6, 6) and crew.most == 2 and crew.is_closed
    trials = read_trials(folder)
    assert [(trial.values["code_size"], trial.seed) for trial in trials] == [(2, 1), (4, 1), (8, 1), (2, 2), (4, 2), (8, 2)]
    assert {(trial.state, trial.epochs, trial.seconds) for trial in trials} == {("complete", EPOCHS, EPOCHS * 0.5)}
    assert (trials[0].code_size, trials[0].compression) == (2, 392.0)
    run = RunFolder.open(folder.run_path(5))
    assert (run.recipe.parameters.code_size, run.recipe.training.seed, run.recipe.limit) == (8, 2, 100)
    assert run.epochs() == [0, EPOCHS]  # the epochs between went when it ended


def test_lists_of_layers_come_back_as_they_were(tmp_path):
    recipe = replace(with_settings(find_recipe("deep"), ["epochs=1"]), limit=100)
    folder = make_folder(tmp_path, "hidden=64-32,none", recipe=recipe)
    go(folder)
    assert [trial.values["hidden"] for trial in read_trials(folder)] == [(64, 32), ()]


def test_progress_never_goes_back_and_tells_time_left(tmp_path):
    heard = go(make_folder(tmp_path, "code_size=2,4,8,16"))
    told = [event for event in heard if isinstance(event, events.SweepProgressed)]
    shares = [event.share for event in told]
    assert shares == sorted(shares) and shares[-1] == 1.0 and told[-2].seconds_left is not None


def test_a_stopped_sweep_goes_on_with_the_epochs_it_has(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4,8")
    heard = go(folder, FakeCrew(1), lambda event, session: session.request_stop() if isinstance(event, events.TrialEpoch) else None)
    assert (heard[-1].outcome, heard[-1].done) == ("stopped", 0)
    [left] = read_trials(folder)
    assert (left.state, left.epochs) == ("interrupted", 1)
    crew = FakeCrew(1)
    assert go(folder, crew)[-1].outcome == "finished" and crew.begun == [0, 1, 2]
    trials = read_trials(folder)
    assert [trial.state for trial in trials] == ["complete"] * 3 and trials[0].seconds == EPOCHS * 0.5
    crew = FakeCrew()
    assert go(folder, crew)[-1] == events.SweepEnded("finished", 3, 3) and crew.begun == []


def test_a_program_that_died_loses_nothing_but_the_epoch_under_way(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4,8")

    class PowerCut(BaseException):
        pass

    told = []

    def cut(event, session):
        told.append(isinstance(event, events.SweepProgressed))
        if told.count(True) == 2:  # two epochs of two trials
            raise PowerCut

    with pytest.raises(PowerCut):
        go(folder, FakeCrew(2), cut)
    with folder.journal.open("ab") as journal:
        journal.write(b'{"op_code": 5, "wor')  # half a line
    crew = FakeCrew(2)
    assert go(folder, crew)[-1] == events.SweepEnded("finished", 3, 3) and crew.begun == [0, 1, 2]
    assert [trial.seconds for trial in read_trials(folder)] == [EPOCHS * 0.5] * 3


def test_a_journal_that_is_broken_is_told(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4")
    go(folder)
    lines = folder.journal.read_bytes().splitlines(keepends=True)
    folder.journal.write_bytes(b"".join([*lines[:3], b"nonsense\n", *lines[3:]]))
    crew = FakeCrew()
    assert "journal of the sweep" in str(go(folder, crew)[-1].error) and crew.begun == []
    with pytest.raises(RunError, match="is broken"):
        read_trials(folder)


def test_a_trial_whose_end_was_not_noted_is_not_trained_again(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4")

    class Killed(BaseException):
        pass

    def kill(event, session):
        if isinstance(event, events.TrialEpoch) and event.trial.number == 1:
            raise Killed

    with pytest.raises(Killed):
        go(folder, FakeCrew(2), kill)
    run = RunFolder.open(folder.run_path(0))
    crew = FakeCrew(1)
    crew.begin(type("Task", (), {"number": 0, "run": run.path}))
    while crew.tasks:
        crew.poll(0)
    crew = FakeCrew(2)
    assert go(folder, crew)[-1].done == 2 and crew.begun == [1]


@pytest.mark.parametrize("sampler", ["grid", "random"])
def test_a_run_of_another_recipe_is_never_taken_for_a_trial_of_its_number(tmp_path, sampler):
    """As when a journal is brought back that is older than the runs."""
    texts, more = (["code_size=2,4,8"], {}) if sampler == "grid" else (["code_size=log:2:512"], {"trials": 3})
    folder = make_folder(tmp_path, *texts, sampler=sampler, seeds=(1, 2), **more)
    go(folder)
    folder.journal.unlink()
    for number, strangers in enumerate((6, 10)):  # the second is another sweep's first
        path = folder.run_path(number)
        run = RunFolder.open(path)
        run.change_recipe(with_settings(run.recipe, [f"code_size={strangers}"]))
    heard = go(folder)
    left = [event for event in heard if isinstance(event, events.NumberLeft)]
    assert {0, 1} <= {event.number for event in left} and "another recipe" in left[0].why
    trials = read_trials(folder)
    assert heard[-1].outcome == "finished" and len(trials) == 6 and not {0, 1} & {trial.number for trial in trials}
    for trial in trials:
        recipe = RunFolder.open(folder.run_path(trial.number)).recipe
        assert (recipe.parameters.code_size, recipe.training.seed) == (trial.values["code_size"], trial.seed)
    assert RunFolder.open(folder.run_path(0)).recipe.parameters.code_size == 6  # as it was
    crew = FakeCrew()
    assert go(folder, crew)[-1] == events.SweepEnded("finished", 6, 6) and crew.begun == []


def test_one_that_failed_is_tried_again_past_a_run_of_another_recipe(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4")
    go(folder, FakeCrew(2, {0: ("failed", "Too much memory.")}))
    shutil.copytree(folder.run_path(1), folder.run_path(2))
    crew = FakeCrew()
    assert go(folder, crew)[-1].outcome == "finished" and crew.begun == [3]
    assert [(trial.number, trial.values["code_size"], trial.state) for trial in read_trials(folder)] == [
        (1, 4, "complete"),
        (3, 2, "complete"),
    ]


def test_a_whole_trial_whose_run_is_gone_or_broken_is_open_again(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4,8,16")
    go(folder)
    listed = SweepList(folder.path.parent)
    assert listed.read()[0].done == 4
    value = read_trials(folder)[0].metrics["val_reconstruction"]
    shutil.rmtree(folder.run_path(0))
    (folder.run_path(1) / "recipe.json").write_text("{")
    (folder.run_path(2) / "history.jsonl").unlink()
    assert listed.read()[0].done == 3  # that it is there is all that a glance tells
    trials = read_trials(folder)
    assert [trial.state for trial in trials] == ["interrupted"] * 3 + ["complete"]
    assert trials[0].metrics == {"val_reconstruction": value} and all("gone or broken" in trial.error for trial in trials[:3])
    crew = FakeCrew()
    heard = go(folder, crew)
    [began] = [event for event in heard if isinstance(event, events.SweepStarted)]
    assert sum(trial.has_ended for trial in began.trials) == 1
    told = [event.done for event in heard if isinstance(event, events.SweepProgressed)]
    assert (told[0], heard[-1]) == (1, events.SweepEnded("finished", 4, 4)) and sorted(crew.begun) == [4, 5, 6]
    trials = read_trials(folder)
    assert {trial.values["code_size"] for trial in trials} == {2, 4, 8, 16} and {trial.epochs for trial in trials} == {EPOCHS}
    assert {trial.state for trial in trials} == {"complete"}


def test_what_is_lost_is_tried_once_more_and_then_failed(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4")
    heard = go(folder, FakeCrew(1, {0: ("lost", "The process ended.")}))
    assert [(trial.number, trial.state) for trial in ended(heard)] == [(0, "interrupted"), (0, "complete"), (1, "complete")]

    class Hopeless(FakeCrew):
        def _step(self, number):
            return [self._end(number, "lost", "The process ended.")]

    other = make_folder(tmp_path / "other", "code_size=2")
    heard = go(other, Hopeless(1))
    assert [(trial.state, trial.error) for trial in ended(heard)] == [
        ("interrupted", "The process ended."),
        ("failed", "The process ended."),
    ]


def test_failures_are_kept_and_tried_again_next_time_but_divergence_is_not(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4,8")
    go(folder, FakeCrew(3, {0: ("failed", "Too much memory."), 1: ("diverged", "The loss is no number.")}))
    assert [(trial.state, trial.error) for trial in read_trials(folder)] == [
        ("failed", "Too much memory."), ("failed", "The loss is no number."), ("complete", ""),
    ]  # fmt: skip
    crew = FakeCrew()
    assert go(folder, crew)[-1].outcome == "finished" and crew.begun == [3]
    trials = read_trials(folder)
    assert [(trial.number, trial.values["code_size"], trial.state) for trial in trials] == [
        (1, 4, "failed"), (2, 8, "complete"), (3, 2, "complete"),
    ]  # fmt: skip


def test_trials_that_lag_behind_are_pruned_if_asked(tmp_path):
    recipe = replace(RECIPE, training=replace(RECIPE.training, epochs=5))
    folder = make_folder(tmp_path, "code_size=512,256,128,64,32,16,2,1", recipe=recipe, prunes=True)
    go(folder, FakeCrew(1))
    states = {trial.values["code_size"]: (trial.state, trial.epochs) for trial in read_trials(folder)}
    assert states[2] == states[1] == ("pruned", 2) and states[512] == states[32] == ("complete", 5)
    assert not any(trial.state == "pruned" for trial in ended(go(make_folder(tmp_path / "b", "code_size=512,256,128,64,32,16,2,1"))))


@pytest.mark.parametrize("sampler", ["random", "tpe"])
def test_samplers_pick_points_for_every_seed_and_go_on_with_others(tmp_path, sampler):
    folder = make_folder(tmp_path, "code_size=log:2:512", "learning_rate=log:1e-4:1e-1", sampler=sampler, trials=4, seeds=(1, 2))

    def stop_later(event, session):
        if isinstance(event, events.TrialEnded) and event.trial.number == 2:
            session.request_stop()

    go(folder, FakeCrew(1), stop_later)
    assert go(folder)[-1] == events.SweepEnded("finished", 8, 8)
    trials = read_trials(folder)
    points = {tuple(trial.values.values()) for trial in trials}
    assert len(points) == 4 and all(2 <= size <= 512 and 1e-4 <= rate <= 0.1 for size, rate in points)
    assert sorted(trial.seed for trial in trials) == [1] * 4 + [2] * 4


def test_a_point_that_a_sampler_picks_again_is_trained_once(tmp_path):
    folder, crew = make_folder(tmp_path, "code_size=lin:2:3", sampler="random", trials=12), FakeCrew()
    heard = go(folder, crew)
    assert (heard[-1].outcome, heard[-1].done, heard[-1].total) == ("finished", 2, 2) and len(crew.begun) == 2


def test_a_paused_sweep_begins_nothing_until_it_goes_on(tmp_path):
    folder, crew = make_folder(tmp_path, "code_size=2,4,8"), FakeCrew(1)
    seen = []

    def pause(event, session):
        if isinstance(event, events.TrialStarted) and event.trial.number == 0:
            session.pause()
        if isinstance(event, events.SweepProgressed) and crew.said[-1:] == ["pause"]:
            seen.append(len(crew.begun))
            session.resume()

    heard = go(folder, crew, pause)
    assert seen == [1] and crew.said == ["pause", "resume"] and heard[-1].done == 3
    kinds = [type(event) for event in heard]
    assert kinds.index(events.SweepPaused) < kinds.index(events.SweepResumed)


def test_what_does_not_stop_by_itself_is_left_open(tmp_path, monkeypatch):
    class Stubborn(FakeCrew):
        def _step(self, number):
            return []

    monkeypatch.setattr("ae_workbench.engine.sweep.session.PATIENCE_S", 0.0)
    folder, crew = make_folder(tmp_path, "code_size=2,4"), Stubborn(2)
    heard = go(folder, crew, lambda event, session: session.request_stop() if isinstance(event, events.TrialStarted) else None)
    assert heard[-1].outcome == "stopped" and crew.is_closed
    assert {trial.state for trial in ended(heard)} == {"interrupted"} == {trial.state for trial in read_trials(folder)}


def test_a_failure_of_the_sweep_leaves_no_trial_running(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4")

    class Broken(FakeCrew):
        def poll(self, timeout_s):
            reports = super().poll(timeout_s)
            if 0 not in self.tasks:  # its end is among the reports, and its run is gone
                shutil.rmtree(folder.run_path(0))
            return reports

    crew = Broken(2)
    heard = go(folder, crew)
    assert heard[-1].outcome == "failed" and heard[-1].error and crew.is_closed
    assert [(trial.number, trial.state, trial.epochs) for trial in ended(heard)] == [(0, "interrupted", 3), (1, "interrupted", 3)]


def test_data_that_do_not_come_or_have_changed_end_it_with_a_sentence(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4")

    def nowhere(choice, progress):
        raise DataError("There is no network.")

    heard = []
    SweepSession(folder, FakeCrew, nowhere).run(heard.append)
    assert heard[-1].outcome == "failed" and str(heard[-1].error) == "There is no network."
    go(folder, FakeCrew(1), lambda event, session: session.request_stop() if isinstance(event, events.TrialEpoch) else None)
    heard = []
    SweepSession(folder, FakeCrew, lambda choice, progress: load(choice, progress).limited(50)).run(heard.append)
    assert isinstance(heard[-1].error, RunError) and "no longer those" in str(heard[-1].error)


def test_a_sweep_runs_only_once_at_a_time_even_across_programs(tmp_path, monkeypatch):
    folder = make_folder(tmp_path, "code_size=2,4")

    def held(path):
        raise RunError("held")

    monkeypatch.setattr("ae_workbench.storage.sweeps.hold", held)
    heard = []
    SweepSession(folder, FakeCrew).run(heard.append)
    assert "is running in another AE Workbench" in str(heard[-1].error)


def test_a_list_of_sweeps_sees_that_another_program_has_let_go(tmp_path):
    folder = make_folder(tmp_path, "code_size=2,4")
    go(folder)
    listed = SweepList(folder.path.parent)
    with held_elsewhere(folder.path):
        assert [found.is_held for found in listed.read()] == [True]
    assert [found.is_held for found in listed.read()] == [False]
    shutil.rmtree(folder.path)
    assert listed.read() == []
