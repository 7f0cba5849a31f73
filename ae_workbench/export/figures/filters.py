"""Weights as images: what the first layer looks for, and what the last one draws with."""

from collections.abc import Sequence
from math import ceil

import numpy as np

from ae_workbench.analysis.filters import WeightImages, decoder_atoms, encoder_filters
from ae_workbench.core.shape import format_dims
from ae_workbench.export.figures.figure import Count, FigureKind, FigureRequest, heading, number
from ae_workbench.export.figures.sheet import Sheet
from ae_workbench.export.figures.style import LABEL_PT, SMALL_PT
from ae_workbench.export.figures.tiles import GAP, signed
from ae_workbench.export.subject import Subject

WIDTH, MOST_TILE, MATRIX_TILE, LEAST_SIDE = 6.0, 0.62, 1.35, 0.2
MOST_MATRICES = 4
USUAL_COLUMNS = 16
SHOWN_SHARE = 99.8
"""Percentile of the weights' sizes that is painted as strong as can be."""
TITLE, BETWEEN, SCALE_WIDTH, SCALE_GAP, SCALE_HEIGHT = 0.2, 0.22, 0.09, 0.15, 0.9


class _Part:
    """One set of weights, and how its images lie."""

    def __init__(self, title: str, found: WeightImages, count: int) -> None:
        total = len(found.images)
        self.images = found.images[:count]
        self.limit = float(np.percentile(np.abs(self.images), SHOWN_SHARE)) or found.limit
        are_matrices = total <= MOST_MATRICES
        self.captions = found.captions[:count] if are_matrices and total > 1 else ()
        noun = "matrix" if total == 1 else "matrices" if are_matrices else "images"
        more = f", {len(self.images)} of them shown" if total > count else ""
        self.title = f"{title}: {total} {noun} of {format_dims(found.images.shape[1:3])}{more}"
        self.columns = len(self.images) if are_matrices else _columns(len(self.images))
        self.longest = MATRIX_TILE if are_matrices else min(MOST_TILE, (WIDTH + GAP) / self.columns - GAP)

    def size(self, request: FigureRequest) -> tuple[float, float]:
        """Of one image, in whole dots for each number; of a single row or column no less than can be seen."""
        height, width = self.images.shape[1:3]
        side = request.medium.fitted(self.longest, max(height, width))
        return max(side * width / max(height, width), LEAST_SIDE), max(side * height / max(height, width), LEAST_SIDE)

    def height(self, request: FigureRequest) -> float:
        rows = ceil(len(self.images) / self.columns)
        return TITLE + max(rows * (self.size(request)[1] + GAP + bool(self.captions) * 0.15), SCALE_HEIGHT)

    def draw(self, sheet: Sheet, y: float, request: FigureRequest) -> None:
        sheet.text(0, y + 0.07, self.title, LABEL_PT)
        width, height = self.size(request)
        y += TITLE
        pictures = self._painted(request)
        for place, pixels in enumerate(pictures):
            row, column = divmod(place, self.columns)
            sheet.image(column * (width + GAP), y + row * (height + GAP), width, height, pixels)
        for place, caption in enumerate(self.captions):
            sheet.text(place * (width + GAP) + width / 2, y + height + 0.1, caption, SMALL_PT, sheet.paper.muted, "center")
        self._draw_scale(sheet, WIDTH + SCALE_GAP, y, request)

    def _painted(self, request: FigureRequest) -> np.ndarray:
        """Colour weights as colours around grey, others as signed ones."""
        if self.images.shape[-1] == 3:
            return np.rint(np.clip(0.5 + 0.5 * np.nan_to_num(self.images) / self.limit, 0, 1) * 255).astype(np.uint8)
        return signed(self.images.mean(axis=-1), self.limit, request.medium)

    def _draw_scale(self, sheet: Sheet, x: float, y: float, request: FigureRequest) -> None:
        limit = self.limit
        if self.images.shape[-1] == 3:
            return
        sheet.image(x, y, SCALE_WIDTH, SCALE_HEIGHT, signed(np.linspace(limit, -limit, 129)[:, None], limit, request.medium))
        sheet.box(x, y, SCALE_WIDTH, SCALE_HEIGHT, line=sheet.paper.line)
        for share, value in ((0.03, limit), (0.5, 0.0), (0.97, -limit)):
            sheet.text(x + SCALE_WIDTH + 0.06, y + share * SCALE_HEIGHT, number(value, ".2g"), SMALL_PT, sheet.paper.muted)


def _columns(count: int) -> int:
    """Between 1.5 and 5 times as many as rows, so that the last row is as full as can be."""
    most = max(USUAL_COLUMNS, round((1.5 * count) ** 0.5))
    choices = range(min(ceil((1.5 * count) ** 0.5), most), min(ceil((5 * count) ** 0.5), most, count) + 1)
    return min(choices, key=lambda columns: (-count % columns, -columns))


def draw(subjects: Sequence[Subject], request: FigureRequest) -> Sheet:
    [subject] = subjects
    count, plan = KIND.counted(request), subject.plan
    weights = subject.folder.weights(subject.epoch)
    parts = [
        _Part("What the first layer looks for", encoder_filters(plan, weights), count),
        _Part("What the last layer draws with", decoder_atoms(plan, weights), count),
    ]
    height = sum(part.height(request) for part in parts) + BETWEEN
    about = "Weights; red and blue are opposite signs" if plan.shape.dims[-1] != 3 else "Weights around grey"
    sheet = Sheet(request.medium, WIDTH + SCALE_GAP + SCALE_WIDTH + 0.5, height, heading(subject), about)
    y = 0.0
    for part in parts:
        part.draw(sheet, y, request)
        y += part.height(request) + BETWEEN
    return sheet


KIND = FigureKind(
    "filters",
    "Filters",
    "Weights of the first and the last layer as images.",
    draw,
    ("filters",),
    Count("Images of each", 64, 1, 1024),
    uses_model=False,
    uses_data=False,
)
