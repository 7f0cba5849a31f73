"""WAV files and back, spectrograms and back, and sounds cut into pairs of pieces."""

import struct
from pathlib import Path

import numpy as np
import pytest
from scipy.io import wavfile

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load, shape_of
from ae_workbench.data.sounds.making import KINDS, make_sound
from ae_workbench.data.sounds.noise import add_noise
from ae_workbench.data.sounds.spectrogram import Transform, level, to_magnitudes, to_values
from ae_workbench.data.sounds.wav_file import Sound, UnreadableSound, at_rate, read_wav, wav_bytes

TRANSFORM = Transform(16_000, 512)
FEW = {"sounds": 4, "pieces": 5}


def tone(hz: float, rate_hz: int = 16_000, seconds: float = 1.0) -> np.ndarray:
    return np.sin(2 * np.pi * hz * np.arange(round(rate_hz * seconds)) / rate_hz).astype(np.float32)


def opened(folder: Path | str = "", **parameters: object) -> Dataset:
    return load(Choice("sounds", {"path": str(folder), **parameters}))


def saved(path: Path, samples: np.ndarray, rate_hz: int = 16_000) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    wavfile.write(path, rate_hz, samples)
    return path


# Files


@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.int32, np.float32, np.float64])
@pytest.mark.parametrize("channels", [1, 2])
def test_every_usual_kind_of_wav_is_read(tmp_path: Path, kind: type, channels: int) -> None:
    wave = 0.5 * np.stack([tone(440), tone(660)], axis=1)[:, :channels]
    scale = {np.uint8: 127, np.int16: 32767, np.int32: 2**31 - 1}.get(kind, 1)
    values = (wave.astype(np.float64) * scale + (128 if kind is np.uint8 else 0)).astype(kind)
    sound = read_wav(saved(tmp_path / "a.wav", values))
    assert (sound.rate_hz, sound.channels, sound.seconds) == (16_000, channels, 1.0)
    np.testing.assert_allclose(sound.samples, wave, atol=0.02 if kind is np.uint8 else 1e-4)


def test_24_bits_are_read(tmp_path: Path) -> None:
    values = (0.5 * tone(440) * 2**23).astype("<i4")
    packed = values[:, None].view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    head = struct.pack(
        "<4sL4s4sLHHLLHH4sL", b"RIFF", 36 + len(packed), b"WAVE", b"fmt ", 16, 1, 1, 16_000, 48_000, 3, 24, b"data", len(packed)
    )
    (tmp_path / "a.wav").write_bytes(head + packed)
    np.testing.assert_allclose(read_wav(tmp_path / "a.wav").samples[:, 0], 0.5 * tone(440), atol=1e-4)


def test_what_is_written_is_16_bits_and_clipped(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(wav_bytes(Sound(2 * tone(440)[:, None], 16_000)))
    rate, values = wavfile.read(tmp_path / "a.wav")
    assert rate == 16_000 and values.dtype == np.int16 and values.max() == 32767 and values.min() == -32767


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no WAV file"),
        (b"RIFFnonsense", "no WAV file"),
        (wav_bytes(Sound(np.zeros((0, 1), np.float32), 8000)), "it is empty"),
        (wav_bytes(Sound(np.zeros((9, 1), np.float32), 3)), "3 samples a second"),
        (wav_bytes(Sound(np.zeros((9, 9), np.float32), 8000)), "9 channels"),
    ],
)
def test_broken_and_odd_files_are_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(UnreadableSound, match=sentence):
        read_wav(tmp_path / "a.wav")


def test_what_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSound, match="lasts 11 minutes"):
        read_wav(saved(tmp_path / "a.wav", np.zeros(660_000, np.uint8), 1000))


def test_numbers_that_are_not_finite_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSound, match="not finite"):
        read_wav(saved(tmp_path / "a.wav", np.array([0, np.nan, 1], np.float32)))


def test_another_rate_keeps_what_both_can_hold() -> None:
    low = at_rate(tone(1000, 44_100)[:, None], 44_100, 16_000)[:, 0]
    assert len(low) == 16_000
    np.testing.assert_allclose(low[500:-500], tone(1000)[500:-500], atol=0.01)
    gone = at_rate(tone(12_000, 44_100)[:, None], 44_100, 16_000)
    assert np.abs(gone[500:-500]).max() < 0.01


# Spectrograms


