"""From a drawing of any size to what a model sees: centred and scaled the way the examples of its data are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

INK_ABOVE = 0.1
PLAIN_BORDER_SHARE = 0.9
MOST_SIZE_SPREAD = 0.2
MOST_PLACE_SPREAD = 0.1
MOST_MAGNIFIED = 3.0
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Framing:
    """How the images of a data set lie in their frame.

    ``background`` is the usual border value per channel. ``is_plain``: nearly all borders have it, so that ink can be told from it.
    ``side`` is the usual longer side of the ink's bounding box in pixels; None where the sizes differ too much to be a convention.
    ``centre`` is the usual (y, x) of the ink, measured by mass or by bounding box as ``by_mass`` says; None where places differ too much.
    ``stroke`` is the usual width of lines in pixels, None without ink.
    MNIST's convention is a side of 20 in 28×28, centred by mass. Source: LeCun, Cortes and Burges, "The MNIST database".
    """

    dims: tuple[int, ...]
    background: tuple[float, ...]
    is_plain: bool = False
    side: float | None = None
    centre: tuple[float, float] | None = None
    by_mass: bool = True
    stroke: float | None = None

    @classmethod
    def of(cls, examples: Floats) -> "Framing":
        """Learn it from examples (n, h, w, c) in [0, 1]; some hundred are enough."""
        dims = examples.shape[1:]
        border = np.concatenate([examples[:, 0], examples[:, -1], examples[:, :, 0], examples[:, :, -1]], axis=1)
        background = np.median(border.reshape(-1, dims[2]), axis=0)
        plain = (np.abs(border - background).max(axis=-1) < INK_ABOVE).mean() >= PLAIN_BORDER_SHARE
        values = tuple(float(value) for value in background)
        measured = [found for example in examples if (found := _measure(_ink(example, background), True)) is not None] if plain else []
        if not measured:
            return cls(dims, values, bool(plain))
        sides = np.array([found.side for found in measured])
        by_mass, by_box = np.array([found.mass for found in measured]), np.array([found.middle for found in measured])
        mass_is_steadier = bool(by_mass.std(axis=0).sum() <= by_box.std(axis=0).sum())
        places = by_mass if mass_is_steadier else by_box
        place = np.median(places, axis=0)
        return cls(
            dims, values, True,
            float(np.median(sides)) if sides.std() <= MOST_SIZE_SPREAD * sides.mean() else None,
            (float(place[0]), float(place[1])) if places.std(axis=0).max() <= MOST_PLACE_SPREAD * max(dims[:2]) else None,
            mass_is_steadier, float(np.median([found.stroke for found in measured])),
        )  # fmt: skip

    def apply(self, drawing: Floats) -> Floats:
        """A drawing (H, W, c) in [0, 1] of any size as an example (h, w, c).

        What is small is enlarged no more than ``MOST_MAGNIFIED`` times, so that a first dot isn't taken for a whole figure.
        """
        drawn = _measure(_ink(drawing, np.array(self.background, np.float32))) if self.is_plain else None
        natural = np.array(self.dims[:2]) / drawing.shape[:2]
        if drawn is None or (self.side is None and self.centre is None):
            return plain_resize(drawing, self.dims, self.background)
        scales = natural
        if self.side is not None:
            scales = np.full(2, min(self.side / drawn.side, MOST_MAGNIFIED * natural.min()))
        source = np.array(drawn.mass if self.by_mass else drawn.middle)
        target = np.array(self.centre) if self.centre is not None else source * natural
        return self._resample(drawing, scales, self._inside(drawn, scales, target - source * scales))

    def _inside(self, drawn: "_Measure", scales: NDArray, offsets: NDArray) -> NDArray:
        """Move the ink into the frame where it would stick out and need not."""
        low, high = np.array(drawn.box[:2]) * scales + offsets, np.array(drawn.box[2:]) * scales + offsets
        return offsets + np.maximum(0, -low) - np.maximum(0, high - np.array(self.dims[:2])) * (high - low <= self.dims[:2])

    def _resample(self, drawing: Floats, scales: NDArray, offsets: NDArray) -> Floats:
        background = np.array(self.background, np.float32)
        framed = _means(drawing - background, self.dims[0], float(scales[0]), float(offsets[0]))
        framed = _means(framed.swapaxes(0, 1), self.dims[1], float(scales[1]), float(offsets[1])).swapaxes(0, 1)
        return np.clip(framed + background, 0, 1).astype(np.float32)


def plain_resize(drawing: Floats, dims: tuple[int, ...], background: tuple[float, ...] | None = None) -> Floats:
    """The whole drawing (H, W, c) as (h, w, c), antialiased."""
    height, width = drawing.shape[:2]
    frame = Framing(tuple(dims), background or (0.0,) * dims[2])
    return frame._resample(drawing, np.array([dims[0] / height, dims[1] / width]), np.zeros(2))


@dataclass(frozen=True)
class _Measure:
    """Of the ink: box (top, left, bottom, right), centre of mass (y, x) in pixels from the corner, and its area and outline."""

    box: tuple[float, float, float, float]
    mass: tuple[float, float]
    area: float
    outline: float

    @property
    def stroke(self) -> float:
        """Width of a line that has this area and outline."""
        return 2 * self.area / max(self.outline, 1e-6)

    @property
    def side(self) -> float:
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1])

    @property
    def middle(self) -> tuple[float, float]:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def _ink(image: Floats, background: NDArray) -> Floats:
    """(h, w): how far each pixel is from the background."""
    difference = np.abs(image - background)
    return difference[..., 0] if image.shape[-1] == 1 else difference.max(axis=-1)


def _measure(ink: Floats, with_outline: bool = False) -> _Measure | None:
    """None where there is no ink."""
    marked = ink > INK_ABOVE
    rows, columns = np.flatnonzero(marked.any(axis=1)), np.flatnonzero(marked.any(axis=0))
    if not len(rows):
        return None
    down, across = ink.sum(axis=1), ink.sum(axis=0)
    total = float(down.sum())
    mass = (float((down * (np.arange(len(down)) + 0.5)).sum()) / total, float((across * (np.arange(len(across)) + 0.5)).sum()) / total)
    # Total variation, which is the length of the outline times the ink's strength.
    outline = float(np.hypot(*np.gradient(ink)).sum()) if with_outline else 0.0
    box = (float(rows[0]), float(columns[0]), float(rows[-1] + 1), float(columns[-1] + 1))
    return _Measure(box, mass, total, outline)


def _means(values: Floats, size: int, scale: float, offset: float) -> Floats:
    """(source size, …) to (size, …): the mean over the stretch under each new pixel, which is at least an old pixel wide.

    That is linear interpolation when scaling up; what lies outside counts as 0. By running sums and not as a product of matrices,
    whose threads would wait for each other while the machine is busy.
    """
    wide = max(1.0, 1.0 / scale)
    starts = (np.arange(size) + 0.5 - offset) / scale - wide / 2
    sums = np.zeros((len(values) + 1, *values.shape[1:]), np.float32)
    np.cumsum(values, axis=0, out=sums[1:])
    return (_at(sums, starts + wide) - _at(sums, starts)) / np.float32(wide)


def _at(sums: Floats, places: NDArray) -> Floats:
    """Rows of ``sums`` at fractional places, linearly between them."""
    places = np.clip(places, 0, len(sums) - 1)
    below = np.minimum(places.astype(int), len(sums) - 2)
    share = (places - below).astype(np.float32).reshape(-1, *[1] * (sums.ndim - 1))
    return sums[below] * (1 - share) + sums[below + 1] * share
