"""What the viewer shows of data and a run, and what it says where one of them is missing, gone or doesn't fit."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from ae_workbench.analysis.metrics import bce_per_image
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Scaling
from ae_workbench.data.loading import load
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from ae_workbench.ui.viewers.pages import OriginalsJob
from ae_workbench.ui.viewers.reconstructions import ReconstructionsViewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.variants.recipes import find_recipe
from tests.gui.fakes import small_dataset
from tests.gui.journal import Journal
from tests.gui.reconstructions.showing import DIGITS, choose, show_run, until
from tests.gui.viewing import WAIT_MS, pixels, settle


def test_without_data_it_says_what_to_expect(qtbot, viewer):
    qtbot.waitUntil(viewer.empty.isVisible)
    assert "data" in viewer.empty.sentence.text()


def test_without_a_run_it_paints_the_examples_and_a_hint(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    painted = pixels(viewer.grid)
    assert (painted.max(axis=2) < 10).mean() > 0.1
    assert (painted.min(axis=2) > 245).mean() > 0.02
    assert "Press Start" in viewer.note_label.text()
    assert viewer.page.outputs == ()
    assert viewer.grid.tiles[0].caption == ""


def test_reconstructions_come_with_their_errors(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    before = pixels(viewer.grid)
    x = digits.scaling.apply(digits.test.examples[:20])
    snapshot = open_snapshot(trained_runs["simple"])
    np.testing.assert_allclose(viewer.page.errors, bce_per_image(x, snapshot.reconstruct(x)), rtol=1e-4)
    assert viewer.page.epoch == 3
    assert [tile.caption for tile in viewer.grid.tiles] == [f"{error:.4f}" for error in viewer.page.errors]
    assert f"{np.mean(viewer.page.errors):.4f}, mean of the 20 shown" in viewer.note_label.text()
    layout = viewer.grid.layout_of_tiles
    x0, y0 = (round(place) for place in layout.place(0, 1))
    output = before[y0 : y0 + int(layout.height), x0 : x0 + int(layout.width)]
    assert output.std() > 10


def test_examples_that_come_late_do_not_hide_their_reconstructions(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    viewer.show_answer("originals", OriginalsJob(digits, viewer.wanted, digits.scaling)())
    assert viewer.page.outputs


def test_examples_alone_are_scaled_as_the_shown_run_sees_them(qtbot, viewer, workspace):
    run = RunFolder.open(samples_home() / "sequence")
    waves = load(run.recipe.data)
    workspace.set_run(run)
    workspace.set_dataset(run.recipe.data, replace(waves, scaling=Scaling((100.0,), (9.0,))))
    pages = Journal(viewer.codec.answered)
    pages.wait(qtbot, 1)
    page = next(page for _, page in pages.lines if not page.outputs)
    np.testing.assert_allclose(page.originals[0].values, run.facts.scaling.apply(waves.test.examples[page.indices[0]]), atol=1e-5)


def test_an_earlier_epoch_is_shown_when_it_is_chosen(qtbot, viewer, workspace, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    late = np.mean(viewer.page.errors)
    workspace.set_epoch(0)
    until(qtbot, viewer, lambda page: page.epoch == 0)
    assert np.mean(viewer.page.errors) > late


def test_a_new_epoch_is_followed_while_live(qtbot, viewer, workspace, digits, trained_runs):
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(RunFolder.open(trained_runs["simple"]))
    workspace.epoch_stored(1, {})
    until(qtbot, viewer, lambda page: page.epoch == 1)
    workspace.epoch_stored(2, {})
    until(qtbot, viewer, lambda page: page.epoch == 2)


def test_a_run_on_data_of_another_shape_says_so(qtbot, viewer, workspace, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    workspace.set_dataset(Choice("array"), small_dataset(dims=(12, 12, 3)))
    until(qtbot, viewer, lambda page: page.shape == Shape((12, 12, 3)))
    assert "another shape" in viewer.note_label.text()
    assert viewer.page.outputs == ()


def test_a_run_that_is_gone_is_told_in_a_sentence(qtbot, viewer, workspace, digits, trained_runs, tmp_path):
    run = RunFolder.open(trained_runs["simple"])
    run.path = tmp_path / "gone"
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(run)
    workspace.epoch_stored(3, {})
    qtbot.waitUntil(lambda: "no run" in viewer.note_label.text(), timeout=WAIT_MS)


def test_a_hidden_viewer_asks_for_nothing_until_it_is_seen(qtbot, workspace, digits):
    asked = []

    class CountingCodec(CodecThread):
        def ask(self, asker, job, urgent=False):
            asked.append(asker)

    viewer = ReconstructionsViewer(workspace, CountingCodec())
    qtbot.addWidget(viewer)
    workspace.set_dataset(DIGITS, digits)
    qtbot.waitUntil(lambda: not viewer._soon.isActive())
    assert asked == []
    viewer.show()
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_data_can_change_under_a_request(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    workspace.set_dataset(DIGITS, replace(digits, name="other"))
    until(qtbot, viewer, lambda page: True)
    assert viewer.page.dataset.name == "other"


def shows_examples_alone(viewer):
    return not viewer.page.outputs and not any(tile.caption for tile in viewer.grid.tiles)


@pytest.fixture
def unread_run(trained_runs, tmp_path):
    """A run whose newest weights can't be read."""
    path = tmp_path / "unread"
    shutil.copytree(trained_runs["deep"], path)
    (path / "weights" / "0003.npz").write_bytes(b"broken")
    return path


