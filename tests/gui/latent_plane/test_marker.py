"""The marker: dragged, clicked and moved by keys, with what it decodes to."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from ae_workbench.ui import theme
from tests.gui.latent_plane.plane import KEY, LEFT, at, decoded, grey
from tests.gui.viewing import WAIT_MS, settle


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


def test_that_no_image_is_picked_can_be_read_in_large_type(qtbot, qapp, viewer, usual_size):
    viewer.workspace.pick(None)
    theme.set_scale(qapp, 175)
    title = viewer.look_page.picked_title

    def check():
        assert title.text() == "Nothing picked"
        words = title.fontMetrics().boundingRect(title.rect(), int(Qt.TextFlag.TextWordWrap if title.wordWrap() else 0), title.text())
        assert words.width() <= title.width() and words.height() <= title.height() + 1

    qtbot.waitUntil(check, timeout=WAIT_MS)
