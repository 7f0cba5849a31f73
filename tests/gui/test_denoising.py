"""The denoising viewer: rows with PSNR and SSIM, live noise, the curve against noise, and images painted over."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from ae_workbench.analysis.metrics import psnr_per_image
from ae_workbench.core.corruption import Corruption
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.ui.viewers.denoising.bands_view import BandsView
from ae_workbench.ui.viewers.denoising.controls import USUAL
from ae_workbench.ui.viewers.denoising.jobs import CLEAN, GAUSSIAN, MEDIAN, MODEL, NOISY, BandsJob, Noise
from ae_workbench.ui.viewers.denoising.occlusion import Occlusion
from ae_workbench.ui.viewers.denoising.sweep import AMOUNTS, Sweep
from tests.gui.fakes import small_dataset
from tests.gui.viewing import WAIT_MS, near, pixels, settle, show, shown_viewer


@pytest.fixture
def viewer(qtbot):
    with shown_viewer(qtbot, "denoising") as viewer:
        yield viewer


def keys(viewer):
    return [band.key for band in viewer.bands.rows]


def test_without_a_run_the_filters_work_and_the_model_is_waited_for(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    assert keys(viewer) == [CLEAN, NOISY, MEDIAN, GAUSSIAN]
    assert [row.title for row in viewer.view.rows if row.pictures is None] == ["Denoised"]
    assert "Start" in viewer.frame.note_label.text()


def test_any_model_denoises_and_is_measured_beside_the_filters(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    assert keys(viewer) == [CLEAN, NOISY, MODEL, MEDIAN, GAUSSIAN]
    noisy = viewer.bands.rows[1]
    assert len(noisy.psnr) == len(noisy.ssim) == len(viewer.bands.indices) == viewer.view.capacity
    columns, lines = viewer.table()
    assert columns[:3] == ["index", "noisy_psnr", "noisy_ssim"]
    assert lines[0][1] == noisy.psnr[0]


def test_rows_without_the_model_that_come_late_do_not_take_its_row_away(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    shown = viewer.bands
    viewer.show_answer("plain", BandsJob(shown.noise, 0, viewer.view.capacity, (MEDIAN, GAUSSIAN))())
    assert viewer.bands is shown and MODEL in keys(viewer)


def test_a_denoiser_is_shown_with_its_own_noise(qtbot, viewer, digits, trained_runs):
    viewer.controls.set_corruption(Corruption("masking", 0.1))
    show(qtbot, viewer, digits, trained_runs["denoising"])
    assert viewer.controls.corruption == Corruption("gaussian", 0.5)


def test_more_noise_is_seen_at_once(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    before, psnr = pixels(viewer.view), viewer.bands.rows[1].psnr[0]
    viewer.controls.slider.setFocus()
    for _ in range(3):
        QTest.keyClick(viewer.controls.slider, Qt.Key.Key_PageUp)
    settle(qtbot, viewer)
    assert viewer.controls.corruption.amount == 0.8
    assert viewer.bands.rows[1].psnr[0] < psnr
    assert (pixels(viewer.view) != before).any()


def test_the_same_image_keeps_its_noise_while_the_amount_changes():
    images = Split(np.full((8, 28, 28, 1), 128, np.uint8))
    grey = Dataset("grey", Shape((28, 28, 1)), images, images)

    def noise(amount):
        setting = Noise(grey, grey.scaling, Corruption("gaussian", amount), 4)
        return setting.noisy(np.asarray([7])) - grey.scaling.apply(grey.test.examples[7])

    np.testing.assert_allclose(noise(0.02) * 2, noise(0.04), atol=1e-6)


def test_pairs_are_shown_with_the_noise_that_they_have(qtbot, viewer, digits):
    clean = digits.test.examples[:20]
    pairs = Split(clean, noisy=255 - clean)
    show(qtbot, viewer, Dataset("Negatives", digits.shape, pairs, pairs))
    assert viewer.controls.corruption.amount == 0
    assert viewer.bands.rows[1].psnr[0] == pytest.approx(float(psnr_per_image(clean[:1] / 255, 1 - clean[:1] / 255)[0]))
    show(qtbot, viewer, digits)
    assert viewer.controls.corruption == USUAL


def test_other_noise_can_be_drawn(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    before = viewer.bands.rows[1].pictures[0]
    qtbot.mouseClick(viewer.controls.dice_button, Qt.MouseButton.LeftButton)
    settle(qtbot, viewer)
    assert viewer.bands.rows[1].pictures[0] != before


def test_a_filter_that_is_switched_off_leaves_its_place_to_the_others(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    height = viewer.view.place(0, 0).height()
    qtbot.mouseClick(viewer.controls.chips[MEDIAN], Qt.MouseButton.LeftButton)
    settle(qtbot, viewer)
    assert MEDIAN not in keys(viewer)
    assert viewer.view.place(0, 0).height() > height


def test_pages_and_picking(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    count = viewer.view.capacity
    qtbot.mouseClick(viewer.frame.forward_button, Qt.MouseButton.LeftButton)
    settle(qtbot, viewer)
    assert viewer.bands.indices[0] == count
    qtbot.mouseClick(viewer.view, Qt.MouseButton.LeftButton, pos=near(viewer.view.place(1, 2).center()))
    assert viewer.workspace.picked == count + 2
    assert viewer.view.marked == 2


def test_as_many_columns_are_asked_for_as_fit_beside_titles_that_are_wider_than_thought(qtbot, viewer, digits, trained_runs):
    for width in range(560, 720, 9):  # among them those where one column less fits once the titles are known
        viewer.view.show_rows(())
        viewer.resize(width, viewer.height())
        show(qtbot, viewer, digits, trained_runs["simple"])
        settle(qtbot, viewer)
        assert len(viewer.bands.indices) == viewer.view.capacity


@pytest.mark.parametrize("aspect", [1 / 8, 1.0, 8.0])
def test_all_rows_fit_whatever_form_the_pictures_have(qtbot, aspect):
    view = BandsView()
    qtbot.addWidget(view)
    view.expect(5, aspect)
    view.resize(500, view.minimumSizeHint().height())
    assert view.place(4, 0).bottom() <= view.height()


def test_the_curve_is_measured_point_by_point(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    axes = [viewer.plot.getPlotItem().getAxis(side) for side in ("left", "bottom")]
    assert not viewer.sweep.values and not any(axis.style["showValues"] for axis in axes), "numbers of no curve"
    qtbot.mouseClick(viewer.frame.curve_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: viewer.sweep.is_done, timeout=WAIT_MS)
    assert all(axis.style["showValues"] for axis in axes)
    amounts, noisy = viewer.sweep.line(NOISY)
    assert amounts == sorted(set(AMOUNTS) - {0.0})
    assert noisy == sorted(noisy, reverse=True)
    assert len(viewer.sweep.line(MODEL)[0]) == len(AMOUNTS)
    assert "100 test images" in viewer.frame.note_label.text()


def test_a_click_on_the_curve_sets_the_amount(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    qtbot.mouseClick(viewer.frame.curve_button, Qt.MouseButton.LeftButton)
    settle(qtbot, viewer)
    box = viewer.plot.getPlotItem().getViewBox()
    middle = box.mapViewToScene(QPointF(0.25, sum(box.viewRange()[1]) / 2))
    qtbot.mouseClick(viewer.plot.viewport(), Qt.MouseButton.LeftButton, pos=near(middle))
    assert viewer.controls.corruption.amount == pytest.approx(0.25, abs=0.02)


def test_a_sweep_is_finished_for_one_epoch_before_the_next():
    sweep = Sweep()
    sweep.aim("a run", 1)
    sweep.take(sweep.next_amount, {NOISY: 1.0})
    sweep.aim("a run", 2)
    assert sweep.epoch == 1
    while not sweep.is_done:
        sweep.take(sweep.next_amount, {NOISY: 1.0})
    sweep.aim("a run", 2)
    assert sweep.epoch == 2 and not sweep.is_done
    assert len(sweep.values) == len(AMOUNTS)
    sweep.aim("another run", 2)
    assert not sweep.values


def test_painting_over_an_image_shows_it_repaired_as_one_paints(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    qtbot.mouseDClick(viewer.view, Qt.MouseButton.LeftButton, pos=near(viewer.view.place(0, 1).center()))
    settle(qtbot, viewer)
    page, view = viewer.repair, viewer.repair.view
    assert viewer.workspace.picked == 1
    untouched = page.repaired.output
    place = view.place(0)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=near(place.center(), y=-place.height() / 4))
    for step in range(8):
        QTest.mouseMove(view, near(place.center(), y=(step - 4) / 16 * place.height()))
    settle(qtbot, viewer)
    assert np.abs(page.repaired.output - untouched).max() > 0.01
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=near(place.center()))
    painted = view.occlusion.painted
    assert page.repaired.before[0] == pytest.approx(float(psnr_per_image(view.occlusion.original[None], painted[None])[0]))
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, viewer)
    np.testing.assert_allclose(page.repaired.output, untouched, atol=1e-6)


def test_painting_by_keyboard(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    viewer.workspace.pick(4)
    qtbot.mouseClick(viewer.frame.paint_button, Qt.MouseButton.LeftButton)
    settle(qtbot, viewer)
    view = viewer.repair.view
    view.setFocus()
    QTest.keyPress(view, Qt.Key.Key_Space)
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyRelease(view, Qt.Key.Key_Space)
    covered = view.occlusion.covered[..., 0]
    assert covered[14, 14] == 1 and covered[14, 17] == 1
    assert covered[2, 2] == 0


def test_what_is_uncovered_is_the_original_again():
    original = np.random.default_rng(0).random((20, 30, 3), dtype=np.float32)
    occlusion = Occlusion(original, "white")
    occlusion.begin(0.5, 0.5, 0.4)
    occlusion.end()
    assert (occlusion.painted[10, 15] == 1).all()
    occlusion.begin(0.5, 0.5, 1.5, restores=True)
    occlusion.end()
    np.testing.assert_allclose(occlusion.painted, original, atol=1e-6)
    occlusion.undo()
    assert (occlusion.painted[10, 15] == 1).all()


def test_colour_images_of_any_size(qtbot, viewer):
    show(qtbot, viewer, small_dataset(dims=(12, 20, 3)))
    assert viewer.view.place(0, 0).width() > viewer.view.place(0, 0).height()
    assert len(np.unique(pixels(viewer.view).reshape(-1, 3), axis=0)) > 100


def test_sequences_say_what_to_do(qtbot, viewer):
    x = np.zeros((10, 8, 1), np.float32)
    show(qtbot, viewer, Dataset("Waves", Shape((8, 1), "sequence"), Split(x), Split(x)))
    assert not viewer.shows_content
    assert "Choose images" in viewer.empty.sentence.text()


def test_a_run_that_is_gone_is_told(qtbot, viewer, digits, trained_runs, monkeypatch):
    show(qtbot, viewer, digits, trained_runs["simple"])
    monkeypatch.setattr(viewer.workspace.run_folder, "path", Path("gone"))
    viewer.workspace.set_epoch(1)
    settle(qtbot, viewer)
    assert not viewer.shows_content
    assert "gone" in viewer.empty.sentence.text()


def test_pictures_of_one_job_belong_together(digits):
    job = BandsJob(Noise(digits, digits.scaling, Corruption("masking", 1.0)), 350, 40, (MEDIAN,))
    bands = job()
    assert bands.indices == tuple(range(350, 360))
    assert all(len(band.pictures) == 10 for band in bands.rows)
    assert bands.rows[1].pictures[0].pixelColor(14, 14).value() == 0
