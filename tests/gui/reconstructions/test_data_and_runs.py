"""What the viewer shows of data and a run, and what it says where one of them is missing, gone or doesn't fit."""

from dataclasses import replace

import numpy as np

from ae_workbench.analysis.metrics import bce_per_image
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.viewers.pages import OriginalsJob
from ae_workbench.ui.viewers.reconstructions import ReconstructionsViewer
from ae_workbench.ui.workers import CodecThread
from tests.gui.fakes import small_dataset
from tests.gui.reconstructions.showing import DIGITS, show_run, until
from tests.gui.viewing import WAIT_MS, pixels


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
    layout = viewer.grid.layout_of_tiles
    x0, y0 = (round(place) for place in layout.place(0, 1))
    output = before[y0 : y0 + int(layout.height), x0 : x0 + int(layout.width)]
    assert output.std() > 10


def test_examples_that_come_late_do_not_hide_their_reconstructions(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    viewer.show_answer("originals", OriginalsJob(digits, viewer.wanted)())
    assert viewer.page.outputs


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
