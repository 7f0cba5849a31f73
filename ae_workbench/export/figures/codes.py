"""Codes of test examples: under each example its own, all of them by class, and how their numbers are spread.

Source: the article, its codes of the convolutional encoder as images, each map whole.
"""

from collections.abc import Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.codes import class_spans, code_statistics, dead_units, flat, histogram, order_by_class
from ae_workbench.analysis.tiling import maps_as_images, mosaic
from ae_workbench.core.shape import format_dims
from ae_workbench.core.wording import counted, factor
from ae_workbench.export.figures.figure import Count, FigureKind, FigureRequest, heading, number, shown
from ae_workbench.export.figures.sheet import Pixels, Sheet
from ae_workbench.export.figures.style import COLOUR_MAPS, LABEL_PT, SMALL_PT
from ae_workbench.export.figures.tiles import GAP, TILE, Row, Tiles, mapped, signed
from ae_workbench.export.subject import Subject

MOST_EXAMPLES, MOST_NUMBERS = 10_000, 8_000_000
SHOWN_SHARE = 99.5
"""Percentile of the numbers' sizes that is painted as bright as can be."""
LEAST_STRIP, MOST_STRIP, UNIT_HEIGHT = 0.3, 1.6, 0.06
PLOT_TOP, PLOT_HEIGHT, PLOT_BELOW, LEFT, BETWEEN, HISTOGRAM_WIDTH = 0.4, 1.5, 0.42, 0.45, 0.75, 1.7
SCALE_WIDTH, SCALE_GAP, RIGHT = 0.09, 0.12, 0.15
Floats = NDArray[np.float32]


