"""What spoils a recording: hiss, hum of the mains, clicks and crackle."""

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
HISS_SNR_DB = (0.0, 15.0)
HUM_SNR_DB = (0.0, 20.0)
CLICKS_SNR_DB = (0.0, 12.0)
CLICKS_PER_SECOND = (2.0, 40.0)
QUIETEST_RMS = 1e-4


def add_noise(clean: Samples, rate_hz: int, strength: float, rng: np.random.Generator) -> Samples:
    """A noisy copy of samples (n,): always hiss, often hum or clicks or both.

    The ratio of sound to each noise is drawn in decibels; ``strength`` scales the noise, so that 2 is 6 dB more of it.
    """
    level = max(float(np.sqrt(np.mean(np.square(clean, dtype=np.float64)))), QUIETEST_RMS)
    noise = _at(_hiss(len(clean), rng), level, HISS_SNR_DB, rng)
    if rng.random() < 0.5:
        noise += _at(_hum(len(clean), rate_hz, rng), level, HUM_SNR_DB, rng)
    if rng.random() < 0.5:
        noise += _at(_clicks(len(clean), rate_hz, rng), level, CLICKS_SNR_DB, rng)
    return (clean + strength * noise).astype(np.float32)


def _at(noise: NDArray[np.float64], level: float, snr_db: tuple[float, float], rng: np.random.Generator) -> NDArray[np.float64]:
    """Noise at a drawn number of decibels below the sound's level."""
    wanted = level * 10 ** (-rng.uniform(*snr_db) / 20)
    return noise * wanted / max(float(np.sqrt(np.mean(noise**2))), 1e-12)


def _hiss(count: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """White noise, or noise with less at high frequencies, as of an old tape."""
    from scipy.signal import lfilter

    white = rng.standard_normal(count)
    return white if rng.random() < 0.5 else lfilter([1.0], [1.0, -float(rng.uniform(0.3, 0.7))], white)


def _hum(count: int, rate_hz: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """50 or 60 Hz with overtones."""
    turns = np.arange(count) * float(rng.choice([50.0, 60.0])) / rate_hz
    return sum(np.sin(2 * np.pi * (n * turns + rng.random())) * rng.uniform(0.2, 1.0) / n for n in range(1, 8)) + np.zeros(count)


def _clicks(count: int, rate_hz: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Short bursts at random moments; many of them are crackle."""
    from scipy.signal import lfilter

    share = rng.uniform(*CLICKS_PER_SECOND) / rate_hz
    hits = np.where(rng.random(count) < share, rng.standard_normal(count) * rng.exponential(1.0, count), 0.0)
    if not hits.any():
        hits[int(rng.integers(count))] = 1.0
    return lfilter([1.0, -0.6], [1.0, -float(rng.uniform(0.2, 0.75))], hits)
