"""What is painted: only what moved, the decoded background at every zoom, and the classes that are wanted."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.gui.latent_plane.plane import LEFT, at, decoded, grey
from tests.gui.viewing import WAIT_MS, near, pixels, settle

MIDDLE = Qt.MouseButton.MiddleButton


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


def test_a_class_that_is_shown_alone_has_neighbours_everywhere(qtbot, viewer):
    plane, points, labels = viewer.plane, viewer.plane.points.points, viewer.examples.labels
    qtbot.mouseDClick(viewer.scenery.legend.chips[5], LEFT)
    seen = points[(np.abs(points) < 1.5).all(axis=1)]
    away = np.linalg.norm(seen[:, None] - points[labels == 5], axis=2).min(axis=1)
    x, y = map(float, seen[away.argmax()])  # where the class is far
    qtbot.mouseMove(plane, at(viewer, x, y))
    qtbot.waitUntil(lambda: plane.look is not None and plane.look.point == pytest.approx((x, y), abs=0.02), timeout=WAIT_MS)
    assert [neighbour.label for neighbour in plane.look.neighbours] == ["5"] * 3
