"""What points of the latent plane decode to. Source: the article, its 15×15 manifold of digits; Kingma and Welling 2014, figure 4."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.latent import fitted_ranges, grid, normal_quantile_grid
from ae_workbench.analysis.plane_maps import PcaMap, PlaneMap
from ae_workbench.analysis.tiling import mosaic
from ae_workbench.export.figures.figure import Count, FigureKind, FigureRequest, heading, number
from ae_workbench.export.figures.plane import codes_of, plane_map
from ae_workbench.export.figures.sheet import Sheet
from ae_workbench.export.figures.style import LABEL_PT, SMALL_PT
from ae_workbench.export.figures.tiles import coloured, tile_size, value_range
from ae_workbench.export.subject import Subject

SIDE, LEFT, BELOW = 5.2, 0.55, 0.36
CURVES_SHARE = 0.6
"""Curves are twice as wide as high."""
MOST_TICKS = 5
ROWS_AT_ONCE = 256


def draw(subjects: Sequence[Subject], request: FigureRequest) -> Sheet:
    [subject] = subjects
    columns = KIND.counted(request)
    rows = columns if subject.plan.code_size > 1 else 1
    plane, points, how = _points(subject, request, columns, rows)
    decoded = _decoded(subject, plane, points, request)
    tile = tile_size(request.medium, subject.shape, SIDE / columns * (1.0 if subject.shape.is_image else CURVES_SHARE))
    width, height = columns * tile[0], rows * tile[1]
    sheet = Sheet(request.medium, LEFT + width, height + BELOW, heading(subject), f"What {columns}×{rows} points decode to, {how}")
    if subject.shape.is_image:
        sheet.image(LEFT, 0, width, height, coloured(mosaic(decoded, columns)[None], request.medium)[0])
    else:
        _draw_curves(sheet, (LEFT, 0, width, height), decoded, columns, rows)
    _draw_axes(sheet, plane, points.reshape(rows, columns, 2), (width, height))
    return sheet


def _points(subject: Subject, request: FigureRequest, columns: int, rows: int) -> tuple[PlaneMap, NDArray, str]:
    """A plane, points on it from the top row down, and how they were chosen."""
    codes = codes_of(subject, request)
    plane = plane_map(subject, codes, FigureRequest(request.runs, request.out))
    if subject.plan.is_variational and subject.plan.code_size == 2:
        return plane, normal_quantile_grid(columns, rows), "at the quantiles 5 % to 95 % of the prior N(0, 1)"
    (x_range, y_range) = fitted_ranges(plane.points, percent=2.0, margin=0.0)
    how = "over the range of the test codes"
    if isinstance(plane, PcaMap):
        how = f"on the principal plane of the test codes, {plane.pca.explained[:2].sum():.0%} of their variance"
    return plane, grid(x_range, y_range, columns, rows), how


def _decoded(subject: Subject, plane: PlaneMap, points: NDArray, request: FigureRequest) -> NDArray:
    parts = []
    for start in range(0, len(points), ROWS_AT_ONCE):
        request.progress(start / len(points), "Decoding the plane")
        parts.append(subject.snapshot.decode(plane.codes_at(points[start : start + ROWS_AT_ONCE])))
    return np.concatenate(parts)


def _draw_curves(sheet: Sheet, box: tuple[float, float, float, float], sequences: NDArray, columns: int, rows: int) -> None:
    """All sequences on one pair of axes, each moved to its own cell."""
    from matplotlib.collections import LineCollection

    axes = sheet.axes(*box, frame=False, xlim=(0, columns), ylim=(rows, 0))
    low, high = value_range([sequences])
    steps = np.linspace(0.08, 0.92, sequences.shape[1])
    for feature in range(min(sequences.shape[2], len(sheet.paper.series))):
        lines = [
            np.stack([place % columns + steps, place // columns + 0.92 - 0.84 * (values - low) / (high - low)], axis=1)
            for place, values in enumerate(sequences[:, :, feature])
        ]
        axes.add_collection(LineCollection(lines, colors=sheet.paper.series[feature], linewidths=0.7))
    for column in range(columns + 1):
        sheet.rule(box[0] + column * box[2] / columns, box[1], 0, box[3], sheet.paper.grid)
    for row in range(rows + 1):
        sheet.rule(box[0], box[1] + row * box[3] / rows, box[2], 0, sheet.paper.grid)


def _draw_axes(sheet: Sheet, plane: PlaneMap, points: NDArray, size: tuple[float, float]) -> None:
    """Where on the plane columns and rows lie; the scale need not be even."""
    rows, columns = points.shape[:2]
    for column in _ticks(columns):
        x = LEFT + (column + 0.5) * size[0] / columns
        sheet.text(x, size[1] + 0.1, number(points[0, column, 0], ".2g"), SMALL_PT, sheet.paper.muted, "center")
    sheet.text(LEFT + size[0] / 2, size[1] + 0.27, plane.titles[0], LABEL_PT, align="center")
    if rows == 1:
        return
    for row in _ticks(rows):
        y = (row + 0.5) * size[1] / rows
        sheet.text(LEFT - 0.06, y, number(points[row, 0, 1], ".2g"), SMALL_PT, sheet.paper.muted, "right")
    sheet.text(0.08, size[1] / 2, plane.titles[1], LABEL_PT, align="center", rotation=90)


def _ticks(count: int) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, count - 1, min(count, MOST_TICKS)).round().astype(np.int64))


KIND = FigureKind(
    "manifold",
    "Manifold",
    "A grid of points of the latent plane, decoded; of codes of more than two numbers the plane of their principal components.",
    draw,
    ("latent_plane",),
    Count("Columns and rows", 15, 2, 40),
)
