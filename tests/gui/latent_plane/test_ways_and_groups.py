"""Pages of the side panel: a way drawn, a way between two images, arithmetic on classes, a group lassoed."""

import csv

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF

from tests.gui.latent_plane.plane import KEY, LEFT, at, decoded, grey
from tests.gui.viewing import WAIT_MS, near, settle


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
