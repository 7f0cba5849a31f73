"""How far a reconstruction is from its example. All take float32 (n, …) pairs and give float64 (n,), a mean over each example's numbers."""

import numpy as np
from numpy.typing import NDArray

EPSILON = 1e-7
SSIM_RADIUS = 5
SSIM_SIGMA = 1.5
SSIM_C1, SSIM_C2 = 0.01**2, 0.03**2
ROWS_AT_ONCE = 256
Values = NDArray[np.float64]


def bce_per_image(x: NDArray, y: NDArray) -> Values:
    """Binary cross-entropy of ``y`` against ``x``, both in [0, 1], nats per pixel. ``y`` stays 1e-7 off 0 and 1, as in Keras."""
    p = np.clip(y.astype(np.float64), EPSILON, 1 - EPSILON)
    return _mean(-(x * np.log(p) + (1 - x) * np.log1p(-p)))


def mse_per_image(x: NDArray, y: NDArray) -> Values:
    """Mean squared error."""
    return _mean(np.square(x.astype(np.float64) - y))


def psnr_per_image(x: NDArray, y: NDArray) -> Values:
    """Peak signal-to-noise ratio in decibels for values in [0, 1]; 100 dB at most, which stands for equal."""
    return -10 * np.log10(np.maximum(mse_per_image(x, y), 1e-10))


def ssim_per_image(x: NDArray, y: NDArray) -> Values:
    """Structural similarity of images (n, h, w, c) in [0, 1]: 1 for equal ones, about 0 for unrelated ones; mean over places and channels.

    Gaussian window of 11×11 with σ = 1.5. Only places where the window lies inside count; along a side
    shorter than 11 all count, and the image is mirrored at its border.

    Source: Wang, Bovik, Sheikh and Simoncelli 2004, "Image quality assessment", section III.
    """
    parts = [_ssim(x[i : i + ROWS_AT_ONCE], y[i : i + ROWS_AT_ONCE]) for i in range(0, len(x), ROWS_AT_ONCE)]
    return np.concatenate(parts) if parts else np.zeros(0)


def error_per_example(loss: str, x: NDArray, y: NDArray) -> Values:
    """The error a plan's loss is made of: BCE per pixel for "bce", MSE for "mse"."""
    return bce_per_image(x, y) if loss == "bce" else mse_per_image(x, y)


def _ssim(x: NDArray, y: NDArray) -> Values:
    from scipy.ndimage import gaussian_filter

    def blurred(images: NDArray) -> NDArray:
        return gaussian_filter(images, SSIM_SIGMA, radius=SSIM_RADIUS, axes=(1, 2))

    x, y = x.astype(np.float32), y.astype(np.float32)
    mean_x, mean_y = blurred(x), blurred(y)
    product, squares = mean_x * mean_y, mean_x**2 + mean_y**2
    covariance, variances = blurred(x * y) - product, blurred(x**2 + y**2) - squares
    similarity = (2 * product + SSIM_C1) * (2 * covariance + SSIM_C2) / ((squares + SSIM_C1) * (variances + SSIM_C2))
    inside = (slice(SSIM_RADIUS, -SSIM_RADIUS) if side > 2 * SSIM_RADIUS else slice(None) for side in x.shape[1:3])
    return _mean(similarity[(slice(None), *inside)].astype(np.float64))


def _mean(values: NDArray) -> Values:
    return values.reshape(len(values), -1).mean(axis=1)
