"""A picture to draw on, some ten times as fine as what the model sees."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ae_workbench.core.shape import Shape
from ae_workbench.ui.canvas.pad import Change, Piece
from ae_workbench.ui.canvas.strokes import LEAST_WIDTH, Box, Brush, Spot, Stroke
from ae_workbench.ui.colour_maps import FORMATS

LONGER_SIDE_PX = 280
MIDDLE_GREY = 128


class PicturePad:
    """Pixels (h, w, channels) uint8, a whole number of them per pixel of the data; ``background`` is one uint8 per channel."""

    def __init__(self, shape: Shape, background: Sequence[int]) -> None:
        self.shape = shape
        height, width, channels = shape.dims
        self.scale = max(1, round(LONGER_SIDE_PX / max(height, width)))
        self.aspect = width / height
        self.background = tuple(background)
        self.ink = contrasting(self.background)
        self.pixels = np.empty((height * self.scale, width * self.scale, channels), np.uint8)
        self.pixels[:] = self.background
        self.example: NDArray[np.float32] | None = None
        self.is_blank = True
        self._stroke: Stroke | None = None
        self._radius = 1.0

    @property
    def content(self) -> NDArray[np.uint8]:
        return self.pixels.copy()

    @property
    def has_colour(self) -> bool:
        return len(self.background) in (3, 4)

    # Strokes

    def begin(self, x: float, y: float, brush: Brush, pressure: float) -> QRectF:
        self._radius = brush.size * max(self.pixels.shape[:2]) / 2
        self._stroke = Stroke(self.pixels, self.background if brush.erases else self._ink(brush), brush.softness)
        self._example_before, self.example = self.example, None
        return self.extend(x, y, pressure)

    def extend(self, x: float, y: float, pressure: float) -> QRectF:
        if self._stroke is None:
            return QRectF()
        height, width = self.pixels.shape[:2]
        radius = max(0.5, self._radius * (LEAST_WIDTH + (1 - LEAST_WIDTH) * pressure))
        self.is_blank = False
        return self._share(self._stroke.to(Spot(x * width, y * height, radius)))

    def _ink(self, brush: Brush) -> tuple[int, ...]:
        if brush.ink is None or not self.has_colour:
            return self.ink
        return (*brush.ink, 255)[: len(self.background)]

    def end(self) -> Change | None:
        stroke, self._stroke = self._stroke, None
        if stroke is None or stroke.box is None:
            return None
        self._judge()
        before = Piece(stroke.box, stroke.before(stroke.box), self._example_before)
        return Change(before, Piece(stroke.box, self._cut(stroke.box).copy()))

    # Whole drawings

    def clear(self) -> Change | None:
        if self.is_blank:
            return None
        blank = np.empty_like(self.pixels)
        blank[:] = self.background
        return self._replace(blank, None)

    def take_example(self, example: NDArray[np.float32]) -> Change:
        raw = np.rint(np.clip(example, 0, 1) * 255).astype(np.uint8)
        return self._replace(raw.repeat(self.scale, 0).repeat(self.scale, 1), example)

    def take_pixels(self, pixels: NDArray[np.uint8]) -> Change:
        """Become a picture of the pad's own size."""
        return self._replace(pixels, None)

    def _replace(self, pixels: NDArray[np.uint8], example: NDArray[np.float32] | None) -> Change:
        whole = (0, 0, *self.pixels.shape[:2])
        change = Change(Piece(whole, self.content, self.example), Piece(whole, pixels, example))
        self.put(change.after)
        return change

    def put(self, piece: Piece) -> None:
        self._cut(piece.box)[:] = piece.values
        self.example = piece.example
        self._judge()

    def _judge(self) -> None:
        self.is_blank = bool((self.pixels == np.asarray(self.background, np.uint8)).all())

    def _cut(self, box: Box) -> NDArray[np.uint8]:
        return self.pixels[box[0] : box[2], box[1] : box[3]]

    # Showing

    def image(self) -> QImage:
        """The drawing; it shares the pad's memory, so copy it to keep it."""
        height, width, channels = self.pixels.shape
        if channels in FORMATS:
            return QImage(self.pixels.data, width, height, width * channels, FORMATS[channels])
        first = np.ascontiguousarray(self.pixels[:, :, 0])
        return QImage(first.data, width, height, width, FORMATS[1]).copy()

    def paint(self, painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self.image())

    def _share(self, box: Box) -> QRectF:
        height, width = self.pixels.shape[:2]
        return QRectF(box[1] / width, box[0] / height, (box[3] - box[1]) / width, (box[2] - box[0]) / height)


def contrasting(background: Sequence[int]) -> tuple[int, ...]:
    """White ink on a dark background and black on a bright one; a fourth channel is opacity and stays full."""
    colours = background[:3] if len(background) == 4 else background
    value = 255 if sum(colours) / len(colours) < MIDDLE_GREY else 0
    return (value,) * len(colours) + ((255,) if len(background) == 4 else ())
