"""Images from files and the clipboard, made into drawings. Runs on the codec thread."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from ae_workbench.core.errors import DataError
from ae_workbench.data import pictures

ENDINGS = (*pictures.ENDINGS, ".gif", ".pgm", ".ppm")
"""Qt reads more than data are made of."""
MOST_PX = 1600
CONTRAST_SHARE = 99.5
PAPER_SHARE = 0.12
Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class PictureJob:
    """``source`` as pixels (*size, channels) for a pad with this background.

    On a plain background grey images become ink on the data's own: black pen on white paper turns white on black for digits,
    and the paper's shade disappears. Otherwise the image fills the pad and what sticks out is cut off.
    """

    source: Path | QImage
    size: tuple[int, int]
    background: tuple[int, ...]
    is_plain: bool

    def __call__(self) -> Pixels:
        colours = self._colours(read(self.source) if isinstance(self.source, Path) else self.source)
        channels = len(self.background)
        if channels in (3, 4):
            return self._framed(colours[..., :channels])
        grey = np.rint(colours[..., :3] @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)
        if self.is_plain:
            grey = _ink_on(grey, self.background[0])
        return self._framed(np.repeat(grey[..., None], channels, axis=2))

    def _colours(self, image: QImage) -> Pixels:
        """(h, w, 4), as large as it fits, or fills, the pad; where it is transparent it lies on white."""
        height, width = self.size
        keep = Qt.AspectRatioMode.KeepAspectRatio if self.is_plain else Qt.AspectRatioMode.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        found = image.convertToFormat(QImage.Format.Format_RGBA8888).scaled(QSize(width, height), keep, smooth)
        rows = np.frombuffer(found.constBits(), np.uint8).reshape(found.height(), found.bytesPerLine())
        pixels = rows[:, : found.width() * 4].reshape(found.height(), found.width(), 4).astype(np.float32)
        alpha = pixels[..., 3:] / 255
        pixels[..., :3] = pixels[..., :3] * alpha + 255 * (1 - alpha)
        pixels[..., 3] = 255
        return np.rint(pixels).astype(np.uint8)

    def _framed(self, pixels: Pixels) -> Pixels:
        """In the middle of the pad."""
        height, width = self.size
        whole = np.empty((height, width, len(self.background)), np.uint8)
        whole[:] = self.background
        down, across = (pixels.shape[0] - height) // 2, (pixels.shape[1] - width) // 2
        cut = pixels[max(0, down) : max(0, down) + height, max(0, across) : max(0, across) + width]
        top, left = max(0, -down), max(0, -across)
        whole[top : top + cut.shape[0], left : left + cut.shape[1]] = cut
        return whole


def read(path: Path) -> QImage:
    """The image in a file, turned as its camera says, of at most some thousand pixels a side.

    Raises:
        DataError: no image, or a broken one.
    """
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > MOST_PX:
        reader.setScaledSize(size.scaled(MOST_PX, MOST_PX, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise DataError(f"{path.name} can't be shown as an image: {reader.errorString().rstrip('.')}.")
    return image


def _ink_on(grey: Pixels, background: int) -> Pixels:
    """What differs from the image's own border becomes ink on ``background``."""
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    difference = np.abs(grey.astype(np.float32) - float(np.median(border))) / 255
    strongest = float(np.percentile(difference, CONTRAST_SHARE)) or float(difference.max())
    if strongest == 0:
        return np.full_like(grey, background)
    low = PAPER_SHARE * strongest
    ink = np.clip((difference - low) / (strongest - low), 0, 1)
    opposite = 255 if background < 128 else 0
    return np.rint(background + (opposite - background) * ink).astype(np.uint8)
