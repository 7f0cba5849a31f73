"""Rows of pictures for the film strip and the side panel, made on the codec thread."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from ae_workbench.ui.viewers.latent.jobs import Examples
from ae_workbench.ui.viewers.latent.rendering import Rendering

Floats = NDArray[np.float32]
Pictures = tuple[QImage, ...]


@dataclass(frozen=True)
class DecodeJob:
    """Decodes rows of codes, each (n, *code_dims), into rows of pictures."""

    snapshot: Any
    rendering: Rendering
    rows: tuple[Floats, ...]

    def __call__(self) -> tuple[Pictures, ...]:
        return tuple(tuple(self.rendering.picture(y) for y in self.snapshot.decode(codes)) if len(codes) else () for codes in self.rows)


@dataclass(frozen=True)
class PicturesJob:
    """Test examples as pictures."""

    examples: Examples
    rendering: Rendering
    indices: tuple[int, ...]

    def __call__(self) -> Pictures:
        return tuple(self.rendering.picture(self.examples[index]) for index in self.indices)
