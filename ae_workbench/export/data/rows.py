"""Examples with numbers as files: who they are, then what is known of each."""

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.export.exporter import ExportRequest
from ae_workbench.export.subject import Subject
from ae_workbench.storage.atomic import write_with

ENDINGS = (".csv", ".npz")
MOST_COLUMNS = 16_384
"""A spreadsheet's."""
ROWS_AT_ONCE = 512
FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def subject_of(request: ExportRequest) -> Subject:
    """What an export looks at."""
    return Subject(request.run, request.epoch, request.data, request.dataset, request.split, request.progress)


def batches(subject: Subject, request: ExportRequest, doing: str) -> Iterator[NDArray[np.intp]]:
    """Positions of all examples, some at a time; tells how far it is."""
    count = len(subject.split)
    for start in range(0, count, ROWS_AT_ONCE):
        request.progress(start / count, doing)
        yield np.arange(start, min(start + ROWS_AT_ONCE, count))


def write_rows(path: Path, subject: Subject, arrays: Mapping[str, NDArray], only_npz: Mapping[str, NDArray] | None = None) -> None:
    """Arrays (n, …) by name, an example a row: NPZ keeps their shapes, CSV has ``name_0``, ``name_1``, … for those of several numbers.

    ``only_npz`` is what would make a CSV too wide to be of use.

    Raises:
        WorkbenchError: too many columns for a CSV.
    """
    if path.suffix.lower() == ".npz":
        whole: dict[str, Any] = {**_who(subject), **arrays, **(only_npz or {})}
        write_with(path, lambda file: np.savez_compressed(file, **whole))
        return
    columns = sum(int(np.prod(values.shape[1:])) for values in arrays.values())
    if columns > MOST_COLUMNS:
        raise WorkbenchError(f"A CSV of {columns:,} columns is more than other programs open: choose a name that ends in .npz.")
    write_with(path, lambda file: _write_csv(file, subject, arrays))


def write_columns(path: Path, columns: Mapping[str, NDArray]) -> None:
    """Columns (n,) by name, for what isn't about examples."""
    if path.suffix.lower() == ".npz":
        named: dict[str, Any] = dict(columns)
        write_with(path, lambda file: np.savez_compressed(file, **named))
        return

    def write(file: IO[bytes]) -> None:
        with _text(file) as text:
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_cell(value) for value in row] for row in zip(*columns.values(), strict=True))

    write_with(path, write)


def _who(subject: Subject) -> dict[str, NDArray]:
    split = subject.split
    found: dict[str, NDArray] = {"ids": np.arange(len(split))}
    if split.places is not None:
        found["rows"] = split.places
    if split.labels is not None:
        found |= {"labels": np.asarray(split.labels), "class_names": np.asarray(subject.class_names, np.str_)}
    return found | ({"files": np.asarray(split.files, np.str_)} if split.files else {})


def _write_csv(file: IO[bytes], subject: Subject, arrays: Mapping[str, NDArray]) -> None:
    split = subject.split
    flat = {name: values.reshape(len(values), -1) for name, values in arrays.items()}
    titles = [
        "id",
        *([] if split.places is None else ["row"]),
        *(["file"] if split.files else []),
        *([] if split.labels is None else ["label", "class"]),
    ]
    for name, values in flat.items():
        titles += [name] if arrays[name].ndim == 1 else [f"{name}_{column}" for column in range(values.shape[1])]
    with _text(file) as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(titles)
        for place in range(len(split)):
            label = [] if split.labels is None else [int(split.labels[place]), plain(subject.class_names[int(split.labels[place])])]
            row = [] if split.places is None else [int(split.places[place])]
            who = [place, *row, *([plain(split.files[place])] if split.files else []), *label]
            writer.writerow([*who, *(_cell(value) for values in flat.values() for value in values[place].tolist())])


@contextmanager
def _text(file: IO[bytes]) -> Iterator[IO[str]]:
    """UTF-8 text into a binary file, which stays open; bytes of a file's name that are no text are written as their numbers."""
    text = io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield text
    finally:
        text.detach()


def _cell(value: Any) -> Any:
    """A number in as many digits as float32 has; nothing where there is none."""
    if isinstance(value, float | np.floating):
        return "" if np.isnan(value) else f"{value:.9g}"
    return value.item() if isinstance(value, np.generic) else value


def plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula; numbers stay."""
    if not text.startswith(FORMULA_STARTS):
        return text
    try:
        float(text)
    except ValueError:
        return f"'{text}"
    return text
