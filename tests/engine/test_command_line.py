"""The commands that train and use runs, as a person calls them."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.cli import main
from ae_workbench.core.errors import RunError
from ae_workbench.engine.events import Ended, Event
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder
from tests.faults.holder import held_elsewhere

Output = pytest.CaptureFixture[str]


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_json_lines_tell_start_epochs_and_end(capsys: Output, tmp_path: Path) -> None:
    path = tmp_path / "run"
    assert main(["train", "variational", "--run", str(path), "--epochs", "2", "--limit", "300", "--json"]) == 0
    told = lines(capsys.readouterr().out)
    assert [line["event"] for line in told] == ["started", "epoch", "epoch", "ended"]
    assert told[0]["run"] == told[-1]["run"] == str(path)
    assert told[0]["examples"] == 300
    wanted = {"loss", "reconstruction", "kl", "val_loss", "val_reconstruction", "val_kl"}
    assert wanted <= told[1]["metrics"].keys()
    assert told[1]["epoch"] == 1 and told[1]["seconds"] > 0
    assert told[-1]["outcome"] == "finished"


def test_without_json_each_epoch_is_a_line(capsys: Output, tmp_path: Path) -> None:
    assert main(["train", "simple", "--run", str(tmp_path / "run"), "--epochs", "2", "--limit", "200"]) == 0
    output = capsys.readouterr()
    assert [line.split()[:2] for line in output.out.splitlines()] == [["epoch", "1"], ["epoch", "2"]]
    assert "finished after 2 epochs" in output.err


def test_options_go_into_the_run(run: Path) -> None:
    kept = RunFolder.open(run)
    assert (kept.recipe.training.epochs, kept.recipe.training.seed, kept.recipe.limit) == (3, 4, 600)
    assert kept.facts.train_count == 600


def test_resume_goes_on_and_refuses_when_there_is_nothing_to_do(capsys: Output, tmp_path: Path) -> None:
    path = tmp_path / "run"
    main(["train", "simple", "--run", str(path), "--epochs", "2", "--limit", "200", "--json"])
    assert main(["train", "--resume", str(path), "--epochs", "3", "--json"]) == 0
    told = lines(capsys.readouterr().out)
    assert [line["epoch"] for line in told if line["event"] == "epoch"] == [1, 2, 3]
    assert main(["train", "--resume", str(path), "--json"]) == 2
    assert "already has 3 epochs" in capsys.readouterr().err


def test_resume_goes_on_to_where_a_cut_off_training_was_to_end(capsys: Output, tmp_path: Path) -> None:
    path = tmp_path / "run"
    assert main(["train", "simple", "--run", str(path), "--epochs", "2", "--limit", "200", "--json"]) == 0
    RunFolder.open(path).begin(4)  # as a training does that is killed then
    assert main(["train", "--resume", str(path), "--json"]) == 0
    told = lines(capsys.readouterr().out)
    assert [line["epoch"] for line in told if line["event"] == "epoch"] == [1, 2, 3, 4]
    assert RunFolder.open(path).facts.outcome == "finished"


def test_a_trial_of_a_sweep_stays_as_it_was_judged_and_a_copy_goes_on(capsys: Output, tmp_path: Path, home: Path) -> None:
    words = ["sweep", "simple", "--vary", "code_size=4", "--epochs", "1", "--limit", "200", "--out", str(tmp_path / "sweep"), "--json"]
    assert main(words) == 0
    [trial] = (tmp_path / "sweep" / "runs").iterdir()
    before = {path: path.read_bytes() for path in trial.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main(["train", "--resume", str(trial), "--epochs", "2", "--json"]) == 0
    told = capsys.readouterr()
    assert "stays as it is: a copy of it is trained" in told.err
    copy = Path(lines(told.out)[0]["run"])
    assert copy.is_relative_to(home) and RunFolder.open(copy).last_full_epoch == 2
    assert {path: path.read_bytes() for path in trial.rglob("*") if path.is_file()} == before


def test_a_run_that_another_program_trains_is_refused(capsys: Output, run: Path) -> None:
    before = {path: path.read_bytes() for path in run.rglob("*.json*")}
    with held_elsewhere(run):
        assert main(["train", "--resume", str(run), "--epochs", "9"]) == 2
        assert "open in another AE Workbench" in capsys.readouterr().err
        assert main(["evaluate", str(run), "--json"]) == 0, "looking at it is allowed"
    assert {path: path.read_bytes() for path in run.rglob("*.json*")} == before


@pytest.fixture(scope="module")
def stalled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run in the Adadelta trap."""
    path = tmp_path_factory.mktemp("runs") / "stalled"
    settings = ["--set", "learning_rate=0.001", "--set", "epochs=9", "--set", "batch_size=100"]
    assert main(["train", "simple-article", "--run", str(path), *settings, "--json"]) == 0
    return path


