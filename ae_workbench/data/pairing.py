"""Pairs of files: noisy ones beside clean ones of the same name, or clean ones alone, to be damaged here."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ae_workbench.core.errors import DataError
from ae_workbench.data.paths import is_folder

NOISY_NAMES = ("noisy", "dirty", "train")
CLEAN_NAMES = ("clean", "cleaned", "train_cleaned")
"""Names of the two subfolders; the last of each is how a well-known set of scanned office documents names them."""
MAX_LEFT_OUT_SHARE = 0.1


@dataclass(frozen=True)
class Pair:
    """A clean file and its noisy partner; none where the clean one is still to be damaged. ``name`` is told apart from others by it."""

    name: str
    clean: Path
    noisy: Path | None = None


def find_pairs(folder: Path, endings: Sequence[str], things: str) -> list[Pair]:
    """Every pair in a folder, by name; ``things`` is what the files are, such as "pages".

    Partners have the same name but for the ending. Without the two subfolders every file in the folder, and in its subfolders, is clean.

    Raises:
        DataError: no such files, noisy ones without clean ones, or too many without a partner.
    """
    noisy, clean = _subfolder(folder, NOISY_NAMES), _subfolder(folder, CLEAN_NAMES)
    if noisy is None or clean is None:
        if noisy is not None and noisy.name.lower() != NOISY_NAMES[-1]:
            raise DataError(f"{folder} has noisy {things} but no clean ones: put these, with the same names, into a folder “clean” beside.")
        found = [Pair(file.relative_to(folder).as_posix(), file) for file in _files(clean or folder, endings, folder)]
        if not found:
            raise DataError(f"There are no {things} in {folder}: it needs {_list(endings)} files.")
        return found
    return _partners(folder, _files(noisy, endings, folder), _files(clean, endings, folder), things)


def _partners(folder: Path, noisy: list[Path], clean: list[Path], things: str) -> list[Pair]:
    partners = {file.stem.lower(): file for file in clean}
    found = [Pair(file.name, partners[file.stem.lower()], file) for file in noisy if file.stem.lower() in partners]
    alone = [file for file in noisy if file.stem.lower() not in partners]
    if len(alone) > MAX_LEFT_OUT_SHARE * max(1, len(noisy)) or not found:
        examples = ", ".join(file.name for file in alone[:3]) or "none at all"
        raise DataError(
            f"Too few noisy {things} in {folder} have a clean one of the same name (alone: {examples}): each needs its partner."
        )
    return found


def _subfolder(folder: Path, names: Sequence[str]) -> Path | None:
    try:
        found = {entry.name.lower(): Path(entry.path) for entry in os.scandir(folder) if entry.is_dir()}
    except OSError as problem:
        raise DataError(f"The folder {folder} can't be read: {problem.strerror}.") from None
    return next((found[name] for name in names if name in found and is_folder(found[name])), None)


def _files(folder: Path, endings: Sequence[str], home: Path) -> list[Path]:
    """Files with these endings in a folder and its subfolders, by name, hidden ones left out."""
    found: list[Path] = []
    try:
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found += [Path(parent, name) for name in sorted(names) if name.lower().endswith(tuple(endings)) and not name.startswith(".")]
    except OSError as problem:
        raise DataError(f"The folder {home} can't be read: {problem.strerror}.") from None
    return found


def _list(endings: Sequence[str]) -> str:
    return ", ".join(ending.lstrip(".").upper() for ending in endings)
