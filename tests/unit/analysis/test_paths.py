"""Paths between codes."""

import numpy as np
import pytest

from ae_workbench.analysis.paths import analogy, lerp, path_points, slerp

SHARES = np.linspace(0, 1, 5)


def test_a_path_goes_at_equal_steps_round_its_corners() -> None:
    points = path_points(np.array([[0, 0], [3, 0], [3, 1]]), 5)
    np.testing.assert_allclose(points, [[0, 0], [1, 0], [2, 0], [3, 0], [3, 1]], atol=1e-6)


def test_a_pause_of_the_pointer_is_no_part_of_the_path() -> None:
    resting = np.array([[0, 0], [0, 0], [2, 0], [2, 0], [2, 0], [4, 0]])
    np.testing.assert_allclose(path_points(resting, 5)[:, 0], [0, 1, 2, 3, 4], atol=1e-6)


@pytest.mark.parametrize("vertices", [[[2, 3]], [[2, 3], [2, 3]]])
def test_a_path_that_stays_is_its_point_again_and_again(vertices: list[list[int]]) -> None:
    assert path_points(np.array(vertices), 3).tolist() == [[2, 3]] * 3


def test_a_straight_line_between_maps_keeps_their_shape() -> None:
    start, end = np.zeros((2, 3)), np.full((2, 3), 4.0)
    line = lerp(start, end, SHARES)
    assert line.shape == (5, 2, 3)
    assert line[:, 1, 2].tolist() == [0, 1, 2, 3, 4]


def test_an_arc_keeps_the_distance_from_the_origin_and_equal_angles() -> None:
    arc = slerp(np.array([2.0, 0.0]), np.array([0.0, 2.0]), SHARES)
    np.testing.assert_allclose(np.linalg.norm(arc, axis=1), 2, rtol=1e-6)
    np.testing.assert_allclose(np.degrees(np.arctan2(arc[:, 1], arc[:, 0])), [0, 22.5, 45, 67.5, 90], atol=1e-4)
    unequal = slerp(np.array([1.0, 0.0]), np.array([0.0, 3.0]), SHARES)
    np.testing.assert_allclose(unequal[[0, -1]], [[1, 0], [0, 3]], atol=1e-6)


@pytest.mark.parametrize(("start", "end"), [([1, 1], [3, 3]), ([1, 1], [-1, -1]), ([0, 0], [1, 2]), ([1, 0], [1, 1e-5])])
def test_where_there_is_no_arc_it_is_the_straight_line(start: list[float], end: list[float]) -> None:
    a, b = np.array(start, float), np.array(end, float)
    np.testing.assert_array_equal(slerp(a, b, SHARES), lerp(a, b, SHARES))


def test_an_analogy_adds_a_difference() -> None:
    assert analogy(np.array([5.0, 1.0]), np.array([2.0, 1.0]), np.array([0.0, 7.0])).tolist() == [3, 7]
