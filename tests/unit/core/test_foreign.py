"""What a stranger wrote: JSON with bounds, and values that fit into one sentence."""

import pytest

from ae_workbench.core.foreign import MOST_DEPTH, parse_json, plain_text, shown


def test_ordinary_json_is_read() -> None:
    assert parse_json('{"a": [1, {"b": "[[["}], "c": null}') == {"a": [1, {"b": "[[["}], "c": None}


DEEP = MOST_DEPTH + 1
BROKEN = ["", "{", "[1,]", '{"a": 1, "a": 2}', "NaN", '{"a": -Infinity}', "[" * DEEP + "]" * DEEP, "[" * 10**6, "1" * 5000]


@pytest.mark.parametrize("text", BROKEN)
def test_other_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        parse_json(text)


def test_numbers_that_are_not_finite_are_read_where_they_may_be() -> None:
    assert parse_json("[Infinity]", has_nan=True) == [float("inf")]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a  b\nc\t\0d", "a b c d"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("lone \ud800 half", "lone half"),
        ("größe 数字 🙂", "größe 数字 🙂"),
        ("x" * 100, "x" * 10),
    ],
)
def test_plain_text_is_one_line_that_can_be_shown_and_written(text: str, plain: str) -> None:
    found = plain_text(text, len(plain))
    assert found == plain
    found.encode()


def test_what_is_shown_is_short_whatever_it_is() -> None:
    nested: list[object] = []
    for _ in range(2000):
        nested = [nested]
    for value in ("y" * 10**6, list(range(10**6)), nested, {"a\nb": "c" * 1000}):
        assert len(shown(value)) < 100
        assert "\n" not in shown(value)
