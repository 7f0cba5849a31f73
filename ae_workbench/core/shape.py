"""The shape of one example, and what kind of thing it is."""

from dataclasses import dataclass
from math import prod
from typing import Literal

Kind = Literal["image", "sequence"]


@dataclass(frozen=True)
class Shape:
    """Images are (height, width, channels) in [0, 1]; sequences are (timesteps, features), standardised per feature."""

    dims: tuple[int, ...]
    kind: Kind = "image"

    @property
    def size(self) -> int:
        """Numbers in one example."""
        return prod(self.dims)

    @property
    def is_image(self) -> bool:
        return self.kind == "image"

    def __str__(self) -> str:
        return f"{self.kind} {format_dims(self.dims)}"


def format_dims(dims: tuple[int, ...]) -> str:
    """``28×28×1``."""
    return "×".join(str(n) for n in dims)
