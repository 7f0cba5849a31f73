"""Points in a plane, coloured by class."""

import numpy as np

from ae_workbench.analysis.experiments.experiment import ScatterMap
from ae_workbench.export.figures.plots.frame import Entry, Frame
from ae_workbench.export.figures.sheet import Medium, Sheet
from ae_workbench.export.figures.style import class_colours

TALLEST = 4.2
MOST_VECTORS = 3000
"""Beyond these an SVG or a PDF holds points as an image, or it would be slow to show."""


def draw_scatter(plot: ScatterMap, medium: Medium, width: float) -> Sheet:
    points = np.asarray(plot.points, np.float64).reshape(-1, 2)
    kept = np.isfinite(points).all(axis=1)
    points = points[kept]
    labels = plot.labels[kept] if plot.labels is not None else np.zeros(len(points), np.int64)
    classes = [int(label) for label in np.unique(labels)]
    colours = dict(zip(classes, class_colours(len(classes), medium.paper), strict=True))
    named = plot.labels is not None and len(classes) > 1
    entries = [Entry(_name(plot, label), colours[label]) for label in classes] if named else []
    frame = Frame(medium, width, plot.title, entries)
    height = min(frame.room, TALLEST)
    sheet = frame.sheet(height)
    axes = sheet.axes(0, frame.top, frame.room, height)
    axes.set(xticks=[], yticks=[])
    axes.grid(visible=False)
    size = float(np.clip(6000 / max(len(points), 1), 2.5, 16))
    # All classes in one go and mixed, or the last one would lie upon the others.
    order = np.random.default_rng(0).permutation(len(points))
    axes.scatter(
        points[order, 0], points[order, 1], c=[colours[int(label)] for label in labels[order]], s=size, linewidths=0, alpha=0.85,
        rasterized=len(points) > MOST_VECTORS,
    )  # fmt: skip
    axes.set_aspect("equal", adjustable="datalim")
    return sheet


def _name(plot: ScatterMap, label: int) -> str:
    return plot.class_names[label] if 0 <= label < len(plot.class_names) else str(label)
