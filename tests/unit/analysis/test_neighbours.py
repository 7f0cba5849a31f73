"""The nearest codes are the nearest."""

import numpy as np
import pytest

from ae_workbench.analysis.neighbours import NearestCodes, inside_polygon, place_among


def some_codes(count: int, units: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(3, 1, (count, units)).astype(np.float32)


@pytest.mark.parametrize("units", [2, 16, 17, 40])
@pytest.mark.parametrize("count", [1, 500])
def test_the_nearest_are_those_a_full_search_finds(units: int, count: int) -> None:
    codes, wanted = some_codes(3000, units), some_codes(1, units, seed=1)[0]
    distances = np.linalg.norm(codes.astype(np.float64) - wanted, axis=1)
    expected = np.argsort(distances)[:count]
    positions, found = NearestCodes(codes).nearest(wanted, count)
    assert positions.tolist() == expected.tolist()
    np.testing.assert_allclose(found, distances[expected], rtol=1e-5)


@pytest.mark.parametrize("units", [2, 40])
def test_of_few_codes_all_are_given(units: int) -> None:
    codes = some_codes(3, units)
    positions, distances = NearestCodes(codes).nearest(codes[1], 10)
    assert sorted(positions.tolist()) == [0, 1, 2]
    assert (positions[0], distances[0]) == (1, 0)


@pytest.mark.parametrize("units", [2, 40])
def test_codes_that_are_left_out_don_t_stand_in_the_way_of_farther_ones(units: int) -> None:
    codes = some_codes(300, units)
    nearest, among = NearestCodes(codes), np.zeros(300, bool)
    order = nearest.nearest(codes[0], 300)[0]
    among[order[[60, 250, 251]]] = True
    assert nearest.nearest(codes[0], 1, among)[0].tolist() == [order[60]]
    assert nearest.nearest(codes[0], 2, among)[0].tolist() == order[[60, 250]].tolist()
    assert nearest.nearest(codes[0], 9, among)[0].tolist() == order[[60, 250, 251]].tolist()
    assert nearest.nearest(codes[0], 3, np.zeros(300, bool))[0].tolist() == []
    assert nearest.nearest(codes[0], 1)[0].tolist() == [0], "the next question is of all again"


def test_maps_are_compared_number_by_number() -> None:
    maps = some_codes(50, 32).reshape(50, 4, 4, 2)
    assert NearestCodes(maps).nearest(maps[33])[0].tolist() == [33]


def test_a_new_code_is_placed_among_its_neighbours() -> None:
    codes = np.concatenate([np.zeros((20, 3)), np.full((20, 3), 9.0)]) + some_codes(40, 3) * 0.01
    coordinates = np.concatenate([np.full((20, 2), -5.0), np.full((20, 2), 5.0)])
    nearest = NearestCodes(codes)
    coordinates[nearest.nearest(np.array([0.1, 0, 0]))[0]] = 1000
    codes[0] = 50
    coordinates[0] = 1000
    nearest = NearestCodes(codes)
    assert place_among(nearest, coordinates, np.array([0.1, 0, 0])).tolist() == [-5, -5]
    assert place_among(nearest, coordinates, np.array([8.9, 9, 9])).tolist() == [5, 5]
    assert place_among(nearest, coordinates, codes[0]).tolist() == [1000, 1000]


def test_inside_a_star_by_the_even_odd_rule() -> None:
    angles = np.pi / 2 + np.arange(5) * 4 * np.pi / 5
    star = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    points = np.array([[0, 0], [0, 0.8], [0, -0.8], [0.55, 0.75], [2, 0]])
    assert inside_polygon(points, star).tolist() == [False, True, False, False, False]


def test_inside_a_concave_outline() -> None:
    hook = np.array([[0, 0], [4, 0], [4, 4], [3, 4], [3, 1], [1, 1], [1, 4], [0, 4]])
    points = np.array([[0.5, 3], [2, 3], [3.5, 3], [2, 0.5], [-1, 0.5], [5, 0.5], [2, 5], [2, 1.01]])
    assert inside_polygon(points, hook).tolist() == [True, False, True, True, False, False, False, False]
    assert inside_polygon(points, hook[::-1]).tolist() == inside_polygon(points, hook).tolist()


def test_a_square_holds_the_share_of_points_that_its_area_is() -> None:
    points = np.random.default_rng(0).random((70_000, 2))
    inside = inside_polygon(points, np.array([[0.2, 0.2], [0.7, 0.2], [0.7, 0.7], [0.2, 0.7]]))
    assert np.array_equal(inside, ((points > 0.2) & (points < 0.7)).all(axis=1))


@pytest.mark.parametrize("outline", [np.zeros((0, 2)), np.zeros((2, 2))])
def test_nothing_is_inside_less_than_a_triangle(outline: np.ndarray) -> None:
    assert not inside_polygon(np.zeros((4, 2)), outline).any()
