"""Sequences from CSV files."""

from pathlib import Path

import numpy as np
import pytest

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load, shape_of


def written(tmp_path: Path, text: str) -> Choice:
    path = tmp_path / "s.csv"
    path.write_text(text, encoding="utf-8")
    return Choice("csv", {"path": str(path)})


def all_rows(data: Dataset) -> list[list[float]]:
    return sorted(np.concatenate([data.train.examples, data.test.examples])[:, :, 0].tolist())


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("header", ["", "a{0}b{0}c\n", "\ufeffa{0}b{0}c\n\n"])
def test_one_sequence_per_row_with_or_without_a_header(tmp_path: Path, mark: str, header: str) -> None:
    rows = [[float(row), row + 0.5, -row] for row in range(10)]
    text = header.format(mark) + "".join(mark.join(map(str, row)) + "\r\n" for row in rows)
    data = load(written(tmp_path, text))
    assert data.shape.dims == (3, 1)
    assert data.shape.kind == "sequence"
    assert all_rows(data) == rows
    assert data.train.labels is None


@pytest.mark.parametrize("mark", [";", "\t"])
def test_decimals_may_stand_behind_commas_where_none_are_between_the_numbers(tmp_path: Path, mark: str) -> None:
    data = load(written(tmp_path, "".join(f"{row},5{mark}-0,25{mark}7\n" for row in range(10))))
    assert all_rows(data) == [[row + 0.5, -0.25, 7] for row in range(10)]


@pytest.mark.parametrize(("first", "row", "examples"), [("0,1,2", "0.5,{},1e3", 10), ("1,2,3", "0.5,{},1e3", 10), ("1,2,3", "4,{},6", 11)])
def test_columns_that_are_only_counted_are_a_header_above_other_kinds_of_numbers(
    tmp_path: Path, first: str, row: str, examples: int
) -> None:
    data = load(written(tmp_path, f"{first}\n" + "".join(f"{row.format(at)}\n" for at in range(10))))
    assert len(data.train) + len(data.test) == examples


def test_a_label_column_gives_classes_in_natural_order_and_every_row_keeps_its_own(tmp_path: Path) -> None:
    text = "x,Label,y\n" + "".join(f"{value},{name},{value}\n" for name, value in [("10", 10), ("2", 2), ("word", 5)] for _ in range(5))
    choice = written(tmp_path, text)
    data = load(choice)
    assert data.class_names == ("2", "10", "word")
    assert shape_of(choice) == data.shape
    assert data.train.labels is not None
    meaning = {0: 2.0, 1: 10.0, 2: 5.0}
    assert all(example[0, 0] == meaning[int(label)] for example, label in zip(data.train.examples, data.train.labels, strict=True))


def test_several_features_stand_side_by_side(tmp_path: Path) -> None:
    choice = written(tmp_path, "".join(f"1,{row},3,4,5,6\n" for row in range(5)))
    data = load(Choice("csv", {**choice.parameters, "features": 2}))
    assert data.shape.dims == (3, 2)
    assert data.train.examples[0, 1].tolist() == [3, 4]
    with pytest.raises(DataError, match="change the features"):
        shape_of(Choice("csv", {**choice.parameters, "features": 4}))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("1,2\n3,4\n5\n", "Line 3 of .* has 1 columns, but the first row has 2"),
        ("1,2\n3,4\n5,six\n", "“six” in line 3"),
        ("1,2\n3,4\n", "2 training and 0 test"),
        ("1,2\n3,nan\n5,6\n7,8\n", "not a finite number"),
        ("1,2\n3,1e300\n5,6\n7,8\n", "not a finite number"),
        ("1,2\n1,2\n1,2\n1,2\n", "is constant"),
        ("label\na\nb\nc\n", "0 values"),
        ("1,,3\n4,5,6\n7,8,9\n", "Line 1 of .* has a gap"),
        ("1,2,3\n4,NA,6\n7,8,9\n", "Line 2 of .* has a gap"),
        ("1e7,10000000.1\n1e7,10000000.2\n1e7,10000000.3\n1e7,10000000.4\n", "too little beside their size"),
    ],
)
def test_broken_files_are_refused_in_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(DataError, match=sentence) as refused:
        load(written(tmp_path, text))
    assert "\n" not in str(refused.value)


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_bytes(bytes(range(256)) * 10)
    with pytest.raises(DataError, match="damaged or not what"):
        load(Choice("csv", {"path": str(tmp_path / "s.csv")}))
    with pytest.raises(DataError, match="There is no file"):
        load(Choice("csv", {"path": str(tmp_path / "none.csv")}))
    with pytest.raises(DataError, match="damaged or not what"):
        load(Choice("csv", {"path": str(tmp_path)}))
