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


def non_local_means(images: Floats, softness: float, patch: int = 3, reach: int = 6) -> Floats:
    """Each pixel of images (n, h, w, c) becomes a mean of pixels up to ``reach`` away, weighted by how alike their surroundings are.

    Surroundings are ``patch``×``patch`` pixels, mirrored at the border; where their root mean squared difference is ``softness`` the
    weight is 1/e. All images are filtered at once: on many small ones that is quicker than a library's one picture at a time.

    Source: Buades, Coll and Morel 2005, "A non-local algorithm for image denoising", equation 1, with even weights inside a patch.
    """
    from scipy.ndimage import uniform_filter

    images = images.astype(np.float32)
    height, width = images.shape[1:3]
    padded = np.pad(images, ((0, 0), (reach, reach), (reach, reach), (0, 0)), mode="symmetric")
    total, weights = np.zeros_like(images), np.zeros((*images.shape[:3], 1), np.float32)
    for down in range(2 * reach + 1):
        for right in range(2 * reach + 1):
            moved = padded[:, down : down + height, right : right + width]
            apart = uniform_filter(np.square(images - moved).mean(axis=3), (1, patch, patch))[..., None]
            weight = np.exp(-apart / softness**2)
            total += weight * moved
            weights += weight
    return np.asarray(total / weights, np.float32)


def divide_background(images: Floats, reach: int = 15, black: float = 0.2, white: float = 0.85) -> Floats:
    """Pages (n, h, w, c) divided by their paper: what is darker than its surroundings stays, shades and stains go.

    The paper is each page's grey-scale closing over ``reach`` pixels, which fills in print, smoothed. Of the quotient ``black`` becomes
    0 and ``white`` 1, so that faint noise is white and faint ink black; these two were chosen on pages that the program made.

    Source: Gonzalez and Woods 2018, "Digital Image Processing", section 9.8 (shading corrected by morphology).
    """
    from scipy.ndimage import gaussian_filter as smoothed
    from scipy.ndimage import grey_closing

    quiet = median_filter(images.astype(np.float32))
    paper = smoothed(grey_closing(quiet, size=(1, reach, reach, 1)), reach / 2, axes=(1, 2))
    return np.clip((images / np.maximum(paper, 0.05) - black) / (white - black), 0, 1).astype(np.float32)


def subtract_noise_spectrum(magnitudes: Floats, quiet_share: float = 0.2, excess: float = 2.0, floor: float = 0.02) -> Floats:
    """Spectral subtraction on magnitudes (frequencies, frames): at each frequency the mean of its quietest frames counts as noise.

    ``excess`` times the noise is taken off; at least ``floor`` of each magnitude stays, without which single tones would twinkle.

    Source: Boll 1979, "Suppression of acoustic noise in speech using spectral subtraction"; Berouti, Schwartz and Makhoul 1979 for
    ``excess`` and ``floor``.
    """
    frames = max(1, round(quiet_share * magnitudes.shape[1]))
    noise = np.partition(magnitudes, frames - 1, axis=1)[:, :frames].mean(axis=1, keepdims=True)
    return np.maximum(magnitudes - excess * noise, floor * magnitudes).astype(np.float32)
