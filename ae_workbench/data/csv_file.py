"""Sequences from a CSV file: a row for each, with an optional header and an optional column of labels."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import inf, isfinite
from pathlib import Path

import numpy as np

from ae_workbench.core.errors import DataError
from ae_workbench.core.parameters import Parameters, size, text
from ae_workbench.core.shape import Shape
from ae_workbench.data.array_entry import reading
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.paths import chosen_path
from ae_workbench.data.source import DataSource, Progress
from ae_workbench.data.split import share_spec, shuffled_split
from ae_workbench.data.values import as_sequences, standardising

LABEL_NAMES = ("label", "labels", "class", "target")
DELIMITERS = (";", "\t", ",")
GAPS = ("", "na", "n/a", "null", "none", "-", "?")
"""What stands where a number is missing."""
MAX_LINE = 2**22
MAX_FILE_BYTES = 2**31
ROWS_PER_REPORT = 500
PATH_HELP = "A CSV file with one sequence in each row; a column named label is its class."
SEED_HELP = "Start of the random numbers that choose the test sequences."
FEATURES_HELP = "Values that belong to one time step and stand side by side in the row."


@dataclass(frozen=True)
class CsvParameters(Parameters):
    path: str = field(default="", metadata=text("File", is_path=True, help=PATH_HELP))
    features: int = field(default=1, metadata=size("Features", low=1, high=1024, help=FEATURES_HELP))
    test_share: float = field(default=0.2, metadata=share_spec())
    seed: int = field(default=1, metadata=size("Seed", low=0, high=2**31 - 1, help=SEED_HELP))


@dataclass(frozen=True)
class Table:
    """How the rows are written, as the first one shows it; ``label`` is that column's position, or none."""

    delimiter: str
    columns: int
    has_header: bool
    label: int | None


def load(parameters: CsvParameters, progress: Progress) -> Dataset:
    """float32 (n, timesteps, features) in raw units, with labels where the file has them; the scaling standardises."""
    path = _path(parameters)
    table = _table(path)
    shape = _shape(path, table, parameters.features)
    rows, words = _read(path, table, progress)
    values = as_sequences(np.stack(rows) if rows else np.empty((0, shape.size)), shape, f"The file {path}")
    names = sorted(set(words), key=_natural)
    position = {name: index for index, name in enumerate(names)}
    labels = np.array([position[word] for word in words], np.int64) if words else None
    train, test = shuffled_split(values, labels, parameters.test_share, parameters.seed)
    return Dataset(path.stem, shape, train, test, tuple(names), standardising(train.examples))


def shape(parameters: CsvParameters) -> Shape:
    """Shape of one sequence, from the first row."""
    path = _path(parameters)
    return _shape(path, _table(path), parameters.features)


def _shape(path: Path, table: Table, features: int) -> Shape:
    values = table.columns - (table.label is not None)
    if values < 1 or values % features:
        sizes = f"{values} values, which don't divide into time steps of {features} features"
        raise DataError(f"The rows of {path} have {sizes}: change the features.")
    return Shape((values // features, features), "sequence")


def _table(path: Path) -> Table:
    _, line = next(_lines(path), (0, ""))
    if not line:
        raise DataError(f"The file {path} is empty: it needs one sequence in each row.")
    delimiter = next((mark for mark in DELIMITERS if mark in line), ",")
    first = _fields(path, 1, line, delimiter)
    label = next((at for at, word in enumerate(first) if word.strip().lower() in LABEL_NAMES), None)
    _, second = next(islice(_lines(path), 1, None), (0, ""))
    is_header = label is not None or _is_header(first, second.split(delimiter), delimiter)
    return Table(delimiter, len(first), is_header, label)


def _is_header(first: Sequence[str], second: Sequence[str], delimiter: str) -> bool:
    """Whether the first row names the columns: by words, or by their numbers 0, 1, … above a row of other kinds of numbers."""
    if any(word.strip().lower() not in GAPS and not _is_number(word, delimiter) for word in first):
        return True
    counted = [str(at) for at in range(len(first) + 1)]
    is_counted = len(first) > 1 and [word.strip() for word in first] in (counted[:-1], counted[1:])
    return is_counted and not all(word.strip().lstrip("+-").isdecimal() for word in second)


def _read(path: Path, table: Table, progress: Progress) -> tuple[list[np.ndarray], list[str]]:
    """The numbers of each row, and its label where there is such a column."""
    rows: list[np.ndarray] = []
    words: list[str] = []
    total, done = max(path.stat().st_size, 1), 0
    for at, (number, line) in enumerate(_lines(path)):
        done += len(line)
        if at % ROWS_PER_REPORT == 0:
            progress(min(done / total, 1.0), f"Reading {path.name}")
        if at == 0 and table.has_header:
            continue
        fields = _fields(path, number, line, table.delimiter)
        if len(fields) != table.columns:
            counts = f"{len(fields)} columns, but the first row has {table.columns}"
            raise DataError(f"Line {number} of {path} has {counts}: all must have the same.")
        if table.label is not None:
            words.append(fields.pop(table.label).strip())
        rows.append(_numbers(path, number, fields, table))
    return rows, words


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers from 1."""
    with reading(path):
        if path.stat().st_size > MAX_FILE_BYTES:
            raise DataError(f"The file {path} is too large for a CSV file: save the sequences as a .npy file.")
        with open(path, encoding="utf-8-sig", newline="") as file:
            number = 0
            while line := file.readline(MAX_LINE):
                number += 1
                if len(line) >= MAX_LINE:
                    raise DataError(f"Line {number} of {path} is too long for a sequence: save the sequences as a .npy file.")
                if line.strip():
                    yield number, line.rstrip("\r\n")


def _fields(path: Path, number: int, line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error as problem:
        raise DataError(f"Line {number} of {path} is not CSV ({problem}): save it with plain numbers and commas.") from None


def _numbers(path: Path, number: int, fields: list[str], table: Table) -> np.ndarray:
    try:
        return np.array([_number(word, table.delimiter) for word in fields])
    except ValueError:
        column = next(at for at, word in enumerate(fields) if not _is_number(word, table.delimiter))
        wrong = fields[column][:40]
        if wrong.strip().lower() in GAPS:
            raise DataError(f"Line {number} of {path} has a gap: each row needs all of its numbers.") from None
        place = 1 + column + (table.label is not None and column >= table.label)
        what = "take this column out, or name it label if it holds the classes"
        raise DataError(f"“{wrong}” in line {number} of {path}, column {place}, is not a number: {what}.") from None


def _number(word: str, delimiter: str) -> float:
    """Where commas don't stand between the numbers they may stand in them, before decimals. Raises ``ValueError``."""
    return float(word if delimiter == "," else word.replace(",", ".", 1))


def _is_number(word: str, delimiter: str = ",") -> bool:
    try:
        _number(word, delimiter)
    except ValueError:
        return False
    return True


def _natural(word: str) -> tuple[float, str]:
    """Sorts 2 before 10, and words after numbers."""
    return (float(word), word) if _is_number(word) and isfinite(float(word)) else (inf, word)


def _path(parameters: CsvParameters) -> Path:
    return chosen_path(parameters.path, "a CSV file")


SOURCE = DataSource(
    "csv",
    "CSV file…",
    "Sequences of your own, one in each row of a CSV file, with an optional column named label.",
    load,
    shape,
    CsvParameters,
    kind="sequence",
)
