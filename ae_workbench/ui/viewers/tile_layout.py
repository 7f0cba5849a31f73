"""How many tiles go into a row so that they come out largest. Plain numbers, no Qt."""

from dataclasses import dataclass
from math import ceil

SMALLEST = 0.02
WORTH_EVENNESS = 0.9
MARGIN_PX, GAP_PX, ROW_GAP_PX, INNER_GAP_PX = 4.0, 10.0, 14.0, 3.0


@dataclass(frozen=True)
class TileLayout:
    """Places in pixels for ``count`` tiles of ``rows`` pictures each, the pictures ``width`` × ``height`` large."""

    count: int
    rows: int
    columns: int
    width: float
    height: float
    left: float
    top: float
    cell_width: float
    cell_height: float

    def place(self, index: int, row: int) -> tuple[float, float]:
        """Left and top of one picture."""
        across, down = index % self.columns, index // self.columns
        x = self.left + across * (self.cell_width + GAP_PX) + (self.cell_width - self.width) / 2
        y = self.top + down * (self.cell_height + ROW_GAP_PX) + row * (self.height + INNER_GAP_PX)
        return x, y

    def caption_top(self, index: int) -> float:
        """Top of the caption under a tile."""
        return self.place(index, self.rows - 1)[1] + self.height + 2

    def at(self, x: float, y: float) -> int | None:
        """The tile under a point."""
        across = int((x - self.left) // (self.cell_width + GAP_PX))
        down = int((y - self.top) // (self.cell_height + ROW_GAP_PX))
        index = down * self.columns + across
        return index if 0 <= across < self.columns and down >= 0 and index < self.count else None


@dataclass(frozen=True)
class Space:
    """What is to be laid out, and where: ``picture`` is (width, height) in its own pixels, ``area`` and ``caption`` in pixels of the
    widget, ``ratio`` screen pixels per pixel of the widget.
    """

    count: int
    rows: int
    picture: tuple[int, int]
    area: tuple[float, float]
    caption: tuple[float, float] = (0.0, 0.0)
    margin_left: float = 0.0
    ratio: float = 1.0

    def scale(self, columns: int) -> float:
        """How far pictures can be enlarged with so many columns."""
        lines = ceil(max(1, self.count) / columns)
        width = (self.area[0] - self.margin_left - 2 * MARGIN_PX - (columns - 1) * GAP_PX) / columns
        height = (self.area[1] - 2 * MARGIN_PX - (lines - 1) * ROW_GAP_PX) / lines - self.caption[1]
        if width < self.caption[0]:
            return 0.0
        return max(0.0, min(width / self.picture[0], (height - (self.rows - 1) * INNER_GAP_PX) / self.rows / self.picture[1]))


def lay_out(space: Space) -> TileLayout:
    """The layout with the largest pictures."""
    columns = max(range(1, max(1, space.count) + 1), key=space.scale)
    scale = _even(space.scale(columns), space)
    width, height = space.picture[0] * scale, space.picture[1] * scale
    cell_width = max(width, space.caption[0])
    cell_height = space.rows * height + (space.rows - 1) * INNER_GAP_PX + space.caption[1]
    lines = ceil(space.count / columns)
    used_width = columns * cell_width + (columns - 1) * GAP_PX
    used_height = lines * cell_height + max(0, lines - 1) * ROW_GAP_PX
    left = space.margin_left + max(MARGIN_PX, (space.area[0] - space.margin_left - used_width) / 2)
    top = max(MARGIN_PX, (space.area[1] - used_height) / 2)
    return TileLayout(space.count, space.rows, columns, width, height, left, top, cell_width, cell_height)


def _even(scale: float, space: Space) -> float:
    """A whole number of screen pixels per pixel where that costs little; otherwise whole screen pixels for the whole picture."""
    on_screen = max(scale * space.ratio, SMALLEST)
    if on_screen < 1:
        return on_screen / space.ratio
    whole = float(int(on_screen))
    if whole / on_screen < WORTH_EVENNESS:
        whole = int(on_screen * space.picture[0]) / space.picture[0]
    return whole / space.ratio
