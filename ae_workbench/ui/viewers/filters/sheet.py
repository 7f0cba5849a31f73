"""Sections of small pictures of numbers, and where they go. No model; QImage is a value that any thread may make."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from ae_workbench.ui.colour_maps import as_image, paint_signed

MOST_NUMBERS = 8_000_000
GAP_PX, SECTION_GAP_PX, BESIDE_PX, TITLE_PX, MARGIN_PX = 5.0, 12.0, 24.0, 24.0, 2.0
LETTER_PX = 9.0
LEAST_UNIT_PX = 12.0
"""For the square of one unit of a dense layer."""
LEAST_SIDE_PX, MOST_SIDE_PX = 28.0, 420.0
WORTH_EVENNESS = 0.8
STEPS = 80
LEAST_HEIGHT_PX = 3.0


@dataclass(frozen=True, eq=False)
class Cell:
    """One picture: its numbers (h, w) or (h, w, 3), NaN where there are none, and what it is."""

    values: NDArray[np.float32]
    picture: QImage
    caption: str
    names_units: bool = False

    @property
    def aspect(self) -> float:
        return self.picture.width() / self.picture.height()

    def reading(self, x: float, y: float) -> str:
        """What stands at a place, in shares of width and height."""
        height, width = self.values.shape[:2]
        row, column = min(height - 1, max(0, int(y * height))), min(width - 1, max(0, int(x * width)))
        numbers = np.atleast_1d(self.values[row, column])
        if not np.isfinite(numbers).all():
            return self.caption
        said = ", ".join(f"{number:.4g}" for number in numbers)
        return f"{self.caption} {row * width + column}: {said}" if self.names_units else f"{self.caption}\n({row}, {column}): {said}"


@dataclass(frozen=True, eq=False)
class Section:
    """Pictures that belong together; ``limit`` is the value of the strongest colour, ``signed`` ones are painted around 0."""

    title: str
    detail: str
    cells: tuple[Cell, ...]
    limit: float = 1.0
    signed: bool = True


@dataclass(frozen=True)
class Placed:
    """Where everything is; ``places`` by section."""

    titles: tuple[QRectF, ...]
    places: tuple[tuple[QRectF, ...], ...]
    height: float


def signed_cells(images: NDArray, captions: Sequence[str], limit: float | None, dark: bool = False) -> tuple[Cell, ...]:
    """Images (n, h, w, c) around 0: in colour (0 is grey) where c is 3, otherwise a picture per channel.

    ``limit`` None gives each a scale of its own. ``dark`` is for a window on a dark ground.
    """
    cells = []
    for values, caption in zip(images, captions, strict=True):
        if values.shape[-1] == 3:
            cells.append(Cell(values, _signed_colour(values, limit), caption))
            continue
        for channel in range(values.shape[-1]):
            named = caption if values.shape[-1] == 1 else f"{caption} · {channel}"
            cells.append(Cell(values[..., channel], paint_signed(values[..., channel], limit, dark), named))
    return tuple(cells)


def grey_picture(values: NDArray, limit: float) -> QImage:
    """Numbers (h, w) from 0 to ``limit`` as a grey picture, which colour maps tint."""
    scaled = np.clip(np.nan_to_num(values) / max(limit, 1e-12), 0, 1)
    return as_image(np.rint(scaled * 255).astype(np.uint8)[..., None])


def as_matrix(vector: NDArray) -> NDArray:
    """Numbers in rows, some four times as wide as high where that comes out even; NaN fills up the last row."""
    count = len(vector)
    wish = sqrt(4 * count)
    even = [n for n in range(1, count + 1) if count % n == 0 and wish / 2 <= n <= wish * 2]
    columns = min(even, key=lambda n: abs(n - wish)) if even else min(count, ceil(wish))
    filled = np.full(ceil(count / columns) * columns, np.nan, np.float32)
    filled[:count] = vector
    return filled.reshape(-1, columns)


def place(sections: Sequence[Section], width: float, height: float, ratio: float = 1.0, letter_px: float = LETTER_PX) -> Placed:
    """Pictures of all sections as large as fit into ``width`` × ``height``, and never too small to see: then ``Placed`` is higher.

    Sections that need less than half of the width stand beside each other.
    """
    sides = np.geomspace(min(MOST_SIDE_PX, max(LEAST_SIDE_PX, width - 2 * MARGIN_PX)), LEAST_SIDE_PX, STEPS)
    for side in sides:
        placed = _place(sections, width, float(side), ratio, letter_px)
        if placed.height <= height:
            break
    return placed


def _place(sections: Sequence[Section], width: float, side: float, ratio: float, letter_px: float) -> Placed:
    titles, places = [], []
    room = width - 2 * MARGIN_PX
    left, top, bottom = MARGIN_PX, MARGIN_PX, MARGIN_PX
    for section in sections:
        cell_width, cell_height = _size(section, side, room, ratio)
        columns = max(1, int((room + GAP_PX) // (cell_width + GAP_PX)))
        words = (len(section.title) + len(section.detail)) * letter_px
        block = max(words, min(columns, len(section.cells)) * (cell_width + GAP_PX) - GAP_PX)
        is_narrow = block <= room / 2
        if left > MARGIN_PX and (not is_narrow or left + block > width - MARGIN_PX):
            left, top = MARGIN_PX, bottom
        titles.append(QRectF(left, top, block if is_narrow else room, TITLE_PX))
        across, down, first = cell_width + GAP_PX, cell_height + GAP_PX, top + TITLE_PX
        spots = tuple(
            QRectF(left + n % columns * across, first + n // columns * down, cell_width, cell_height) for n in range(len(section.cells))
        )
        places.append(spots)
        bottom = max(bottom, first + ceil(len(spots) / columns) * down + SECTION_GAP_PX)
        left, top = (left + block + BESIDE_PX, top) if is_narrow else (MARGIN_PX, bottom)
    return Placed(tuple(titles), tuple(places), bottom - SECTION_GAP_PX - GAP_PX + MARGIN_PX)


def _size(section: Section, side: float, room: float, ratio: float) -> tuple[float, float]:
    """A picture whose longer side is about ``side``, on whole screen pixels; its own pixels are even where that costs little."""
    if not section.cells:
        return side, side
    picture = section.cells[0].picture
    longest = max(picture.width(), picture.height())
    scale = min(side, room) * ratio / longest
    if section.cells[0].names_units:
        scale = min(max(scale, LEAST_UNIT_PX * ratio), room * ratio / picture.width())
    if scale >= 1:
        scale = float(int(scale)) if int(scale) / scale >= WORTH_EVENNESS else int(scale * longest) / longest
    return picture.width() * scale / ratio, max(LEAST_HEIGHT_PX, picture.height() * scale / ratio)


def _signed_colour(values: NDArray, limit: float | None) -> QImage:
    reach = max(float(np.abs(values).max(initial=0)) if limit is None else limit, 1e-12)
    return as_image(np.rint(np.clip(0.5 + 0.5 * values / reach, 0, 1) * 255).astype(np.uint8))
