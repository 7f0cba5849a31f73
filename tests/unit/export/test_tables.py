"""Tables as CSV and NPZ, read back."""

import csv

import numpy as np
import pytest

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.export.tables import write_table

TITLES, ROWS = ["example", "unit 3", "name, quoted"], [[0, 0.1, "a"], [1, np.float32(2.5), "b; “c”"]]


def test_csv_has_a_line_per_row(tmp_path):
    write_table(tmp_path / "table.csv", TITLES, ROWS)
    with (tmp_path / "table.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [TITLES, ["0", "0.1", "a"], ["1", "2.5", "b; “c”"]]


def test_npz_has_an_array_per_column(tmp_path):
    write_table(tmp_path / "table.NPZ", TITLES, ROWS)
    with np.load(tmp_path / "table.NPZ") as arrays:
        assert sorted(arrays.files) == ["example", "name_quoted", "unit_3"]
        np.testing.assert_allclose(arrays["unit_3"], [0.1, 2.5])
        assert arrays["example"].dtype.kind == "i"


def test_another_ending_and_a_missing_folder_are_refused_in_a_sentence(tmp_path):
    with pytest.raises(WorkbenchError, match=r"\.csv or \.npz"):
        write_table(tmp_path / "table.xlsx", TITLES, ROWS)
    with pytest.raises(WorkbenchError, match="doesn't exist"):
        write_table(tmp_path / "none" / "table.csv", TITLES, ROWS)
