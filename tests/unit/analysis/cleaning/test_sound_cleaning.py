"""Sounds through a model of spectrograms: rebuilt as they were, cleaner where the model is, and measured."""

import numpy as np
import pytest

from ae_workbench.analysis.cleaning.sounds import clean_sound, filter_sound, picture, sound_quality
from ae_workbench.core.errors import DataError
from ae_workbench.data.sounds.source import sample_sounds
from ae_workbench.data.sounds.spectrogram import Transform
from ae_workbench.data.sounds.wav_file import Sound

TRANSFORM = Transform(16_000, 512)


def same(tiles: np.ndarray) -> np.ndarray:
    return tiles


def sample(seed: int = 1) -> tuple[Sound, Sound]:
    [(clean, noisy)] = sample_sounds(seed, 16_000)
    return Sound(clean[:, None], 16_000), Sound(noisy[:, None], 16_000)


def test_a_model_that_changes_nothing_gives_the_sound_back() -> None:
    clean, _ = sample()
    made = clean_sound(clean, TRANSFORM, same, 64)
    assert made.sound.samples.shape == clean.samples.shape and made.sound.rate_hz == 16_000
    assert sound_quality(clean, made.sound).snr > 25
    np.testing.assert_allclose(made.before, made.after, atol=2e-3)
    np.testing.assert_allclose(made.before, picture(clean, TRANSFORM), atol=1e-6)


@pytest.mark.parametrize("rate_hz", [8000, 22_050, 44_100])
def test_stereo_of_any_rate_keeps_rate_length_and_channels(rate_hz: int) -> None:
    time = np.arange(rate_hz + 7) / rate_hz
    sound = Sound(
        np.stack([0.5 * np.sin(2 * np.pi * 440 * time), 0.2 * np.sin(2 * np.pi * 900 * time)], axis=1).astype(np.float32), rate_hz
    )
    made = clean_sound(sound, TRANSFORM, same, 64).sound
    assert (made.rate_hz, made.samples.shape) == (rate_hz, sound.samples.shape)
    assert sound_quality(sound, made).snr > 20


def test_a_model_that_knows_better_takes_the_noise_off() -> None:
    clean, noisy = sample()

    def mute_noise(tiles: np.ndarray) -> np.ndarray:
        return np.where(tiles > 0.38, tiles, 0)

    before, after = sound_quality(clean, noisy), sound_quality(clean, clean_sound(noisy, TRANSFORM, mute_noise, 64).sound)
    assert after.snr > before.snr + 1 and after.segmental_snr > before.segmental_snr + 1


def test_spectral_subtraction_is_the_yardstick() -> None:
    clean, noisy = sample(1)
    assert sound_quality(clean, filter_sound(noisy, TRANSFORM, "subtraction").sound).snr > sound_quality(clean, noisy).snr


def test_silence_and_a_moment_go_through() -> None:
    for samples in (np.zeros((4000, 1), np.float32), np.ones((1, 1), np.float32)):
        made = clean_sound(Sound(samples, 16_000), TRANSFORM, same, 64).sound.samples
        assert made.shape == samples.shape and np.isfinite(made).all()


def test_signal_to_noise_is_known_for_known_noise() -> None:
    rng = np.random.default_rng(1)
    x = rng.standard_normal((16_000, 1)).astype(np.float32)
    noise = 0.1 * rng.standard_normal(x.shape).astype(np.float32)
    found = sound_quality(Sound(x, 16_000), Sound(x + noise, 16_000))
    assert found.snr == pytest.approx(20, abs=0.2) and found.segmental_snr == pytest.approx(20, abs=0.3)
    assert sound_quality(Sound(x, 16_000), Sound(x, 16_000)).snr == 100


def test_another_recording_is_refused() -> None:
    clean, noisy = sample()
    with pytest.raises(DataError, match="lasts 2"):
        sound_quality(Sound(clean.samples[:32_000], 16_000), noisy)
    with pytest.raises(DataError, match="2 channels, not 1"):
        sound_quality(Sound(np.repeat(clean.samples, 2, axis=1), 16_000), noisy)
