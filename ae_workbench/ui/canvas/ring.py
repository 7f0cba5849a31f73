"""The ring that shows the brush."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

AROUND_PX = 2.0


@lru_cache(8)
def ring_picture(diameter: float, ratio: float) -> QImage:
    """A circle that is seen on black and on white, ``AROUND_PX`` from each side; kept, because it is painted with every movement."""
    side = ceil(ratio * (diameter + 2 * AROUND_PX))
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 120), 2.4), (QColor(255, 255, 255, 190), 1.0)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(QRectF(AROUND_PX, AROUND_PX, diameter, diameter))
    painter.end()
    return picture
