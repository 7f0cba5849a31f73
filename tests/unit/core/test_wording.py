"""How counts are written."""

import pytest

from ae_workbench.core.wording import common_format, counted, factor


@pytest.mark.parametrize(("count", "text"), [(0, "0 epochs"), (1, "1 epoch"), (2, "2 epochs"), (1200, "1,200 epochs")])
def test_only_one_is_singular(count: int, text: str) -> None:
    assert counted(count, "epoch") == text


@pytest.mark.parametrize(("value", "text"), [(24.5, "24.5×"), (1, "1×"), (999.6, "1,000×"), (1440, "1,440×"), (0.0312, "0.0312×")])
def test_factors_have_three_digits_and_no_powers_of_ten(value, text):
    assert factor(value) == text


def test_numbers_beside_each_other_have_as_many_decimals() -> None:
    form = common_format([0.6, 0.432, float("nan"), 0.0])
    assert (f"{0.6:{form}}", f"{0.432:{form}}") == ("0.600", "0.432")
    assert common_format([9.74, 0.66]) == ".2f" and common_format([175.5, 175.0]) == ".0f" and common_format([]) == ".2f"
    assert f"{2e-9:{common_format([2e-9, 3e-9])}}" == "2.00e-09" and common_format([1e-4, 50.0]) == "#.3g"
