"""Pairs cut into pieces, gathered into a training and a test half: no file is in both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape
from ae_workbench.data.array_entry import MAX_MEMORY_BYTES
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.data.paths import chosen_path, is_folder

MAX_LEFT_OUT_SHARE = 0.1
FEWEST = 3
Pieces = NDArray[np.uint8]
"""(n, height, width, 2): the clean halves of pairs, then the noisy ones."""


@dataclass(frozen=True)
class Gathering:
    """What is gathered: ``things``, such as "pages", from ``folder`` where that isn't None, else made by the program."""

    title: str
    things: str
    shape: Shape
    folder: Path | None
    test_share: float
    seed: int

    def gather(self, names: Sequence[str], cut: Iterable[Pieces]) -> Dataset:
        """The data set of each named file's pieces, in order; a file without any couldn't be used and is left out.

        Raises:
            DataError: too few files, or more than a few that can't be used.
        """
        test_places = self._held_out(len(names))
        halves: tuple[list[Pieces], list[Pieces]] = [], []
        files: tuple[list[str], list[str]] = [], []
        left_out: list[str] = []
        for place, (name, pieces) in enumerate(zip(names, cut, strict=True)):
            if len(pieces):
                halves[place in test_places].append(pieces)
                files[place in test_places].extend([name] * len(pieces))
            else:
                left_out.append(name)
        self._need_most(len(names), left_out)
        train, test = (self._split(pieces, names) for pieces, names in zip(halves, files, strict=True))
        return Dataset(f"{self.title} ({len(left_out)} left out)" if left_out else self.title, self.shape, train, test)

    def _held_out(self, count: int) -> frozenset[int]:
        """Places of the files that judge the model."""
        if count < FEWEST:
            raise DataError(f"There are only {count} {self.things}: at least {FEWEST} are needed, to train on and to test.")
        chosen = min(max(1, round(count * self.test_share)), count - 2)
        return frozenset(int(place) for place in np.random.default_rng((self.seed, 1)).permutation(count)[:chosen])

    def _need_most(self, total: int, left_out: Sequence[str]) -> None:
        if len(left_out) > MAX_LEFT_OUT_SHARE * total:
            examples = ", ".join(left_out[:3]) + (", …" if len(left_out) > 3 else "")
            raise DataError(
                f"{len(left_out)} of {total} {self.things} in {self.folder or self.title} can't be used ({examples}): "
                "they are broken, too small, or differ in size from their partners."
            )

    def _split(self, pieces: list[Pieces], names: list[str]) -> Split:
        """Both halves lie in memory of their own, so that each is read in one go."""
        if not pieces:
            raise DataError(f"None of the {self.things} that were chosen for testing can be used: choose another seed.")
        both = np.concatenate(pieces)
        clean, noisy = (np.ascontiguousarray(both[..., half : half + 1]) for half in (0, 1))
        return Split(clean, files=tuple(names) if self.folder else (), noisy=noisy)


def own_folder(path: str, things: str) -> Path | None:
    """The folder that was chosen; None where none was. Raises ``DataError`` if there is no such folder."""
    if not path.strip():
        return None
    folder = chosen_path(path, f"a folder of {things}")
    if not is_folder(folder):
        raise DataError(f"There is no folder {folder}: choose one that holds {things}.")
    return folder


def check_memory(files: int, pieces: int, piece_size: int, things: str) -> None:
    """Refuse what wouldn't fit: pairs are held twice while they are put together. Raises ``DataError``."""
    if 4 * files * pieces * piece_size > MAX_MEMORY_BYTES:
        raise DataError(f"{pieces} pieces from each of {files} {things} don't fit in memory: take fewer or smaller ones.")
