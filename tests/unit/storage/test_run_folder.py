"""Run folders: made, filled, read back, cut short, broken and thinned."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.core.errors import RunError
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.storage import run_folder
from ae_workbench.storage.paths import runs_home, settings_home
from ae_workbench.storage.run_folder import EpochRecord, RunFolder, best_epoch
from ae_workbench.variants.recipes import make_plan, presets

RECIPE = presets()["simple"].recipe
SHAPE = Shape((4, 6, 1))
IMAGES = np.arange(5 * 24, dtype=np.uint8).reshape(5, 4, 6, 1)
DATASET = Dataset("tiny", SHAPE, Split(IMAGES[:3]), Split(IMAGES[3:]), ("zero", "one"))
WEIGHTS = [np.ones((24, 3), np.float32), np.zeros(3, np.float32)]
NPY = b"\x93NUMPY\x01\x00" + b"\x76\x00" + b"{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }".ljust(117) + b"\n" + b"ab"


def record(epoch: int, val_loss: float = 0.5, partial: bool = False) -> EpochRecord:
    return EpochRecord(epoch, 1.25, {"loss": 0.6} if partial else {"loss": 0.6, "val_loss": val_loss}, partial)


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return RunFolder.create(tmp_path / "run", RECIPE, DATASET)


def test_what_is_made_is_what_is_opened(run: RunFolder) -> None:
    opened = RunFolder.open(run.path)
    assert opened.recipe == RECIPE
    assert opened.facts == run.facts
    assert opened.facts.fingerprint == DATASET.fingerprint
    assert (opened.facts.train_count, opened.facts.test_count, opened.facts.class_names) == (3, 2, ("zero", "one"))
    assert opened.plan == make_plan(RECIPE, SHAPE)


def test_the_scaling_of_sequences_comes_back(tmp_path: Path) -> None:
    dataset = replace(DATASET, shape=Shape((12, 2), "sequence"), scaling=Scaling((1.5, 2.0), (0.1, 0.2)))
    RunFolder.create(tmp_path / "run", RECIPE, dataset)
    assert RunFolder.open(tmp_path / "run").facts.scaling == Scaling((1.5, 2.0), (0.1, 0.2))


def test_a_folder_with_something_in_it_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(RunError, match="is not empty"):
        RunFolder.create(tmp_path, RECIPE, DATASET)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_place_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match="No run can be kept in"):
        RunFolder.create(tmp_path / "file" / "run", RECIPE, DATASET)


def test_no_run_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="There is no run in"):
        RunFolder.open(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"format": "ae-workbench run", "version": 1}', "\x00"])
def test_broken_facts_are_one_sentence(run: RunFolder, content: str) -> None:
    (run.path / "run.json").write_text(content)
    with pytest.raises(RunError, match="the file is broken"):
        RunFolder.open(run.path)


def test_facts_of_a_newer_version_ask_for_an_update(run: RunFolder) -> None:
    values = json.loads((run.path / "run.json").read_text())
    (run.path / "run.json").write_text(json.dumps({**values, "version": 99}))
    with pytest.raises(RunError, match="please update"):
        RunFolder.open(run.path)


def test_an_epoch_is_its_weights_and_a_line(run: RunFolder) -> None:
    run.add_epoch(record(1), WEIGHTS, [np.float32(3)])
    run.add_epoch(record(2), [array + 1 for array in WEIGHTS], [np.float32(4)])
    assert run.history() == [record(1), record(2)]
    assert run.epochs() == [1, 2]
    np.testing.assert_array_equal(run.weights(2)[0], WEIGHTS[0] + 1)
    assert [array.dtype for array in run.weights(1)] == [np.float32, np.float32]


def test_only_the_newest_optimizer_state_is_kept(run: RunFolder) -> None:
    run.add_epoch(record(1), WEIGHTS, [np.float32(3)])
    run.add_epoch(record(2), WEIGHTS, [np.float32(4)])
    newest = run.optimizer(2)
    assert newest is not None
    assert newest[0] == 4
    assert run.optimizer(1) is None


def test_many_arrays_come_back_in_order(run: RunFolder) -> None:
    run.write_weights(1, [np.full(1, n, np.float32) for n in range(120)])
    assert [int(array[0]) for array in run.weights(1)] == list(range(120))


def test_a_partial_epoch_is_marked_and_does_not_count_as_full(run: RunFolder) -> None:
    run.add_epoch(record(1), WEIGHTS, None)
    run.add_epoch(record(2, partial=True), WEIGHTS, None)
    assert run.history()[-1].partial
    assert run.last_full_epoch == 1


def test_a_resumed_epoch_replaces_what_came_after_it(run: RunFolder) -> None:
    for epoch in (1, 2, 3):
        run.add_epoch(record(epoch), WEIGHTS, None)
    run.add_epoch(record(2, val_loss=0.1), WEIGHTS, None)
    assert [(line.epoch, line.metrics["val_loss"]) for line in run.history()] == [(1, 0.5), (2, 0.1)]


def test_the_newest_record_is_the_last_whole_line(run: RunFolder) -> None:
    assert run.newest_record() is None
    for epoch in (1, 2):
        run.add_epoch(EpochRecord(epoch, 0.5, {"loss": 1 / epoch}), [np.zeros(1)], None)
    with (run.path / "history.jsonl").open("a") as file:
        file.write('{"epoch": 3, "sec')
    newest = run.newest_record()
    assert newest == run.history()[-1]
    assert newest is not None and newest.epoch == 2


def test_a_run_whose_folder_is_gone_has_no_epochs(run: RunFolder) -> None:
    shutil.rmtree(run.path)
    assert run.epochs() == [] and run.newest_record() is None


def test_a_torn_or_foreign_line_of_the_history_is_left_out(run: RunFolder) -> None:
    run.add_epoch(record(1), WEIGHTS, None)
    with open(run.path / "history.jsonl", "ab") as file:
        file.write(b'null\n{"epoch": "x"}\n{"epoch": 2, "seconds": 1, "metr')
    assert run.history() == [record(1)]


@pytest.mark.parametrize("line", ["", "null", '{"epoch": "x"}', "x" * 20_000])
def test_a_foreign_last_line_costs_no_weights(run: RunFolder, line: str) -> None:
    run.write_weights(0, WEIGHTS)
    for epoch in (1, 2):
        run.add_epoch(record(epoch), WEIGHTS, None)
    with (run.path / "history.jsonl").open("a") as file:
        file.write(f"{line}\n")
    assert run.newest_record() == record(2)
    run.begin(9)
    assert run.epochs() == [0, 1, 2]


@pytest.mark.parametrize("content", [None, "", "?\n", '{"epoch": 1, "seconds": 1, "metrics": {}}\n'])
def test_weights_beyond_the_history_are_shown_and_never_thrown_away(run: RunFolder, content: str | None) -> None:
    run.write_weights(0, WEIGHTS)
    for epoch in (1, 2, 3):
        run.add_epoch(record(epoch), WEIGHTS, None)
    history = run.path / "history.jsonl"
    history.unlink() if content is None else history.write_text(content)
    with pytest.raises(RunError, match=r"weights of epoch 3 are there: bring its history\.jsonl back"):
        run.begin(9)
    assert run.epochs() == [0, 1, 2, 3]


@pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\x03\x04", NPY])
def test_broken_weights_are_one_sentence(run: RunFolder, content: bytes) -> None:
    run.write_weights(1, WEIGHTS)
    (run.path / "weights" / "0001.npz").write_bytes(content)
    with pytest.raises(RunError, match="The weights of epoch 1 can't be read"):
        run.weights(1)


def test_truncated_weights_are_one_sentence(run: RunFolder) -> None:
    run.write_weights(1, WEIGHTS)
    path = run.path / "weights" / "0001.npz"
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(RunError, match="can't be read"):
        run.weights(1)


def test_missing_weights_are_one_sentence_that_says_what_to_do(run: RunFolder) -> None:
    with pytest.raises(RunError, match=r"The weights of epoch 7 are not in .*: bring back") as caught:
        run.weights(7)
    assert str(caught.value).count(str(run.path)) == 1 and "Errno" not in str(caught.value)


def test_weights_that_the_system_refuses_name_their_path_once(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    run.write_weights(1, WEIGHTS)

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(RunError, match=r"0001\.npz: Permission denied\.$") as caught:
        run.weights(1)
    assert str(caught.value).count(str(run.path)) == 1


def test_pickled_objects_are_never_loaded(run: RunFolder) -> None:
    np.savez(run.path / "weights" / "0001.npz", **{"000": np.array([{"a": 1}], object)})
    with pytest.raises(RunError, match="can't be read"):
        run.weights(1)


def test_past_its_budget_a_run_keeps_first_best_and_last(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_folder, "WEIGHTS_BUDGET_BYTES", 5_000)
    run.write_weights(0, WEIGHTS)
    for epoch in range(1, 31):
        run.add_epoch(record(epoch, val_loss=0.1 if epoch == 7 else 0.5), WEIGHTS, None)
    assert {0, 7, 30} <= set(run.epochs())
    assert len(run.epochs()) < 15
    assert len(run.history()) == 30


class OpenElsewhere:
    """No file of these endings can be deleted while ``is_open``, as on Windows where somebody reads them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *endings: str) -> None:
        self.is_open = True
        self._endings = endings
        self._unlink = os.unlink
        monkeypatch.setattr(os, "unlink", self)

    def __call__(self, path: Path, **named: int) -> None:
        if self.is_open and str(path).endswith(self._endings):
            raise PermissionError(13, "Access is denied", str(path))
        self._unlink(path, **named)


