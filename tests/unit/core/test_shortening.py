"""Names that don't fit are shortened so that they stay distinct."""

import pytest

from ae_workbench.core.shortening import shortened_apart

LAYERS = ["512-256-128-64", "512-256-128-32", "1024-512-256-128-64-32", "128-64-32"]


def short(names, most=10):
    return shortened_apart(names, lambda text: len(text) <= most)


@pytest.mark.parametrize(
    "names",
    [LAYERS, ["a-very-long-name-1-of-all", "a-very-long-name-2-of-all"], ["x" * 15 + "1" + "x" * 15, "x" * 15 + "2" + "x" * 15]],
)
def test_they_fit_and_stay_distinct(names):
    found = short(names)
    assert len(set(found)) == len(names) and max(map(len, found)) <= 10


def test_what_fits_is_left_and_an_end_goes_first():
    assert short(["adam", "sgd"]) == ["adam", "sgd"] and short(["adam", "rmsprop-centred"]) == ["adam", "rmsprop-c…"]
    assert short(LAYERS[:2]) == ["512-2…8-64", "512-2…8-32"] and short(["same-long-name"] * 2) == ["same-long…"] * 2
