"""How far a reconstruction is from its example. All take float32 (n, …) pairs and give float64 (n,), a mean over each example's numbers."""

import numpy as np
from numpy.typing import NDArray

EPSILON = 1e-7
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


def error_per_example(loss: str, x: NDArray, y: NDArray) -> Values:
    """The error a plan's loss is made of: BCE per pixel for "bce", MSE for "mse"."""
    return bce_per_image(x, y) if loss == "bce" else mse_per_image(x, y)


def _mean(values: NDArray) -> Values:
    return values.reshape(len(values), -1).mean(axis=1)
