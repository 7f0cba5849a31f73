"""Tables of what is shown, as files that spreadsheets and NumPy read."""

import csv
import io
import re
from collections.abc import Sequence
from math import nan
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.storage.atomic import write_bytes, write_with
from ae_workbench.storage.place import check_place, written_to

ENDINGS = (".csv", ".npz")


def write_table(path: Path, titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows under their titles: ``.csv`` as UTF-8 text, ``.npz`` as one array per column, named after its title.

    In an array of numbers an empty cell is NaN.

    Raises:
        WorkbenchError: another ending, or a place that can't be written.
    """
    check_place(path, ENDINGS)
    with written_to(path):
        if path.suffix.lower() == ".csv":
            write_bytes(path, _csv(titles, rows).encode())
        else:
            columns: dict[str, Any] = {_name(title, place): _array([row[place] for row in rows]) for place, title in enumerate(titles)}
            write_with(path, lambda file: np.savez(file, **columns))


def tab_separated(titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A table as it is pasted into a spreadsheet."""
    cells = [titles, *(["" if value is None else str(value) for value in row] for row in rows)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in cells) + "\n"


def _csv(titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(titles)
    writer.writerows(rows)
    return text.getvalue()


def _array(cells: Sequence[Any]) -> NDArray[Any]:
    filled = [cell for cell in cells if cell not in ("", None)]
    if filled and len(filled) < len(cells) and all(isinstance(cell, int | float) for cell in filled):
        return np.array([nan if cell in ("", None) else cell for cell in cells], np.float64)
    return np.asarray(cells)


def _name(title: str, place: int) -> str:
    """A title as an array's name: ``unit 3`` becomes ``unit_3``."""
    return re.sub(r"\W+", "_", title).strip("_") or f"column_{place}"
