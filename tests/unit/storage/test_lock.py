"""One program writes into a run; what a killed one held is free."""

import errno
import os
import runpy
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from ae_workbench.core.errors import RunError
from ae_workbench.core.shape import Shape
from ae_workbench.storage import interrupted, lock, runs, trash
from ae_workbench.storage.facts import Facts
from ae_workbench.storage.lock import hold, is_held_elsewhere
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.runs import RunList
from tests.faults.holder import held_elsewhere
from tests.faults.scenarios import DATASET, RECIPE, run_with


@pytest.fixture
def run(tmp_path: Path) -> Path:
    run_with(tmp_path, 2)
    return tmp_path / "run"


def test_a_held_run_is_refused_with_a_sentence_until_the_other_is_killed(run: Path) -> None:
    with held_elsewhere(run):
        assert is_held_elsewhere(run)
        with pytest.raises(RunError, match="open in another AE Workbench"):
            hold(run)
    assert not is_held_elsewhere(run)
    hold(run).release()


def test_one_program_may_hold_a_run_several_times(run: Path) -> None:
    window, training = hold(run), hold(run / ".." / "run")
    assert not is_held_elsewhere(run)
    window.release()
    window.release()
    with held_once(run) as refused:
        assert refused
    training.release()
    with held_once(run) as refused:
        assert not refused


def held_once(run: Path):  # type: ignore[no-untyped-def]
    """Whether another process is refused."""
    import subprocess
    import sys
    from contextlib import nullcontext

    code = "import sys; from pathlib import Path; from ae_workbench.storage.lock import is_held_elsewhere as held\n"
    code += "sys.exit(held(Path(sys.argv[1])))"
    return nullcontext(subprocess.run([sys.executable, "-c", code, str(run)], check=False).returncode == 1)


def test_a_folder_that_is_gone_or_cannot_be_written_to_is_nobody_s(tmp_path: Path) -> None:
    hold(tmp_path / "nowhere").release()
    assert not is_held_elsewhere(tmp_path / "nowhere")


def test_a_held_run_is_neither_deleted_nor_renamed_nor_offered(run: Path) -> None:
    with held_elsewhere(run):
        with pytest.raises(RunError, match="can't be deleted"):
            trash.delete(run)
        with pytest.raises(RunError, match="can't be renamed"):
            runs.rename(run, "Mine")
        with pytest.raises(RunError, match="open in another"):
            interrupted.leave(run)
        assert interrupted.interrupted_runs(run.parent) == []
    assert interrupted.interrupted_runs(run.parent) == [run]


def test_the_list_of_runs_says_who_is_held_as_it_is_now(run: Path) -> None:
    listed = RunList(run.parent)
    with held_elsewhere(run):
        assert [found.is_held for found in listed.read()] == [True]
    assert [found.is_held for found in listed.read()] == [False]


def test_a_training_that_was_cut_off_is_found_and_can_be_left(run: Path) -> None:
    assert interrupted.is_interrupted(run)
    assert interrupted.epochs_left(RunFolder.open(run)) == 7
    interrupted.leave(run)
    assert not interrupted.is_interrupted(run)
    assert RunFolder.open(run).facts.outcome == "interrupted"
    assert RunFolder.open(run).last_full_epoch == 2


def test_the_newest_of_several_comes_first_and_others_don_t_count(tmp_path: Path) -> None:
    for number in range(3):
        RunFolder.create(tmp_path / f"run {number}", RECIPE, DATASET).begin(4)
    RunFolder.open(tmp_path / "run 0").begin(5)
    RunFolder.open(tmp_path / "run 1").end("finished")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "run.json").write_text("{")
    (tmp_path / "no run").mkdir()
    assert [path.name for path in interrupted.interrupted_runs(tmp_path)] == ["run 0", "run 2"]
    assert interrupted.interrupted_runs(tmp_path / "nowhere") == []


def test_one_that_is_deleted_while_it_is_looked_at_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("here", "going"):
        RunFolder.create(tmp_path / name, RECIPE, DATASET).begin(4)
    judge = interrupted.is_interrupted

    def judge_while_it_goes(path: Path) -> bool:
        found = judge(path)
        if path.name == "going":
            shutil.rmtree(path)
        return found

    monkeypatch.setattr(interrupted, "is_interrupted", judge_while_it_goes)
    assert interrupted.interrupted_runs(tmp_path) == [tmp_path / "here"]


def test_beginning_clears_what_a_crash_left_and_keeps_what_counts(run: Path) -> None:
    folder = RunFolder.open(run)
    folder.write_weights(3, folder.weights(2))
    (run / "weights" / ".0003.npz.x.tmp").write_bytes(b"half")
    assert folder.epochs() == [0, 1, 2], "weights without a line in the history don't count"
    folder.begin(20)
    assert sorted(path.name for path in (run / "weights").iterdir()) == ["0000.npz", "0001.npz", "0002.npz"]
    assert folder.optimizer(2) is not None
    assert RunFolder.open(run).facts == Facts(
        **{name: getattr(folder.facts, name) for name in Facts.__dataclass_fields__} | {"outcome": "", "until": 20}
    )
    assert folder.facts.shape == Shape((4, 6, 1))


@pytest.mark.parametrize(
    ("number", "is_free"),
    [(None, True), (errno.EACCES, False), (errno.EDEADLK, False), (errno.EINVAL, True), (errno.ENOLCK, True)],
)
def test_on_windows_a_disk_without_locks_counts_as_free(
    run: Path, monkeypatch: pytest.MonkeyPatch, number: int | None, is_free: bool
) -> None:
    def locking(descriptor: int, mode: int, count: int) -> None:
        if number is not None:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))  # type: ignore[arg-type]
    lock_file = runpy.run_path(str(lock.__file__))["lock_file"]
    with (run / "run.json").open("rb") as file:
        assert lock_file(file.fileno()) == is_free
