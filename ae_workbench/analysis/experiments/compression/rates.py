"""Codes as bytes: rounded to steps, and counted as an arithmetic coder would store them."""

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.lab import Floats

Steps = NDArray[np.int64]
Measure = Literal["psnr", "ssim"]
UNSEEN = 0.5
"""Count of a step that no training code has: it must be possible to store, too."""
COUNT_BYTES = 2
"""For each step's frequency in the tables that coder and decoder share."""


@dataclass(frozen=True)
class Point:
    """What images cost and how good they are then: ``rate`` in bytes for each image, PSNR in dB and SSIM as means over images.

    ``decoder`` bytes are needed once, whatever the number of images.
    """

    rate: float
    psnr: float
    ssim: float
    decoder: int = 0


@dataclass(frozen=True)
class Rounding:
    """Code numbers in steps of one size for all units: the widest unit's range in training has 2^``bits`` of them.

    One size for all is what is best for independent numbers whose errors count alike, such as principal components.
    Source: Goyal 2001, "Theoretical foundations of transform coding", section on optimal bit allocation.
    """

    bits: int
    step: float

    @classmethod
    def fitted(cls, learned: Floats, bits: int) -> Self:
        """From training codes (n, units)."""
        widest = float((learned.max(axis=0) - learned.min(axis=0)).max())
        return cls(bits, max(widest, 1e-12) / 2**bits)

    def steps(self, codes: Floats) -> Steps:
        return np.round(codes / self.step).astype(np.int64)

    def codes(self, steps: Steps) -> Floats:
        return (steps * self.step).astype(np.float32)


def ideal_bytes(learned: Steps, steps: Steps) -> tuple[float, int]:
    """Bytes for each code (n, units) from an ideal arithmetic coder, and the bytes of its frequency tables.

    The tables, one for each unit, count training codes, so that nothing is known of the codes that are stored: the result is a
    cross-entropy, which a real coder exceeds by a few bytes for all codes together.

    Source: Witten, Neal and Cleary 1987, "Arithmetic coding for data compression".
    """
    bits, entries = 0.0, 0
    for known, seen in zip(learned.T, steps.T, strict=True):
        low, high = min(known.min(), seen.min()), max(known.max(), seen.max())
        counts = np.bincount(known - low, minlength=high - low + 1) + UNSEEN
        bits -= float(np.log2(counts / counts.sum())[seen - low].sum())
        entries += len(counts)
    return bits / 8 / len(steps), COUNT_BYTES * entries


def lzma_bytes(steps: Steps) -> float:
    """Bytes for each code from a real compressor, LZMA, which is given one unit after the other."""
    offset = steps.T - steps.min()
    kind = np.uint8 if offset.max() < 256 else np.uint16
    content = lzma.compress(offset.astype(kind).tobytes(), lzma.FORMAT_ALONE, preset=9 | lzma.PRESET_EXTREME)
    return len(content) / len(steps)


def frontier(points: Sequence[Point], by: Measure = "psnr") -> list[Point]:
    """Those that no cheaper one equals, in the order of their rate."""
    found: list[Point] = []
    for point in sorted(points, key=lambda each: (each.rate, -getattr(each, by))):
        if not found or getattr(point, by) > getattr(found[-1], by):
            found.append(point)
    return found


def cheapest(points: Sequence[Point], least: float, by: Measure = "psnr") -> Point | None:
    """The one with the lowest rate that is at least so good; None where none is."""
    good = [point for point in points if getattr(point, by) >= least]
    return min(good, key=lambda each: each.rate) if good else None
