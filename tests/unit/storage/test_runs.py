"""The list of runs: what it tells, what it reads again, and a thousand of them."""

import json
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from ae_workbench.core.errors import RunError
from ae_workbench.storage.atomic import append_line
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.storage.runs import RunList, rename, summary
from tests.unit.storage.conftest import DATASET, RECIPE, WEIGHTS, make_run


def test_a_summary_tells_what_the_run_is(tmp_path: Path) -> None:
    run = make_run(tmp_path / "one", "Plane")
    run.add_epoch(EpochRecord(1, 0.5, {"loss": 9.0, "val_loss": 8.0}), WEIGHTS, WEIGHTS)
    run.add_epoch(EpochRecord(2, 0.5, {"loss": 7.0, "val_loss": 6.0}), WEIGHTS, None)
    run.end("finished")
    found = summary(run.path)
    assert (found.name, found.variant, found.data, found.code_size) == ("Plane", "variational", "tiny", 2)
    assert (found.epochs, found.planned_epochs, found.outcome) == (2, RECIPE.training.epochs, "finished")
    assert found.metrics == {"loss": 7.0, "val_loss": 6.0}
    assert found.parameter_count == run.plan.parameter_count
    assert (found.shape, found.fingerprint) == (DATASET.shape, DATASET.fingerprint)
    assert found.created == datetime.fromisoformat(run.facts.created)
    assert found.size_bytes == sum(path.stat().st_size for path in run.path.rglob("*") if path.is_file())
    assert found.problem == ""


def test_an_epoch_cut_short_does_not_count_but_is_seen(tmp_path: Path) -> None:
    run = make_run(tmp_path / "one")
    assert (summary(run.path).epochs, summary(run.path).metrics) == (0, {})
    run.add_epoch(EpochRecord(1, 0.5, {"loss": 9.0}), WEIGHTS, None)
    run.add_epoch(EpochRecord(2, 0.1, {"loss": 8.0}, partial=True), WEIGHTS, None)
    assert (summary(run.path).epochs, summary(run.path).metrics) == (1, {"loss": 8.0})


def test_a_run_without_a_name_goes_by_its_folder(tmp_path: Path) -> None:
    assert summary(make_run(tmp_path / "one", "").path).name == "one"


def test_runs_are_listed_newest_first_and_other_folders_not_at_all(tmp_path: Path) -> None:
    for position, name in enumerate(["old", "new", "middle"]):
        run = make_run(tmp_path / name)
        values = json.loads((run.path / "run.json").read_text())
        moment = ["2024-01-01T12:00:00+00:00", "2026-01-01T09:00:00+09:00", "2025-12-31T23:30:00+00:00"][position]
        (run.path / "run.json").write_text(json.dumps({**values, "created": moment}))
    make_run(tmp_path / ".trash" / "gone")
    (tmp_path / ".hidden").mkdir()
    shutil.copytree(tmp_path / "old", tmp_path / ".hidden", dirs_exist_ok=True)
    (tmp_path / "letters").mkdir()
    (tmp_path / "notes.txt").write_text("")
    assert [run.path.name for run in RunList(tmp_path).read()] == ["new", "middle", "old"]


def test_runs_are_looked_for_where_new_ones_are_made(home: Path) -> None:
    assert RunList().read() == []
    make_run(home / "runs" / "one")
    assert len(RunList().read()) == 1


@pytest.mark.parametrize("file", ["run.json", "recipe.json"])
def test_a_broken_run_is_listed_with_what_is_wrong(tmp_path: Path, file: str) -> None:
    run = make_run(tmp_path / "one")
    (run.path / file).write_text("{")
    (found,) = RunList(tmp_path).read()
    assert found.problem
    assert (found.name, found.variant, found.epochs) == ("one", "", 0)


def test_what_changes_is_read_again(tmp_path: Path) -> None:
    runs, run = RunList(tmp_path), make_run(tmp_path / "one")
    other = make_run(tmp_path / "two")
    before = {found.path: found for found in runs.read()}
    run.add_epoch(EpochRecord(1, 0.5, {"loss": 9.0}), WEIGHTS, None)
    after = {found.path: found for found in runs.read()}
    assert after[run.path].epochs == 1
    assert after[run.path].size_bytes > before[run.path].size_bytes
    assert after[other.path] is before[other.path]
    run.end("stopped")
    rename(other.path, "Renamed")
    assert {found.name: found.outcome for found in runs.read()} == {"A run": "stopped", "Renamed": ""}
    append_line(run.path / "history.jsonl", '{"epoch": 2, "seconds": 1, "metrics": {}}')
    assert {found.name: found.epochs for found in runs.read()} == {"A run": 2, "Renamed": 0}
    shutil.rmtree(run.path)
    assert [found.path for found in runs.read()] == [other.path]


def test_of_a_thousand_runs_none_is_read_again_that_has_not_changed(tmp_path: Path) -> None:
    first = make_run(tmp_path / "0")
    first.add_epoch(EpochRecord(1, 0.5, {"loss": 9.0}), WEIGHTS, None)
    for number in range(1, 1000):
        (tmp_path / str(number) / "weights").mkdir(parents=True)
        for name in ("run.json", "recipe.json", "history.jsonl", "weights/0001.npz"):
            shutil.copyfile(first.path / name, tmp_path / str(number) / name)
    runs = RunList(tmp_path)
    found = runs.read()
    assert len(found) == 1000
    assert all(again is before for again, before in zip(runs.read(), found, strict=True))


def test_a_renamed_run_stays_where_it_is(tmp_path: Path) -> None:
    run = make_run(tmp_path / "one")
    rename(run.path, "  Digits, \n two   units ")
    assert RunFolder.open(run.path).recipe == replace(RECIPE, name="Digits, two units")
    rename(run.path, "x" * 1000)
    assert len(json.loads((run.path / "recipe.json").read_text())["name"]) == 200


def test_a_run_needs_a_name_and_a_folder(tmp_path: Path) -> None:
    run = make_run(tmp_path / "one")
    with pytest.raises(RunError, match="needs a name"):
        rename(run.path, " \n ")
    with pytest.raises(RunError, match="There is no run"):
        rename(tmp_path / "two", "x")


def test_a_moment_that_no_clock_shows_does_not_hide_the_other_runs(tmp_path: Path) -> None:
    for name in ("first", "second"):
        make_run(tmp_path / name)
    facts = tmp_path / "first" / "run.json"
    content = json.loads(facts.read_text(encoding="utf-8"))
    facts.write_text(json.dumps({**content, "created": "9999-12-31T23:59:59-23:00"}), encoding="utf-8")
    assert {run.path.name for run in RunList(tmp_path).read()} == {"first", "second"}
