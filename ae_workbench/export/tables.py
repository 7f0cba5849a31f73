"""Tables of what is shown, as files that spreadsheets and NumPy read."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.atomic import write_bytes, write_with

ENDINGS = (".csv", ".npz")


def write_table(path: Path, titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows under their titles: ``.csv`` as UTF-8 text, ``.npz`` as one array per column, named after its title.

    Raises:
        WorkbenchError: another ending, or the file can't be written.
    """
    check_table_path(path)
    try:
        if path.suffix.lower() == ".csv":
            write_bytes(path, _csv(titles, rows).encode())
        else:
            columns: dict[str, Any] = {_name(title, place): np.asarray([row[place] for row in rows]) for place, title in enumerate(titles)}
            write_with(path, lambda file: np.savez(file, **columns))
    except OSError as problem:
        raise WorkbenchError(f"The table can't be saved as {path}: {problem.strerror or problem}.") from None


def check_table_path(path: Path) -> None:
    """Raises ``WorkbenchError`` for an ending that no table has."""
    if path.suffix.lower() not in ENDINGS:
        raise WorkbenchError(f"A table can't be saved as {path.name}: choose a name that ends in .csv or .npz.")


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


def _name(title: str, place: int) -> str:
    """A title as an array's name: ``unit 3`` becomes ``unit_3``."""
    return re.sub(r"\W+", "_", title).strip("_") or f"column_{place}"
