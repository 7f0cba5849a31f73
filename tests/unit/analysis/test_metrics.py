"""Metrics against what their papers say, worked out the slow way."""

import numpy as np
import pytest
from numpy.typing import NDArray

from ae_workbench.analysis.metrics import bce_per_image, error_per_example, mse_per_image, psnr_per_image, ssim_per_image

X = np.array([[0.0, 1.0, 0.25, 1.0], [1.0, 1.0, 0.0, 0.0]], np.float32).reshape(2, 2, 2, 1)
Y = np.array([[0.5, 0.5, 0.25, 1.0], [1.0, 1.0, 0.0, 0.0]], np.float32).reshape(2, 2, 2, 1)


def waves(count: int, height: int, width: int, channels: int, phase: float = 0.0) -> NDArray[np.float32]:
    """Smooth images in [0, 1], each its own."""
    n, i, j, c = np.ogrid[:count, :height, :width, :channels]
    return (0.5 + 0.25 * np.sin(0.7 * i + n + phase) + 0.25 * np.cos(0.4 * j + 0.9 * c - phase)).astype(np.float32)


def ssim_by_hand(x: NDArray, y: NDArray) -> float:
    """One channel, one window at a time. Source: Wang et al. 2004, equations 13 to 17."""
    offsets = np.arange(11) - 5
    window = np.exp(-(offsets[:, None] ** 2 + offsets[None, :] ** 2) / (2 * 1.5**2))
    window /= window.sum()
    values = []
    for i in range(x.shape[0] - 10):
        for j in range(x.shape[1] - 10):
            a, b = x[i : i + 11, j : j + 11].astype(float), y[i : i + 11, j : j + 11].astype(float)
            mean_a, mean_b = (window * a).sum(), (window * b).sum()
            variance_a, variance_b = (window * (a - mean_a) ** 2).sum(), (window * (b - mean_b) ** 2).sum()
            covariance = (window * (a - mean_a) * (b - mean_b)).sum()
            luminance = (2 * mean_a * mean_b + 1e-4) / (mean_a**2 + mean_b**2 + 1e-4)
            values.append(luminance * (2 * covariance + 9e-4) / (variance_a + variance_b + 9e-4))
    return float(np.mean(values))


def test_bce_is_a_mean_over_pixels_in_nats() -> None:
    quarter = -(0.25 * np.log(0.25) + 0.75 * np.log(0.75))
    np.testing.assert_allclose(bce_per_image(X, Y), [(2 * np.log(2) + quarter) / 4, 0], atol=1e-6)


def test_mse_and_psnr_of_a_known_difference() -> None:
    np.testing.assert_allclose(mse_per_image(X, Y), [0.125, 0])
    np.testing.assert_allclose(psnr_per_image(X, Y), [9.0309, 100], atol=1e-4)


def test_a_plan_s_error_follows_its_loss() -> None:
    assert np.array_equal(error_per_example("bce", X, Y), bce_per_image(X, Y))
    assert np.array_equal(error_per_example("mse", X, Y), mse_per_image(X, Y))


@pytest.mark.parametrize(("height", "width", "channels"), [(16, 13, 1), (11, 12, 3)])
def test_ssim_is_what_its_paper_says(height: int, width: int, channels: int) -> None:
    x, y = waves(3, height, width, channels), np.clip(waves(3, height, width, channels, 0.6) + 0.1, 0, 1)
    expected = [np.mean([ssim_by_hand(a[..., c], b[..., c]) for c in range(channels)]) for a, b in zip(x, y, strict=True)]
    np.testing.assert_allclose(ssim_per_image(x, y), expected, atol=2e-5)


def test_ssim_of_equal_images_is_one_and_of_an_image_and_its_negative_below_zero() -> None:
    x = waves(4, 28, 28, 1)
    np.testing.assert_allclose(ssim_per_image(x, x), 1, atol=1e-6)
    assert (ssim_per_image(x, 1 - x) < 0).all()
    np.testing.assert_allclose(ssim_per_image(np.zeros_like(x), np.zeros_like(x)), 1)


def test_ssim_takes_images_smaller_than_its_window() -> None:
    x = waves(3, 8, 5, 1)
    worse, worst = (np.clip(x + amount * (-1) ** np.arange(5)[:, None], 0, 1) for amount in (0.1, 0.4))
    np.testing.assert_allclose(ssim_per_image(x, x), 1, atol=1e-6)
    assert (ssim_per_image(x, worst) < ssim_per_image(x, worse)).all()
    assert ssim_per_image(x[:, :1, :1], x[:, :1, :1]).shape == (3,)


def test_ssim_of_many_images_is_that_of_each() -> None:
    x, y = waves(600, 12, 12, 1), waves(600, 12, 12, 1, 0.3)
    many = ssim_per_image(x, y)
    assert many.dtype == np.float64
    np.testing.assert_allclose(many[[0, 299, 599]], [ssim_per_image(x[i : i + 1], y[i : i + 1])[0] for i in (0, 299, 599)])
    assert ssim_per_image(x[:0], y[:0]).shape == (0,)
