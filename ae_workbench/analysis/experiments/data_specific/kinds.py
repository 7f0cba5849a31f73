"""Images of other kinds than a model learned from, in the size of its data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from string import ascii_letters
from typing import Any

import numpy as np

from ae_workbench.analysis.experiments.lab import Floats, Lab
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.data.sequences import FAMILIES, waves

KEYS = ("digits", "mnist", "fashion_mnist")
DIGITS = ("digits", "mnist")
FINE = 4
"""Drawn so many times as large, then made smaller with smooth edges."""
WORDS = (
    "a", "all", "and", "are", "as", "at", "be", "but", "by", "code", "do", "each", "for", "from", "good", "has", "how", "if", "image",
    "in", "is", "it", "layer", "learn", "less", "loss", "make", "model", "more", "no", "noise", "not", "of", "on", "one", "or", "same",
    "so", "than", "that", "the", "their", "then", "this", "to", "train", "two", "up", "we", "what", "when", "with", "you",
)  # fmt: skip
FONT, SPECIAL = "dejavu", "display"
"""Fonts that come with matplotlib, but for those of symbols."""
STROKE, MARGIN, LINES = 0.08, 0.1, 3
LETTER_HEIGHTS = (0.7, 1.0)
Draw = Callable[[Shape, int, np.random.Generator], Floats]


@dataclass(frozen=True)
class Kind:
    """Images (n, h, w, c) in [0, 1] under a name; those ``alike`` are of the same kind as the data, from elsewhere."""

    name: str
    images: Floats
    alike: bool = False


def other_kinds(lab: Lab, own: Floats, seed: int) -> list[Kind]:
    """As many images of each other kind as ``own`` has: data sets that are on this computer, drawn ones, and changed own ones."""
    rng = np.random.default_rng(seed)
    stored = [
        Kind(dataset.name, dataset.scaling.apply(dataset.test.first(len(own)).examples), is_alike(dataset, lab.dataset))
        for dataset in other_data(lab)
    ]
    return [
        *stored,
        *(Kind(name, draw(lab.dataset.shape, len(own), rng)) for name, draw in DRAWN.items()),
        Kind("Inverted", 1 - own),
        Kind("Noise", rng.random(own.shape, dtype=np.float32)),
    ]


def other_data(lab: Lab) -> list[Dataset]:
    """The program's data sets of images that are on this computer, of the lab's size but not its own."""
    every = (lab.data(Choice(key)) for key in KEYS)
    return [data for data in every if data and data.shape == lab.dataset.shape and data.fingerprint != lab.dataset.fingerprint]


def is_alike(first: Dataset, second: Dataset) -> bool:
    """Both are digits, as far as their names tell."""
    return first.name.lower() in DIGITS and second.name.lower() in DIGITS


def letters_as_data(shape: Shape, train: int, test: int, seed: int) -> Dataset:
    """Drawn letters to learn from."""
    drawn = drawn_letters(shape, train + test, np.random.default_rng(seed))
    pixels = np.round(255 * drawn).astype(np.uint8)
    return Dataset("Letters", shape, Split(pixels[:train]), Split(pixels[train:]))


def drawn_waves(shape: Shape, count: int, rng: np.random.Generator) -> Floats:
    """The built-in waves as curves, white on black, the families in turn."""
    from PIL import Image, ImageDraw

    height, width = (FINE * side for side in shape.dims[:2])
    stroke = max(1, round(STROKE * height))
    each = [waves(family, -(-count // len(FAMILIES)), width, True, rng) for family in FAMILIES]
    pictures = []
    for number in range(count):
        values = each[number % len(FAMILIES)][number // len(FAMILIES)]
        rows = height / 2 - values * height * (0.5 - MARGIN)
        picture = Image.new("L", (width, height))
        points = list(zip(range(width), rows.tolist(), strict=True))
        ImageDraw.Draw(picture).line(points, fill=255, width=stroke, joint="curve")
        pictures.append(picture)
    return as_images(pictures, shape)


def drawn_letters(shape: Shape, count: int, rng: np.random.Generator) -> Floats:
    """One letter on each, white on black, in the middle, about as large as a digit."""
    return as_images([_letter(shape, rng) for _ in range(count)], shape)


def drawn_text(shape: Shape, count: int, rng: np.random.Generator) -> Floats:
    """A few lines out of the middle of a text, white on black."""
    return as_images([_text(shape, rng) for _ in range(count)], shape)


DRAWN: dict[str, Draw] = {"Letters": drawn_letters, "Text": drawn_text, "Waves": drawn_waves}


def _letter(shape: Shape, rng: np.random.Generator) -> Any:
    from PIL import Image, ImageDraw

    height, width = (FINE * side for side in shape.dims[:2])
    font = _font(rng, min(height, width) * rng.uniform(*LETTER_HEIGHTS))
    picture = Image.new("L", (width, height))
    letter = ascii_letters[rng.integers(len(ascii_letters))]
    ImageDraw.Draw(picture).text((width / 2, height / 2), letter, fill=255, font=font, anchor="mm")
    return picture


def _text(shape: Shape, rng: np.random.Generator) -> Any:
    from PIL import Image, ImageDraw

    height, width = (FINE * side for side in shape.dims[:2])
    font = _font(rng, 1.1 * height / LINES)
    picture = Image.new("L", (width, height))
    down = rng.uniform(-0.5, 0.5)
    for line in range(-1, LINES + 1):
        words = " ".join(WORDS[place] for place in rng.integers(len(WORDS), size=12))
        place = (-rng.uniform(0, 2) * width, (line + down) * height / LINES)
        ImageDraw.Draw(picture).text(place, words, fill=255, font=font)
    return picture


def _font(rng: np.random.Generator, size: float) -> Any:
    paths = _font_paths()
    return _opened(paths[rng.integers(len(paths))], round(size))


@cache
def _font_paths() -> list[Path]:
    import matplotlib

    every = sorted((Path(matplotlib.get_data_path()) / "fonts" / "ttf").iterdir())
    return [path for path in every if path.name.lower().startswith(FONT) and SPECIAL not in path.name.lower()]


@lru_cache(1000)
def _opened(path: Path, size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(path, size)


def as_images(pictures: Sequence[Any], shape: Shape) -> Floats:
    """Large grey pictures made small: (n, h, w, c) in [0, 1], the same in all channels."""
    from PIL import Image

    height, width, channels = shape.dims
    small = [np.asarray(picture.resize((width, height), Image.Resampling.BOX), np.float32) / 255 for picture in pictures]
    return np.repeat(np.stack(small)[..., None], channels, axis=3) if small else np.zeros((0, *shape.dims), np.float32)