def test_a_run_without_weights_does_not_stand_over_the_outputs_of_the_one_before(qtbot, viewer, workspace, digits, trained_runs, tmp_path):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    shutil.copytree(trained_runs["deep"], tmp_path / "bare", ignore=shutil.ignore_patterns("weights"))
    workspace.set_run(RunFolder.open(tmp_path / "bare"))
    settle(qtbot, viewer)
    assert shows_examples_alone(viewer)
    assert "Epoch" not in viewer.note_label.text() and viewer.table() is None


def test_a_run_whose_data_are_of_another_shape_does_not_either(qtbot, viewer, workspace, digits, trained_runs, tmp_path):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    data = small_dataset(dims=(12, 12, 3))
    workspace.set_run(RunFolder.create(tmp_path / "coloured", find_recipe("simple"), data))
    settle(qtbot, viewer)
    assert shows_examples_alone(viewer)
    assert "another shape" in viewer.note_label.text()


@pytest.mark.parametrize("order", ["stored", "worst"])
def test_unread_weights_are_told_without_the_outputs_of_others(qtbot, viewer, workspace, digits, trained_runs, unread_run, order):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    choose(viewer.order_box, order)
    settle(qtbot, viewer)
    workspace.set_run(RunFolder.open(unread_run))
    settle(qtbot, viewer)
    assert shows_examples_alone(viewer) and viewer.page.indices == tuple(range(20))
    assert "0003.npz" in viewer.note_label.text()
    workspace.set_epoch(2)
    settle(qtbot, viewer)
    assert viewer.page.outputs and "Epoch 2" in viewer.note_label.text()


def test_what_was_said_of_unread_weights_goes_with_their_run(qtbot, viewer, workspace, digits, trained_runs, unread_run):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    workspace.set_run(RunFolder.open(unread_run))
    settle(qtbot, viewer)
    assert "0003.npz" in viewer.note_label.text()
    workspace.set_run(None)
    settle(qtbot, viewer)
    assert "Press Start" in viewer.note_label.text()


def test_the_pictures_of_a_run_stay_while_another_epoch_is_worked_out(qtbot, viewer, workspace, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    shown = []
    show_tiles = viewer.grid.show_tiles
    viewer.grid.show_tiles = lambda tiles, titles: (shown.append(tiles[0].caption), show_tiles(tiles, titles))
    for epoch in (0, 1, 2):
        workspace.set_epoch(epoch)
        settle(qtbot, viewer)
    assert len(shown) == 3 and all(shown)
