"""Rows of images, each with its label before it."""

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.experiment import Pictures
from ae_workbench.export.figures.plots.frame import LABEL_LINE, Frame, wrapped
from ae_workbench.export.figures.sheet import Medium, Pixels, Sheet, text_width
from ae_workbench.export.figures.style import COLOUR_MAPS, LABEL_PT
from ae_workbench.export.figures.tiles import mapped

GAP, ROW_GAP = 0.04, 0.1
LEAST, MOST = 0.3, 0.62
LABEL_SHARE = 0.3


def draw_pictures(plot: Pictures, medium: Medium, width: float) -> Sheet:
    frame = Frame(medium, width, plot.title)
    labels = [label for label, _ in plot.rows]
    widest = max((text_width(label, LABEL_PT) for label in labels), default=0.0)
    left = min(widest, LABEL_SHARE * frame.room)
    left += 0.12 if left else 0.0
    most = max((len(images) for _, images in plot.rows), default=1)
    columns = max(1, min(most, int((frame.room - left + GAP) / (LEAST + GAP))))
    tile = min(MOST, (frame.room - left + GAP) / columns - GAP)
    heights = [_row_height(images, columns, tile) for _, images in plot.rows]
    sheet = frame.sheet(sum(heights) + ROW_GAP * max(0, len(heights) - 1))
    y = frame.top
    for (label, images), height in zip(plot.rows, heights, strict=True):
        lines = wrapped(label, LABEL_PT, left - 0.1) if label else []
        for number, line in enumerate(lines):
            offset = (number - (len(lines) - 1) / 2) * LABEL_LINE
            sheet.text(0, y + min(height, _tile_height(images, tile)) / 2 + offset, line)
        _draw_row(sheet, images, left, y, columns, tile, medium)
        y += height + ROW_GAP
    return sheet


def _tile_height(images: NDArray, tile: float) -> float:
    return tile * images.shape[1] / max(images.shape[2], 1)


def _row_height(images: NDArray, columns: int, tile: float) -> float:
    lines = max(1, -(-len(images) // columns))
    return max(lines * (_tile_height(images, tile) + GAP) - GAP, 2 * LABEL_LINE)


def _draw_row(sheet: Sheet, images: NDArray, left: float, top: float, columns: int, tile: float, medium: Medium) -> None:
    """Lines of tiles whose pixels fall on the file's own."""
    height = _tile_height(images, tile)
    wide = medium.fitted(tile, images.shape[2])
    wide = wide if wide <= tile else tile
    for place, image in enumerate(images):
        line, column = divmod(place, columns)
        high = wide * images.shape[1] / max(images.shape[2], 1)
        sheet.image(left + column * (tile + GAP), top + line * (height + GAP), wide, high, _pixels(image, medium))


def _pixels(image: NDArray, medium: Medium) -> Pixels:
    values = np.clip(np.nan_to_num(np.asarray(image, np.float32)), 0, 1)
    if values.ndim == 3 and values.shape[2] == 3:
        return np.round(255 * values).astype(np.uint8)
    return mapped(values.reshape(values.shape[:2]), COLOUR_MAPS[medium.look.colour_map])
