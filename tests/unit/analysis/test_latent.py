"""The latent plane has one pair of axes, y upward."""

from statistics import NormalDist

import numpy as np
import pytest

from ae_workbench.analysis.latent import embedded, fitted_ranges, grid, normal_quantile_grid
from ae_workbench.analysis.tiling import mosaic


def test_a_grid_s_first_row_is_the_highest() -> None:
    points = grid((0, 4), (-1, 1), columns=4, rows=2)
    assert points.dtype == np.float32
    np.testing.assert_allclose(points[:5], [[0.5, 0.5], [1.5, 0.5], [2.5, 0.5], [3.5, 0.5], [0.5, -0.5]])


def test_a_decoded_grid_lies_on_the_axes_of_the_scatter() -> None:
    """Each tile shows its own point: looked up in the picture at the place of any point, it is that point up to half a cell."""
    x_range, y_range, columns, rows, side = (-3.0, 5.0), (-1.0, 1.0), 16, 8, 4
    decoded = np.repeat(np.repeat(grid(x_range, y_range, columns, rows)[:, None, None, :], side, axis=1), side, axis=2)
    picture = mosaic(decoded, columns)
    for x, y in [(-2.9, 0.9), (4.9, -0.9), (0.3, 0.1)]:
        column = int((x - x_range[0]) / (x_range[1] - x_range[0]) * picture.shape[1])
        row = int((y_range[1] - y) / (y_range[1] - y_range[0]) * picture.shape[0])
        np.testing.assert_allclose(picture[row, column], [x, y], atol=0.2501)


def test_quantiles_of_the_normal_distribution_make_the_usual_grid() -> None:
    points = normal_quantile_grid(15, 15).reshape(15, 15, 2)
    np.testing.assert_allclose(points[0, 0], [-1.644854, 1.644854], atol=1e-5)
    np.testing.assert_allclose(points[-1, -1], [1.644854, -1.644854], atol=1e-5)
    np.testing.assert_allclose(points[7, 7], [0, 0], atol=1e-6)
    shares = [NormalDist().cdf(x) for x in points[0, :, 0]]
    np.testing.assert_allclose(np.diff(shares), 0.9 / 14, atol=1e-6)
    np.testing.assert_allclose(normal_quantile_grid(1, 3, 0.1, 0.9)[:, 0], 0)


def test_ranges_hold_the_codes_but_not_the_odd_one_far_off() -> None:
    codes = np.stack([np.linspace(-1, 1, 1001), np.linspace(10, 30, 1001)], axis=1)
    codes[0] = [1e6, np.nan]
    codes[500] = [1e6, 20]
    (x_low, x_high), (y_low, y_high) = fitted_ranges(codes)
    assert (x_low, x_high) == pytest.approx((-1.08, 1.08), abs=0.02)
    assert (y_low, y_high) == pytest.approx((9.2, 30.8), abs=0.1)


def test_with_an_aspect_both_axes_have_one_scale_and_the_same_centre() -> None:
    codes = np.stack([np.linspace(-1, 1, 1001), np.linspace(10, 30, 1001)], axis=1)
    x, y = fitted_ranges(codes, aspect=2.0)
    assert x[1] - x[0] == pytest.approx(2 * (y[1] - y[0]))
    assert (x[0] + x[1]) / 2 == pytest.approx(0, abs=1e-6)
    assert y == fitted_ranges(codes)[1]
    x, y = fitted_ranges(codes, aspect=0.01)
    assert x == fitted_ranges(codes)[0]
    assert y[1] - y[0] == pytest.approx(100 * (x[1] - x[0]))


@pytest.mark.parametrize("codes", [np.full((9, 2), 3.0), np.zeros((0, 2)), np.stack([np.arange(9.0), np.zeros(9)], axis=1)])
def test_collapsed_codes_still_get_a_plane(codes: np.ndarray) -> None:
    for low, high in fitted_ranges(codes):
        assert high - low > 0.5


def test_a_plane_lies_on_any_two_axes_and_the_rest_stays() -> None:
    code = np.arange(5, dtype=np.float32)
    codes = embedded(np.array([[10.0, 20.0], [30.0, 40.0]]), code, axes=(3, 1))
    assert codes.tolist() == [[0, 20, 2, 10, 4], [0, 40, 2, 30, 4]]
    assert code.tolist() == [0, 1, 2, 3, 4]
    assert embedded(np.zeros((4, 2)), np.ones((2, 2, 3)), axes=(0, 11)).sum(axis=(1, 2, 3)).tolist() == [10] * 4
