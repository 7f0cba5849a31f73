"""WAV files to numbers and back. SciPy decodes them; what is broken, absurd or too long is refused before or after."""

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.data.array_entry import BROKEN

ENDINGS = (".wav", ".wave")
SLOWEST_HZ, FASTEST_HZ = 1000, 384_000
MOST_CHANNELS = 8
MAX_FILE_BYTES = 2**28
MAX_SAMPLES = 2**25
"""Over all channels: some six minutes of CD-quality stereo."""
MAX_SECONDS = 600
FULL_SCALE_16 = 32767


class UnreadableSound(Exception):
    """A WAV file that is broken, of another format or too large; the message is a clause that says which."""


@dataclass(frozen=True, eq=False)
class Sound:
    """``samples`` are float32 (n, channels), full scale from −1 to 1."""

    samples: NDArray[np.float32]
    rate_hz: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate_hz

    @property
    def channels(self) -> int:
        return self.samples.shape[1]


def read_wav(path: Path) -> Sound:
    """A sound from its file: whole numbers of 8 to 64 bits or floating-point ones, any number of channels up to eight.

    Raises:
        UnreadableSound: whatever is wrong with the file.
    """
    from scipy.io import wavfile

    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
        if len(content) > MAX_FILE_BYTES:
            raise UnreadableSound(f"it is larger than {MAX_FILE_BYTES // 2**20} MB")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", wavfile.WavFileWarning)  # chunks it doesn't know, such as titles
            rate, values = wavfile.read(io.BytesIO(content))
    except (*BROKEN, ZeroDivisionError, TypeError, AttributeError, UnboundLocalError) as problem:  # what SciPy fails with
        raise UnreadableSound("it is no WAV file, or a broken or compressed one") from problem
    return _checked(np.asarray(values), int(rate))


def _checked(values: NDArray[Any], rate: int) -> Sound:
    if values.size == 0:
        raise UnreadableSound("it is empty")
    values = values.reshape(len(values), -1)
    if not SLOWEST_HZ <= rate <= FASTEST_HZ:
        raise UnreadableSound(f"it has {rate} samples a second: from {SLOWEST_HZ} to {FASTEST_HZ} will do")
    if values.shape[1] > MOST_CHANNELS:
        raise UnreadableSound(f"it has {values.shape[1]} channels: up to {MOST_CHANNELS} will do")
    if values.size > MAX_SAMPLES:
        raise UnreadableSound(f"it has {values.size:,} samples: up to {MAX_SAMPLES:,} will do, so cut it into parts")
    if len(values) > MAX_SECONDS * rate:
        raise UnreadableSound(f"it lasts {len(values) / rate / 60:.0f} minutes: up to {MAX_SECONDS // 60} will do, so cut it into parts")
    samples = _in_full_scale(values)
    if not np.isfinite(samples).all():
        raise UnreadableSound("it has values that are not finite numbers")
    return Sound(samples, rate)


def _in_full_scale(values: NDArray[Any]) -> NDArray[np.float32]:
    """Unsigned numbers (8 bits) are centred at 128; SciPy puts 24 bits into the upper part of 32. One copy is made: sounds can be long."""
    kind = values.dtype
    if kind != np.uint8 and kind.kind not in "if":
        raise UnreadableSound("its samples are of a kind that is not known")
    samples = values.astype(np.float32)
    if kind == np.uint8:
        samples -= 128
        samples /= 128
    elif kind.kind == "i":
        samples /= np.float32(2.0 ** (8 * kind.itemsize - 1))
    return samples


def wav_bytes(sound: Sound) -> bytes:
    """The sound as a WAV file of 16 bits; what is beyond full scale is clipped."""
    from scipy.io import wavfile

    whole = (np.clip(sound.samples, -1, 1) * FULL_SCALE_16).round().astype(np.int16)
    file = io.BytesIO()
    wavfile.write(file, sound.rate_hz, whole)
    return file.getvalue()


def at_rate(samples: NDArray[np.float32], rate_hz: int, wanted_hz: int) -> NDArray[np.float32]:
    """Samples (n, channels) brought to another rate by polyphase filtering; what the lower rate can't hold is left out."""
    from scipy.signal import resample_poly

    if rate_hz == wanted_hz:
        return samples
    common = int(np.gcd(rate_hz, wanted_hz))
    return resample_poly(samples, wanted_hz // common, rate_hz // common, axis=0).astype(np.float32)
