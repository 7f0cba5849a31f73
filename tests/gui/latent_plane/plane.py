"""Waits for the plane, finds a point's pixel on it, and says what a point decodes to."""

import numpy as np
from PySide6.QtCore import QPointF, Qt

from tests.gui.viewing import WAIT_MS, near

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def ready(qtbot, viewer):
    qtbot.waitUntil(lambda: viewer.is_settled and viewer.shows_content and viewer.tree is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: viewer.plane.backdrop is not None and viewer.is_settled, timeout=WAIT_MS)


def at(viewer, x, y):
    """The pixel of a point of the plane."""
    return near(QPointF(*viewer.plane.view.px(x, y)))


def decoded(viewer, x, y):
    return viewer.rendering.picture(viewer.snapshot.decode(np.array([[x, y]], np.float32))[0])


def grey(picture):
    raw = picture.convertToFormat(picture.Format.Format_Grayscale8)
    return np.array([[raw.pixelColor(x, y).value() for x in range(raw.width())] for y in range(raw.height())], int)
