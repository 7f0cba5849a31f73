"""What can be drawn on: strokes as pixels, and curves as values."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape
from ae_workbench.ui.canvas.curve_pad import CurvePad
from ae_workbench.ui.canvas.picture_pad import PicturePad
from ae_workbench.ui.canvas.pictures_in import PictureJob
from ae_workbench.ui.canvas.strokes import Brush, Spot, Stroke

DIGIT = Shape((28, 28, 1))
HARD = Brush(size=0.1, softness=0)


def stroke(pad, points, brush=HARD, pressures=None):
    pressures = pressures or [1.0] * len(points)
    pad.begin(*points[0], brush, pressures[0])
    for point, pressure in zip(points[1:], pressures[1:], strict=True):
        pad.extend(*point, pressure)
    return pad.end()


def test_a_stroke_is_white_inside_black_outside_and_smooth_at_its_edge():
    pad = PicturePad(DIGIT, (0,))
    stroke(pad, [(0.2, 0.501), (0.8, 0.501)])
    line = pad.pixels[:, 140, 0]
    assert line[140] == 255
    assert line[100] == 0
    edge = line[(line > 0) & (line < 255)]
    assert 1 <= len(edge) <= 4
    assert (line > 127).sum() == pytest.approx(28, abs=1)


def test_a_slanted_edge_has_grey_steps():
    pad = PicturePad(DIGIT, (0,))
    stroke(pad, [(0.2, 0.3), (0.8, 0.5)])
    assert len(np.unique(pad.pixels)) > 8


def test_softness_fades_from_the_middle():
    pad = PicturePad(DIGIT, (0,))
    stroke(pad, [(0.2, 0.5), (0.8, 0.5)], Brush(size=0.2, softness=1))
    line = pad.pixels[112:141, 140, 0].astype(int)
    assert (np.diff(line) >= 0).all()
    assert len(np.unique(line)) > 20


def test_few_points_of_a_quick_hand_become_a_curve_without_corners():
    """Of eight points on a circle the stroke stays near the circle, where straight lines would cut across."""
    pad = PicturePad(DIGIT, (0,))
    angles = np.linspace(0, 2 * np.pi, 9)
    stroke(pad, [(0.5 + 0.3 * np.cos(a), 0.5 + 0.3 * np.sin(a)) for a in angles], Brush(size=0.03, softness=0))
    rows, columns = np.nonzero(pad.pixels[..., 0] > 127)
    angle = np.arctan2(rows - 140, columns - 140)
    radius = np.hypot(rows - 140, columns - 140)
    means = [radius[(angle > low) & (angle <= low + 0.2)].mean() for low in np.arange(0.6, 2.6, 0.2)]
    assert np.ptp(means) < 4  # straight lines would go 6 pixels in between the points
    steps = np.abs(np.diff(means))
    assert steps.max() < 2.5


def test_the_tail_to_the_pointer_leaves_no_corner_behind():
    pixels = np.zeros((100, 100, 1), np.uint8)
    drawn = Stroke(pixels, (255,), 0)
    for spot in (Spot(10, 10, 2), Spot(80, 10, 2), Spot(80, 80, 2)):
        drawn.to(spot)
    assert pixels[10:14, 78:82].max() == 0  # the corner itself lies outside the curve
    assert pixels[80, 79, 0] == 255  # and yet the ink reaches the pointer


def test_a_stroke_may_leave_the_pad():
    pad = PicturePad(DIGIT, (0,))
    assert stroke(pad, [(0.5, 0.5), (1.4, 0.5), (-0.6, -0.9)]) is not None
    assert stroke(pad, [(2.0, 2.0), (3.0, 3.0)]) is not None


def test_pressure_makes_the_line_wider():
    pad = PicturePad(DIGIT, (0,))
    stroke(pad, [(0.1, 0.5), (0.3, 0.5), (0.5, 0.5), (0.7, 0.5), (0.9, 0.5)], pressures=[0.0, 0.25, 0.5, 0.75, 1.0])
    widths = (pad.pixels[..., 0] > 127).sum(axis=0)
    assert widths[40] < widths[140] < widths[240]


def test_before_and_after_of_a_stroke_bring_back_exactly_what_was_there():
    pad = PicturePad(DIGIT, (0,))
    stroke(pad, [(0.2, 0.2), (0.8, 0.8)])
    first = pad.content
    change = stroke(pad, [(0.2, 0.8), (0.8, 0.2)], Brush(0.1, 0.5, erases=True))
    second = pad.content
    assert (first != second).any()
    pad.put(change.before)
    np.testing.assert_array_equal(pad.content, first)
    pad.put(change.after)
    np.testing.assert_array_equal(pad.content, second)


def test_an_example_is_seen_as_it_is_until_somebody_draws_over_it_and_again_after_undo():
    pad = PicturePad(DIGIT, (0,))
    example = np.random.default_rng(0).random((28, 28, 1)).astype(np.float32)
    pad.take_example(example)
    assert pad.example is example
    assert pad.pixels.shape == (280, 280, 1)
    change = stroke(pad, [(0.5, 0.5), (0.6, 0.6)])
    assert pad.example is None
    pad.put(change.before)
    assert pad.example is example


def test_erasing_everything_makes_the_pad_blank():
    pad = PicturePad(DIGIT, (0,))
    stroke(pad, [(0.5, 0.5), (0.6, 0.5)])
    assert not pad.is_blank
    stroke(pad, [(0.4, 0.5), (0.7, 0.5)], Brush(0.4, 0, erases=True))
    assert pad.is_blank
    assert pad.clear() is None


def test_ink_contrasts_with_the_background():
    white = PicturePad(Shape((20, 30, 3)), (250, 250, 245))
    stroke(white, [(0.5, 0.5), (0.6, 0.5)])
    assert tuple(white.pixels[white.pixels.shape[0] // 2, white.pixels.shape[1] // 2]) == (0, 0, 0)


def test_colour_data_are_drawn_on_in_colour():
    pad = PicturePad(Shape((20, 30, 3)), (0, 0, 0))
    stroke(pad, [(0.5, 0.5), (0.6, 0.5)], Brush(0.2, 0, ink=(200, 40, 10)))
    assert tuple(pad.pixels[pad.pixels.shape[0] // 2, pad.pixels.shape[1] // 2]) == (200, 40, 10)
    assert pad.image().pixelColor(pad.pixels.shape[1] // 2, pad.pixels.shape[0] // 2) == QColor(200, 40, 10)


@pytest.mark.parametrize("dims", [(8, 8, 1), (28, 28, 1), (32, 48, 3), (300, 200, 1), (16, 16, 4), (10, 12, 2)])
def test_pads_are_whole_multiples_of_the_data(dims):
    pad = PicturePad(Shape(dims), (0,) * dims[2])
    assert pad.pixels.shape[0] % dims[0] == 0
    stroke(pad, [(0.1, 0.1), (0.9, 0.9)])
    assert not pad.image().isNull()


def test_a_curve_gets_a_value_at_every_step_the_pointer_passes():
    pad = CurvePad(Shape((64, 2), "sequence"), -2, 2)
    pad.feature = 1
    stroke(pad, [(0.25, 0.5), (0.75, 0.0)])
    assert (pad.values[:, 0] == 0).all()
    drawn = pad.values[20:46, 1]
    assert (np.diff(drawn) > 0).all()
    assert drawn[-1] == pytest.approx(2, abs=0.25)
    assert (pad.values[50:, 1] == 0).all()


def test_a_curve_can_be_drawn_backwards_and_erased_to_its_mean():
    pad = CurvePad(Shape((64, 1), "sequence"), -2, 2)
    stroke(pad, [(0.9, 0.25), (0.1, 0.25)])
    assert pad.values[30, 0] == pytest.approx(1)
    stroke(pad, [(0.0, 0.9), (1.0, 0.9)], Brush(erases=True))
    assert pad.is_blank


def picture(path, background, ink, size=(120, 90)):
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(QColor(*background))
    for x in range(50, 70):
        for y in range(20, 70):
            image.setPixelColor(x, y, QColor(*ink))
    assert image.save(str(path))
    return path


@pytest.mark.parametrize(("paper", "pen"), [((235, 230, 220), (40, 40, 60)), ((0, 0, 0), (255, 255, 255))])
def test_a_photograph_of_pen_on_paper_becomes_white_ink_on_black(tmp_path, paper, pen):
    pixels = PictureJob(picture(tmp_path / "paper.png", paper, pen), (280, 280), (0,), True)()
    assert pixels.shape == (280, 280, 1)
    assert pixels[10, 10, 0] == 0
    assert pixels[60, 60, 0] == 0
    assert pixels[140, 140, 0] == 255


def test_colour_images_keep_their_colours_and_fill_a_pad_without_a_plain_background(tmp_path):
    pixels = PictureJob(picture(tmp_path / "red.png", (10, 120, 30), (200, 10, 10)), (200, 200), (0, 0, 0), False)()
    assert tuple(pixels[100, 100]) == (200, 10, 10)
    assert tuple(pixels[2, 2]) == (10, 120, 30)
    assert tuple(PictureJob(tmp_path / "red.png", (200, 200), (0, 0, 0), True)()[2, 2]) == (0, 0, 0)


def test_a_broken_image_is_refused_with_a_sentence(tmp_path):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n nonsense")
    with pytest.raises(DataError, match=r"broken\.png"):
        PictureJob(broken, (280, 280), (0,), True)()


def test_a_transparent_image_lies_on_white_paper():
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    for x in range(20, 40):
        for y in range(20, 40):
            image.setPixelColor(x, y, QColor(0, 0, 0, 255))
    pixels = PictureJob(image, (280, 280), (0,), True)()
    assert pixels[140, 140, 0] == 255
    assert pixels[5, 5, 0] == 0
