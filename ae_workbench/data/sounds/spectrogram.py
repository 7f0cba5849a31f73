"""Sound as a picture of frequencies over time, and back: log-magnitudes as numbers from 0 to 1, phases kept beside."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

RANGE_DB = 80.0
TOP_DB = 0.0
"""Magnitude that is 1: a sine at full scale has −6 dB."""
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

    @property
    def frames_per_second(self) -> float:
        return self.rate_hz / self.hop

    @cached_property
    def _stft(self) -> Any:
        from scipy.signal import ShortTimeFFT
        from scipy.signal.windows import hann

        return ShortTimeFFT(hann(self.window, sym=False), self.hop, self.rate_hz, scale_to="magnitude")

    def forward(self, samples: Floats) -> Complex:
        """Spectrum (window / 2, frames) of samples (n,)."""
        padded = np.pad(samples, (0, max(0, self.window - len(samples))))
        return self._stft.stft(padded)[: self.height].astype(np.complex64)[::-1]

    def back(self, spectrum: Complex, count: int) -> Floats:
        """So many samples of a spectrum, float32 (count,)."""
        whole = np.concatenate([spectrum[::-1], np.zeros((1, spectrum.shape[1]), spectrum.dtype)])
        return self._stft.istft(whole, k1=max(count, self.window))[:count].astype(np.float32)


def level(samples: Floats) -> float:
    """What samples are multiplied with to have the usual level; a silent sound stays as it is."""
    rms = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
    return LEVEL_RMS / rms if rms > QUIETEST_RMS else 1.0


def to_values(spectrum: Complex) -> Floats:
    """Magnitudes as numbers from 0 to 1: decibels, of which the topmost 80 count."""
    decibels = 20 * np.log10(np.maximum(np.abs(spectrum), 1e-9))
    return np.clip((decibels - TOP_DB) / RANGE_DB + 1, 0, 1).astype(np.float32)


def to_magnitudes(values: Floats) -> Floats:
    """The inverse of ``to_values``; 0 is silence."""
    loud = np.power(np.float32(10), (values - 1) * np.float32(RANGE_DB / 20) + np.float32(TOP_DB / 20))
    return np.where(values > 0, loud, 0).astype(np.float32)
