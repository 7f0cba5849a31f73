"""What a curve of a plot looks like."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One curve: what colour of the theme's series it has, and whether it is the training's (fainter) or the validation's."""

    key: str
    colour: int
    faint: bool = False
