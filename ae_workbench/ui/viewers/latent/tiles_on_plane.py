"""Which points of the plane are decoded as its background: square tiles on a lattice that stays put while one pans."""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.latent import Range, grid
from ae_workbench.ui.viewers.latent.viewport import Viewport

FEWEST, USUAL, MOST = 5, 15, 40
SPARE_TILES = 1
WIDEST = 3


@dataclass(frozen=True)
class Lattice:
    """Columns × rows tiles over ``x_range`` and ``y_range``, each ``side_px`` pixels wide and high."""

    x_range: Range
    y_range: Range
    columns: int
    rows: int
    side_px: float

    @property
    def points(self) -> NDArray[np.float32]:
        """Middle of each tile from the top row down, (rows * columns, 2)."""
        return grid(self.x_range, self.y_range, self.columns, self.rows)


def lattice_for(view: Viewport, count: int, corner: tuple[float, float]) -> Lattice:
    """``count`` tiles along the shorter side of the view; some tile has its lower left corner at ``corner``."""
    side_px = min(view.width, view.height) / count
    x_range, columns = _cells(view.x_range, side_px / view.x_px, corner[0], count)
    y_range, rows = _cells(view.y_range, side_px / view.y_px, corner[1], count)
    return Lattice(x_range, y_range, columns, rows, side_px)


def _cells(seen: Range, step: float, corner: float, count: int) -> tuple[Range, int]:
    """Whole tiles that cover what is seen and one more on each side."""
    first = floor((seen[0] - corner) / step + 1e-6) - SPARE_TILES
    last = ceil((seen[1] - corner) / step - 1e-6) + SPARE_TILES
    most = WIDEST * count + 2 * SPARE_TILES
    if last - first > most:
        first += (last - first - most) // 2
        last = first + most
    return (corner + first * step, corner + last * step), last - first
