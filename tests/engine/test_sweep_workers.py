"""Sweeps in real worker processes and on the command line: killed anywhere, nothing but a running epoch is lost."""

import csv
import json
import os
import shlex
import signal
import subprocess
import sys
from dataclasses import replace
from multiprocessing import active_children

import numpy as np
import psutil
import pytest

from ae_workbench.cli import main
from ae_workbench.core.sweep import Sweep, sweep_text
from ae_workbench.core.varying import parse_varied
from ae_workbench.engine.sweep import events
from ae_workbench.engine.sweep.limits import Limits
from ae_workbench.engine.sweep.local import LocalCrew
from ae_workbench.engine.sweep.records import read_trials
from ae_workbench.engine.sweep.session import SweepSession
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.fake_crew import go, make_folder

EPOCHS = 40
COMMAND = ("sweep", "simple", "--limit", "500", "--epochs", str(EPOCHS), "--set", "batch_size=10", "--json")


def run(folder, limits, on_event=lambda event: None):
    heard = []

    def hear(event):
        heard.append(event)
        on_event(event)

    SweepSession(folder, lambda: LocalCrew(limits)).run(hear)
    return heard


def kill_a_worker(event):
    """The first one that tells an epoch."""
    if isinstance(event, events.TrialEpoch) and not kill_a_worker.killed:
        kill_a_worker.killed.append(active_children()[0].pid)
        os.kill(kill_a_worker.killed[0], signal.SIGKILL)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_killing_the_program_and_then_a_worker_costs_no_trial(tmp_path):
    path = tmp_path / "sweep"
    words = [*COMMAND, "--vary", "code_size=2,8", "--workers", "2", "--out", str(path)]
    program = subprocess.Popen([sys.executable, "-m", "ae_workbench", *words], stdout=subprocess.PIPE, text=True)
    first = next(told for line in program.stdout if (told := json.loads(line))["event"] == "epoch")
    workers = psutil.Process(program.pid).children(recursive=True)
    program.kill()
    program.communicate()
    assert not psutil.wait_procs(workers, timeout=30)[1], "workers outlive the program"
    folder = SweepFolder.open(path)
    kept = {trial.number: trial.epochs for trial in read_trials(folder)}
    assert kept[first["trial"]] >= first["epoch"]

    kill_a_worker.killed = []
    heard = run(folder, Limits(1, 1, 8), kill_a_worker)
    assert heard[-1] == events.SweepEnded("finished", 2, 2) and kill_a_worker.killed
    assert any(event.trial.state == "interrupted" for event in heard if isinstance(event, events.TrialEnded))
    trials = read_trials(folder)
    assert [(trial.state, trial.epochs) for trial in trials] == [("complete", EPOCHS)] * 2
    for trial in trials:
        history = RunFolder.open(folder.run_path(trial.number)).history()
        assert [record.epoch for record in history] == list(range(1, EPOCHS + 1))
    assert trials[1].metrics["val_reconstruction"] < trials[0].metrics["val_reconstruction"]
    assert not active_children()


def test_a_trial_that_takes_too_much_memory_is_ended_and_told(tmp_path):
    recipe = replace(with_settings(find_recipe("simple"), ["epochs=2"]), limit=100)
    folder = SweepFolder.create(tmp_path / "sweep", Sweep(recipe, (parse_varied(recipe, "code_size=2"),)))
    heard = run(folder, Limits(1, 1, 0.05))
    [trial] = read_trials(folder)
    assert heard[-1] == events.SweepEnded("finished", 1, 1) and trial.state == "failed"
    assert "more than its limit of 0.05 GB: raise the limit" in trial.error


