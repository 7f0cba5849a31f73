"""Mosaics keep every image whole and in its place."""

import numpy as np

from ae_workbench.analysis.tiling import maps_as_images, mosaic, square_columns


def test_each_map_is_an_image_with_its_rows_and_columns() -> None:
    codes = np.arange(2 * 3 * 4 * 5).reshape(2, 3, 4, 5)
    images = maps_as_images(codes)
    assert images.shape == (2, 5, 3, 4)
    assert np.array_equal(images[1, 2], codes[1, :, :, 2])


def test_images_follow_row_by_row() -> None:
    images = np.arange(6 * 2 * 3 * 1).reshape(6, 2, 3, 1)
    whole = mosaic(images, columns=3)
    assert whole.shape == (4, 9, 1)
    for position in range(6):
        row, column = divmod(position, 3)
        assert np.array_equal(whole[2 * row : 2 * row + 2, 3 * column : 3 * column + 3], images[position])


def test_gaps_lie_between_images_only_and_a_short_row_is_filled_up() -> None:
    images = np.ones((5, 2, 2, 3), np.float32)
    whole = mosaic(images, columns=3, gap=1, fill=0.5)
    assert whole.shape == (5, 8, 3)
    assert whole.dtype == np.float32
    assert (whole[2] == 0.5).all()
    assert (whole[:, 2] == 0.5).all()
    assert (whole[3:, 6:] == 0.5).all()
    assert (whole == 1).sum() == 5 * 2 * 2 * 3


def test_columns_make_a_mosaic_of_the_wanted_shape() -> None:
    assert square_columns(16) == 4
    assert square_columns(32, aspect=2.0) == 8
    assert square_columns(3, aspect=100) == 3
    assert square_columns(1) == 1
    assert square_columns(0) == 1
