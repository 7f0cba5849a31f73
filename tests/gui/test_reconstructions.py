"""The reconstructions viewer: paints examples with and without a run, in colour, as curves, noisy, sorted and paged."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ae_workbench.analysis.metrics import bce_per_image, ssim_per_image
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.loading import load
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.colour_maps import paint
from ae_workbench.ui.viewers import VIEWERS
from ae_workbench.ui.viewers.pages import OriginalsJob, Ranking, ReconstructionsJob, Wanted
from ae_workbench.ui.viewers.pictures import Waves, pictures
from ae_workbench.ui.viewers.reconstructions import ReconstructionsViewer
from ae_workbench.ui.viewers.tile_layout import GAP_PX, Space, lay_out
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace
from tests.gui.fakes import small_dataset

WAIT_MS = 30_000
DIGITS = Choice("digits")


@pytest.fixture
def workspace(qapp):
    return Workspace()


@pytest.fixture
def viewer(qtbot, workspace, codec):
    viewer = VIEWERS["reconstructions"].factory(workspace, codec)
    qtbot.addWidget(viewer)
    viewer.resize(900, 400)
    viewer.show()
    return viewer


def pixels(widget):
    """The widget as painted, uint8 (h, w, 3)."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3).copy()


def until(qtbot, viewer, there):
    qtbot.waitUntil(lambda: viewer.page is not None and bool(there(viewer.page)), timeout=WAIT_MS)


def show_run(qtbot, viewer, dataset, path):
    viewer.workspace.set_dataset(DIGITS, dataset)
    viewer.workspace.set_run(RunFolder.open(path))
    until(qtbot, viewer, lambda page: page.outputs)


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
    workspace.epoch_stored(1)
    until(qtbot, viewer, lambda page: page.epoch == 1)
    workspace.epoch_stored(2)
    until(qtbot, viewer, lambda page: page.epoch == 2)