def test_a_training_tells_what_is_wrong_before_it_says_that_it_ended(capsys: Output, tmp_path: Path, stalled: Path) -> None:
    capsys.readouterr()
    assert main(["train", "--resume", str(stalled), "--epochs", "10", "--json"]) == 0
    told = lines(capsys.readouterr().out)
    assert [line["event"] for line in told] == ["started", "epoch", "diagnosis", "ended"]
    assert (told[2]["key"], told[2]["severity"]) == ("stalled", "problem")
    assert told[2]["remedies"][0] == {"do": "change", "words": "Use Adam at 0.001", "settings": ["optimizer=adam", "learning_rate=0.001"]}
    assert main(["train", "--resume", str(stalled), "--epochs", "11"]) == 0
    output = capsys.readouterr()
    assert "✗ The optimizer has stalled" in output.out
    assert "finished after 11 epochs" in output.err


def test_diagnose_says_what_is_wrong_and_which_command_mends_it(capsys: Output, tmp_path: Path, stalled: Path) -> None:
    assert main(["diagnose", str(stalled)]) == 0
    text = capsys.readouterr().out
    assert "The optimizer has stalled" in text and "Adadelta was made for a learning rate of 1.0" in text
    [words] = [line.split(": ", 1)[1] for line in text.splitlines() if "Use Adam" in line and "ae-workbench" in line]
    mended = tmp_path / "mended"
    assert main([*shlex.split(words)[1:], "--run", str(mended), "--json"]) == 0
    recipe = RunFolder.open(mended).recipe
    assert (recipe.training.optimizer, recipe.training.learning_rate, recipe.training.epochs) == ("adam", 0.001, 9)
    capsys.readouterr()
    assert main(["diagnose", str(stalled), "--epoch", "2", "--json"]) == 0
    early = json.loads(capsys.readouterr().out)
    assert (early["epoch"], early["judged"], early["diagnoses"]) == (2, False, [])


