"""What is done to the input of a denoiser, as plain data; ``data.corruption`` and ``engine`` apply it."""

from dataclasses import dataclass
from typing import Literal

CorruptionKind = Literal["none", "gaussian", "salt_and_pepper", "masking"]
CORRUPTION_KINDS: tuple[str, ...] = ("none", "gaussian", "salt_and_pepper", "masking")


@dataclass(frozen=True)
class Corruption:
    """``amount`` is the standard deviation of Gaussian noise, or the share of pixels hit by the other kinds."""

    kind: CorruptionKind = "none"
    amount: float = 0.0
