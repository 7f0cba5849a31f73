"""The latent plane as a hand uses it: drag, click, hover, zoom, draw, lasso, and every page of its side panel. Real sample runs."""

import csv

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from tests.gui.viewing import WAIT_MS, near, pixels, settle, show, shown_viewer

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
KEY = Qt.Key


@pytest.fixture
def viewer(qtbot, digits):
    """Two-dimensional codes of a variational run."""
    with shown_viewer(qtbot, "latent_plane", 900, 640) as viewer:
        show(qtbot, viewer, digits, samples_home() / "variational")
        ready(qtbot, viewer)
        yield viewer


@pytest.fixture
def wide(qtbot, digits):
    """Codes of 32 units."""
    with shown_viewer(qtbot, "latent_plane", 900, 640) as viewer:
        show(qtbot, viewer, digits, samples_home() / "simple")
        ready(qtbot, viewer)
        yield viewer


def ready(qtbot, viewer):
    qtbot.waitUntil(lambda: viewer.is_settled and viewer.shows_content and viewer.tree is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: viewer.plane.backdrop is not None and viewer.is_settled, timeout=WAIT_MS)


def at(viewer, x, y):
    """The pixel of a point of the plane."""
    return near(QPointF(*viewer.plane.view.px(x, y)))


def decoded(viewer, x, y):
    return viewer.rendering.picture(viewer.snapshot.decode(np.array([[x, y]], np.float32))[0])


def grey(picture):
    raw = picture.convertToFormat(picture.Format.Format_Grayscale8)
    return np.array([[raw.pixelColor(x, y).value() for x in range(raw.width())] for y in range(raw.height())], int)


def test_a_drag_decodes_what_lies_under_the_marker_and_under_the_pointer(qtbot, viewer):
    plane, side = viewer.plane, viewer.side
    qtbot.mousePress(plane, LEFT, pos=at(viewer, -1.5, -1.5))
    qtbot.mouseMove(plane, at(viewer, 0.0, 0.5))
    qtbot.waitUntil(lambda: side.look is not None and side.look.point == plane.marks.marker, timeout=WAIT_MS)
    marker = plane.marks.marker
    assert marker == pytest.approx((0.0, 0.5), abs=0.02)
    np.testing.assert_allclose(grey(side.marker_thumb.picture), grey(decoded(viewer, *marker)), atol=1)
    assert plane.look.point == marker and len(plane.look.neighbours) == 3
    away = np.linalg.norm(viewer.plane_map.points - marker, axis=1)
    assert plane.look.neighbours[0].index == int(away.argmin())
    assert "0.5" in side.marker_label.text()
    qtbot.mouseRelease(plane, LEFT, pos=at(viewer, 0.0, 0.5))


def test_where_a_drag_ends_is_shown_even_if_the_pointer_goes_on_at_once(qtbot, viewer):
    plane, side = viewer.plane, viewer.side
    qtbot.mousePress(plane, LEFT, pos=at(viewer, -1.5, -1.5))
    for x in (-1.0, 0.0, 1.2):
        qtbot.mouseMove(plane, at(viewer, x, 0.0))
    qtbot.mouseRelease(plane, LEFT, pos=at(viewer, 1.2, 0.0))
    end = plane.marks.marker
    qtbot.mouseMove(plane, at(viewer, 1.4, 1.4))
    qtbot.mouseMove(plane, at(viewer, 1.5, 1.5))
    qtbot.waitUntil(lambda: plane.look is not None and plane.look.point == pytest.approx((1.5, 1.5), abs=0.02), timeout=WAIT_MS)
    settle(qtbot, viewer)
    assert side.look.point == end == plane.marks.marker


def test_only_what_moved_is_painted_and_nothing_is_left_behind(qtbot, viewer):
    plane = viewer.plane
    qtbot.mouseMove(plane, at(viewer, 0, 0))
    qtbot.waitUntil(lambda: plane.look is not None, timeout=WAIT_MS)
    for place in ((-1.0, 1.0), (1.0, -0.5), (0.2, 0.1)):
        plane.move_marker(place)
        qtbot.mouseMove(plane, at(viewer, *place))
        settle(qtbot, viewer)
    plane.leaveEvent(QEvent(QEvent.Type.Leave))
    settle(qtbot, viewer)
    QApplication.processEvents()
    bit_by_bit = plane.grab()
    plane.repaint()
    assert bit_by_bit.toImage() == plane.grab().toImage()
    assert plane._card is None


