"""How counts are written."""

import pytest

from ae_workbench.core.wording import counted


@pytest.mark.parametrize(("count", "text"), [(0, "0 epochs"), (1, "1 epoch"), (2, "2 epochs"), (1200, "1,200 epochs")])
def test_only_one_is_singular(count: int, text: str) -> None:
    assert counted(count, "epoch") == text