class _Codes:
    """Codes of all examples that are looked at, and how their numbers are painted."""

    def __init__(self, subject: Subject, request: FigureRequest) -> None:
        plan = subject.plan
        most = max(1, min(MOST_EXAMPLES, MOST_NUMBERS // max(plan.code_size, plan.shape.size), len(subject.split)))
        self.count, self.medium = most, request.medium
        self.labels = subject.split.labels[:most] if subject.split.labels is not None else None
        request.progress(-1.0, "Encoding the examples")
        self.codes = subject.snapshot.encode(subject.examples(np.arange(most)))
        self.statistics = code_statistics(self.codes)
        self.is_signed = bool(self.codes.min() < 0)
        self.limit = float(np.percentile(np.abs(self.codes), SHOWN_SHARE)) or max(float(np.abs(self.codes).max()), 1e-12)

    def painted(self, values: NDArray) -> Pixels:
        if self.is_signed:
            return signed(values, self.limit, self.medium)
        return mapped(np.clip(np.nan_to_num(values) / self.limit, 0, 1), COLOUR_MAPS[self.medium.look.colour_map])


def draw(subjects: Sequence[Subject], request: FigureRequest) -> Sheet:
    [subject] = subjects
    indices = shown(subject, request, KIND.counted(request))
    x = subject.examples(indices)
    found = _Codes(subject, request)
    labels = subject.split.labels
    heads = [subject.class_names[int(labels[index])] for index in indices] if labels is not None else ()
    tile = TILE if subject.shape.is_image else 0.6 * TILE
    tiles = Tiles(request.medium, subject.shape, [Row("Example", x)], heads, len(x), tile, LEFT + 0.2)
    codes = subject.snapshot.encode(x)
    strips = _strips(codes, found)
    strip = (tiles.size[0], _strip_height(strips.shape[1:3], tiles.size[0], codes.ndim))
    label = tiles.label_width
    width = max(label + len(x) * (tiles.size[0] + GAP) + SCALE_GAP + 0.5, 5.2)
    height = tiles.height + GAP + strip[1] + PLOT_TOP + PLOT_HEIGHT + PLOT_BELOW
    sheet = Sheet(request.medium, width, height, heading(subject), _about(subject, found))
    tiles.draw(sheet)
    top = tiles.height + GAP
    for place, pixels in enumerate(strips):
        sheet.image(label + place * (tiles.size[0] + GAP), top, *strip, pixels)
    words = ("Code", f"{codes.shape[-1]} maps" if codes.ndim == 4 else f"{subject.plan.code_size} units")
    for line, (word, size, colour) in enumerate(zip(words, (LABEL_PT, SMALL_PT), (sheet.paper.ink, sheet.paper.muted), strict=True)):
        sheet.text(0.0, top + strip[1] / 2 - 0.07 + 0.14 * line, word, size, colour)
    _draw_scale(sheet, label + len(x) * (tiles.size[0] + GAP) - GAP + SCALE_GAP, top, strip[1], found)
    top += strip[1] + PLOT_TOP
    _draw_matrix(sheet, (LEFT, top, sheet.room - LEFT - BETWEEN - HISTOGRAM_WIDTH - RIGHT, PLOT_HEIGHT), subject, found)
    _draw_histogram(sheet, (sheet.room - HISTOGRAM_WIDTH - RIGHT, top, HISTOGRAM_WIDTH, PLOT_HEIGHT), found)
    return sheet


def _about(subject: Subject, found: _Codes) -> str:
    plan, statistics = subject.plan, found.statistics
    dead = len(dead_units(statistics.deviations))
    said = [
        f"A code of {format_dims(plan.code_dims)} for {format_dims(plan.shape.dims)} ({factor(plan.compression)} smaller)",
        f"mean {number(statistics.mean_code)}, {statistics.zero_share:.0%} zeros over {counted(found.count, subject.named('example'))}",
    ]
    return " · ".join([*said, counted(dead, "dead unit")] if dead else said)


def _strips(codes: Floats, found: _Codes) -> Pixels:
    """One picture a code: a column of units, or all maps side by side, each whole."""
    if codes.ndim < 4:
        return found.painted(flat(codes)[:, :, None])
    pictures = maps_as_images(codes)
    columns = max(1, round((pictures.shape[1] / 2) ** 0.5))
    gap = max(1, pictures.shape[2] // 8)
    tiled = np.stack([mosaic(maps[..., None], columns, gap, np.nan)[..., 0] for maps in pictures])
    painted = found.painted(tiled)
    paper = np.array([int(found.medium.paper.background[at : at + 2], 16) for at in (1, 3, 5)], np.uint8)
    return np.where(np.isnan(tiled)[..., None], paper, painted)


def _strip_height(pixels: tuple[int, ...], width: float, dimensions: int) -> float:
    if dimensions == 4:
        return width * pixels[0] / pixels[1]
    return min(MOST_STRIP, max(LEAST_STRIP, UNIT_HEIGHT * pixels[0]))


def _draw_scale(sheet: Sheet, x: float, y: float, height: float, found: _Codes) -> None:
    """What the colours mean."""
    low = -found.limit if found.is_signed else 0.0
    height = min(height, 1.2)
    sheet.image(x, y, SCALE_WIDTH, height, found.painted(np.linspace(found.limit, low, 128)[:, None]))
    sheet.box(x, y, SCALE_WIDTH, height, line=sheet.paper.line)
    for at, value in ((y + 0.04, found.limit), (y + height - 0.04, low)):
        sheet.text(x + SCALE_WIDTH + 0.05, at, number(value, ".3g"), SMALL_PT, sheet.paper.muted)


def _draw_matrix(sheet: Sheet, box: tuple[float, float, float, float], subject: Subject, found: _Codes) -> None:
    """All codes, one a column, those of a class together."""
    rows = flat(found.codes)
    order = order_by_class(found.labels) if found.labels is not None else np.arange(len(rows))
    axes = sheet.axes(*box, xlim=(0, len(rows)), ylim=(rows.shape[1] - 0.5, -0.5))
    axes.grid(False)
    most = round(box[3] * sheet.medium.dpi), round(box[2] * sheet.medium.dpi)
    pixels = found.painted(_thinned(rows[order].T, most))
    axes.imshow(pixels, extent=(0, len(rows), rows.shape[1] - 0.5, -0.5), aspect="auto", interpolation="none")
    axes.set_ylabel("Unit")
    axes.yaxis.get_major_locator().set_params(integer=True, nbins=5)
    if found.labels is None:
        axes.set_xlabel("Example")
        return
    spans = class_spans(found.labels)
    every = ceil(len(spans) * 0.3 / box[2])
    for _, start, _ in spans[1:]:
        axes.axvline(start, color=sheet.paper.background, linewidth=0.7)
    named = spans[::every]
    axes.set_xticks([(start + stop) / 2 for _, start, stop in named], [subject.class_names[label] for label, _, _ in named])
    axes.tick_params(axis="x", length=0)
    axes.set_xlabel("Examples by class")


def _thinned(values: NDArray, most: tuple[int, int]) -> NDArray:
    """No more rows and columns than dots, which show no more."""
    rows, columns = (np.arange(min(side, dots)) * side // min(side, dots) for side, dots in zip(values.shape, most, strict=True))
    return values[rows][:, columns]


def _draw_histogram(sheet: Sheet, box: tuple[float, float, float, float], found: _Codes) -> None:
    edges, counts = histogram(found.codes, 40)
    axes = sheet.axes(*box)
    axes.stairs(counts / max(1, counts.sum()) * 100, edges, fill=True, color=sheet.paper.series[0], linewidth=0)
    axes.axvline(found.statistics.mean_code, color=sheet.paper.series[1], linewidth=1.0)
    axes.set_title(f"mean {number(found.statistics.mean_code)}", size=SMALL_PT, color=sheet.paper.series[1], pad=3, loc="right")
    axes.set_xlabel("Number in a code")
    axes.set_ylabel("Share, %")
    axes.set_ylim(bottom=0)


KIND = FigureKind(
    "codes",
    "Codes",
    "Examples with their codes, all codes by class, and how their numbers are spread.",
    draw,
    ("codes",),
    Count("Examples", 10, 1, 30),
    takes_examples=True,
)