def test_worst_and_best_first(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    for order, sign in (("worst", -1), ("best", 1)):
        viewer.order_box.setCurrentIndex(viewer.order_box.findData(order))
        viewer.order_box.activated.emit(viewer.order_box.currentIndex())
        until(qtbot, viewer, lambda page, order=order: page.wanted.order == order and page.outputs)
        errors = sign * np.array(viewer.page.errors)
        assert (np.diff(errors) >= 0).all()
    x = digits.scaling.apply(digits.test.examples)
    errors = bce_per_image(x, open_snapshot(trained_runs["simple"]).reconstruct(x))
    assert viewer.page.indices[0] == int(errors.argmin())


def test_without_a_model_nothing_is_sorted_by_error(qtbot, viewer, workspace, digits):
    viewer.order_box.setCurrentIndex(viewer.order_box.findData("worst"))
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    assert viewer.page.indices == tuple(range(20))


def test_pages_and_shuffling(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    assert not viewer.back_button.isEnabled()
    viewer.forward_button.click()
    until(qtbot, viewer, lambda page: page.indices == tuple(range(20, 40)))
    assert viewer.page_label.text() == f"21–40 of {len(digits.test)}"
    viewer.back_button.click()
    until(qtbot, viewer, lambda page: page.indices == tuple(range(20)))
    viewer.shuffle_button.click()
    until(qtbot, viewer, lambda page: page.wanted.order == "shuffled")
    first = viewer.page.indices
    viewer.shuffle_button.click()
    until(qtbot, viewer, lambda page: page.indices != first)
    viewer.count_box.setValue(40)
    until(qtbot, viewer, lambda page: len(page.indices) == 40)


def test_the_last_page_ends_with_the_data(qtbot, viewer, workspace):
    workspace.set_dataset(DIGITS, small_dataset(count=50))
    until(qtbot, viewer, lambda page: True)
    viewer.forward_button.click()
    until(qtbot, viewer, lambda page: page.indices == tuple(range(20, 25)))
    assert not viewer.forward_button.isEnabled()


def test_a_denoiser_shows_what_it_saw(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["denoising"])
    assert [len(tile.pictures) for tile in viewer.grid.tiles] == [3] * 20
    assert viewer.grid.row_titles == ("Noisy", "Denoised", "Original")
    noisy, _, clean = viewer.grid.tiles[0].pictures
    assert noisy != clean


def test_an_example_gets_the_same_noise_on_every_page(digits, trained_runs):
    run, snapshot = RunFolder.open(trained_runs["denoising"]), open_snapshot(trained_runs["denoising"])

    def seen(wanted):
        page = ReconstructionsJob(digits, wanted, run.facts.scaling, run.plan.corruption)(snapshot)
        return dict(zip(page.indices, page.seen, strict=True))

    assert seen(Wanted(first=0, count=10))[7] == seen(Wanted(first=5, count=5))[7]
    worst = ReconstructionsJob(digits, Wanted("worst", 0, 5), run.facts.scaling, run.plan.corruption)(snapshot)
    assert sorted(worst.errors, reverse=True) == list(worst.errors)


@pytest.mark.parametrize("dims", [(48, 64, 3), (5, 3, 1), (300, 200, 3), (20, 20, 4), (12, 12, 2)])
def test_any_size_and_colour_is_painted(qtbot, viewer, workspace, dims):
    workspace.set_dataset(Choice("array"), small_dataset(dims=dims))
    until(qtbot, viewer, lambda page: True)
    painted = pixels(viewer.grid).astype(float)
    assert painted.std() > 10
    coloured = np.abs(painted[..., 0] - painted[..., 1]) > 40
    assert (coloured.mean() > 0.02) == (dims[2] >= 3)


def test_sequences_are_curves_over_each_other(qtbot, viewer, workspace):
    waves = load(Choice("waves"))
    workspace.set_dataset(Choice("waves"), waves)
    until(qtbot, viewer, lambda page: True)
    [place] = viewer.grid.tiles[0].pictures
    assert isinstance(place, tuple) and isinstance(place[0], Waves)
    assert pixels(viewer.grid).std() > 5


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
    with qtbot.waitSignal(viewer.codec.failed, timeout=WAIT_MS):
        workspace.set_run(run)
        workspace.epoch_stored(3)
    assert "no run" in viewer.note_label.text()


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


def test_a_click_picks_the_example_for_all_viewers(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    layout = viewer.grid.layout_of_tiles
    x, y = layout.place(3, 0)
    before = pixels(viewer.grid)
    qtbot.mouseClick(viewer.grid, Qt.MouseButton.LeftButton, pos=viewer.grid.rect().topLeft() + _point(x + 5, y + 5))
    assert workspace.picked == 3
    assert (pixels(viewer.grid) != before).any()


def _point(x, y):
    from PySide6.QtCore import QPoint

    return QPoint(round(x), round(y))


def test_the_tip_names_example_class_and_errors(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    tip = viewer.grid.tiles[2].tip
    assert "Test example 2" in tip and "PSNR" in tip
    assert digits.class_names[int(digits.test.labels[2])] in tip


# The layout of tiles


def test_tiles_stay_inside_and_apart():
    for count, rows, area in product((1, 5, 17, 40), (1, 2, 3), ((900.0, 380.0), (300.0, 900.0), (1600.0, 200.0))):
        layout = lay_out(Space(count, rows, (28, 28), area, (40.0, 16.0), 70.0, 1.5))
        check_inside_and_apart(layout, area)


def check_inside_and_apart(layout, area):
    count, rows = layout.count, layout.rows
    corners = [(*layout.place(n, row), layout.width, layout.height) for n in range(count) for row in range(rows)]
    for x, y, width, height in corners:
        assert x >= 0 and y >= 0
        assert x + width <= area[0] + 1 and y + height <= area[1] + 1
    for n, (x, y, width, height) in enumerate(corners):
        for a, b, other_width, other_height in corners[n + 1 :]:
            assert x + width <= a or a + other_width <= x or y + height <= b or b + other_height <= y


def test_a_tile_is_found_under_the_pointer():
    layout = lay_out(Space(12, 2, (28, 28), (900.0, 400.0)))
    for n in range(12):
        x, y = layout.place(n, 1)
        assert layout.at(x + 1, y + 1) == n
    assert layout.at(-50, 10) is None
    assert layout.at(layout.left + layout.columns * (layout.cell_width + GAP_PX) + 5, layout.top) is None


def test_small_pictures_are_enlarged_evenly_where_that_costs_little():
    layout = lay_out(Space(1, 1, (28, 28), (290.0, 290.0)))
    assert layout.width / 28 == int(layout.width / 28)


def test_grey_and_colour_become_images_of_the_same_numbers():
    x = np.array([[[[0.0], [0.5]], [[1.0], [2.0]]]], np.float32)
    [picture] = pictures(x, Shape((2, 2, 1)))
    assert [picture.pixelColor(a, b).value() for b in (0, 1) for a in (0, 1)] == [0, 128, 255, 255]
    [coloured] = pictures(np.array([[[[1.0, 0.0, 0.5]]]], np.float32), Shape((1, 1, 3)))
    assert coloured.pixelColor(0, 0).getRgb()[:3] == (255, 0, 128)


def test_long_sequences_are_thinned_and_few_features_drawn():
    [picture] = pictures(np.zeros((1, 5000, 9), np.float32), Shape((5000, 9), "sequence"))
    assert picture.values.shape[0] <= 250
    assert picture.values.shape[1] == 4


def test_data_can_change_under_a_request(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    workspace.set_dataset(DIGITS, replace(digits, name="other"))
    until(qtbot, viewer, lambda page: True)
    assert viewer.page.dataset.name == "other"


# Metrics, classes, differences and the way to the canvas


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_another_metric_stands_under_each_and_sorts(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    choose(viewer.controls.metric_box, "ssim")
    until(qtbot, viewer, lambda page: page.metric == "ssim")
    x = digits.scaling.apply(digits.test.examples)
    y = open_snapshot(trained_runs["simple"]).reconstruct(x)
    similarity = ssim_per_image(x, y)
    np.testing.assert_allclose(viewer.page.errors, similarity[:20], rtol=1e-3, atol=1e-4)
    assert viewer.grid.tiles[0].caption == f"{viewer.page.errors[0]:.3f}"
    choose(viewer.order_box, "worst")
    until(qtbot, viewer, lambda page: page.wanted.order == "worst")
    assert viewer.page.indices[0] == int(similarity.argmin())


def test_one_class_at_a_time(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    choose(viewer.controls.class_box, 3)
    until(qtbot, viewer, lambda page: page.wanted.label == 3)
    threes = np.flatnonzero(digits.test.labels == 3)
    assert viewer.page.indices == tuple(threes[:20])
    assert viewer.page_label.text().endswith(str(len(threes)))
    choose(viewer.order_box, "best")
    until(qtbot, viewer, lambda page: page.wanted.order == "best")
    assert set(viewer.page.indices) <= set(threes.tolist())


def test_pages_of_an_order_by_error_are_reconstructed_once(digits, trained_runs):
    run, snapshot, ranking = RunFolder.open(trained_runs["simple"]), open_snapshot(trained_runs["simple"]), Ranking()
    rows = []

    class Counting:
        run, epoch, stamp, plan = snapshot.run, snapshot.epoch, snapshot.stamp, snapshot.plan

        def reconstruct(self, x):
            rows.append(len(x))
            return snapshot.reconstruct(x)

    def page(wanted):
        rows.clear()
        return ReconstructionsJob(digits, wanted, run.facts.scaling, run.plan.corruption, ranking)(Counting()).indices

    first = page(Wanted("worst", 0, 10))
    assert sum(rows) == len(digits.test) + 10
    second = page(Wanted("worst", 10, 10))
    assert sum(rows) == 10 and not set(first) & set(second)
    page(Wanted("best", 0, 10))
    assert sum(rows) == len(digits.test) + 10


def test_the_difference_is_a_row_of_its_own(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    viewer.controls.difference_button.click()
    until(qtbot, viewer, lambda page: page.differences)
    assert viewer.grid.row_titles == ("Input", "Output", "Difference")
    x = digits.scaling.apply(digits.test.examples[:1])
    error = np.abs(x - open_snapshot(trained_runs["simple"]).reconstruct(x))[0]
    assert viewer.page.differences[0] == paint(error, "magma")


def test_sequences_are_judged_by_squared_error_alone(qtbot, viewer, workspace):
    workspace.set_dataset(Choice("waves"), load(Choice("waves")))
    until(qtbot, viewer, lambda page: True)
    assert viewer.controls.chosen_metric == "mse"
    assert not viewer.controls.metric_box.isVisible() and not viewer.controls.difference_button.isVisible()


def test_a_double_click_sends_the_example_to_the_canvas(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    sent = []
    workspace.sent_to_canvas.connect(sent.append)
    x, y = viewer.grid.layout_of_tiles.place(6, 0)
    qtbot.mouseDClick(viewer.grid, Qt.MouseButton.LeftButton, pos=_point(x + 4, y + 4))
    np.testing.assert_array_equal(sent[0], digits.scaling.apply(digits.test.examples[6]))
    workspace.pick(2)
    viewer.menu_actions()[0].trigger()
    np.testing.assert_array_equal(sent[1], digits.scaling.apply(digits.test.examples[2]))


def test_arrow_keys_move_the_pick(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    columns = viewer.grid.layout_of_tiles.columns
    seen = []
    workspace.picked_changed.connect(lambda: seen.append(workspace.picked))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(viewer.grid, key)
    assert seen == [0, 1, 1 + columns, columns, 0]