@pytest.mark.parametrize("count", [1, 300, 512, 5000, 16_001])
def test_sound_comes_back_from_its_spectrum(count: int) -> None:
    wave = (0.3 * tone(700)[:count] if count < 16_000 else 0.3 * tone(700, seconds=2)[:count]) * np.hanning(count).astype(np.float32)
    back = TRANSFORM.back(TRANSFORM.forward(wave), count)
    assert len(back) == count
    np.testing.assert_allclose(back, wave, atol=2e-3)


def test_a_picture_has_its_highest_frequency_on_top_and_full_scale_as_one() -> None:
    values = to_values(TRANSFORM.forward(tone(1000)))
    assert values.shape == (256, 128)
    row = 255 - round(1000 / (16_000 / 512))
    assert values[row, 60] == pytest.approx(1, abs=1e-3)  # half the amplitude at each of two frequencies
    assert values[:100, 60].max() < 0.02
    spectrum = TRANSFORM.forward(0.3 * tone(1000))
    np.testing.assert_allclose(to_magnitudes(to_values(spectrum)), np.abs(spectrum), rtol=1e-3, atol=1e-6)
    assert to_magnitudes(np.zeros(3, np.float32)).max() == 0


def test_some_columns_are_those_of_the_whole() -> None:
    wave = np.random.default_rng(1).standard_normal(9000).astype(np.float32)
    whole = TRANSFORM.forward(wave)
    assert whole.shape == (256, TRANSFORM.frames(9000))
    for first in (0, 5, whole.shape[1] - 8):
        np.testing.assert_allclose(TRANSFORM.forward(wave, first, 8), whole[:, first : first + 8], atol=1e-6)


def test_loud_and_quiet_sounds_look_alike_and_silence_stays() -> None:
    loud, quiet = tone(500), 0.01 * tone(500)
    np.testing.assert_allclose(loud * level(loud), quiet * level(quiet), rtol=1e-4)
    assert level(np.zeros(10, np.float32)) == 1


# Data


def test_made_sounds_are_pairs_of_pieces() -> None:
    data = opened(**FEW)
    assert data.shape == Shape((256, 32, 1)) == shape_of(Choice("sounds"))
    assert (len(data.train), len(data.test)) == (15, 5)
    assert data.train.inputs.mean() > data.train.examples.mean() + 20  # noise fills the silence
    assert opened(**FEW).fingerprint == data.fingerprint != opened(**FEW, seed=2).fingerprint
    assert opened(**FEW, window="256", frames=16).shape.dims == (128, 16, 1)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_sound_is_heard_and_below_half_the_rate(kind) -> None:
    for rate_hz in (8000, 44_100):
        note = kind(np.random.default_rng(5), rate_hz, 0.3)
        assert np.isfinite(note).all() and 0.1 < np.abs(note).max() < 20


def test_noise_has_the_strength_that_is_asked_for() -> None:
    clean = make_sound(np.random.default_rng(1), 16_000)
    assert np.abs(clean).max() == pytest.approx(0.7, abs=0.01)
    one, two = (add_noise(clean, 16_000, strength, np.random.default_rng(2)) - clean for strength in (1, 2))
    np.testing.assert_allclose(two, 2 * one, atol=1e-5)
    assert np.isfinite(add_noise(np.zeros(100, np.float32), 16_000, 1, np.random.default_rng(3))).all()


def test_own_pairs_at_any_rate_in_stereo(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    for number in range(4):
        clean = 0.5 * np.stack([tone(300 + 100 * number, 22_050, 2.0), tone(900, 22_050, 2.0)], axis=1)
        saved(tmp_path / "clean" / f"{number}.wav", clean, 22_050)
        saved(tmp_path / "noisy" / f"{number}.wav", (clean + 0.05 * rng.standard_normal(clean.shape)).astype(np.float32)[:-100], 22_050)
    data = opened(tmp_path)
    assert len(data.train) == 3 * 2 * 7  # 250 columns of each of two channels
    assert set(data.train.files) | set(data.test.files) == {f"{number}.wav" for number in range(4)}


def test_clean_files_alone_get_noise(tmp_path: Path) -> None:
    for number in range(3):
        saved(tmp_path / f"{number}.wav", 0.5 * tone(400 + 100 * number, seconds=0.6))
    data = opened(tmp_path)
    assert (data.train.examples != data.train.inputs).mean() > 0.5


def test_what_cannot_be_trained_on_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no sounds"):
        opened(tmp_path)
    for number in range(4):
        saved(tmp_path / "clean" / f"{number}.wav", tone(400))
        saved(tmp_path / "noisy" / f"{number}.wav", tone(400, seconds=2.0))
    with pytest.raises(DataError, match="4 of 4 sounds"):
        opened(tmp_path)
