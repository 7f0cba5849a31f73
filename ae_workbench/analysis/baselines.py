"""What needs no training: yardsticks that an autoencoder should beat."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def median_filter(images: Floats, size: int = 3) -> Floats:
    """Each pixel of images (n, h, w, c) becomes the median of the ``size``×``size`` pixels around it; mirrored at the border.

    Source: Gonzalez and Woods 2018, "Digital Image Processing", section 5.3.
    """
    from scipy.ndimage import median_filter as filtered

    return filtered(images, size=(1, size, size, 1)).astype(np.float32)


def gaussian_filter(images: Floats, sigma: float = 1.0) -> Floats:
    """Images (n, h, w, c) blurred with a Gaussian window of standard deviation ``sigma`` in pixels; mirrored at the border."""
    from scipy.ndimage import gaussian_filter as filtered

    return filtered(images.astype(np.float32), sigma, axes=(1, 2))
