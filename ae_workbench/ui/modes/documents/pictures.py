"""Pictures of any size that can be painted at any zoom at once: kept in ever smaller copies, made beside the user interface."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from ae_workbench.ui.colour_maps import as_image, paint

SPECTROGRAM_MAP = "magma"
SMALLEST_PX = 256
CRISP = 2.0
"""From this many screen pixels for a picture's pixel on they are shown as squares."""


@dataclass(frozen=True, eq=False)
class Levels:
    """A picture and copies of it, each half as large as the one before; a wide one is only halved in width."""

    images: tuple[QImage, ...]

    @property
    def size(self) -> QSize:
        return self.images[0].size()

    @property
    def full(self) -> QImage:
        return self.images[0]

    def paint(self, painter: QPainter, target: QRectF, source: QRectF, ratio: float) -> None:
        """Paint a part of the picture, in its own pixels, into a place, from the copy that is just fine enough."""
        across = target.width() * ratio / max(source.width(), 1e-6)
        level = next((number for number in reversed(range(len(self.images))) if self._across(number) >= across), 0)
        image = self.images[level]
        x, y = image.width() / self.size.width(), image.height() / self.size.height()
        part = QRectF(source.x() * x, source.y() * y, source.width() * x, source.height() * y)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, across < CRISP)
        painter.drawImage(target, image, part)

    def _across(self, level: int) -> float:
        return self.images[level].width() / self.size.width()


def page_levels(page: NDArray[np.uint8]) -> Levels:
    """A page (height, width, channels)."""
    return _halved(as_image(page), both=True)


def spectrogram_levels(values: NDArray[np.float32]) -> Levels:
    """A spectrogram (height, frames) in [0, 1], in colours."""
    return _halved(paint(values[..., None], SPECTROGRAM_MAP).convertToFormat(QImage.Format.Format_RGB32), both=False)


def _halved(image: QImage, both: bool) -> Levels:
    images = [image]
    while images[-1].width() > 2 * SMALLEST_PX and (not both or images[-1].height() > 2 * SMALLEST_PX):
        last = images[-1]
        size = QSize(last.width() // 2, last.height() // 2 if both else last.height())
        images.append(last.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation))
    return Levels(tuple(images))


def envelope(samples: NDArray[np.float32], columns: int = 4000) -> NDArray[np.float32]:
    """Lowest and highest sample of each of up to ``columns`` stretches of a sound (n, channels), all channels together: (columns, 2)."""
    count = min(columns, len(samples))
    edges = np.linspace(0, len(samples), count + 1).astype(int)[:-1]
    lowest, highest = np.minimum.reduceat(samples.min(axis=1), edges), np.maximum.reduceat(samples.max(axis=1), edges)
    return np.stack([lowest, highest], axis=1).astype(np.float32)
