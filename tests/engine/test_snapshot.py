"""Snapshots are runs at one epoch, apart from the model that trains."""

from pathlib import Path
from threading import Event, Thread

import numpy as np
import pytest

from ae_workbench.core.errors import DataError, RunError
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.build import build
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.conftest import Make, Recorder


@pytest.fixture
def run(make_session: Make) -> Path:
    session = make_session(with_settings(find_recipe("variational"), ["epochs=3", "intermediate=32"]))
    session.run(Recorder())
    return session.run_folder.path


def test_a_snapshot_is_the_model_with_the_weights_of_its_epoch(run: Path, digits: Dataset) -> None:
    x = digits.scaling.apply(digits.test.examples[:20])
    for epoch in (0, 3, 1):
        networks = build(RunFolder.open(run).plan)
        networks.set_weights(RunFolder.open(run).weights(epoch))
        snapshot = open_snapshot(run, epoch)
        np.testing.assert_allclose(snapshot.reconstruct(x), networks.whole(x).numpy(), atol=1e-5)
        np.testing.assert_allclose(snapshot.decode(snapshot.encode(x)), snapshot.reconstruct(x), atol=1e-6)


def test_two_snapshots_can_be_used_in_turns(run: Path, digits: Dataset) -> None:
    x = digits.scaling.apply(digits.test.examples[:5])
    first, last = open_snapshot(run, 0), open_snapshot(run)
    assert last.epoch == 3
    before = first.encode(x)
    assert not np.allclose(last.encode(x), before)
    np.testing.assert_array_equal(first.encode(x), before)


def test_the_posterior_has_the_code_as_its_mean(run: Path, digits: Dataset) -> None:
    snapshot = open_snapshot(run)
    x = digits.scaling.apply(digits.test.examples[:7])
    z_mean, z_log_var = snapshot.posterior(x)
    np.testing.assert_allclose(z_mean, snapshot.encode(x), atol=1e-6)
    assert z_log_var.shape == (7, 2)


def test_a_run_that_was_trained_again_is_read_anew(run: Path, digits: Dataset) -> None:
    x = digits.scaling.apply(digits.test.examples[:2])
    before = open_snapshot(run, 2).encode(x)
    folder = RunFolder.open(run)
    folder.write_weights(2, [2 * array for array in folder.weights(2)])
    assert not np.allclose(open_snapshot(run, 2).encode(x), before)


def test_many_examples_are_served_in_parts(run: Path, digits: Dataset) -> None:
    x = digits.scaling.apply(np.repeat(digits.test.examples[:3], 500, axis=0))
    codes = open_snapshot(run).encode(x)
    assert codes.shape == (1500, 2)
    np.testing.assert_allclose(codes[::500], open_snapshot(run).encode(x[::500]), atol=1e-5)


def test_no_examples_give_no_codes(run: Path) -> None:
    assert open_snapshot(run).encode(np.zeros((0, 28, 28, 1), np.float32)).shape == (0, 2)


@pytest.mark.parametrize("epoch", [7, 99])
def test_an_epoch_that_is_not_stored_is_refused(run: Path, epoch: int) -> None:
    with pytest.raises(RunError, match=f"no weights of epoch {epoch}"):
        open_snapshot(run, epoch)


def test_broken_weights_are_refused_and_do_not_stick(run: Path, digits: Dataset) -> None:
    x = digits.scaling.apply(digits.test.examples[:2])
    good = open_snapshot(run, 1).encode(x)
    (run / "weights" / "0003.npz").write_bytes(b"not an archive")
    with pytest.raises(RunError, match="can't be read"):
        open_snapshot(run, 3).encode(x)
    np.testing.assert_array_equal(open_snapshot(run, 1).encode(x), good)


def test_a_folder_without_a_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="There is no run"):
        open_snapshot(tmp_path)


def test_wrong_shapes_are_refused_and_no_other_thread_waits_for_them(run: Path, digits: Dataset) -> None:
    snapshot = open_snapshot(run)
    refused, ends = Event(), Event()

    def ask_wrongly() -> None:
        for method in (snapshot.encode, snapshot.decode, snapshot.posterior):
            with pytest.raises(DataError, match="takes arrays of"):
                method(np.zeros((1, 3, 3), np.float32))
        refused.set()
        ends.wait(60)

    wrong = Thread(target=ask_wrongly)
    wrong.start()
    assert refused.wait(60)
    found: list[tuple[int, ...]] = []
    right = Thread(target=lambda: found.append(snapshot.encode(digits.scaling.apply(digits.test.examples[:2])).shape), daemon=True)
    right.start()
    right.join(30)
    ends.set()
    wrong.join(60)
    assert found == [(2, 2)]