def test_an_archive_is_diagnosed_under_its_own_name(capsys: Output, tmp_path: Path, stalled: Path) -> None:
    archive = tmp_path / "run.aew"
    assert main(["pack", str(stalled), "--out", str(archive), "--epochs", "last"]) == 0
    capsys.readouterr()
    assert main(["diagnose", str(archive), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["run"] == str(archive)
    assert [diagnosis["key"] for diagnosis in found["diagnoses"]] == ["stalled"]


def test_a_run_whose_data_are_gone_is_judged_by_its_history_and_that_is_said(capsys: Output, tmp_path: Path) -> None:
    data, path = tmp_path / "data.npy", tmp_path / "run"
    np.save(data, np.random.default_rng(0).integers(0, 256, (60, 8, 8), np.uint8))
    assert main(["train", "simple", "--data", str(data), "--run", str(path), "--epochs", "1", "--json"]) == 0
    data.unlink()
    capsys.readouterr()
    assert main(["diagnose", str(path)]) == 0
    output = capsys.readouterr()
    assert "Only the history is judged" in output.err and "Too early to judge" in output.out
    assert main(["diagnose", str(path), "--data", "digits"]) == 2
    assert "load them at that height and width" in capsys.readouterr().err


def test_going_on_with_other_data_is_refused_unless_they_are_named(capsys: Output, tmp_path: Path) -> None:
    data, path = tmp_path / "own.npy", tmp_path / "run"
    numbers = np.random.default_rng(0).integers(0, 255, (20, 8, 8), np.uint8)
    np.save(data, numbers)
    assert main(["train", "simple", "--data", str(data), "--epochs", "1", "--run", str(path), "--json"]) == 0
    np.save(data, 255 - numbers)
    assert main(["train", "--resume", str(path), "--epochs", "2", "--json"]) == 2
    assert "no longer those that it was trained on" in capsys.readouterr().err
    assert main(["train", "--resume", str(path), "--data", str(data), "--epochs", "2", "--json"]) == 0
    assert RunFolder.open(path).last_full_epoch == 2


def test_a_place_for_tensorboard_is_looked_for_before_a_run_is_made(capsys: Output, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "run"
    assert main(["train", "simple", "--epochs", "1", "--run", str(path), "--tensorboard", str(tmp_path / "file" / "events")]) == 2
    assert "file/events can't be written: Not a directory" in capsys.readouterr().err
    assert not path.exists()


def test_event_files_can_be_kept_in_the_run_s_own_folder(tmp_path: Path) -> None:
    path = tmp_path / "run"
    words = ["train", "simple", "--epochs", "1", "--limit", "100", "--run", str(path), "--json"]
    assert main([*words, "--tensorboard", str(path / "events")]) == 0
    assert list((path / "events").rglob("events.out.*"))


def test_event_files_without_their_package_leave_no_run_behind(
    capsys: Output, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ae_workbench.engine.session.find_spec", lambda name: None)
    assert main(["train", "simple", "--epochs", "1", "--tensorboard", str(tmp_path / "events")]) == 2
    assert "need the package tensorboard" in capsys.readouterr().err
    assert not (tmp_path / "events").exists() and not list(home.rglob("run.json"))


def test_a_training_whose_reader_has_enough_stops_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "run"
    words = [sys.executable, "-m", "ae_workbench", "train", "simple", "--run", str(path), "--epochs", "100000", "--json"]
    child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    child.stdout.readline()
    child.stdout.close()
    _, errors = child.communicate(timeout=60)
    assert (child.returncode, errors) == (1, "")
    assert RunFolder.open(path).facts.outcome == "stopped"


def test_what_went_wrong_is_told_after_ctrl_c_as_well(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_at_the_stop(session: Session, emit: Callable[[Event], None]) -> None:
        signal.raise_signal(signal.SIGINT)
        emit(Ended("failed", 0, RunError("There is no room for the last epoch."), session.run_folder.path))

    monkeypatch.setattr(Session, "run", fail_at_the_stop)
    assert main(["train", "simple", "--epochs", "1", "--json"]) == 1
    assert "no room for the last epoch" in capsys.readouterr().err


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_a_request_to_end_keep_the_run_and_exit_130(tmp_path: Path, sent: signal.Signals) -> None:
    path = tmp_path / "run"
    words = [sys.executable, "-m", "ae_workbench", "train", "simple", "--run", str(path), "--epochs", "100000", "--json"]
    child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ)
    assert child.stdout is not None
    for line in child.stdout:
        if json.loads(line)["event"] == "epoch":
            break
    child.send_signal(sent)
    rest, errors = child.communicate(timeout=60)
    assert child.returncode == 130
    assert lines(rest)[-1]["outcome"] == "stopped"
    assert errors == ""
    kept = RunFolder.open(path)
    assert kept.last_full_epoch >= 1
    assert kept.facts.outcome == "stopped"
