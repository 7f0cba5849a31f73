"""Many points painted at once: one sprite per colour, one call for all, because a Python loop over points would take too long."""

from collections.abc import Sequence
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from shiboken6 import Shiboken

from ae_workbench.ui.viewers.latent.viewport import Viewport

X, Y, SOURCE_LEFT, SOURCE_TOP, WIDTH, HEIGHT, SCALE_X, SCALE_Y, ROTATION, OPACITY = range(10)
"""Fields of a QPainter::PixmapFragment, ten doubles, whose x and y are its middle."""
RADII_PX = ((400, 3.8), (2_000, 3.2), (20_000, 2.5))
SMALLEST_RADIUS_PX = 1.6
RIM_PX, RIM_FROM_PX = 0.8, 2.0


class PointLayer:
    """Points (n, 2) of the plane, each in the colour of its group; groups can be hidden."""

    def __init__(self) -> None:
        self.points: NDArray = np.zeros((0, 2), np.float32)
        self._groups: NDArray = np.zeros(0, np.int64)
        self._visible: NDArray = np.zeros(0, bool)
        self._colours: tuple[QColor, ...] = ()
        self._rim = QColor()
        self._sprites: tuple[float, QPixmap] | None = None
        self._fragments = np.zeros((0, 10))

    def show(self, points: NDArray, groups: NDArray) -> None:
        """Show these in place of others; ``groups`` (n,) are numbers of colours."""
        self.points, self._groups = points, groups
        self._visible = np.ones(len(points), bool)
        self._sprites = None

    def dress(self, colours: Sequence[QColor], rim: QColor) -> None:
        """Colours of the groups, and of the thin rim that parts points that touch."""
        self._colours, self._rim, self._sprites = tuple(colours), rim, None

    def hide_groups(self, hidden: set[int]) -> None:
        """Show all groups but these."""
        self._visible = ~np.isin(self._groups, list(hidden)) if hidden else np.ones(len(self.points), bool)

    @property
    def visible(self) -> NDArray[np.bool_]:
        return self._visible

    @property
    def radius_px(self) -> float:
        return next((radius for count, radius in RADII_PX if len(self.points) <= count), SMALLEST_RADIUS_PX)

    def nearest(self, view: Viewport, x: float, y: float) -> tuple[int | None, float]:
        """The visible point nearest to a pixel, and how many pixels it is away along the farther axis."""
        if not self._visible.any():
            return None, np.inf
        away = np.abs(view.pixels(self.points) - (x, y)).max(axis=1)
        away[~self._visible] = np.inf
        found = int(away.argmin())
        return found, float(away[found])

    def paint(self, painter: QPainter, view: Viewport, ratio: float) -> None:
        """All visible points within the view; ``ratio`` is the screen's pixels per pixel."""
        if not len(self.points) or not self._colours:
            return
        sprites = self._sprites_for(ratio)
        pixels = view.pixels(self.points)
        x, y, spare = pixels[:, 0], pixels[:, 1], sprites.height()
        seen = self._visible & (x > view.left - spare) & (x < view.left + view.width + spare)
        seen &= (y > view.top - spare) & (y < view.top + view.height + spare)
        fragments = self._fragments
        fragments[:, X], fragments[:, Y] = x, y
        if not seen.all():
            fragments = fragments[seen]
        if len(fragments):
            first: Any = Shiboken.wrapInstance(fragments.ctypes.data, QPainter.PixmapFragment)
            painter.drawPixmapFragments(first, len(fragments), sprites)

    def _fill(self, side: int, ratio: float) -> None:
        """What doesn't change from frame to frame."""
        self._fragments = np.zeros((len(self.points), 10))
        self._fragments[:, SOURCE_LEFT] = self._groups % len(self._colours) * side
        self._fragments[:, WIDTH : HEIGHT + 1] = side
        self._fragments[:, SCALE_X : SCALE_Y + 1] = 1 / ratio
        self._fragments[:, OPACITY] = 1

    def _sprites_for(self, ratio: float) -> QPixmap:
        """One dot per colour in a row, in the screen's pixels."""
        if self._sprites is not None and self._sprites[0] == ratio:
            return self._sprites[1]
        rim = RIM_PX * ratio if self.radius_px >= RIM_FROM_PX else 0.0
        radius = self.radius_px * ratio
        side = 2 * ceil(radius + rim / 2)
        sprites = QPixmap(side * len(self._colours), side)
        sprites.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sprites)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, colour in enumerate(self._colours):
            painter.setPen(QPen(self._rim, rim) if rim else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF((number + 0.5) * side, side / 2), radius, radius)
        painter.end()
        self._sprites = (ratio, sprites)
        self._fill(side, ratio)
        return sprites
