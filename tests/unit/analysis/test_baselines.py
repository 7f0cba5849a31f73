"""The filters that a denoiser is measured against."""

import numpy as np

from ae_workbench.analysis.baselines import gaussian_filter, median_filter


def test_the_median_removes_single_wrong_pixels_and_keeps_an_edge():
    image = np.zeros((1, 9, 9, 1), np.float32)
    image[:, :, 4:] = 1
    broken = image.copy()
    broken[0, 2, 2] = 1
    broken[0, 6, 6] = 0
    np.testing.assert_array_equal(median_filter(broken), image)


def test_a_larger_median_removes_larger_spots():
    image = np.zeros((1, 11, 11, 1), np.float32)
    image[0, 4:6, 4:7] = 1
    assert median_filter(image, 3).max() == 1
    assert median_filter(image, 5).max() == 0


def test_the_gaussian_spreads_a_dot_evenly_and_loses_nothing():
    image = np.zeros((1, 15, 15, 1), np.float32)
    image[0, 7, 7] = 1
    blurred = gaussian_filter(image, 1.0)
    np.testing.assert_allclose(blurred.sum(), 1, atol=1e-4)
    np.testing.assert_allclose(blurred[0, 7, 8], blurred[0, 8, 7])
    np.testing.assert_allclose(blurred[0, 7, 8] / blurred[0, 7, 7], np.exp(-0.5), rtol=1e-3)


def test_images_and_channels_do_not_mix():
    images = np.zeros((2, 6, 6, 3), np.float32)
    images[0, :, :, 1] = 1
    for filtered in (median_filter(images), gaussian_filter(images)):
        np.testing.assert_allclose(filtered, images, atol=1e-6)
        assert filtered.dtype == np.float32
