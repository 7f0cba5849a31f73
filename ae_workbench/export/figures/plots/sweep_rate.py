"""Error against rate: means over seeds with their spread, and every trial."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ae_workbench.analysis.sweeps import Curve, Floats, Rate, RatePlot, rate_plot
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.export.figures.names import told_apart
from ae_workbench.export.figures.plots.chart import LONGEST_TICK, name_plainly, tilt
from ae_workbench.export.figures.plots.frame import DASHES, LABEL_LINE, MARKERS, Entry, Frame, wrapped
from ae_workbench.export.figures.plots.sweep_words import error_title, heading, lacking_text, title, value_name
from ae_workbench.export.figures.sheet import Medium, Sheet
from ae_workbench.export.figures.style import LABEL_PT, SMALL_PT, class_colours

HEIGHT, LEFT, RIGHT, X_LABEL, CAPTION_LINE, CAPTION_GAP = 2.7, 0.5, 0.1, 0.22, 0.15, 0.1
LONGEST_NAME = 1.9
MEAN_DOT, TRIAL_DOT, BAND, FAINT = 5.0, 3.0, 0.16, 0.55
SPREAD = 0.5
"""Of the room between two names, over which the curves are set side by side."""
MOST_LINES = 5


@dataclass(frozen=True)
class _Style:
    colour: str
    number: int
    shift: float = 0.0
    """Along an axis of names, where several curves would hide each other."""


def draw_rate(sweep: Sweep, trials: Sequence[Trial], rate: Rate, medium: Medium, width: float) -> Sheet:
    found = rate_plot(sweep, trials, rate)
    styles = _styles(found, medium)
    has_spread = len(sweep.seeds) > 1 or any(curve.counts.max() > 1 for curve in found.curves)
    frame = Frame(medium, width, heading(sweep), _entries(sweep, found, styles, has_spread, medium))
    caption = wrapped(_caption(sweep, trials, found, has_spread), SMALL_PT, frame.room, MOST_LINES)
    names = told_apart([value_name(sweep, found.key, name) for name in found.scale.names], SMALL_PT, LONGEST_TICK)
    below, turned = tilt(names, frame.room - LEFT - RIGHT)
    above = LABEL_LINE + 0.04
    foot = CAPTION_GAP + len(caption) * CAPTION_LINE if caption else 0.0
    sheet = frame.sheet(above + HEIGHT + below + X_LABEL + foot)
    axes = sheet.axes(LEFT, frame.top + above, frame.room - LEFT - RIGHT, HEIGHT)
    for curve in found.curves:
        _draw_curve(axes, curve, _x(found, curve.x), styles[curve.name], bool(names), has_spread, sheet)
    if has_spread:
        _draw_trials(axes, found, styles)
    _dress_x(axes, found, names, turned)
    sheet.text(0, frame.top + above - LABEL_LINE / 2 - 0.04, error_title(sweep), LABEL_PT)
    bottom = frame.top + above + HEIGHT + below
    sheet.text(LEFT + (frame.room - LEFT - RIGHT) / 2, bottom + X_LABEL / 2, title(sweep, found.key), LABEL_PT, align="center")
    for number, line in enumerate(caption):
        sheet.text(0, bottom + X_LABEL + CAPTION_GAP + (number + 0.5) * CAPTION_LINE, line, SMALL_PT, sheet.paper.muted)
    return sheet


def _styles(found: RatePlot, medium: Medium) -> dict[str, _Style]:
    colours = class_colours(len(found.curves), medium.paper)
    middle = (len(found.curves) - 1) / 2
    step = SPREAD / max(len(found.curves), 1) if found.scale.names else 0.0
    return {curve.name: _Style(colours[place], place, (place - middle) * step) for place, curve in enumerate(found.curves)}


def _entries(sweep: Sweep, found: RatePlot, styles: dict[str, _Style], has_spread: bool, medium: Medium) -> list[Entry]:
    """The second parameter with its values; else what line and points are."""
    mark = "point" if found.scale.names else "line"
    entries: list[Entry] = []
    if found.other:
        names = told_apart([value_name(sweep, found.other, curve.name) for curve in found.curves], SMALL_PT, LONGEST_NAME)
        entries = [Entry(f"{title(sweep, found.other)}:", "", "words")]
        entries += [
            Entry(name, styles[curve.name].colour, mark, styles[curve.name].number) for name, curve in zip(names, found.curves, strict=True)
        ]
    elif has_spread and found.curves:
        entries = [Entry("Mean over seeds", styles[""].colour, mark)]
    if any(curve.lacking.any() for curve in found.curves):
        entries.append(Entry("Mean of fewer seeds", medium.paper.muted, "hollow"))
    return entries


def _caption(sweep: Sweep, trials: Sequence[Trial], found: RatePlot, has_spread: bool) -> str:
    parts = []
    if has_spread:
        span = "Bars" if found.scale.names else "Bands"
        seeds = len(sweep.seeds)
        parts.append(f"Means over n = {seeds} seeds. {span} reach from the lowest to the highest, small points are single trials.")
    return " ".join([*parts, lacking_text(sweep, trials)]).strip()


def _x(found: RatePlot, x: Floats) -> Floats:
    """Names stand at 0, 1, 2, …"""
    return x * max(len(found.scale.names) - 1, 1) if len(found.scale.names) > 1 else np.zeros_like(x) if found.scale.names else x


def _draw_curve(axes: Any, curve: Curve, x: Floats, style: _Style, is_named: bool, has_spread: bool, sheet: Sheet) -> None:
    """Between names nothing lies that a line could go through."""
    x = x + style.shift
    marker = MARKERS[style.number % len(MARKERS)]
    if has_spread and is_named:
        axes.vlines(x, curve.low, curve.high, color=style.colour, linewidth=1.2, alpha=FAINT, zorder=2)
    elif has_spread:
        axes.fill_between(x, curve.low, curve.high, color=style.colour, alpha=BAND, linewidth=0, zorder=1)
    if not is_named:
        axes.plot(x, curve.mean, color=style.colour, linestyle=DASHES[style.number % len(DASHES)], linewidth=1.4, zorder=3)
    for chosen, fill in ((~curve.lacking, style.colour), (curve.lacking, sheet.paper.background)):
        axes.plot(
            x[chosen], curve.mean[chosen], color=style.colour, linestyle="none", marker=marker, markersize=MEAN_DOT, markerfacecolor=fill,
            markeredgewidth=1.0, zorder=5,
        )  # fmt: skip


def _draw_trials(axes: Any, found: RatePlot, styles: dict[str, _Style]) -> None:
    """In the colour and shape of their line."""
    names = np.array(found.names)
    for name, style in styles.items():
        x, y = found.dots[names == name].T
        axes.plot(
            _x(found, x) + style.shift, y, color=style.colour, linestyle="none", marker=MARKERS[style.number % len(MARKERS)],
            markersize=TRIAL_DOT, markeredgewidth=0, alpha=FAINT, zorder=4,
        )  # fmt: skip


def _dress_x(axes: Any, found: RatePlot, names: list[str], turned: dict[str, Any]) -> None:
    scale = found.scale
    if names:
        axes.set_xticks(range(len(names)), names, parse_math=False, **turned)
        axes.set_xlim(-0.6, len(names) - 0.4)
        axes.grid(visible=False, axis="x")
        return
    if scale.log:
        axes.set_xscale("log", nonpositive="mask")
    if scale.is_listed:
        ends = scale.low, scale.high
        places = [
            ends[0] * (ends[1] / ends[0]) ** place if scale.log else ends[0] + place * (ends[1] - ends[0]) for place, _ in scale.ticks
        ]
        axes.set_xticks(places, [text for _, text in scale.ticks])
        axes.minorticks_off()
    elif scale.log:
        name_plainly(axes.xaxis, found.dots[:, 0])
