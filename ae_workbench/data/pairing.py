"""Pairs of files: noisy ones beside clean ones of the same name, or clean ones alone, to be damaged here."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

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

    Partners have the same place in their subfolders but for the ending, or a name that only one clean file has. Without the two
    subfolders every file in the folder, and in its subfolders, is clean.

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
    return _partners(folder, noisy, _files(noisy, endings, folder), _places(clean, _files(clean, endings, folder)), things)


def _places(half: Path, files: list[Path]) -> dict[PurePath, Path]:
    """Files by their place in a half, in small letters and without ending."""
    return {_place(half, file): file for file in files}


def _place(half: Path, file: Path) -> PurePath:
    return PurePath(file.relative_to(half).with_suffix("").as_posix().lower())


def holds_pairs(folder: Path, endings: Sequence[str]) -> bool:
    """Whether a folder has the two subfolders, and most of the files in one have the name of one in the other. Raises ``DataError``."""
    noisy, clean = _subfolder(folder, NOISY_NAMES), _subfolder(folder, CLEAN_NAMES)
    if noisy is None or clean is None:
        return False
    files, names = _files(noisy, endings, folder), {file.stem.lower() for file in _files(clean, endings, folder)}
    return bool(files) and sum(file.stem.lower() in names for file in files) > len(files) / 2


def holds(folder: Path, endings: Sequence[str]) -> bool:
    """Whether there is any such file in a folder or its subfolders. Raises ``DataError``."""
    return bool(_files(folder, endings, folder))


def _partners(folder: Path, noisy: Path, files: list[Path], clean: dict[PurePath, Path], things: str) -> list[Pair]:
    """A partner has the same place in its half, or else a name that no other has."""
    counts = Counter(place.name for place in clean)
    by_name = {place.name: file for place, file in clean.items() if counts[place.name] == 1}
    found, alone = [], []
    for file in files:
        place = _place(noisy, file)
        partner = clean.get(place, by_name.get(place.name))
        if partner is None:
            alone.append(file)
        else:
            found.append(Pair(file.relative_to(noisy).as_posix(), partner, file))
    if len(alone) > MAX_LEFT_OUT_SHARE * max(1, len(files)) or not found:
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
