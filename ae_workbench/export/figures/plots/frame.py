"""What all plots have: a title that keeps to the width, and a legend beside nothing but paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ae_workbench.export.figures.sheet import MARGIN, Medium, Sheet, shortened, text_width
from ae_workbench.export.figures.style import LABEL_PT, SMALL_PT, TITLE_PT

TITLE_LINE, LEGEND_LINE, AFTER = 0.19, 0.17, 0.07
LABEL_LINE = LABEL_PT / 72 * 1.5
SWATCH, LINE_SWATCH, SWATCH_GAP, ENTRY_GAP = 0.2, 0.36, 0.07, 0.2
LINE_DOT, LONE_DOT = 3.5, 5.0
MARKERS = ("o", "s", "D", "^", "v", "P", "X", "*", "<", ">", "p", "h")
DASHES = ("solid", (0, (5, 1.5)), (0, (1.5, 1.2)), (0, (6, 1.5, 1.5, 1.5)))
"""Beside colours, so that nobody needs to tell those apart."""


@dataclass(frozen=True)
class Entry:
    """A line of a legend; ``mark`` is "bar", "line", "point" or "hollow", or "words", which stand before the others without a mark."""

    name: str
    colour: str
    mark: str = "bar"
    number: int = 0

    @property
    def swatch(self) -> float:
        """Inches of its mark; of a line long enough to show its dashes."""
        return {"line": LINE_SWATCH, "words": 0.0}.get(self.mark, SWATCH)

    @property
    def gap(self) -> float:
        """Inches between mark and name."""
        return SWATCH_GAP if self.swatch else 0.0


def wrapped(text: str, points: float, most: float, lines: int = 3, bold: bool = False) -> list[str]:
    """A text in lines of at most so many inches; what doesn't fit into the last line ends in "…". Texts without spaces break anywhere."""
    found: list[str] = []
    rest = text.strip()
    while rest and len(found) < lines - 1 and text_width(rest, points, bold) > most:
        end = len(rest)
        while end > 1 and text_width(rest[:end], points, bold) > most:
            end -= 1
        space = rest.rfind(" ", 0, end + 1)
        end = space if space > 0 else end
        found.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*found, shortened(rest, points, most, bold)] if rest else found


class Frame:
    """A plan of a plot from top to bottom before it is drawn: ``room`` is the width inside the margins, ``top`` where the plot begins."""

    def __init__(self, medium: Medium, width: float, title: str, entries: Sequence[Entry] = ()) -> None:
        self.medium, self.room = medium, width - 2 * MARGIN
        self._title = wrapped(title, TITLE_PT, self.room - 0.05, bold=True) if medium.look.title else []
        self._rows = _rows(entries, self.room)
        self.legend_top = len(self._title) * TITLE_LINE + (AFTER if self._title else 0.0)
        self.top = self.legend_top + len(self._rows) * LEGEND_LINE + (AFTER if self._rows else 0.0)

    def sheet(self, height: float) -> Sheet:
        """The page with title and legend; ``height`` inches are for the plot, from ``top`` on."""
        sheet = Sheet(self.medium, self.room, self.top + height)
        for number, line in enumerate(self._title):
            sheet.text(0, (number + 0.5) * TITLE_LINE, line, TITLE_PT, bold=True)
        for number, row in enumerate(self._rows):
            self._draw_row(sheet, self.legend_top + (number + 0.5) * LEGEND_LINE, row)
        return sheet

    def _draw_row(self, sheet: Sheet, y: float, row: Sequence[Entry]) -> None:
        x = 0.0
        for entry in row:
            if entry.swatch:
                _draw_mark(sheet.axes(x, y - 0.06, entry.swatch, 0.12, frame=False, xlim=(0, 1), ylim=(0, 1)), entry, sheet)
            name = shortened(entry.name, SMALL_PT, self.room - entry.swatch - entry.gap)
            sheet.text(x + entry.swatch + entry.gap, y, name, SMALL_PT, sheet.paper.muted)
            x += _entry_width(entry)


def _draw_mark(axes: Any, entry: Entry, sheet: Sheet) -> None:
    if entry.mark == "bar":
        axes.bar([0.5], [1], width=1, color=entry.colour)
        return
    is_line, fill = entry.mark == "line", sheet.paper.background if entry.mark == "hollow" else entry.colour
    style = DASHES[entry.number % len(DASHES)] if is_line else "none"
    axes.plot([0, 0.5, 1], [0.5] * 3, color=entry.colour, linestyle=style, linewidth=1.3, clip_on=False)
    axes.plot(
        [0.5], [0.5], color=entry.colour, marker=MARKERS[entry.number % len(MARKERS)], markersize=LINE_DOT if is_line else LONE_DOT,
        markerfacecolor=fill, clip_on=False,
    )  # fmt: skip


def _entry_width(entry: Entry) -> float:
    return entry.swatch + entry.gap + text_width(entry.name, SMALL_PT) + ENTRY_GAP


def _rows(entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = []
    x = room
    for entry in entries:
        wide = _entry_width(entry)
        if not rows or x + wide - ENTRY_GAP > room:
            rows.append([])
            x = 0.0
        rows[-1].append(entry)
        x += wide
    return rows
