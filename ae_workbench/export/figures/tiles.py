"""Examples side by side in rows, as images or as curves."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.shape import Shape
from ae_workbench.export.figures.sheet import Medium, Pixels, Sheet, shortened, text_width
from ae_workbench.export.figures.style import COLOUR_MAPS, LABEL_PT, SMALL_PT

COLUMNS, CURVE_COLUMNS = 10, 5
TILE, CURVE_WIDTH, CURVE_HEIGHT = 0.6, 1.2, 0.55
GAP, NOTE_HEIGHT, HEAD_HEIGHT, BAND_GAP, LABEL_GAP = 0.04, 0.14, 0.16, 0.18, 0.1
LONGEST_LABEL = 1.6
MOST_FEATURES = 4
GREYS = ("gray", "gray_r")
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Row:
    """``examples`` (n, *dims) under a title with a smaller ``detail``; ``notes`` stand below each; curves may have others ``behind``."""

    title: str
    examples: Floats
    detail: str = ""
    notes: Sequence[str] = ()
    behind: Floats | None = None


@dataclass(frozen=True)
class Tiles:
    """Rows with one place for each of ``count`` examples, in as many bands below each other as it takes; ``heads`` stand above each."""

    medium: Medium
    shape: Shape
    rows: Sequence[Row]
    heads: Sequence[str] = ()
    columns: int = 0
    tile: float = TILE
    least_label: float = 0.0

    @property
    def count(self) -> int:
        return max(len(row.examples) for row in self.rows)

    @cached_property
    def per_band(self) -> int:
        return max(1, min(self.count, self.columns or (COLUMNS if self.shape.is_image else CURVE_COLUMNS)))

    @cached_property
    def size(self) -> tuple[float, float]:
        """Width and height of one tile."""
        return tile_size(self.medium, self.shape, self.tile)

    @cached_property
    def label_width(self) -> float:
        widths = [text_width(row.title, LABEL_PT) for row in self.rows] + [text_width(row.detail, SMALL_PT) for row in self.rows]
        return max(self.least_label, min(max(widths), LONGEST_LABEL) + LABEL_GAP if max(widths) else 0.0)

    @property
    def width(self) -> float:
        return self.label_width + self.per_band * (self.size[0] + GAP) - GAP

    @property
    def height(self) -> float:
        bands = ceil(self.count / self.per_band)
        return bands * self._band_height + (bands - 1) * BAND_GAP

    @property
    def _band_height(self) -> float:
        return bool(self.heads) * HEAD_HEIGHT + sum(self._row_height(row) for row in self.rows) - GAP

    def _row_height(self, row: Row) -> float:
        return self.size[1] + GAP + bool(row.notes) * NOTE_HEIGHT

    def draw(self, sheet: Sheet, x: float = 0.0, y: float = 0.0) -> None:
        """On a sheet, from a place on."""
        for start in range(0, self.count, self.per_band):
            self._draw_band(sheet, x, y, slice(start, start + self.per_band))
            y += self._band_height + BAND_GAP

    def _draw_band(self, sheet: Sheet, x: float, y: float, part: slice) -> None:
        left = x + self.label_width
        if self.heads:
            self._draw_texts(sheet, left, y + HEAD_HEIGHT / 2 - 0.02, self.heads[part])
            y += HEAD_HEIGHT
        for row in self.rows:
            self._draw_label(sheet, x, y + self.size[1] / 2, row)
            self._draw_row(sheet, left, y, row, part)
            if row.notes:
                self._draw_texts(sheet, left, y + self.size[1] + 0.02 + NOTE_HEIGHT / 2, row.notes[part])
            y += self._row_height(row)

    def _draw_label(self, sheet: Sheet, x: float, middle: float, row: Row) -> None:
        most = self.label_width - LABEL_GAP
        sheet.text(x, middle - bool(row.detail) * 0.07, shortened(row.title, LABEL_PT, most))
        if row.detail:
            sheet.text(x, middle + 0.07, shortened(row.detail, SMALL_PT, most), SMALL_PT, sheet.paper.muted)

    def _draw_texts(self, sheet: Sheet, left: float, y: float, texts: Sequence[str]) -> None:
        for place, text in enumerate(texts):
            middle = left + place * (self.size[0] + GAP) + self.size[0] / 2
            sheet.text(middle, y, shortened(text, SMALL_PT, self.size[0] + GAP), SMALL_PT, sheet.paper.muted, "center")

    def _draw_row(self, sheet: Sheet, left: float, y: float, row: Row, part: slice) -> None:
        pictures = coloured(row.examples[part], sheet.medium) if self.shape.is_image else ()
        behind = row.behind[part] if row.behind is not None else None
        for place in range(len(row.examples[part])):
            at = left + place * (self.size[0] + GAP)
            if self.shape.is_image:
                sheet.image(at, y, *self.size, pictures[place])
            else:
                curves(sheet, (at, y, *self.size), row.examples[part][place], self._range, None if behind is None else behind[place])

    @cached_property
    def _range(self) -> tuple[float, float]:
        """One scale for all curves."""
        return value_range([row.examples for row in self.rows])


def tile_size(medium: Medium, shape: Shape, longest: float = TILE) -> tuple[float, float]:
    """Inches that one example takes, in its own proportions and on whole dots."""
    if not shape.is_image:
        return medium.fitted(CURVE_WIDTH * longest / TILE, 1), medium.fitted(CURVE_HEIGHT * longest / TILE, 1)
    height, width = shape.dims[:2]
    side = medium.fitted(longest, max(height, width))
    if side * medium.dpi >= max(height, width):
        return side * width / max(height, width), side * height / max(height, width)
    longest_px = max(height, width)
    return medium.fitted(side * width / longest_px, 1), medium.fitted(side * height / longest_px, 1)


def coloured(images: NDArray, medium: Medium) -> Pixels:
    """Images (n, h, w, c) in [0, 1] as (n, h, w, 3) uint8; grey ones in the colour map."""
    values = np.clip(np.nan_to_num(images), 0, 1)
    if images.shape[-1] == 3:
        return np.rint(values * 255).astype(np.uint8)
    return mapped(values[..., 0], COLOUR_MAPS[medium.look.colour_map])


def mapped(values: NDArray, colour_map: str) -> Pixels:
    """Numbers (…) in [0, 1] as colours (…, 3) of one of matplotlib's colour maps."""
    from matplotlib import colormaps

    places = np.rint(np.asarray(values, np.float64) * 255).astype(np.uint8)
    if colour_map in GREYS:  # exactly; matplotlib's own are one lower here and there
        return np.repeat(places[..., None] if colour_map == GREYS[0] else 255 - places[..., None], 3, axis=-1)
    return np.asarray(colormaps[colour_map](places, bytes=True)[..., :3], np.uint8)


