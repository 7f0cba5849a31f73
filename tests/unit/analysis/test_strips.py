"""Rows of small pictures: crisp when enlarged, averaged when made smaller."""

import numpy as np

from ae_workbench.analysis.strips import PAPER, curves, strip


def test_small_images_grow_by_a_whole_factor_with_paper_between() -> None:
    images = np.zeros((3, 2, 2, 1))
    images[:, 0, 0] = 1
    made = strip(images, side_px=9, gap_px=4)
    assert made.shape == (8 + 4, 3 * (8 + 4), 1)
    first = made[2:10, 2:10, 0]
    assert np.array_equal(first, np.kron([[255, 0], [0, 0]], np.ones((4, 4))))
    assert (made[:, :2] == PAPER).all()


def test_large_images_are_averaged_to_fit() -> None:
    images = np.zeros((2, 100, 60, 3))
    images[:, ::2] = 1
    made = strip(images, side_px=50, gap_px=0)
    assert made.shape == (50, 60, 3)
    assert (made == 128).all()


def test_of_four_channels_the_colours_stay_and_of_two_the_first() -> None:
    assert strip(np.ones((1, 2, 2, 4)), 2, 0).shape == (2, 2, 3)
    assert strip(np.ones((1, 2, 2, 2)), 2, 0).shape == (2, 2, 1)


def test_a_long_thin_image_keeps_at_least_a_pixel() -> None:
    assert strip(np.ones((1, 90, 2, 1)), 10, 0).shape == (10, 1, 1)


def test_a_rising_curve_is_drawn_from_the_lower_left_to_the_upper_right() -> None:
    ramp = np.linspace(-1, 1, 5)[None, :, None]
    [image] = curves(ramp, ramp, side_px=20)[..., 0]
    rows, columns = np.nonzero(image == 0)
    assert (rows[columns == 0].max(), rows[columns == 18].min()) == (19, 0)
    assert np.corrcoef(rows, columns)[0, 1] < -0.99


def test_what_leaves_the_scale_stays_inside_the_picture() -> None:
    image = curves(np.full((1, 4, 1), 9.0), np.array([[[0.0], [1.0]]]), side_px=8)
    assert (image[0, 0, :7] == 0).all()
