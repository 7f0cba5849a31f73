"""Codes in numbers: what is shown beside them and how they are ordered."""

import numpy as np
import pytest

from ae_workbench.analysis.codes import (
    class_means,
    class_spans,
    code_statistics,
    collapsed_units,
    dead_units,
    descending,
    histogram,
    hoyer_sparsity,
    kl_per_unit,
    one_map_on,
    order_by_class,
    unit_sweep,
    unit_values,
)

CODES = np.array([[0, 2, 4, 1e-4], [0, 0, 6, -1e-4], [0, 4, -8, 0]], np.float32)
LABELS = np.array([7, 1, 7])


def test_the_whole_and_each_unit_in_numbers() -> None:
    found = code_statistics(CODES)
    assert found.mean_code == pytest.approx(8 / 12)
    assert found.zero_share == pytest.approx(5 / 12)
    np.testing.assert_allclose(found.means, [0, 2, 2 / 3, 0], atol=1e-9)
    np.testing.assert_allclose(found.variances, [0, 8 / 3, 344 / 9, 2e-8 / 3], rtol=1e-5)
    np.testing.assert_allclose(found.active_shares, [0, 2 / 3, 1, 2 / 3])


def test_units_of_maps_are_counted_as_their_numbers_lie() -> None:
    maps = np.arange(24, dtype=np.float32).reshape(2, 2, 3, 2)
    np.testing.assert_allclose(code_statistics(maps).means, np.arange(12) + 6)


def test_the_mean_of_many_codes_is_not_lost_to_float32() -> None:
    codes = np.full((1_500_000, 2), 0.1, np.float32)
    assert code_statistics(codes).mean_code == pytest.approx(0.1, rel=1e-6)


def test_units_that_say_the_same_for_every_example_are_dead_whether_that_is_0_or_not() -> None:
    assert dead_units(code_statistics(CODES).deviations).tolist() == [0, 3]
    assert dead_units(code_statistics(CODES + np.float32([1, 0, 0, -1])).deviations).tolist() == [0, 3]


def test_kl_of_known_gaussians() -> None:
    z_mean = np.array([[0, 1, 0], [0, 3, 0]], np.float32)
    z_log_var = np.log(np.array([[1, 1, 4], [1, 1, 4]], np.float32))
    kl = kl_per_unit(z_mean, z_log_var)
    np.testing.assert_allclose(kl, [0, 2.5, 1.5 - np.log(2)], atol=1e-6)
    assert collapsed_units(kl).tolist() == [0]


def test_the_histogram_counts_every_number_once() -> None:
    edges, counts = histogram(CODES, bins=7)
    assert (edges[0], edges[-1]) == (-8, 6)
    assert counts.sum() == 12
    assert counts[0] == 1


@pytest.mark.parametrize("codes", [np.zeros((3, 2)), np.zeros((0, 2)), np.array([[np.nan, 5.0]]), np.float32([[5, 5.0000005]])])
def test_the_histogram_of_one_value_or_none_has_a_width(codes: np.ndarray) -> None:
    edges, counts = histogram(codes, bins=4)
    assert (np.diff(edges) > 0).all()
    assert counts.sum() == np.isfinite(codes).sum()


def test_units_are_ordered_by_size_and_examples_by_class() -> None:
    assert descending(np.array([1.0, 3.0, 2.0, 3.0])).tolist() == [1, 3, 2, 0]
    assert order_by_class(LABELS).tolist() == [1, 0, 2]
    assert class_spans(LABELS) == [(1, 0, 1), (7, 1, 3)]


def test_a_class_mean_is_the_mean_of_its_codes() -> None:
    means = class_means(CODES, LABELS)
    assert list(means) == [1, 7]
    np.testing.assert_allclose(means[7], [0, 3, -2, 5e-5])


def test_a_sweep_changes_one_unit_and_nothing_else() -> None:
    code = np.arange(12, dtype=np.float32).reshape(2, 3, 2)
    swept = unit_sweep(code, 7, np.array([-1.0, 9.0]))
    assert swept.shape == (2, 2, 3, 2)
    assert swept.reshape(2, 12)[:, 7].tolist() == [-1, 9]
    assert np.array_equal(np.delete(swept.reshape(2, 12), 7, axis=1), np.delete(np.tile(np.arange(12), (2, 1)), 7, axis=1))
    assert code.flat[7] == 7


def test_a_sweep_s_values_reach_two_deviations_to_each_side() -> None:
    values = unit_values(code_statistics(CODES), 1, 5)
    spread = 2 * np.sqrt(8 / 3)
    np.testing.assert_allclose(values, [2 - spread, 2 - spread / 2, 2, 2 + spread / 2, 2 + spread], rtol=1e-6)


def test_one_map_at_a_time_is_switched_on() -> None:
    codes = one_map_on((2, 2, 3), np.array([5.0, 6.0, 7.0]))
    assert codes.shape == (3, 2, 2, 3)
    for position in range(3):
        assert (codes[position, :, :, position] == 5 + position).all()
        assert np.count_nonzero(codes[position]) == 4


def test_sparsity_doesn_t_change_when_a_code_is_made_smaller() -> None:
    codes = np.array([[1, 0, 0, 0], [1, 1, 1, 1], [4, -3, 0, 0], [0, 0, 0, 0]], np.float32)
    np.testing.assert_allclose(hoyer_sparsity(codes), [1, 0, 2 - 7 / 5, 1], atol=1e-6)
    np.testing.assert_allclose(hoyer_sparsity(codes * 0.01), hoyer_sparsity(codes), atol=1e-5)
    assert hoyer_sparsity(np.ones((2, 1))).tolist() == [1, 1]
