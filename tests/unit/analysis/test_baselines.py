"""The filters that a denoiser is measured against."""

import numpy as np

from ae_workbench.analysis.baselines import gaussian_filter, median_filter, non_local_means


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
    for filtered in (median_filter(images), gaussian_filter(images), non_local_means(images, 0.2)):
        np.testing.assert_allclose(filtered, images, atol=1e-6)
        assert filtered.dtype == np.float32


def test_non_local_means_clean_a_stroke_better_than_blurring_because_strokes_repeat():
    clean = np.zeros((1, 24, 24, 1), np.float32)
    clean[:, :, 6:8] = clean[:, :, 14:16] = 1
    noisy = clean + np.random.default_rng(0).normal(0, 0.15, clean.shape).astype(np.float32)
    errors = [np.square(filtered - clean).mean() for filtered in (noisy, gaussian_filter(noisy, 0.6), non_local_means(noisy, 0.25))]
    assert errors[2] < 0.5 * errors[1] < errors[0]


def test_non_local_means_average_nothing_where_all_else_differs_and_everything_where_nothing_does():
    image = np.random.default_rng(0).random((1, 9, 9, 1), dtype=np.float32)
    np.testing.assert_allclose(non_local_means(image, 1e-3), image, atol=1e-4)
    assert non_local_means(image, 100.0, reach=9).std() < 0.1 * image.std()