def test_old_weights_and_states_that_cannot_be_deleted_fail_no_epoch_and_go_later(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_folder, "WEIGHTS_BUDGET_BYTES", 5_000)
    elsewhere = OpenElsewhere(monkeypatch, ".npz")
    run.write_weights(0, WEIGHTS)
    for epoch in range(1, 31):
        run.add_epoch(record(epoch), WEIGHTS, [np.float32(epoch)])
    assert run.epochs() == list(range(31)), "what is still there is still said to be there"
    assert len(list(run.path.glob("optimizer-*.npz"))) == 30
    elsewhere.is_open = False
    for epoch in range(31, 36):
        run.add_epoch(record(epoch), WEIGHTS, [np.float32(epoch)])
    assert {0, 35} <= set(run.epochs()) and len(run.epochs()) < 15
    assert [path.name for path in run.path.glob("optimizer-*.npz")] == ["optimizer-0035.npz"]


def test_what_a_crash_left_keeps_no_training_from_beginning(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    run.add_epoch(record(1), WEIGHTS, [np.float32(1)])
    run.write_weights(2, WEIGHTS)
    (run.path / ".run.json.x.tmp").write_bytes(b"half")
    OpenElsewhere(monkeypatch, ".npz", ".tmp")
    run.begin(9)
    assert run.epochs() == [1]
    run.add_epoch(record(2), [array + 1 for array in WEIGHTS], [np.float32(2)])
    np.testing.assert_array_equal(run.weights(2)[0], WEIGHTS[0] + 1)


@pytest.mark.parametrize("full", range(4, 10))
def test_past_its_budget_a_stopped_run_keeps_the_epoch_it_goes_on_from(run: RunFolder, monkeypatch: pytest.MonkeyPatch, full: int) -> None:
    run.write_weights(0, WEIGHTS)
    size = (run.path / run_folder.weights_name(0)).stat().st_size
    monkeypatch.setattr(run_folder, "WEIGHTS_BUDGET_BYTES", int(4.5 * size))
    for epoch in range(1, full + 1):
        run.add_epoch(record(epoch, val_loss=epoch), WEIGHTS, None)
    run.add_epoch(record(full + 1, partial=True), WEIGHTS, None)
    assert len(run.epochs()) < full + 2
    assert run.last_full_epoch in run.epochs()


@pytest.mark.parametrize(("missing_bytes", "dropped"), [(0, False), (1, True)])
def test_nothing_is_dropped_as_long_as_all_fits(run: RunFolder, monkeypatch: pytest.MonkeyPatch, missing_bytes: int, dropped: bool) -> None:
    run.write_weights(0, WEIGHTS)
    size = (run.path / run_folder.weights_name(0)).stat().st_size
    monkeypatch.setattr(run_folder, "WEIGHTS_BUDGET_BYTES", 9 * size - missing_bytes)
    for epoch in range(1, 9):
        run.add_epoch(record(epoch), WEIGHTS, None)
    assert (run.epochs() != list(range(9))) == dropped


def test_the_best_epoch_has_the_lowest_validation_loss() -> None:
    assert best_epoch([record(1, 0.5), record(2, 0.2), record(3, 0.3), record(4, partial=True)]) == 2
    assert best_epoch([]) == 0


def test_the_end_and_a_changed_recipe_are_kept(run: RunFolder) -> None:
    longer = replace(RECIPE, training=replace(RECIPE.training, epochs=99))
    run.change_recipe(longer)
    run.end("stopped")
    opened = RunFolder.open(run.path)
    assert opened.facts.outcome == "stopped"
    assert opened.recipe.training.epochs == 99


def test_runs_and_settings_go_to_the_home_that_is_set(home: Path) -> None:
    assert runs_home() == home / "runs"
    assert settings_home() == home / "settings"
