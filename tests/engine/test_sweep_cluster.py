"""A sweep on a Ray that the test starts on this machine; what goes over the wire is text, numbers and bytes."""

import json
import os
import secrets
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.cli import main
from ae_workbench.core.recipe import Choice, recipe_text
from ae_workbench.data.loading import load
from ae_workbench.engine.sweep import cluster, remote
from ae_workbench.engine.sweep.records import read_trials
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.variants.recipes import find_recipe, with_settings

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(16)}
"""Its Ray obeys nobody but the test."""


@pytest.fixture(scope="module")
def address():
    """Of a small Ray, which ends with the module."""
    pytest.importorskip("ray")
    head = subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "engine" / "ray_head.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )
    yield head.stdout.readline().strip()
    head.communicate(timeout=60)


def test_a_sweep_on_a_cluster_leaves_the_same_runs_here(address, tmp_path):
    path = tmp_path / "sweep"
    words = [
        "sweep",
        "simple",
        "--limit",
        "200",
        "--epochs",
        "2",
        "--vary",
        "code_size=2,4",
        "--cluster",
        address,
        "--out",
        str(path),
        "--json",
    ]
    done = subprocess.run([sys.executable, "-m", "ae_workbench", *words], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert told[0]["event"] == "started" and told[-1]["event"] == "best"
    folder = SweepFolder.open(path)
    trials = read_trials(folder)
    assert [(trial.state, trial.epochs, trial.values["code_size"]) for trial in trials] == [("complete", 2, 2), ("complete", 2, 4)]
    run = RunFolder.open(folder.run_path(1))
    assert run.epochs() == [0, 2] and run.facts.outcome == "finished" and run.preview_path.is_file()
    assert [array.shape for array in run.weights(2)] == [(784, 4), (4,), (4, 784), (784,)] and run.optimizer(2)
    assert not np.array_equal(run.weights(0)[0], run.weights(2)[0])


def order_for(of, **changes):
    fingerprint = load(of.data).limited(of.limit).fingerprint
    return {"version": "", "recipe": recipe_text(of), "fingerprint": fingerprint, "files": {}, "threads": 1} | changes


@pytest.fixture
def recipe():
    return replace(with_settings(find_recipe("simple"), ["epochs=3", "code_size=2"]), limit=100)


def test_a_trial_that_was_cut_off_goes_on_from_what_is_sent_along(tmp_path, recipe):
    told = []
    end = remote.train_in(tmp_path / "whole", order_for(recipe), "here", told.append, lambda: (False, False))
    assert end["outcome"] == "finished" and [message["epoch"] for message in told] == [1, 2, 3]
    assert set(told[0]["files"]) == {"weights/0000.npz", "weights/0001.npz", "optimizer-0001.npz"}
    sent = {"history.jsonl": (tmp_path / "whole" / "history.jsonl").read_bytes().splitlines(keepends=True)[0], **told[0]["files"]}
    again = []
    remote.train_in(tmp_path / "rest", order_for(recipe, files=sent), "here", again.append, lambda: (False, False))
    assert [message["epoch"] for message in again] == [2, 3]
    assert again[-1]["metrics"]["loss"] == pytest.approx(told[-1]["metrics"]["loss"], rel=1e-4)


def test_data_that_a_worker_lacks_or_has_otherwise_are_told(tmp_path, recipe):
    nowhere = replace(recipe, data=Choice("array", {"path": str(tmp_path / "none.npy")}))
    with pytest.raises(Exception, match="The worker far lacks the data: "):
        remote.train_in(tmp_path / "a", order_for(recipe, recipe=recipe_text(nowhere)), "far", print, lambda: (False, False))
    with pytest.raises(Exception, match="The data on the worker far are others than here"):
        remote.train_in(tmp_path / "b", order_for(recipe, fingerprint="0"), "far", print, lambda: (False, False))


def test_a_mailbox_keeps_what_is_told_until_it_is_taken():
    mailbox = remote.Mailbox()
    mailbox.tell(1, {"epoch": 1})
    mailbox.stop(2)
    mailbox.pause(True)
    assert mailbox.take() == [(1, {"epoch": 1})] and mailbox.take() == []
    assert (mailbox.asked(1), mailbox.asked(2)) == ((False, True), (True, True))


@pytest.mark.parametrize(
    ("address", "sentence"), [("somewhere", "is no address of a Ray cluster"), ("127.0.0.1:1", "No Ray cluster answers")]
)
def test_a_cluster_that_is_none_is_told_before_anything_is_made(home, capsys, monkeypatch, address, sentence):
    monkeypatch.setattr(cluster, "find_spec", lambda name: object())
    assert main(["sweep", "simple", "--cluster", address]) == 2
    assert sentence in capsys.readouterr().err and not (home / "sweeps").exists()


def test_without_ray_it_says_how_to_get_it(capsys, monkeypatch):
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    assert main(["sweep", "simple", "--cluster", "ray://host:10001"]) == 2
    assert "pip install 'ae-workbench[cluster]'" in capsys.readouterr().err
