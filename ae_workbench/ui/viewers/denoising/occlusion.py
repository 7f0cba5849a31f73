"""Painting over an image: a mask finer than the image, what covers it, and undo. No Qt, no model."""

import numpy as np
from numpy.typing import NDArray

from ae_workbench.ui.canvas.strokes import Spot, Stroke

LONGER_SIDE = 224
MOST_UNDOS = 50
SOFTNESS = 0.2
NOISE_SEED = 3
FILLS = ("black", "grey", "white", "noise")
LEVELS = {"black": 0.0, "grey": 0.5, "white": 1.0}
Floats = NDArray[np.float32]


class Occlusion:
    """Covers parts of ``original``, float32 (h, w, c) in [0, 1]. Places are shares of width and height."""

    def __init__(self, original: Floats, fill: str = "black") -> None:
        self.original = original
        self.fill = fill
        height, width = original.shape[:2]
        self._fineness = max(1, round(LONGER_SIDE / max(height, width)))
        self.mask = np.zeros((height * self._fineness, width * self._fineness, 1), np.uint8)
        self._stroke: Stroke | None = None
        self._undo: list[NDArray[np.uint8]] = []
        self._noise = np.random.default_rng(NOISE_SEED).random(original.shape, dtype=np.float32)

    def begin(self, x: float, y: float, size: float, restores: bool = False) -> None:
        """Set the brush down; ``size`` is its diameter as a share of the longer side, ``restores`` brings the original back."""
        self._undo = [*self._undo, self.mask.copy()][-MOST_UNDOS:]
        self._radius = max(0.6, size * max(self.mask.shape[:2]) / 2)
        self._stroke = Stroke(self.mask, (0 if restores else 255,), SOFTNESS)
        self.extend(x, y)

    def extend(self, x: float, y: float) -> None:
        """Draw on to here."""
        if self._stroke is not None:
            height, width = self.mask.shape[:2]
            self._stroke.to(Spot(x * width, y * height, self._radius))

    def end(self) -> None:
        self._stroke = None

    def clear(self) -> None:
        """Uncover everything."""
        if self.mask.any():
            self._undo = [*self._undo, self.mask.copy()][-MOST_UNDOS:]
            self.mask[:] = 0

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._undo:
            self._stroke = None
            self.mask[:] = self._undo.pop()

    @property
    def covered(self) -> Floats:
        """How much of each pixel is covered, (h, w, 1) in [0, 1]."""
        n, (height, width) = self._fineness, self.original.shape[:2]
        return self.mask.reshape(height, n, width, n).mean(axis=(1, 3), dtype=np.float32)[..., None] / np.float32(255)

    @property
    def painted(self) -> Floats:
        """The image as it is with what covers it, (h, w, c)."""
        covered = self.covered
        over = self._noise if self.fill == "noise" else np.float32(LEVELS[self.fill])
        made = self.original * (1 - covered) + over * covered
        if self.original.shape[2] == 4:  # opacity is no colour
            made[..., 3] = self.original[..., 3]
        return made
