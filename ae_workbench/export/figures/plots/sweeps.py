"""Plots of sweeps: error against rate, parallel coordinates, and a map over two parameters."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from ae_workbench.analysis.sweeps import Axis, HeatMap, Rate, heat_map, parallel_axes
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.export.figures.figure import ENDINGS
from ae_workbench.export.figures.names import told_apart
from ae_workbench.export.figures.plots.frame import Frame
from ae_workbench.export.figures.plots.sweep_map import draw_map
from ae_workbench.export.figures.plots.sweep_rate import draw_rate
from ae_workbench.export.figures.plots.sweep_words import heading, title, value_name
from ae_workbench.export.figures.sheet import Medium, Sheet, drawing, shortened
from ae_workbench.export.figures.style import LABEL_PT, SMALL_PT, Look
from ae_workbench.storage.atomic import write_bytes
from ae_workbench.storage.place import check_place, written_to

SweepPlotKind = Literal["parallel", "rate", "map"]
KINDS: tuple[SweepPlotKind, ...] = ("parallel", "rate", "map")
WIDTH, DPI = 6.4, 200
PARALLEL_HEIGHT, HEADING = 2.6, 0.22
LEFT, RIGHT, LONGEST = 0.62, 0.5, 0.6
FADED = 0.78


def check_plot(kind: str, path: Path, sweep: Sweep) -> None:
    """Raises ``WorkbenchError`` for a kind that this sweep hasn't, or a place where its file can't be."""
    if kind not in KINDS:
        raise WorkbenchError(f"A sweep has no plot “{kind}”: choose one of {', '.join(KINDS)}.")
    check_place(path, ENDINGS)
    if kind == "map":
        _heat_map(sweep, ())


def write_plot(path: Path, kind: str, sweep: Sweep, trials: Sequence[Trial], rate: Rate = "code_size", look: Look | None = None) -> None:
    """Draw a plot and write it, whole or not at all; any thread may ask.

    Raises:
        WorkbenchError: another ending or kind, nothing to draw, a map of anything but two lists, or a place that can't be written.
    """
    check_plot(kind, path, sweep)
    content = draw_sweep(kind, sweep, trials, path.suffix.lower().lstrip("."), rate, look)
    with written_to(path):
        write_bytes(path, content)


def draw_sweep(kind: str, sweep: Sweep, trials: Sequence[Trial], ending: str, rate: Rate = "code_size", look: Look | None = None) -> bytes:
    """A plot as a file's content: "png", "svg" or "pdf". Raises as ``write_plot`` does."""
    if not any(trial.state == "complete" for trial in trials):
        raise WorkbenchError("No trial of this sweep is complete yet, so there is nothing to draw: go on with it first.")
    medium = Medium(DPI, look or Look())
    with drawing():
        if kind == "rate":
            sheet = draw_rate(sweep, trials, rate, medium, WIDTH)
        elif kind == "parallel":
            sheet = draw_parallel(sweep, trials, medium)
        else:
            sheet = draw_map(sweep, trials, _heat_map(sweep, trials), medium, WIDTH)
        return sheet.content(ending)


def _heat_map(sweep: Sweep, trials: Sequence[Trial]) -> HeatMap:
    found = heat_map(sweep, trials)
    if found is None:
        raise WorkbenchError("A map needs two parameters with lists of values: vary a second one.")
    return found


def draw_parallel(sweep: Sweep, trials: Sequence[Trial], medium: Medium) -> Sheet:
    """An axis for each parameter and for what came of it, a line for each trial."""
    from matplotlib.collections import LineCollection

    axes = parallel_axes(sweep, trials)
    frame = Frame(medium, WIDTH, heading(sweep))
    sheet = frame.sheet(PARALLEL_HEIGHT + HEADING + 0.1)
    places = np.stack([axis.places for axis in axes], axis=1)
    top, wide, last = frame.top + HEADING, frame.room - LEFT - RIGHT, max(len(axes) - 1, 1)
    plot = sheet.axes(LEFT, top, wide, PARALLEL_HEIGHT, frame=False, xlim=(0, last), ylim=(-0.02, 1.02))
    order = np.argsort(-np.nan_to_num(places[:, -1], nan=2.0))  # the best on top
    lines = [np.stack([np.arange(len(axes)), row], axis=1)[np.isfinite(row)] for row in places[order]]
    colours = [_shade(value, sheet) for value in places[order, -1]]
    plot.add_collection(LineCollection(lines, colors=colours, linewidths=1.0, clip_on=False, zorder=2))
    for number, axis in enumerate(axes):
        plot.axvline(number, color=sheet.paper.line, linewidth=0.8, zorder=1, clip_on=False)
        _write_ticks(plot, sheet, axis, number, [value_name(sweep, axis.key, text) for _, text in axis.scale.ticks])
        name = shortened(title(sweep, axis.key), LABEL_PT, wide / last * 0.95)
        sheet.text(LEFT + wide * number / last, top - HEADING / 2 - 0.02, name, LABEL_PT, align="center")
    return sheet


def _write_ticks(plot: Any, sheet: Sheet, axis: Axis, number: int, names: list[str]) -> None:
    """Left of the axis, readable over the lines."""
    ground = {"facecolor": sheet.paper.background, "edgecolor": "none", "alpha": 0.8, "pad": 0.8}
    for (height, _), name in zip(axis.scale.ticks, told_apart(names, SMALL_PT, LONGEST), strict=True):
        plot.annotate(
            name, (number, height), (-4, 0), textcoords="offset points", ha="right", va="center",
            size=SMALL_PT, color=sheet.paper.muted, bbox=ground, zorder=4, annotation_clip=False, parse_math=False,
        )  # fmt: skip


def _shade(value: float, sheet: Sheet) -> tuple[float, float, float]:
    """From the lowest error in full colour to the highest, which fades into the paper."""
    from matplotlib.colors import to_rgb

    share = FADED * (float(value) if np.isfinite(value) else 1.0)
    full, paper = to_rgb(sheet.paper.series[0]), to_rgb(sheet.paper.background)
    red, green, blue = ((1 - share) * one + share * other for one, other in zip(full, paper, strict=True))
    return red, green, blue
