"""Wide codes laid out: by principal components, by any two units, by t-SNE."""

import numpy as np
from PySide6.QtWidgets import QScrollArea

from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from tests.gui.latent_plane.plane import KEY, LEFT, at, ready
from tests.gui.viewing import WAIT_MS, settle


def test_wide_codes_are_laid_out_by_their_principal_components(qtbot, wide):
    assert wide.bar.layout_key == "pca"
    flat = wide.codes.reshape(len(wide.codes), -1).astype(float)
    centred = flat - flat.mean(axis=0)
    first = np.linalg.svd(centred, full_matrices=False)[2][0]
    assert abs(np.corrcoef(centred @ first, wide.plane_map.points[:, 0])[0, 1]) > 0.999


def test_wide_codes_after_two_units_are_laid_out_by_principal_components_too(qtbot, viewer):
    viewer.workspace.set_run(RunFolder.open(samples_home() / "simple"))
    qtbot.waitUntil(lambda: viewer.snapshot.run == viewer.workspace.run and viewer.plane_map is not None, timeout=WAIT_MS)
    assert viewer.bar.layout_key == "pca"


def test_any_two_units_and_sliders_for_the_rest(qtbot, wide):
    wide.bar.choose_layout("units")
    wide.layouts.choose()
    ready(qtbot, wide)
    page = wide.units_page
    wide.side.open("units")
    page.x_box.setValue(2)
    page.y_box.setValue(7)
    settle(qtbot, wide)
    np.testing.assert_array_equal(wide.plane_map.points, wide.codes.reshape(len(wide.codes), -1)[:, [2, 7]])
    assert wide.plane_map.titles == ("z₂", "z₇")
    before = wide.side.marker_thumb.picture
    sliders = page.sliders
    sliders.setFocus()
    for _ in range(40):
        qtbot.keyClick(sliders, KEY.Key_Right)
    qtbot.waitUntil(lambda: wide.is_settled and wide.side.marker_thumb.picture != before, timeout=WAIT_MS)
    assert page.base.reshape(-1)[0] > wide.codes.reshape(len(wide.codes), -1)[:, 0].mean()


def test_the_place_of_the_marker_is_said_without_the_shares_of_the_axes(qtbot, wide):
    assert wide.plane_map.titles[0].endswith("%")
    wide.plane.move_marker((0.25, -0.5))
    qtbot.waitUntil(lambda: wide.side.marker_label.text() == "PC₁ 0.25 · PC₂ −0.50", timeout=WAIT_MS)


def test_each_page_of_the_side_panel_is_as_high_as_it_needs(wide):
    pages = wide.side.findChild(QScrollArea, "latent_plane_page_scroll").widget()
    for page in wide.side.pages:
        wide.side.open(page.key)
        assert pages.minimumSizeHint().height() == page.minimumSizeHint().height()


def test_sliders_of_very_many_codes_go_as_far_as_most_of_them_do(qtbot, viewer, monkeypatch):
    page = viewer.units_page
    codes = np.random.default_rng(0).normal(5, 1, (9000, 500)).astype(np.float32)
    monkeypatch.setattr(viewer, "codes", codes)
    page.meet(codes, (500,))
    page.open()
    lows, highs = page.sliders._lows, page.sliders._highs
    assert np.abs(lows - (5 - 2.33)).max() < 0.6 and np.abs(highs - (5 + 2.33)).max() < 0.6
    few = codes[:300, :10] + 10
    monkeypatch.setattr(viewer, "codes", few)
    page.meet(few, (10,))
    page.open()
    assert len(page.sliders._lows) == 10 and page.sliders._lows.min() > 11


def test_tsne_shows_its_progress_is_cached_and_finds_the_nearest_images(qtbot, wide):
    wide.bar.choose_layout("tsne")
    with qtbot.waitSignal(wide.layouts.formed, timeout=WAIT_MS):
        wide.layouts.choose()
    assert wide.layouts.map_bar.isVisible() and wide.layouts.map_bar.progress.isVisible()
    qtbot.waitUntil(lambda: wide.plane_map is not None and wide.tree is not None and wide.is_settled, timeout=WAIT_MS)
    assert not wide.plane_map.can_decode and wide.plane.backdrop is None
    x, y = map(float, wide.plane_map.points[7])
    qtbot.mouseMove(wide.plane, at(wide, x, y))
    qtbot.waitUntil(lambda: wide.plane.look is not None and bool(wide.plane.look.neighbours), timeout=WAIT_MS)
    assert 7 in [neighbour.index for neighbour in wide.plane.look.neighbours]
    made = wide.plane_map.points
    wide.layouts._tsne = None
    wide.layouts.choose()
    qtbot.waitUntil(lambda: wide.plane_map is not None, timeout=WAIT_MS)
    np.testing.assert_array_equal(wide.plane_map.points, made)


def test_tsne_can_be_given_up(qtbot, wide):
    before = wide.plane_map.points
    wide.bar.choose_layout("tsne")
    with qtbot.waitSignal(wide.layouts.formed, timeout=WAIT_MS):
        wide.layouts.choose()
    qtbot.mouseClick(wide.layouts.map_bar.cancel_button, LEFT)
    ready(qtbot, wide)
    assert wide.bar.layout_key == "pca" and not wide.layouts.map_bar.isVisible()
    np.testing.assert_allclose(wide.plane_map.points, before, atol=1e-5)
