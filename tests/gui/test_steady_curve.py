"""Axes of curves that grow: they hold everything, and stay while little changes."""

import numpy as np
import pytest

from ae_workbench.ui.panels.steady_curve import SteadyCurve, rounded, rounded_epochs


@pytest.mark.parametrize(("low", "high"), [(0.093, 0.31), (-4.2, -1.0), (152.3, 498.0), (0.0, 1e-6)])
def test_bounds_hold_what_they_are_of_and_little_more(low: float, high: float) -> None:
    bottom, top = rounded(low, high)
    assert bottom <= low < high <= top
    assert (top - bottom) - (high - low) <= (high - low) / 8 + 1e-12


def test_a_curve_that_falls_a_little_keeps_its_bounds() -> None:
    assert len({rounded(0.1 - step * 1e-4, 0.35) for step in range(20)}) <= 2


def test_one_height_has_no_bounds_to_round() -> None:
    assert rounded(0.3, 0.3) == (0.3, 0.3)


def test_an_epoch_under_way_ends_at_the_next_whole_one(qtbot) -> None:
    curve = SteadyCurve(np.array([1.0, 2.0, 2.3]), np.array([0.4, 0.2, 0.1]))
    assert tuple(curve.dataBounds(0)) == (1.0, 3.0)
    assert SteadyCurve().dataBounds(0) == (None, None)


def test_the_axis_of_many_epochs_grows_seldom() -> None:
    ends = [rounded_epochs(1.0, epoch) for epoch in range(1, 401)]
    assert all(first == 1.0 and epoch <= last <= epoch + max(1, epoch / 16) for epoch, (first, last) in enumerate(ends, 1))
    assert [last for _, last in ends[:17]] == list(range(1, 18)), "few epochs fill the plot"
    assert len(set(ends)) < 120
    assert rounded_epochs(0.02, 0.4) == (0.0, 1.0) and rounded_epochs(3.0, 3.0) == (3.0, 3.0)
