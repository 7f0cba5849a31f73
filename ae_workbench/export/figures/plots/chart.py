"""Lines, points and bars on one pair of axes."""

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.experiment import Chart, Series
from ae_workbench.export.figures.plots.frame import DASHES, LABEL_LINE, LINE_DOT, LONE_DOT, MARKERS, Entry, Frame
from ae_workbench.export.figures.sheet import Medium, Sheet, shortened, text_width
from ae_workbench.export.figures.style import LABEL_PT, SMALL_PT, class_colours

SHAPE, LEAST_HEIGHT, MOST_HEIGHT = 0.46, 1.3, 3.6
TICKS, X_LABEL, RIGHT = 0.2, 0.22, 0.1
ANGLE, LONGEST_TICK = 32, 1.5
MANY_POINTS = 30
SMALL_DOT = 2.0
FEW_DECADES = 1e3
BAR_SHARE = 0.8
Floats = NDArray[np.float64]


def draw_chart(chart: Chart, medium: Medium, width: float) -> Sheet:
    colours = class_colours(len(chart.series), medium.paper)
    entries = [Entry(each.name, colours[place], _mark(each), place) for place, each in enumerate(chart.series) if each.name]
    frame = Frame(medium, width, chart.title, entries if len(chart.series) > 1 else ())
    height = min(max(SHAPE * frame.room, LEAST_HEIGHT), MOST_HEIGHT)
    names, below, turned = _ticks(chart, frame.room - 0.6)
    above = LABEL_LINE + 0.04 if chart.y_label else 0.05
    sheet = frame.sheet(above + height + below + (X_LABEL if chart.x_label else 0.0))
    box = (0.5, frame.top + above, frame.room - 0.5 - RIGHT, height)
    axes = sheet.axes(*box)
    _scales(axes, chart)
    _draw_bars(axes, chart, colours)
    for place, series in enumerate(chart.series):
        if series.style != "bars":
            _draw_line(axes, series, colours[place], place)
    if names:
        _name_ticks(axes, names, turned)
    _draw_labels(sheet, axes, chart, box, frame.top + above - LABEL_LINE / 2 - 0.04, below)
    return sheet


def _mark(series: Series) -> str:
    return {"bars": "bar", "points": "point"}.get(series.style, "line")


def _values(series: Series) -> tuple[Floats, Floats]:
    """What can be drawn."""
    x, y = np.asarray(series.x, np.float64), np.asarray(series.y, np.float64)
    kept = np.isfinite(x) & np.isfinite(y)
    return x[kept], y[kept]


def _scales(axes: Any, chart: Chart) -> None:
    """Logarithmic where asked and where there is something above 0 to be seen."""
    values = [_values(each) for each in chart.series]
    for wanted, number, scale in ((chart.log_x, 0, axes.set_xscale), (chart.log_y, 1, axes.set_yscale)):
        if wanted and any((pair[number] > 0).any() for pair in values):
            scale("log", nonpositive="clip" if number else "mask")
            name_plainly(axes.yaxis if number else axes.xaxis, np.concatenate([pair[number] for pair in values]))


def name_plainly(axis: Any, values: Floats) -> None:
    """Numbers as they are written, at decades, and at 2 and 5 between them where there are few."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

    above = values[values > 0]
    axis.set_major_locator(LogLocator(subs=(1, 2, 5) if above.max() < FEW_DECADES * above.min() else (1,)))
    axis.set_major_formatter(FuncFormatter(lambda value, place: _plain(value)))
    axis.set_minor_locator(NullLocator())


def _plain(value: float) -> str:
    """10,000 or 0.00001, never 1e-05."""
    return f"{value:,.0f}" if value >= 1000 else np.format_float_positional(float(f"{value:.6g}"), trim="-")


def _draw_line(axes: Any, series: Series, colour: str, place: int) -> None:
    x, y = _values(series)
    few = len(x) <= MANY_POINTS
    is_line = series.style == "line"
    axes.plot(
        x, y, color=colour, linestyle=DASHES[place % len(DASHES)] if is_line else "none", linewidth=1.4,
        marker=MARKERS[place % len(MARKERS)] if few or not is_line else "", markersize=_dot(is_line, few), zorder=3 if is_line else 4,
        markeredgewidth=0, rasterized=len(x) > 5000,
    )  # fmt: skip


def _dot(is_line: bool, few: bool) -> float:
    """Points of type: of a point that stands alone larger than of one on a line, which may run through it."""
    return (LINE_DOT if is_line else LONE_DOT) if few else SMALL_DOT


def _draw_bars(axes: Any, chart: Chart, colours: list[str]) -> None:
    """Side by side where several belong to one place."""
    bars = [(place, *_values(series)) for place, series in enumerate(chart.series) if series.style == "bars"]
    if not bars:
        return
    places = np.unique(np.concatenate([x for _, x, _ in bars]))
    step = float(np.diff(places).min()) if len(places) > 1 else 1.0
    wide = BAR_SHARE * step / len(bars)
    for number, (place, x, y) in enumerate(bars):
        axes.bar(x + (number - (len(bars) - 1) / 2) * wide, y, width=wide, color=colours[place], zorder=2)
    if any((y < 0).any() for _, _, y in bars):
        axes.axhline(0, color=axes.spines["bottom"].get_edgecolor(), linewidth=0.6)


def _ticks(chart: Chart, room: float) -> tuple[list[str], float, dict[str, Any]]:
    """Names of places, shortened, the inches they take below the axis, and how they are turned."""
    names = [shortened(name, SMALL_PT, LONGEST_TICK) for name in chart.ticks]
    return names, *tilt(names, room)


def tilt(names: Sequence[str], room: float) -> tuple[float, dict[str, Any]]:
    """The inches that names take below an axis of so many inches, and how they are turned: slanted where they would touch."""
    widest = max((text_width(name, SMALL_PT) for name in names), default=0.0)
    if not names or (widest + 0.08) * len(names) <= room:
        return TICKS, {}
    turned = {"rotation": ANGLE, "ha": "right", "rotation_mode": "anchor"}
    return sin(radians(ANGLE)) * widest + cos(radians(ANGLE)) * 0.12 + 0.08, turned


def _name_ticks(axes: Any, names: list[str], turned: dict[str, Any]) -> None:
    axes.set_xticks(range(len(names)), names, parse_math=False, **turned)
    axes.set_xlim(-0.6, len(names) - 0.4)
    axes.grid(visible=False, axis="x")


def _draw_labels(sheet: Sheet, axes: Any, chart: Chart, box: tuple[float, float, float, float], above: float, below: float) -> None:
    """Both labels lie: that of y above its axis, where it has the whole width."""
    left, top, width, height = box
    if chart.y_label:
        sheet.text(0, above, shortened(chart.y_label, LABEL_PT, left + width), LABEL_PT)
    if chart.x_label:
        label = shortened(chart.x_label, LABEL_PT, left + width)
        half = text_width(label, LABEL_PT) / 2
        middle = min(left + width / 2, left + width - half) if half * 2 < width else left + width - half
        sheet.text(middle, top + height + below + X_LABEL / 2, label, LABEL_PT, align="center")
    if not any(len(_values(each)[0]) for each in chart.series):
        axes.set(xticks=[], yticks=[])
