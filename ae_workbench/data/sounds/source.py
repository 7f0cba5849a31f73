"""Pieces of spectrograms of noisy and clean sounds, for a cleaner of recordings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.parameters import Parameters, choice, number, size, text
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.gathering import Gathering, Pieces, check_memory, own_folder
from ae_workbench.data.pairing import Pair, find_pairs
from ae_workbench.data.sounds.making import make_sound
from ae_workbench.data.sounds.noise import add_noise
from ae_workbench.data.sounds.spectrogram import Transform, level, to_values
from ae_workbench.data.sounds.wav_file import ENDINGS, UnreadableSound, at_rate, read_wav
from ae_workbench.data.source import DataSource, Progress
from ae_workbench.data.split import share_spec

THINGS = "sounds"
Samples = NDArray[np.float32]
SLACK_S = 0.05
"""How much longer one half of a pair may be."""
PATH_HELP = (
    "A folder with WAV files in subfolders “noisy” and “clean” under the same names, or clean ones alone, to which noise is added here. "
    "Without a folder the sounds are made here, too."
)
RATE_HELP = "Sounds are brought to so many samples a second; frequencies above half of it are lost."
WINDOW_HELP = "Samples in each column of the spectrogram: more tell frequencies apart better, and moments worse."
FRAMES_HELP = "Columns of the pieces of spectrograms; a convolutional model that learned on pieces cleans sounds of any length."
SOUNDS_HELP = "How many sounds of four seconds are made."
PIECES_HELP = "How many pieces are taken from each channel of a sound, chosen at random; shorter sounds give all they have."
NOISE_HELP = "How much hiss, hum and clicks clean sounds get; 1 makes a bad recording, 2 is 6 dB worse. Pairs of your own stay as they are."
SEED_HELP = "Start of the random numbers that make sounds and noise, choose pieces and choose the test sounds."


@dataclass(frozen=True)
class SoundParameters(Parameters):
    path: str = field(default="", metadata=text("Folder", is_path=True, is_folder=True, help=PATH_HELP))
    rate: str = field(default="16000", metadata=choice("Sample rate", "8000", "16000", "22050", "44100", unit="Hz", help=RATE_HELP))
    window: str = field(default="512", metadata=choice("Window", "256", "512", "1024", unit="samples", help=WINDOW_HELP))
    frames: int = field(default=32, metadata=size("Piece", low=16, high=256, unit="columns", help=FRAMES_HELP))
    pieces: int = field(default=24, metadata=size("Pieces per sound", low=1, high=10_000, help=PIECES_HELP))
    sounds: int = field(default=96, metadata=size("Sounds", low=3, high=2000, help=SOUNDS_HELP, when=("path", ("",))))
    noise: float = field(default=1.0, metadata=number("Noise", low=0.0, high=4.0, step=0.1, help=NOISE_HELP))
    test_share: float = field(default=0.2, metadata=share_spec("No sound is in both."))
    seed: int = field(default=1, metadata=size("Seed", low=0, high=2**31 - 1, help=SEED_HELP))

    @property
    def transform(self) -> Transform:
        return Transform(int(self.rate), int(self.window))


def load(parameters: SoundParameters, progress: Progress) -> Dataset:
    """Pairs of uint8 (n, window / 2, frames, 1); a sound's pieces are all for training or all for testing."""
    folder = own_folder(parameters.path, THINGS)
    pairs = find_pairs(folder, ENDINGS, THINGS) if folder else [Pair(f"sound {n + 1}", Path()) for n in range(parameters.sounds)]
    check_memory(len(pairs), parameters.pieces, shape(parameters).size, THINGS)
    title = folder.name if folder else "Sounds"
    gathering = Gathering(title, THINGS, shape(parameters), folder, parameters.test_share, parameters.seed)
    return gathering.gather([pair.name for pair in pairs], _pieces(pairs, folder, parameters, progress))


