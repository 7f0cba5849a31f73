"""The runs that ship: all there, small, readable, and never written to."""

import stat
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.storage import samples
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder, best_epoch
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import TASKS, presets

MOST_BYTES = 3_500_000
KEYS = [*VARIANTS.keys, *TASKS]


def files(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_there_is_a_sample_of_every_variant_and_task_in_their_order() -> None:
    found = samples.samples()
    assert [sample.path.name for sample in found] == KEYS
    assert [sample.variant for sample in found] == [presets()[key].recipe.variant for key in KEYS]
    assert all(not sample.problem and sample.outcome == "finished" and sample.preview.is_file() for sample in found)


def test_they_are_small_enough_to_ship_and_hold_no_optimizer() -> None:
    assert sum(sample.size_bytes for sample in samples.samples()) <= MOST_BYTES
    assert not list(samples.samples_home().glob("*/optimizer*"))


@pytest.mark.parametrize("key", KEYS)
def test_first_best_and_last_epoch_can_be_shown(key: str) -> None:
    run = RunFolder.open(samples.samples_home() / key)
    stored = run.epochs()
    assert {0, best_epoch(run.history()), run.last_full_epoch} <= set(stored)
    assert len(stored) >= 4
    parameters = sum(weights.size for weights in run.weights(stored[-1]))
    assert parameters == run.plan.parameter_count
    assert all(np.isfinite(weights).all() for weights in run.weights(stored[-1]))


def test_the_first_one_has_a_plane_to_drag_on() -> None:
    first = samples.first_sample()
    assert first is not None
    assert RunFolder.open(first).plan.code_dims == (2,)


def test_a_run_of_one_s_own_is_no_sample(tmp_path: Path) -> None:
    assert samples.is_sample(samples.samples_home() / "simple")
    assert not samples.is_sample(tmp_path)
    assert not samples.is_sample(runs_home() / "simple")


def test_a_copy_goes_on_where_the_sample_ends_and_leaves_it_as_it_was() -> None:
    sample = RunFolder.open(samples.samples_home() / "convolutional")
    before = files(sample.path)
    began = datetime.now().astimezone().replace(microsecond=0)
    copy = samples.own_copy(sample)
    assert copy.path.parent == runs_home()
    assert copy.last_full_epoch == sample.last_full_epoch
    assert datetime.fromisoformat(copy.facts.created) >= began
    assert copy.facts.outcome == ""
    assert copy.preview_path.read_bytes() == sample.preview_path.read_bytes()
    assert files(sample.path) == before


def test_a_copy_of_read_only_files_can_be_written(tmp_path: Path) -> None:
    sample = RunFolder.open(samples.samples_home() / "convolutional")
    copy = samples.own_copy(sample)
    locked = copy.path / "history.jsonl"
    locked.chmod(stat.S_IREAD)
    again = samples.own_copy(RunFolder.open(copy.path))
    assert (again.path / "history.jsonl").stat().st_mode & stat.S_IWRITE


def test_a_place_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("AE_WORKBENCH_HOME", str(tmp_path / "file"))
    with pytest.raises(samples.RunError, match="can't be copied"):
        samples.own_copy(RunFolder.open(samples.samples_home() / "simple"))
