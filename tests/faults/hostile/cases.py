"""The cases: a kind and a number give the same input every time."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.hostile import arrays, runs
from tests.faults.hostile.pictures import odd_picture, picture
from tests.faults.hostile.sounds import odd_wav, wav

KINDS = {
    "archive": 30, "own": 4, "command": 4, "run": 14, "recipe": 12, "npz": 10, "npy": 8, "idx": 8, "pictures": 14, "table": 6, "codes": 6,
    "sounds": 8, "pages": 6,
}  # fmt: skip
OPENED_AS = {"npz": "array", "npy": "array", "idx": "array"}
GOOD_PICTURES = 2
GOOD_OF_PAIRS = 11
"""With one more that is odd fewer than a tenth are left out."""


@dataclass(frozen=True)
class Case:
    """An input on disk; ``opener`` is the key of what opens it, ``place`` the only folder that may change."""

    number: int
    kind: str
    opener: str
    path: Path
    place: Path


def kind_of(number: int) -> str:
    """Kinds take turns by their weight, so that any few cases in a row have most of them."""
    turns = sorted((turn / weight, kind) for kind, weight in KINDS.items() for turn in range(weight))
    return turns[number % len(turns)][1]


def make_case(seed: int, number: int, folder: Path) -> Case:
    """Write the input of a case into a new folder."""
    rng, kind = Random(f"{seed} {number}"), kind_of(number)
    place = folder / "place"
    place.mkdir(parents=True)
    path = _write(rng, kind, folder / "in")
    return Case(number, kind, OPENED_AS.get(kind, kind), path, place)


def _write(rng: Random, kind: str, folder: Path) -> Path:
    folder.mkdir()
    match kind:
        case "archive" | "own" | "command":
            return _file(folder / "run.aew", runs.odd_archive(rng))
        case "run":
            runs.odd_run_folder(rng, folder)
            return folder
        case "recipe":
            return _file(folder / "recipe.json", runs.odd_recipe(rng))
        case "npz":
            return _file(folder / "data.npz", arrays.odd_npz(rng))
        case "npy":
            return _file(folder / "data.npy", arrays.odd_npy(rng))
        case "idx":
            _file(folder / "train-labels-idx1-ubyte", arrays.odd_idx(rng)) if rng.random() < 0.3 else None
            return _file(folder / "train-images-idx3-ubyte", arrays.odd_idx(rng))
        case "table":
            return _file(folder / "data.csv", arrays.odd_csv(rng))
        case "codes":
            return _file(folder / "codes.npz", arrays.odd_codes(rng))
        case "sounds":
            for number in range(rng.choice((2, GOOD_OF_PAIRS))):
                _file(folder / f"good{number}.wav", wav())
            _file(folder / "odd.wav", odd_wav(rng))
            return folder
        case _:
            for number in range(GOOD_PICTURES if kind == "pictures" else rng.choice((2, GOOD_OF_PAIRS))):
                _file(folder / f"good{number}.png", picture("PNG"))
            ending, content = odd_picture(rng)
            _file(folder / f"odd.{ending}", content)
            return folder


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def remove(case: Case) -> None:
    shutil.rmtree(case.place.parent)