def test_a_click_on_a_point_picks_it_and_shows_its_error_and_posterior(qtbot, viewer):
    plane = viewer.plane
    inside = [i for i, (x, y) in enumerate(viewer.plane_map.points) if plane.view.holds(*plane.view.px(float(x), float(y)))]
    index = inside[0]
    place = at(viewer, *map(float, viewer.plane_map.points[index]))
    qtbot.mouseClick(plane, LEFT, pos=place)
    picked = viewer.workspace.picked
    assert np.abs(plane.view.pixels(viewer.plane_map.points[picked]) - (place.x(), place.y())).max() <= 2
    qtbot.waitUntil(lambda: viewer.picked is not None and viewer.picked.index == picked, timeout=WAIT_MS)
    assert f"#{picked}" in viewer.look_page.picked_title.text()
    assert len(plane.marks.ellipses) == 2
    spread = np.exp(0.5 * viewer.picked.z_log_var)
    widths = np.ptp(plane.marks.ellipses[0], axis=0) / 2
    np.testing.assert_allclose(widths, spread, rtol=0.02)
    sent = []
    viewer.workspace.sent_to_canvas.connect(sent.append)
    qtbot.mouseClick(viewer.look_page.canvas_button, LEFT)
    np.testing.assert_array_equal(sent[0], viewer.examples[picked])


def test_keys_move_the_marker_zoom_and_pick(qtbot, viewer):
    plane = viewer.plane
    plane.setFocus()
    before = plane.marks.marker
    qtbot.keyClick(plane, KEY.Key_Right)
    qtbot.keyClick(plane, KEY.Key_Up)
    assert plane.marks.marker[0] > before[0] and plane.marks.marker[1] > before[1]
    home = plane.view
    qtbot.keyClick(plane, KEY.Key_Plus)
    assert plane.view.x_px > home.x_px
    qtbot.keyClick(plane, KEY.Key_Home)
    assert plane.view == home
    qtbot.keyClick(plane, KEY.Key_Return)
    away = np.linalg.norm(viewer.plane_map.points - plane.marks.marker, axis=1)
    assert away[viewer.workspace.picked] == pytest.approx(away.min(), abs=0.05)


def test_zooming_and_panning_decode_what_is_seen_now(qtbot, viewer):
    plane = viewer.plane
    lattice = plane.backdrop.carpet.lattice
    place = QPointF(at(viewer, 0.5, 0.5))
    held, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(place, QPointF(plane.mapToGlobal(place)), QPoint(), QPoint(0, 480), Qt.MouseButton.NoButton, held, phase, False)
    QApplication.sendEvent(plane, wheel)
    assert plane.view.at(place.x(), place.y()) == pytest.approx((0.5, 0.5), abs=0.02)
    qtbot.waitUntil(lambda: plane.backdrop.carpet.lattice != lattice, timeout=WAIT_MS)
    zoomed = plane.backdrop.carpet.lattice
    assert np.ptp(zoomed.x_range) < np.ptp(lattice.x_range)
    middle = near(place)
    qtbot.mousePress(plane, MIDDLE, pos=middle)
    qtbot.mouseMove(plane, middle + QPoint(60, 0))
    qtbot.mouseRelease(plane, MIDDLE, pos=middle + QPoint(60, 0))
    assert plane.view.at(middle.x() + 60, middle.y())[0] == pytest.approx(0.5, abs=0.02)


def test_the_background_is_what_its_places_decode_to(qtbot, viewer):
    viewer.bar.tiles_slider.setValue(7)
    qtbot.waitUntil(lambda: viewer.plane.backdrop.carpet.lattice.columns < 15 and viewer.is_settled, timeout=WAIT_MS)
    carpet = viewer.plane.backdrop.carpet
    lattice, side = carpet.lattice, carpet.picture.width() / carpet.lattice.columns
    for column, row in ((2, 3), (5, 1)):
        x, y = lattice.points[row * lattice.columns + column]
        tile = carpet.picture.copy(round(column * side), round(row * side), round(side), round(side))
        small = tile.scaled(28, 28, mode=Qt.TransformationMode.SmoothTransformation)
        expected = decoded(viewer, x, y).scaled(28, 28, mode=Qt.TransformationMode.SmoothTransformation)
        assert np.corrcoef(grey(small).ravel(), grey(expected).ravel())[0, 1] > 0.9


