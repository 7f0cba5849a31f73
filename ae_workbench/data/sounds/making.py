"""Clean sounds, made here: melodies, chords, plucked strings, chirps and bells, to train a cleaner of sound without a file."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

SECONDS = 4.0
LEVEL_PEAK = 0.7
SCALE = (0, 2, 4, 7, 9)
"""Semitones of the pentatonic scale, in which any notes sound well together."""
LOWEST_HZ = 110.0
Wave = NDArray[np.float64]


def make_sound(rng: np.random.Generator, rate_hz: int, seconds: float = SECONDS) -> NDArray[np.float32]:
    """One sound (n,) of a random kind, with pauses, peak at 0.7 of full scale."""
    count = round(rate_hz * seconds)
    kind = KINDS[int(rng.integers(len(KINDS)))]
    sound = np.zeros(count)
    time = float(rng.uniform(0.0, 0.3))
    while time < seconds - 0.2:
        length = float(rng.choice([0.2, 0.3, 0.4, 0.6, 0.9]))
        note = kind(rng, rate_hz, length)
        start = round(time * rate_hz)
        end = min(count, start + len(note))
        sound[start:end] += note[: end - start]
        time += length * float(rng.choice([0.7, 1.0, 1.0, 1.5]))
    return (sound * LEVEL_PEAK / max(float(np.abs(sound).max()), 1e-9)).astype(np.float32)


def _pitch(rng: np.random.Generator) -> float:
    """A note of the scale, over four octaves."""
    return LOWEST_HZ * 2 ** ((12 * int(rng.integers(0, 4)) + int(rng.choice(SCALE))) / 12)


def _times(rate_hz: int, seconds: float) -> Wave:
    return np.arange(round(rate_hz * seconds)) / rate_hz


def _envelope(time: Wave, attack_s: float, seconds: float) -> Wave:
    """Rises, holds and fades out in the last third, without a click."""
    return np.clip(time / attack_s, 0, 1) * np.clip((seconds - time) / (seconds / 3), 0, 1)


def _harmonics(time: Wave, hz: float, rate_hz: int, slope: float, rng: np.random.Generator, bend: Wave | float = 0.0) -> Wave:
    """Overtones that fall off with their number to the power of ``slope``, those below half the rate."""
    found = np.zeros_like(time)
    for n in range(1, 1 + min(12, int(0.45 * rate_hz / hz))):
        found += np.sin(2 * np.pi * n * (hz * time + bend) + rng.uniform(0, 2 * np.pi)) / n**slope
    return found


def _melody(rng: np.random.Generator, rate_hz: int, seconds: float) -> Wave:
    """One held note with a little vibrato."""
    time, hz = _times(rate_hz, seconds), _pitch(rng)
    vibrato = 0.003 * hz / 5.5 * np.sin(2 * np.pi * 5.5 * time) * rng.random()
    return _harmonics(time, hz, rate_hz, float(rng.uniform(1.0, 2.0)), rng, vibrato) * _envelope(time, 0.03, seconds)


def _chord(rng: np.random.Generator, rate_hz: int, seconds: float) -> Wave:
    """Three notes at once."""
    time = _times(rate_hz, seconds)
    notes = sum(_harmonics(time, _pitch(rng), rate_hz, 1.6, rng) for _ in range(3))
    return notes * _envelope(time, 0.05, seconds)


def _pluck(rng: np.random.Generator, rate_hz: int, seconds: float) -> Wave:
    """A plucked string: higher overtones die sooner."""
    time, hz = _times(rate_hz, 2 * seconds), _pitch(rng)
    found = np.zeros_like(time)
    for n in range(1, 1 + min(14, int(0.45 * rate_hz / hz))):
        found += np.sin(2 * np.pi * n * hz * time) * np.exp(-time * (2.0 + 1.2 * n)) / n
    return found * _envelope(time, 0.004, 2 * seconds)


def _chirp(rng: np.random.Generator, rate_hz: int, seconds: float) -> Wave:
    """A tone that slides to another pitch."""
    time, start, end = _times(rate_hz, seconds), _pitch(rng), _pitch(rng)
    turns = start * time + (end - start) * time**2 / (2 * seconds)
    return (np.sin(2 * np.pi * turns) + 0.3 * np.sin(4 * np.pi * turns)) * _envelope(time, 0.02, seconds)


def _bell(rng: np.random.Generator, rate_hz: int, seconds: float) -> Wave:
    """Overtones that are no whole multiples, ringing on."""
    time, hz = _times(rate_hz, 2 * seconds), 2 * _pitch(rng)
    found = np.zeros_like(time)
    for ratio, loudness, decay in ((1.0, 1.0, 2.5), (2.76, 0.6, 4.0), (5.4, 0.3, 7.0)):
        if hz * ratio < 0.45 * rate_hz:
            found += loudness * np.sin(2 * np.pi * hz * ratio * time) * np.exp(-time * decay)
    return found * _envelope(time, 0.003, 2 * seconds)


KINDS: tuple[Callable[[np.random.Generator, int, float], Wave], ...] = (_melody, _chord, _pluck, _chirp, _bell)
