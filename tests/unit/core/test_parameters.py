"""Parameters: every value is checked when made, every sentence says what would do."""

from dataclasses import dataclass, field

import pytest

from ae_workbench.core.errors import ParameterError, RecipeError
from ae_workbench.core.parameters import (
    NoParameters,
    Parameters,
    applies,
    choice,
    default,
    flag,
    from_json,
    number,
    size,
    sizes,
    specs,
    text,
    to_json,
    unknown_name,
)


@dataclass(frozen=True)
class Tea(Parameters):
    leaf: str = field(default="green", metadata=choice("Leaf", "green", "black"))
    cups: int = field(default=2, metadata=size("Cups", low=1, high=12))
    heat: float = field(default=80.0, metadata=number("Heat", low=0.0, high=100.0))
    minutes: tuple[int, ...] = field(default=(1, 2), metadata=sizes("Steeps", low=1, high=9, shortest=1, longest=3))
    milk: bool = field(default=False, metadata=flag("Milk", when=("leaf", ("black",))))
    label: str = field(default="", metadata=text("Label", longest=5))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("leaf", "red"), ("leaf", 1), ("leaf", ["green"]),
        ("cups", 0), ("cups", 13), ("cups", 2.0), ("cups", True), ("cups", "2"), ("cups", None),
        ("heat", -0.1), ("heat", 100.5), ("heat", float("nan")), ("heat", float("inf")), ("heat", True), ("heat", "hot"),
        ("minutes", ()), ("minutes", (1, 2, 3, 4)), ("minutes", (0,)), ("minutes", (1.5,)), ("minutes", "12"), ("minutes", 3),
        ("milk", 1), ("milk", "yes"),
        ("label", "too long"), ("label", 5),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_at_its_field(name: str, value: object) -> None:
    with pytest.raises(ParameterError) as refusal:
        Tea(**{name: value})
    assert refusal.value.field == name
    assert str(refusal.value).startswith(specs(Tea)[name].label)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("cups", "12", 12), ("heat", "1e1", 10.0), ("minutes", "1,2", (1, 2)), ("minutes", "[3, 4]", (3, 4)), ("minutes", "5 6", (5, 6)),
        ("milk", "Yes", True), ("milk", "off", False), ("leaf", "black", "black"), ("label", "tea", "tea"),
    ],
)  # fmt: skip
def test_what_a_person_types_becomes_its_value(name: str, typed: str, value: object) -> None:
    parsed = specs(Tea)[name].parse(name, typed)
    assert parsed == value
    assert type(parsed) is type(value)


@pytest.mark.parametrize(
    ("name", "typed"), [("cups", "many"), ("cups", "2.5"), ("heat", "hot"), ("minutes", "1,x"), ("minutes", ""), ("milk", "perhaps")]
)
def test_typed_nonsense_is_refused_with_the_text_in_the_sentence(name: str, typed: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        specs(Tea)[name].parse(name, typed)
    assert refusal.value.field == name
    assert typed.split(",")[-1] in str(refusal.value)


def test_a_whole_number_is_a_number_and_becomes_a_float() -> None:
    heat = Tea(heat=50).heat
    assert heat == 50.0
    assert isinstance(heat, float)


def test_a_list_becomes_a_tuple_so_that_parameters_can_be_compared_and_hashed() -> None:
    assert Tea(minutes=[3, 4]) == Tea(minutes=(3, 4))
    assert hash(Tea(minutes=[3])) == hash(Tea(minutes=(3,)))


def test_json_there_and_back() -> None:
    tea = Tea(leaf="black", cups=3, minutes=(4, 5), milk=True, label="Assam")
    values = to_json(tea)
    assert values["minutes"] == [4, 5]
    assert from_json(Tea, values, "Tea") == tea


def test_missing_keys_keep_their_defaults() -> None:
    assert from_json(Tea, {"cups": 3}, "Tea") == Tea(cups=3)


def test_an_unknown_key_is_answered_with_the_nearest() -> None:
    with pytest.raises(RecipeError, match="Tea has no parameter “cup”: did you mean “cups”"):
        from_json(Tea, {"cup": 3}, "Tea")


def test_an_unknown_key_unlike_any_is_answered_with_all() -> None:
    assert "it has leaf, cups" in unknown_name("zzz", ("leaf", "cups"), "Tea")


def test_values_that_are_no_object_are_refused() -> None:
    with pytest.raises(RecipeError, match="must be an object"):
        from_json(Tea, ["cups"], "Tea")


def test_a_field_matters_only_where_its_condition_holds() -> None:
    assert applies(Tea(leaf="black"), "milk")
    assert not applies(Tea(leaf="green"), "milk")
    assert applies(Tea(), "cups")


def test_defaults_and_order_come_from_the_class() -> None:
    assert list(specs(Tea)) == ["leaf", "cups", "heat", "minutes", "milk", "label"]
    assert default(Tea, "cups") == 2
    assert specs(NoParameters) == {}
