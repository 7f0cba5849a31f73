"""Registry: things by key, in order, with an answer to a wrong key."""

from dataclasses import dataclass

import pytest

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.registry import Registry


@dataclass(frozen=True)
class Fruit:
    key: str


FRUITS = Registry("fruit", Fruit("pear"), Fruit("apple"))


def test_items_come_by_key_and_in_the_order_given() -> None:
    assert FRUITS["apple"] == Fruit("apple")
    assert FRUITS.keys == ("pear", "apple")
    assert [fruit.key for fruit in FRUITS] == ["pear", "apple"]
    assert len(FRUITS) == 2


def test_membership_is_by_key() -> None:
    assert "pear" in FRUITS
    assert Fruit("pear") not in FRUITS


def test_a_near_miss_is_answered_with_the_nearest() -> None:
    with pytest.raises(WorkbenchError, match="There is no fruit called “aple”: did you mean “apple”"):
        FRUITS["aple"]


def test_anything_else_is_answered_with_all() -> None:
    with pytest.raises(WorkbenchError, match=r"choose one of pear, apple\."):
        FRUITS["stone"]
