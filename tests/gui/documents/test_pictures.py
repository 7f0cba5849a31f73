"""What is painted of pages and sounds, and where: levels, envelopes and the viewport."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSizeF

from ae_workbench.ui.modes.documents.pictures import envelope, page_levels, spectrogram_levels
from ae_workbench.ui.modes.documents.viewport import LARGEST, Viewport


@pytest.mark.parametrize("size", [(40, 30), (3000, 2000), (300, 5000)])
def test_every_level_is_half_the_one_before(size):
    height, width = size
    levels = page_levels(np.zeros((height, width, 1), np.uint8))
    assert (levels.size.width(), levels.size.height()) == (width, height)
    sizes = [image.width() for image in levels.images]
    assert all(after == before // 2 for before, after in pairwise(sizes))
    wide = spectrogram_levels(np.zeros((64, 4000), np.float32))
    assert {image.height() for image in wide.images} == {64} and wide.images[-1].width() <= 512


def test_an_envelope_has_the_loudest_moment():
    samples = np.zeros((100_000, 2), np.float32)
    samples[70_001, 1] = 0.9
    samples[30_000, 0] = -0.4
    found = envelope(samples, 100)
    assert found.shape == (100, 2) and found[:, 1].argmax() == 70 and found[:, 0].argmin() == 30


def test_a_viewport_never_leaves_the_picture():
    port = Viewport(QSizeF(1000, 500), QSizeF(500, 500))
    port.zoom_to(1e9, QPointF(10, 10))
    assert port.scale == pytest.approx(LARGEST)
    port.pan(QPointF(1e6, -1e6))
    assert port.place.left() == pytest.approx(0) and port.place.bottom() == pytest.approx(500)
    port.zoom_to(0.01, QPointF(10, 10))
    assert port.zoom == 1 and port.place.center() == QPointF(250, 250)
