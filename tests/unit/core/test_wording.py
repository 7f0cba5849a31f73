"""How counts are written."""

import pytest

from ae_workbench.core.wording import counted, factor


@pytest.mark.parametrize(("count", "text"), [(0, "0 epochs"), (1, "1 epoch"), (2, "2 epochs"), (1200, "1,200 epochs")])
def test_only_one_is_singular(count: int, text: str) -> None:
    assert counted(count, "epoch") == text


@pytest.mark.parametrize(("value", "text"), [(24.5, "24.5×"), (1, "1×"), (999.6, "1,000×"), (1440, "1,440×"), (0.0312, "0.0312×")])
def test_factors_have_three_digits_and_no_powers_of_ten(value, text):
    assert factor(value) == text
