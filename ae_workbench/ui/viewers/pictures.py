"""Examples as something that can be painted. Made on the codec thread: QImage is a value that any thread may make."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from ae_workbench.core.shape import Shape
from ae_workbench.ui.colour_maps import as_image

MOST_POINTS = 200
MOST_FEATURES = 4


@dataclass(frozen=True)
class Waves:
    """A sequence as curves: float32 (timesteps, features)."""

    values: NDArray[np.float32]


Picture = QImage | Waves


def pictures(x: NDArray[np.float32], shape: Shape) -> tuple[Picture, ...]:
    """One picture per example of ``x`` (n, *shape.dims), as the model sees them: images in [0, 1]."""
    if not shape.is_image:
        every = max(1, shape.dims[0] // MOST_POINTS)
        return tuple(Waves(example[::every, :MOST_FEATURES]) for example in x)
    raw = np.rint(np.clip(x, 0, 1) * 255).astype(np.uint8)
    return tuple(as_image(example) for example in raw)