def test_the_legend_hides_classes_and_a_double_click_shows_one_alone(qtbot, viewer):
    chips, points = viewer.scenery.legend.chips, viewer.plane.points
    before = pixels(viewer.plane)
    qtbot.mouseClick(chips[3], LEFT)
    assert not points.visible[viewer.examples.labels == 3].any()
    assert points.visible[viewer.examples.labels != 3].all()
    assert (pixels(viewer.plane) != before).any()
    qtbot.mouseDClick(chips[5], LEFT)
    np.testing.assert_array_equal(points.visible, viewer.examples.labels == 5)
    qtbot.mouseDClick(chips[5], LEFT)
    assert points.visible.all()


def test_a_drawn_way_becomes_a_film_that_moves_the_marker(qtbot, viewer):
    viewer.side.open("path")
    plane = viewer.plane
    ends = at(viewer, -1.2, -1.0), at(viewer, 1.2, 1.0)
    qtbot.mousePress(plane, LEFT, pos=ends[0])
    for share in np.linspace(0.1, 1, 10):
        qtbot.mouseMove(plane, QPoint(*(round(a + share * (b - a)) for a, b in zip(ends[0].toTuple(), ends[1].toTuple(), strict=True))))
    qtbot.mouseRelease(plane, LEFT, pos=ends[1])
    qtbot.waitUntil(lambda: viewer.strip.isVisible(), timeout=WAIT_MS)
    assert len(viewer.strip.rows[0].pictures) == viewer.path_page.count_box.value()
    qtbot.waitUntil(lambda: not viewer.strip.is_playing and viewer.strip.film.current is not None, timeout=WAIT_MS)
    assert plane.marks.marker == pytest.approx((1.2, 1.0), abs=0.03)
    qtbot.keyClick(viewer.strip.film, KEY.Key_Left)
    assert plane.marks.marker[0] < 1.2
    qtbot.mouseClick(viewer.path_page.clear_button, LEFT)
    assert not viewer.strip.isVisible() and plane.marks.lines == ()


def test_between_two_images_straight_and_along_the_arc(qtbot, viewer):
    viewer.side.open("between")
    for index in (4, 9):
        viewer.workspace.pick(index)
        settle(qtbot, viewer)
    straight, arc = viewer.strip.rows
    assert len(straight.pictures) == len(arc.pictures) == viewer.between_page.count_box.value()
    for row in (straight, arc):
        np.testing.assert_allclose(grey(row.pictures[0]), grey(decoded(viewer, *viewer.codes[4])), atol=2)
        np.testing.assert_allclose(grey(row.pictures[-1]), grey(decoded(viewer, *viewer.codes[9])), atol=2)
    assert straight.pictures[5] != arc.pictures[5]
    assert len(viewer.plane.marks.lines) == 2


def test_arithmetic_on_class_means(qtbot, viewer):
    viewer.side.open("arithmetic")
    page = viewer.arithmetic_page
    settle(qtbot, viewer)
    means = [viewer.codes[viewer.examples.labels == label].mean(axis=0) for label in (0, 1, 2)]
    np.testing.assert_allclose(page.result, means[0] - means[1] + means[2], atol=1e-5)
    qtbot.mouseClick(page.marker_button, LEFT)
    assert viewer.plane.marks.marker == pytest.approx(tuple(page.result), abs=1e-5)
    assert [pin.text for pin in viewer.plane.marks.pins] == ["a", "b", "c", "="]


