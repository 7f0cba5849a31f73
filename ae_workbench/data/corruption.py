"""Noise on examples that are shown; the engine has its own form inside the training step."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.corruption import Corruption

NOISE_SEED = 7
"""Of examples, wherever they are shown or measured, so that pictures and numbers are of the same noise."""


def corrupt(x: NDArray[np.float32], corruption: Corruption, rng: np.random.Generator, clips: bool = True) -> NDArray[np.float32]:
    """A corrupted copy of ``x``, float32 in [0, 1], any shape; every number is hit independently.

    gaussian: + N(0, amount²), clipped to [0, 1]; not so without ``clips``, for sequences, which have no such range.
    salt_and_pepper: a share ``amount`` becomes 0 or 1, half each. masking: a share ``amount`` becomes 0.
    """
    amount = np.float32(corruption.amount)
    match corruption.kind:
        case "gaussian":
            noisy = x + amount * rng.standard_normal(x.shape, dtype=np.float32)
            return np.clip(noisy, 0, 1, dtype=np.float32) if clips else noisy
        case "salt_and_pepper":
            draw = rng.random(x.shape, dtype=np.float32)
            salted = np.where(draw < amount / 2, np.float32(1), x)
            return np.where((draw >= amount / 2) & (draw < amount), np.float32(0), salted).astype(np.float32)
        case "masking":
            return np.where(rng.random(x.shape, dtype=np.float32) < amount, np.float32(0), x).astype(np.float32)
        case _:
            return x.astype(np.float32)


def corrupt_each(
    x: NDArray[np.float32], corruption: Corruption, seed: int, indices: Iterable[int], clips: bool = True
) -> NDArray[np.float32]:
    """Corrupted copies of examples ``x`` (n, …), each by its place among all: an example has the same noise wherever it is shown."""
    if corruption.kind == "none" or not len(x):
        return x
    rngs = (np.random.default_rng((seed, int(index))) for index in indices)
    return np.stack([corrupt(one, corruption, rng, clips) for one, rng in zip(x, rngs, strict=True)])
