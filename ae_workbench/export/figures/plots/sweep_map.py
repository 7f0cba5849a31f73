"""A map over two parameters: the mean error at each combination, as a colour and as a number."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ae_workbench.analysis.sweeps import HeatMap
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.wording import common_format
from ae_workbench.export.figures.names import told_apart
from ae_workbench.export.figures.plots.chart import LONGEST_TICK, tilt
from ae_workbench.export.figures.plots.frame import Frame, wrapped
from ae_workbench.export.figures.plots.sweep_words import error_title, heading, lacking_text, title, value_name
from ae_workbench.export.figures.sheet import MARGIN, Medium, Sheet, text_width
from ae_workbench.export.figures.style import LABEL_PT, SMALL_PT

CELL, NARROW_CELL, HIGH, LOW_CELL, MOST_HIGH = 1.15, 0.3, 0.42, 0.16, 4.0
"""Inches: the widest and the narrowest cell, the highest and the lowest, and all of them together."""
LEAST_WIDTH, LONGEST_ROW, BESIDE, BETWEEN = 3.6, 1.6, 0.1, 0.15
BAR, BAR_GAP, BAR_TICKS, BAR_LABEL = 0.14, 0.16, 0.4, 0.2
ABOVE, X_LABEL, CAPTION_LINE, CAPTION_GAP = 0.2, 0.22, 0.15, 0.1
BRIGHT, MOST_WRITTEN, MOST_LINES = 0.45, 120, 5


def draw_map(sweep: Sweep, trials: Sequence[Trial], found: HeatMap, medium: Medium, most_width: float) -> Sheet:
    """As wide as its cells need, with their colours' scale beside them."""
    rows, columns = found.values.shape
    beside = told_apart([value_name(sweep, found.y_key, name) for name in found.y_names], SMALL_PT, LONGEST_ROW)
    below = told_apart([value_name(sweep, found.x_key, name) for name in found.x_names], SMALL_PT, LONGEST_TICK)
    left = max(text_width(name, SMALL_PT) for name in beside) + BESIDE
    right = BAR_GAP + BAR + BAR_TICKS + BAR_LABEL
    titles = text_width(title(sweep, found.y_key), LABEL_PT) + text_width(error_title(sweep), LABEL_PT) + BETWEEN
    least = max(LEAST_WIDTH, titles + 2 * MARGIN, left + right + NARROW_CELL * columns + 2 * MARGIN)
    frame = Frame(medium, min(max(left + right + CELL * columns + 2 * MARGIN, least), most_width), heading(sweep))
    wide, high = frame.room - left - right, max(LOW_CELL, min(HIGH, MOST_HIGH / rows)) * rows
    under, turned = tilt(below, wide)
    caption = wrapped(lacking_text(sweep, trials), SMALL_PT, frame.room, MOST_LINES)
    foot = CAPTION_GAP + len(caption) * CAPTION_LINE if caption else 0.0
    sheet = frame.sheet(ABOVE + high + under + X_LABEL + foot)
    top = frame.top + ABOVE
    plot = sheet.axes(left, top, wide, high)
    image = _paint(plot, found, beside, below, turned)
    if found.values.size <= MOST_WRITTEN:
        _write_values(plot, found, wide / columns)
    sheet.text(0, frame.top + ABOVE / 2 - 0.02, title(sweep, found.y_key), LABEL_PT)
    sheet.text(left + wide / 2, top + high + under + X_LABEL / 2, title(sweep, found.x_key), LABEL_PT, align="center")
    _draw_scale(sheet, sweep, image, (left + wide + BAR_GAP, top, BAR, high))
    for number, line in enumerate(caption):
        y = top + high + under + X_LABEL + CAPTION_GAP + (number + 0.5) * CAPTION_LINE
        sheet.text(0, y, line, SMALL_PT, sheet.paper.muted)
    return sheet


def _paint(plot: Any, found: HeatMap, beside: list[str], below: list[str], turned: dict[str, Any]) -> Any:
    plot.grid(visible=False)
    image = plot.imshow(found.values, cmap="viridis", origin="lower", aspect="auto", interpolation="none")
    plot.set_xticks(range(len(below)), below, parse_math=False, **turned)
    plot.set_yticks(range(len(beside)), beside, parse_math=False)
    return image


def _write_values(plot: Any, found: HeatMap, wide: float) -> None:
    """All with as many decimals; and of how many trials, where some are lacking."""
    low, high = np.nanmin(found.values), np.nanmax(found.values)
    form = common_format(found.values.ravel().tolist())
    for (row, column), value in np.ndenumerate(found.values):
        lines = [f"{value:{form}}"] if np.isfinite(value) else []
        if found.lacks(row, column):
            count = found.counts[row, column]
            long = f"n = {count} of {found.seeds}"
            lines.append(long if text_width(long, SMALL_PT) < wide else f"{count}/{found.seeds}")
        is_dark = np.isfinite(value) and (value - low) / max(high - low, 1e-12) < 1 - BRIGHT
        ink = "white" if is_dark else "black" if np.isfinite(value) else plot.yaxis.get_ticklabels()[0].get_color()
        plot.text(column, row, "\n".join(lines), ha="center", va="center", color=ink, size=SMALL_PT)


def _draw_scale(sheet: Sheet, sweep: Sweep, image: Any, box: tuple[float, float, float, float]) -> None:
    """Which colour is which error, with the measure's name."""
    left, top, wide, high = box
    bar = sheet.axes(left, top, wide, high)
    sheet.figure.colorbar(image, cax=bar)
    bar.grid(visible=False)
    bar.tick_params(color=sheet.paper.line, labelcolor=sheet.paper.muted, labelsize=SMALL_PT, width=0.6, length=2.5, pad=2)
    bar.locator_params(axis="y", nbins=max(2, min(6, int(high / 0.25))))
    for spine in bar.spines.values():
        spine.set(color=sheet.paper.line, linewidth=0.6)
    name = error_title(sweep)
    if text_width(name, LABEL_PT) <= high + 2 * ABOVE:
        sheet.text(left + wide + BAR_TICKS + BAR_LABEL / 2, top + high / 2, name, LABEL_PT, align="center", rotation=90)
    else:
        sheet.text(left + wide + BAR_TICKS + BAR_LABEL - text_width(name, LABEL_PT), top - ABOVE / 2 - 0.02, name, LABEL_PT)