def test_a_finished_sweep_is_shown_again_at_once_with_its_table(tmp_path, capsys):
    folder = make_folder(tmp_path, "code_size=2,4", seeds=(1, 2))
    go(folder)
    table = tmp_path / "trials.csv"
    assert main(["sweep", str(folder.path), "--csv", str(table), "--plot", f"rate={tmp_path / 'rate.svg'}"]) == 0
    assert (tmp_path / "rate.svg").read_bytes().startswith(b"<?xml")
    output = capsys.readouterr()
    *_, mean, best = output.out.splitlines()
    assert mean.startswith("best: code_size 4 with val_reconstruction") and "over 2 seeds" in mean
    assert best.startswith("the best of its seeds") and len(output.out.splitlines()) == 7
    assert "finished after 4 of 4 trials" in output.err
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert [row["code_size"] for row in rows] == ["2", "4", "2", "4"] and rows[3]["run"].endswith("0003")
    assert main(["sweep", str(folder.path), "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in told] == ["started", "ended", "best"] and told[-1]["values"] == {"code_size": 4}


@pytest.mark.skipif(os.name == "nt", reason="shells of Windows quote otherwise")
def test_the_command_that_goes_on_with_a_stopped_sweep_can_be_pasted(tmp_path, capsys, monkeypatch):
    (tmp_path / "my runs").mkdir()
    folder = make_folder(tmp_path / "my runs", "code_size=2,4")
    monkeypatch.setattr(SweepSession, "run", lambda session, emit: emit(events.SweepEnded("stopped")))
    assert main(["sweep", str(folder.path)]) == 130
    *_, told = capsys.readouterr().err.splitlines()
    assert shlex.split(told.removeprefix("Stopped; go on with: ")) == ["ae-workbench", "sweep", str(folder.path)]


def test_sweeps_are_listed(home, capsys):
    assert main(["list", "sweeps"]) == 0 and capsys.readouterr().out == ""
    go(make_folder(home / "sweeps", "code_size=2,4"))
    (home / "sweeps" / "sweep").rename(home / "sweeps" / "mine")
    assert main(["list", "sweeps", "--json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert row["key"].endswith("mine") and row["summary"].startswith("code_size: 2 of 2 trials, best 0.5")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nothing"], "neither a preset nor a recipe file or run folder"),
        (["simple", "--vary", "code_size=0"], "from 1 to 4096"),
        (["simple", "--vary", "code_size=2", "--vary", "batch_size", "--vary", "epochs"], "one or two parameters"),
        (["simple", "--vary", "code_size=log:2:64"], "is to pick (--trials 20), or give the range of code_size a number of steps"),
        (["simple", "--seeds", "1,x"], "whole numbers such as 1,2,3"),
        (["simple", "--data", "waves"], "nothing can be trained: The simple variant takes images"),
        (["simple", "--objective", "beauty"], "judged by “beauty”"),
        (["simple", "--workers", "0"], "from 1 to 60 workers"),
        (["simple", "--workers", "61"], "from 1 to 60 workers"),
        (["simple", "--threads", "65"], "from 1 to 64 threads"),
        (["simple", "--memory-gb", "0"], "gigabytes above 0"),
        (["simple", "--epochs", "0"], "Epochs must be"),
        (["simple", "--limit", "-1"], "not a whole number"),
        (["simple", "--set", "data.seed=3"], "The data set digits has no parameter “data.seed”"),
        (["simple", "--csv", "trials.doc"], "must end in .csv or .npz"),
        (["simple", "--plot", "pie=a.png"], "no plot “pie”"),
        (["simple", "--plot", "map=a.png"], "two parameters with lists"),
        (["simple", "--plot", "rate=nowhere/a.png"], "doesn't exist"),
        (["simple", "--csv", "nowhere/trials.csv"], "doesn't exist"),
        (["simple", "--data", "CONSTANT"], "is constant"),
        (["simple", "--plot", "rate=a.doc"], "must end in .png"),
        (["SWEEP", "--seeds", "1"], "leave --seeds out"),
        (["FILE", "--epochs", "5"], "leave --epochs out"),
    ],
)
def test_wrong_input_is_one_sentence_and_makes_nothing(tmp_path, home, capsys, words, sentence):
    recipe = find_recipe("simple")
    sweep = Sweep(recipe, (parse_varied(recipe, "code_size=2"),))
    SweepFolder.create(tmp_path / "sweep", sweep)
    (tmp_path / "sweep.json").write_text(sweep_text(sweep))
    np.save(tmp_path / "constant.npy", np.zeros((9, 8, 8), np.uint8))
    named = {"SWEEP": "sweep", "FILE": "sweep.json", "CONSTANT": "constant.npy"}
    words = [str(tmp_path / named[word]) if word in named else word for word in words]
    assert main(["sweep", *words]) == 2
    error = capsys.readouterr().err
    assert sentence in error and len(error.splitlines()) == 1
    assert not (home / "sweeps").exists()
