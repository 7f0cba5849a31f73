"""Where the codes of test examples lie, coloured by class. Source: the article, its scatter of two-dimensional codes."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.latent import fitted_ranges
from ae_workbench.analysis.plane_maps import LineMap, TsneMap
from ae_workbench.core.wording import counted
from ae_workbench.export.figures.figure import Count, FigureKind, FigureRequest, heading
from ae_workbench.export.figures.plane import MOST_EXAMPLES, check_layout, codes_of, draw_legend, legend_height, plane_map, words
from ae_workbench.export.figures.sheet import Sheet
from ae_workbench.export.figures.style import class_colours
from ae_workbench.export.subject import Subject

SIDE, LEFT, BELOW, LEGEND_GAP, LEGEND_WIDTH = 4.2, 0.5, 0.42, 0.15, 1.05
INK, LEAST_POINT, MOST_POINT = 5000.0, 1.2, 14.0
DRAWN_AS_IMAGE_FROM = 3000
"""Points from which SVG and PDF hold them as an image, because so many make a file that programs struggle with."""


def draw(subjects: Sequence[Subject], request: FigureRequest) -> Sheet:
    [subject] = subjects
    check_layout(request.layout)
    codes = codes_of(subject, request, KIND.counted(request))
    plane = plane_map(subject, codes, request)
    names = subject.class_names
    about = f"{counted(len(codes), subject.named('example'))} of {subject.dataset.name}; {words(plane, subject.plan.code_size)}"
    width = LEFT + SIDE + bool(names) * (LEGEND_GAP + LEGEND_WIDTH)
    height = max(SIDE + BELOW, legend_height(names))
    sheet = Sheet(request.medium, width, height, heading(subject), about)
    x_range, y_range = fitted_ranges(plane.points, percent=0.0, margin=0.03, aspect=None if isinstance(plane, LineMap) else 1.0)
    axes = sheet.axes(LEFT, 0, SIDE, SIDE, xlim=x_range, ylim=y_range)
    _scatter(sheet, axes, plane.points, subject.split.labels, len(names))
    for axis, title in zip((axes.xaxis, axes.yaxis), plane.titles, strict=True):
        axis.label.set_text(title)
    if isinstance(plane, TsneMap):
        axes.tick_params(labelbottom=False, labelleft=False, length=0)
        axes.set(xlabel="t-SNE 1", ylabel="t-SNE 2")
    if isinstance(plane, LineMap):
        axes.tick_params(axis="y", labelleft=False, length=0)
    draw_legend(sheet, LEFT + SIDE + LEGEND_GAP, 0, names)
    return sheet


def _scatter(sheet: Sheet, axes: Any, points: NDArray, labels: NDArray | None, classes: int) -> None:
    """In the order of the examples, so that no class lies over all others."""
    colours = np.array(class_colours(classes, sheet.paper))[labels[: len(points)]] if labels is not None else sheet.paper.series[0]
    size = float(np.clip(INK / max(1, len(points)), LEAST_POINT, MOST_POINT))
    is_image = len(points) >= DRAWN_AS_IMAGE_FROM
    axes.scatter(points[:, 0], points[:, 1], c=colours, s=size, linewidths=0, alpha=0.85, rasterized=is_image)


KIND = FigureKind(
    "latent",
    "Latent plane",
    "Where the codes of test examples lie, coloured by class; codes of more than two numbers by PCA or t-SNE.",
    draw,
    ("latent_plane",),
    Count("Examples", MOST_EXAMPLES, 10, 100_000),
    takes_layout=True,
)