def shape(parameters: SoundParameters) -> Shape:
    return Shape((parameters.transform.height, parameters.frames, 1))


def sample_sounds(seed: int, rate_hz: int, count: int = 1, noise: float = 1.0) -> Iterator[tuple[Samples, Samples]]:
    """Clean and noisy samples (n,), made here; the same seed makes the same ones."""
    for n in range(count):
        rng = np.random.default_rng((seed, 2, n))
        clean = make_sound(rng, rate_hz)
        yield clean, add_noise(clean, rate_hz, noise, rng)


def _pieces(pairs: list[Pair], folder: Path | None, parameters: SoundParameters, progress: Progress) -> Iterator[Pieces]:
    """Pairs of pieces from each pair of sounds."""
    for place, (clean, noisy) in enumerate(_sounds(pairs, folder, parameters, progress)):
        yield _cut(clean, noisy, parameters, np.random.default_rng((parameters.seed, 3, place)))


def _sounds(pairs: list[Pair], folder: Path | None, parameters: SoundParameters, progress: Progress) -> Iterator[tuple[Samples, Samples]]:
    """Clean and noisy samples (n, channels) of each pair; empty ones where they can't be used."""
    rate_hz = int(parameters.rate)
    if folder is None:
        for place, (clean, noisy) in enumerate(sample_sounds(parameters.seed, rate_hz, len(pairs), parameters.noise)):
            progress(place / len(pairs), f"Making sound {place + 1} of {len(pairs)}")
            yield clean[:, None], noisy[:, None]
        return
    for place, pair in enumerate(pairs):
        progress(place / len(pairs), f"Reading sound {place + 1} of {len(pairs)}")
        yield _read(pair, parameters, np.random.default_rng((parameters.seed, 2, place)))


def _read(pair: Pair, parameters: SoundParameters, rng: np.random.Generator) -> tuple[Samples, Samples]:
    rate_hz, nothing = int(parameters.rate), np.zeros((0, 1), np.float32)
    try:
        clean = _samples(pair.clean, rate_hz)
        if pair.noisy is None:
            return clean, np.stack([add_noise(channel, rate_hz, parameters.noise, rng) for channel in clean.T], axis=1)
        noisy = _samples(pair.noisy, rate_hz)
    except UnreadableSound:
        return nothing, nothing
    if clean.shape[1] != noisy.shape[1] or abs(len(clean) - len(noisy)) > SLACK_S * rate_hz:
        return nothing, nothing
    length = min(len(clean), len(noisy))
    return clean[:length], noisy[:length]


def _samples(path: Path, rate_hz: int) -> Samples:
    sound = read_wav(path)
    return at_rate(sound.samples, sound.rate_hz, rate_hz)


def _cut(clean: Samples, noisy: Samples, parameters: SoundParameters, rng: np.random.Generator) -> Pieces:
    """Pieces (n, window / 2, frames, 2) of a sound, each channel by itself; both halves are brought to the noisy one's level."""
    transform, frames = parameters.transform, parameters.frames
    found = [np.zeros((0, transform.height, frames, 2), np.uint8)]
    for one, other in zip(clean.T, noisy.T, strict=True):
        if not len(one):
            continue
        gain = np.float32(level(other))
        count = transform.frames(len(one)) // frames
        start = int(rng.integers(0, transform.frames(len(one)) - count * frames + 1))
        for place in np.sort(rng.permutation(count)[: parameters.pieces]):
            spectra = [transform.forward(half, start + int(place) * frames, frames) for half in (one, other)]
            both = np.stack([to_values(spectrum * gain) for spectrum in spectra], axis=-1)
            found.append((both[None] * 255).round().astype(np.uint8))
    return np.concatenate(found)


SOURCE = DataSource(
    "sounds",
    "Sounds",
    "Noisy and clean sounds as spectrograms: WAV files from a folder, or made by the program. Works without a network.",
    load,
    shape,
    SoundParameters,
    is_paired=True,
    makes_own=True,
)
