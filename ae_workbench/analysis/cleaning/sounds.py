"""Sounds of any length, cleaned as spectrograms in overlapping tiles, with the waveform rebuilt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.baselines import subtract_noise_spectrum
from ae_workbench.analysis.overlap import Apply, Floats, Tell, in_tiles
from ae_workbench.core.errors import DataError
from ae_workbench.data.sounds.spectrogram import Complex, Transform, level, to_magnitudes, to_values
from ae_workbench.data.sounds.wav_file import Sound, at_rate

CleanMagnitudes = Callable[[Floats], Floats]
FILTERS: Mapping[str, CleanMagnitudes] = {"subtraction": subtract_noise_spectrum}
"""Yardsticks: what cleans magnitudes (frequencies, frames) without training."""
SEGMENT_S = 0.03
WORST_SEGMENT_DB, BEST_SEGMENT_DB = -10.0, 35.0
QUIETEST_SEGMENT_DB = -45.0
"""Segments of the clean sound that are quieter than this against its loudest one are pauses and don't count."""
MOST_SNR_DB = 100.0
SLACK_S = 0.05


@dataclass(frozen=True, eq=False)
class CleanedSound:
    """``sound`` has the noisy one's rate, length and channels; ``before`` and ``after`` are pictures of its first channel."""

    sound: Sound
    before: Floats
    after: Floats


@dataclass(frozen=True)
class SoundQuality:
    """Signal to noise in decibels, over all samples and as a mean over segments of 30 ms without the pauses.

    Source: Hansen and Pellom 1998, "An effective quality evaluation protocol for speech enhancement algorithms" (each segment between
    −10 and 35 dB).
    """

    snr: float
    segmental_snr: float


def clean_sound(sound: Sound, transform: Transform, apply: Apply, tile_frames: int, tell: Tell = lambda share: None) -> CleanedSound:
    """The sound as a model of spectrograms cleans it, channel by channel; phases stay as they are."""
    channels = sound.channels

    def magnitudes(channel: int) -> Callable[[Complex], Floats]:
        def cleaned(spectrum: Complex) -> Floats:
            values = to_values(spectrum)[..., None]
            tile = (transform.height, tile_frames)
            return to_magnitudes(in_tiles(values, apply, tile, lambda share: tell((channel + share) / channels))[..., 0])

        return cleaned

    return _rebuilt(sound, transform, magnitudes)


def filter_sound(sound: Sound, transform: Transform, key: str) -> CleanedSound:
    """The sound as one of ``FILTERS`` cleans it."""
    return _rebuilt(sound, transform, lambda channel: lambda spectrum: FILTERS[key](np.abs(spectrum)))


def picture(sound: Sound, transform: Transform) -> Floats:
    """The first channel's spectrogram, (height, frames) in [0, 1], as a model sees it."""
    samples = at_rate(sound.samples[:, :1], sound.rate_hz, transform.rate_hz)[:, 0]
    return to_values(transform.forward(samples * np.float32(level(samples))))


def sound_quality(clean: Sound, sound: Sound) -> SoundQuality:
    """How near a sound is to its clean version, which is brought to its rate.

    Raises:
        DataError: they differ in length or channels.
    """
    wanted = at_rate(clean.samples, clean.rate_hz, sound.rate_hz)
    if clean.channels != sound.channels:
        raise DataError(f"The clean sound has {clean.channels} channels, not {sound.channels}: choose the same recording.")
    if abs(len(wanted) - len(sound.samples)) > SLACK_S * sound.rate_hz:
        raise DataError(f"The clean sound lasts {clean.seconds:.2f} s, not {sound.seconds:.2f} s: choose the same recording.")
    length = min(len(wanted), len(sound.samples))
    x, y = (samples[:length].astype(np.float64) for samples in (wanted, sound.samples))
    return SoundQuality(_decibels(np.square(x).sum(), np.square(x - y).sum()), _segmental(x, y, max(1, round(SEGMENT_S * sound.rate_hz))))


def _rebuilt(sound: Sound, transform: Transform, clean: Callable[[int], Callable[[Complex], Floats]]) -> CleanedSound:
    """Each channel: level, spectrum, cleaned magnitudes with the noisy phases, and back.

    No magnitude becomes larger than it was: where it would, the model took noise for sound more often than the noise had hidden some.
    """
    samples = at_rate(sound.samples, sound.rate_hz, transform.rate_hz)
    parts, pictures = [], []
    for channel in range(samples.shape[1]):
        gain = np.float32(level(samples[:, channel]))
        spectrum = transform.forward(samples[:, channel] * gain)
        turned = spectrum * np.minimum(1, clean(channel)(spectrum) / np.maximum(np.abs(spectrum), 1e-9))
        parts.append(transform.back(turned.astype(np.complex64), len(samples)) / gain)
        pictures.append((to_values(spectrum), to_values(turned)))
    whole = at_rate(np.stack(parts, axis=1), transform.rate_hz, sound.rate_hz)[: len(sound.samples)]
    missing = len(sound.samples) - len(whole)
    return CleanedSound(Sound(np.pad(whole, ((0, missing), (0, 0))), sound.rate_hz), *pictures[0])


def _segmental(x: NDArray[np.float64], y: NDArray[np.float64], length: int) -> float:
    length = min(length, len(x))
    count = len(x) // length
    signal, error = (np.square(part[: count * length]).reshape(count, -1).sum(axis=1) for part in (x, x - y))
    counts = signal > signal.max() * 10 ** (QUIETEST_SEGMENT_DB / 10)
    if not counts.any():
        return 0.0
    ratios = 10 * np.log10(signal[counts] / np.maximum(error[counts], 1e-20))
    return float(np.clip(ratios, WORST_SEGMENT_DB, BEST_SEGMENT_DB).mean())


def _decibels(signal: float, error: float) -> float:
    return float(np.clip(10 * np.log10(max(signal, 1e-20) / max(error, 1e-20)), -MOST_SNR_DB, MOST_SNR_DB))