def signed(values: NDArray, limit: float, medium: Medium) -> Pixels:
    """Numbers (…) from −limit to limit as colours around the paper's middle."""
    return mapped(0.5 + 0.5 * np.clip(np.nan_to_num(values) / limit, -1, 1), medium.paper.signed)


def value_range(sequences: Sequence[NDArray]) -> tuple[float, float]:
    """Lowest and highest number with a little room."""
    finite = [values[np.isfinite(values)] for values in sequences]
    low, high = min(float(values.min(initial=0)) for values in finite), max(float(values.max(initial=0)) for values in finite)
    room = 0.05 * (high - low or 1.0)
    return low - room, high + room


def curves(
    sheet: Sheet, box: tuple[float, float, float, float], sequence: Floats, span: tuple[float, float], behind: Floats | None = None
) -> None:
    """One sequence (timesteps, features) in a box, over another one in grey."""
    sheet.box(*box, line=sheet.paper.grid)
    steps = np.arange(len(sequence))
    axes = sheet.axes(*box, frame=False, xlim=(0, max(1, len(sequence) - 1)), ylim=span)
    for feature in range(min(sequence.shape[1], MOST_FEATURES)):
        if behind is not None:
            axes.plot(steps, behind[:, feature], color=sheet.paper.line, linewidth=1.6)
        axes.plot(steps, sequence[:, feature], color=sheet.paper.series[feature], linewidth=0.9)