def test_a_lassoed_group_is_seen_and_saved(qtbot, viewer, tmp_path):
    viewer.side.open("group")
    plane, view = viewer.plane, viewer.plane.view
    middle = QPointF(view.middle_x, view.middle_y)
    turns = np.linspace(0, 2 * np.pi, 30)
    corners = [near(middle, 120 * np.cos(turn), 120 * np.sin(turn)) for turn in turns]
    qtbot.mousePress(plane, LEFT, pos=corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(plane, corner)
    qtbot.mouseRelease(plane, LEFT, pos=corners[-1])
    away = np.linalg.norm(view.pixels(viewer.plane_map.points) - (middle.x(), middle.y()), axis=1)
    inside = set(viewer.group_page.indices)
    assert set(np.flatnonzero(away < 112)) <= inside <= set(np.flatnonzero(away < 122))
    settle(qtbot, viewer)
    assert len(viewer.strip.rows[0].pictures) == min(len(inside), 300)
    for name in ("group.csv", "group.npz"):
        viewer.group_page.save(tmp_path / name)
        settle(qtbot, viewer)
    with (tmp_path / "group.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {int(row["id"]) for row in rows} == inside
    saved = np.load(tmp_path / "group.npz")
    np.testing.assert_allclose(saved["x"], viewer.plane_map.points[saved["id"], 0], rtol=1e-5)
    np.testing.assert_array_equal(saved["label"], viewer.examples.labels[saved["id"]])


def test_keys_draw_a_way_and_a_group(qtbot, viewer):
    plane = viewer.plane
    plane.setFocus()
    plane.move_marker((-1.0, -1.0))
    viewer.side.open("path")
    qtbot.keyClick(plane, KEY.Key_Space)
    for _ in range(6):
        qtbot.keyClick(plane, KEY.Key_Right)
    end = plane.marks.marker
    qtbot.keyClick(plane, KEY.Key_Return)
    np.testing.assert_allclose(viewer.path_page.line, [(-1.0, -1.0), end], atol=1e-5)
    viewer.side.open("group")
    assert not plane.keys.corners
    for corner in ((-3, -3), (3, -3), (3, 3), (-3, 3)):
        plane.move_marker(corner)
        qtbot.keyClick(plane, KEY.Key_Space)
    qtbot.keyClick(plane, KEY.Key_Return)
    x, y = viewer.plane_map.points.T
    np.testing.assert_array_equal(viewer.group_page.indices, np.flatnonzero((abs(x) < 3) & (abs(y) < 3)))
    plane.move_marker((0.0, 0.0))
    qtbot.keyClick(plane, KEY.Key_Space)
    qtbot.keyClick(plane, KEY.Key_Escape)
    assert not plane.keys.corners


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
    page.x_box.setValue(3)
    page.y_box.setValue(8)
    settle(qtbot, wide)
    np.testing.assert_array_equal(wide.plane_map.points, wide.codes.reshape(len(wide.codes), -1)[:, [2, 7]])
    before = wide.side.marker_thumb.picture
    sliders = page.sliders
    sliders.setFocus()
    for _ in range(40):
        qtbot.keyClick(sliders, KEY.Key_Right)
    qtbot.waitUntil(lambda: wide.is_settled and wide.side.marker_thumb.picture != before, timeout=WAIT_MS)
    assert page.base.reshape(-1)[0] > wide.codes.reshape(len(wide.codes), -1)[:, 0].mean()


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


def test_epochs_that_come_fast_are_shown_a_few_times_a_second_and_the_last_always(qtbot, viewer):
    seen = []
    take = viewer._take_snapshot
    viewer._take_snapshot = lambda snapshot: (seen.append(snapshot.epoch), take(snapshot))
    stored = viewer.workspace.run_folder.epochs()
    for epoch in stored[:-1][-6:] + stored[-1:]:
        viewer.workspace.epoch_stored(epoch)
        QApplication.processEvents()
    assert not viewer.is_settled
    qtbot.waitUntil(lambda: viewer.is_settled and viewer.snapshot.epoch == stored[-1], timeout=WAIT_MS)
    assert len(seen) <= 3


def test_a_chosen_epoch_is_shown_at_once(qtbot, viewer):
    viewer.workspace.set_epoch(viewer.workspace.run_folder.epochs()[0])
    assert viewer._soon.isActive()
    settle(qtbot, viewer)
    assert viewer.snapshot.epoch == viewer.workspace.epoch
