"""Brush strokes on an array of pixels: antialiased, soft where asked for, and smooth through the points of a quick hand."""

from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, hypot

import numpy as np
from numpy.typing import NDArray

LEAST_WIDTH = 0.3
MOST_PIECES = 24
Box = tuple[int, int, int, int]
"""Top, left, bottom, right in pixels, the last two not included."""


@dataclass(frozen=True)
class Brush:
    """``size`` is the diameter as a share of the pad's longer side; ``softness`` 0 is a hard edge, 1 fades from the middle.

    ``ink`` is a colour (red, green, blue) for data in colour; None contrasts with the background.
    """

    size: float = 0.085
    softness: float = 0.25
    erases: bool = False
    ink: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Spot:
    """One place of the brush in pixels, pixel centres at halves."""

    x: float
    y: float
    radius: float


class Stroke:
    """One stroke from press to release. Paints into ``pixels`` (h, w, channels) uint8 in place.

    Between the middles of the way the stroke is a quadratic Bézier curve with the points themselves as controls; a straight
    tail reaches from there to the pointer, so that the ink never lags, and is taken back when the next point comes.
    """

    def __init__(self, pixels: NDArray[np.uint8], ink: tuple[int, ...], softness: float) -> None:
        self._pixels = pixels
        self._base = pixels.copy()
        self._ink = np.asarray(ink, np.float32)
        self._softness = softness
        self._cover = np.zeros(pixels.shape[:2], np.float32)
        self._points: list[Spot] = []
        self._tail: Box | None = None
        self.box: Box | None = None

    def to(self, spot: Spot) -> Box:
        """Draw on to here; gives the pixels that changed."""
        self._points.append(spot)
        dirty = self._tail
        for a, b in self._curve():
            dirty = _union(dirty, _cover(self._cover, a, b, self._softness))
        start = spot if len(self._points) == 1 else _middle(self._points[-2], spot)
        tail_box = _box(self._cover.shape, start, spot)
        dirty = _union(dirty, tail_box)
        self._paint(dirty, (start, spot))
        self._tail = tail_box
        self.box = _union(self.box, dirty)
        return dirty

    def before(self, box: Box) -> NDArray[np.uint8]:
        """What lay there before the stroke."""
        return _cut(self._base, box).copy()

    def _curve(self) -> list[tuple[Spot, Spot]]:
        """The part of the curve that the newest point has settled, as short straight pieces."""
        points = self._points[-3:]
        if len(points) < 2:
            return []
        if len(points) == 2:
            return [(points[0], _middle(points[0], points[1]))]
        start, control, end = _middle(points[0], points[1]), points[1], _middle(points[1], points[2])
        length = hypot(control.x - start.x, control.y - start.y) + hypot(end.x - control.x, end.y - control.y)
        count = int(np.clip(ceil(length / max(2.0, 0.4 * control.radius)), 1, MOST_PIECES))
        places = [_bezier(start, control, end, t / count) for t in range(count + 1)]
        return list(pairwise(places))

    def _paint(self, box: Box, tail: tuple[Spot, Spot]) -> None:
        top, left = box[:2]
        cover = _cut(self._cover, box).copy()
        start, end = (replace(spot, x=spot.x - left, y=spot.y - top) for spot in tail)
        _cover(cover, start, end, self._softness)
        base = _cut(self._base, box).astype(np.float32)
        _cut(self._pixels, box)[:] = np.rint(base + (self._ink - base) * cover[..., None]).astype(np.uint8)


def _cover(cover: NDArray[np.float32], a: Spot, b: Spot, softness: float) -> Box:
    """Raise ``cover`` (h, w) in [0, 1] to what a brush drawn straight from ``a`` to ``b`` covers; gives the box of it."""
    box = _box(cover.shape, a, b)
    top, left, bottom, right = box
    y = np.arange(top, bottom, dtype=np.float32)[:, None] + np.float32(0.5 - a.y)
    x = np.arange(left, right, dtype=np.float32)[None, :] + np.float32(0.5 - a.x)
    dx, dy = b.x - a.x, b.y - a.y
    along = np.clip((x * dx + y * dy) / max(dx * dx + dy * dy, 1e-9), 0, 1)
    distance = np.hypot(x - along * dx, y - along * dy)
    radius = a.radius + along * (b.radius - a.radius)
    fade = np.maximum(1.0, softness * radius)
    part = np.clip((radius + 0.5 - distance) / fade, 0, 1)
    if softness:
        part = part * part * (3 - 2 * part)
    here = _cut(cover, box)
    np.maximum(here, part, out=here)
    return box


def _box(shape: tuple[int, ...], a: Spot, b: Spot) -> Box:
    reach = max(a.radius, b.radius) + 1.5
    top, left = int(min(a.y, b.y) - reach), int(min(a.x, b.x) - reach)
    bottom, right = ceil(max(a.y, b.y) + reach), ceil(max(a.x, b.x) + reach)
    height, width = shape[:2]
    top, left = min(max(0, top), height), min(max(0, left), width)
    return top, left, max(top, min(height, bottom)), max(left, min(width, right))


def _union(a: Box | None, b: Box) -> Box:
    return b if a is None else (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def _cut(array: NDArray, box: Box) -> NDArray:
    return array[box[0] : box[2], box[1] : box[3]]


def _middle(a: Spot, b: Spot) -> Spot:
    return Spot((a.x + b.x) / 2, (a.y + b.y) / 2, (a.radius + b.radius) / 2)


def _bezier(a: Spot, control: Spot, b: Spot, t: float) -> Spot:
    u, v, w = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return Spot(u * a.x + v * control.x + w * b.x, u * a.y + v * control.y + w * b.y, u * a.radius + v * control.radius + w * b.radius)
