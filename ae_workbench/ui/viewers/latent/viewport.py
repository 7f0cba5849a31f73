"""Which part of the plane is seen, and where on the widget: plane units to pixels and back, y upward."""

from dataclasses import dataclass, replace
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from ae_workbench.ui.wording import signed_text

Range = tuple[float, float]
EQUAL_UP_TO = 3.0
FEWEST_PX = 16.0
SMALLEST_UNIT_SHARE, LARGEST_UNIT_SHARE = 1 / 8, 2000.0
TICK_PX = 70


@dataclass(frozen=True)
class Viewport:
    """``left``, ``top``, ``width`` and ``height`` in pixels; ``x``, ``y`` is the plane's point in their middle.

    ``x_px`` and ``y_px`` are pixels per plane unit. ``home_px`` is ``x_px`` where everything is seen: zooming keeps within bounds of it.
    """

    left: float
    top: float
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    x_px: float = 100.0
    y_px: float = 100.0
    home_px: float = 100.0

    def fitted(self, x_range: Range, y_range: Range) -> "Viewport":
        """All of both ranges in view. One scale for both axes, unless one range is several times the other."""
        spans = [max(high - low, 1e-9) for low, high in (x_range, y_range)]
        x_px, y_px = max(self.width, FEWEST_PX) / spans[0], max(self.height, FEWEST_PX) / spans[1]
        if 1 / EQUAL_UP_TO < spans[0] / spans[1] < EQUAL_UP_TO:
            x_px = y_px = min(x_px, y_px)
        return replace(self, x=sum(x_range) / 2, y=sum(y_range) / 2, x_px=x_px, y_px=y_px, home_px=x_px)

    def placed(self, left: float, top: float, width: float, height: float) -> "Viewport":
        """The same middle and scale on another part of the widget."""
        return replace(self, left=left, top=top, width=width, height=height)

    def moved(self, dx_px: float, dy_px: float) -> "Viewport":
        """What lay under the pointer goes along with it."""
        return replace(self, x=self.x - dx_px / self.x_px, y=self.y + dy_px / self.y_px)

    def zoomed(self, factor: float, px: float, py: float) -> "Viewport":
        """Larger by ``factor``; what lies at this pixel stays there."""
        low, high = SMALLEST_UNIT_SHARE * self.home_px, LARGEST_UNIT_SHARE * self.home_px
        factor = min(max(self.x_px * factor, low), high) / self.x_px
        x, y = self.at(px, py)
        return replace(self, x=x + (self.x - x) / factor, y=y + (self.y - y) / factor, x_px=self.x_px * factor, y_px=self.y_px * factor)

    def at(self, px: float, py: float) -> tuple[float, float]:
        """The plane's point at a pixel."""
        return self.x + (px - self.middle_x) / self.x_px, self.y - (py - self.middle_y) / self.y_px

    def px(self, x: float, y: float) -> tuple[float, float]:
        """The pixel of a point."""
        return self.middle_x + (x - self.x) * self.x_px, self.middle_y - (y - self.y) * self.y_px

    def pixels(self, points: NDArray) -> NDArray[np.float64]:
        """The pixels (n, 2) of points (n, 2)."""
        scale = np.array([self.x_px, -self.y_px])
        return points * scale + (np.array([self.middle_x, self.middle_y]) - np.array([self.x, self.y]) * scale)

    def holds(self, px: float, py: float) -> bool:
        """Whether a pixel is on the plane."""
        return self.left <= px < self.left + self.width and self.top <= py < self.top + self.height

    @property
    def middle_x(self) -> float:
        return self.left + self.width / 2

    @property
    def middle_y(self) -> float:
        return self.top + self.height / 2

    @property
    def x_range(self) -> Range:
        half = self.width / 2 / self.x_px
        return self.x - half, self.x + half

    @property
    def y_range(self) -> Range:
        half = self.height / 2 / self.y_px
        return self.y - half, self.y + half


def ticks(bounds: Range, length_px: float) -> list[float]:
    """Round numbers within bounds, about one in ``TICK_PX``."""
    low, high = bounds
    rough = (high - low) / max(2, length_px / TICK_PX)
    if not rough > 0:
        return []
    decade = 10.0 ** floor(log10(rough))
    step = next(decade * nice for nice in (1, 2, 5, 10) if decade * nice >= rough * 0.999)
    return [step * n for n in range(ceil(low / step), floor(high / step) + 1)]


def tick_text(value: float, step: float) -> str:
    """As many decimals as the step needs, with a real minus."""
    decimals = max(0, -floor(log10(step) + 1e-9)) if step > 0 else 0
    text = signed_text(value, f"z.{decimals}f")
    return text if text.strip("0.") else "0"
