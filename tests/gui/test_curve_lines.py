"""Lines of curves: every value has a place that Qt can paint."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ae_workbench.ui import theme
from ae_workbench.ui.canvas.curve_pad import paint_curves
from ae_workbench.ui.curve_lines import curve, span_of
from ae_workbench.ui.viewers.picture_painting import paint_picture
from ae_workbench.ui.viewers.pictures import Waves

PLACE = QRectF(10, 20, 100, 50)


def column(*values):
    return np.array(values, np.float32)


def line(values, span):
    return [(point.x(), point.y()) for point in curve(values, span, PLACE, np.linspace(0, 1, len(values)))]


def test_a_span_lies_around_all_numbers_and_is_never_empty():
    assert span_of(column(0, 10), 0.1) == pytest.approx((-1, 11))
    assert span_of(column(np.nan, 0, np.inf, 10), 0.1) == pytest.approx((-1, 11))
    for level in (0.0, 7.0, 4.7e21, -3e38, np.nan):
        low, high = span_of(column(level, level), 0.1)
        assert low < high


def test_a_curve_goes_from_left_to_right_with_high_values_up():
    assert line(column(0, 1, 0.5), (0, 1)) == [(10, 70), (60, 20), (110, 45)]


def test_a_single_time_step_is_a_level_line_across_the_place():
    assert line(column(1), (0, 1)) == [(10, 20), (110, 20)]


@pytest.mark.parametrize("paint", [
    lambda painter, values: paint_picture(painter, PLACE, Waves(values), "grey", 1.0),
    lambda painter, values: paint_curves(painter, PLACE, (values,)),
])  # fmt: skip
def test_a_sequence_of_one_time_step_is_seen(paint):
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(theme.current().raised)
    with QPainter(image) as painter:
        paint(painter, column(3)[:, None])
    assert len({image.pixel(60, y) for y in range(80)}) > 1


def test_what_is_far_off_or_no_number_is_nowhere_far_from_the_place():
    found = line(column(0, np.inf, np.nan, -1e38, 1), (0, 1))
    assert [x for x, _ in found] == [10, 35, 85, 110]
    assert all(-1000 < y < 1000 for _, y in found)


@pytest.mark.parametrize("values", [column(4.7e21, 4.7e21), column(np.nan, np.nan), column(0, 3e38, np.inf, -3e38)])
def test_tiles_and_the_canvas_paint_curves_of_any_values(values):
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_picture(painter, PLACE, (Waves(column(0, 1)[:, None]), Waves(values[:, None])), "grey", 1.0)
    paint_picture(painter, PLACE, Waves(values[:, None]), "grey", 1.0)
    paint_curves(painter, PLACE, (values[:, None],))
    painter.end()
