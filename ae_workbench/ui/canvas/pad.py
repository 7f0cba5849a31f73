"""What can be drawn on: a picture for images, a curve for sequences. A pad holds the drawing; the view shows it and the hand moves it."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ae_workbench.core.shape import Shape
from ae_workbench.ui.canvas.strokes import Box, Brush


@dataclass(frozen=True)
class Piece:
    """A part of a drawing at one time: ``values`` at ``box``, and the example that the whole drawing is, if it is one."""

    box: Box
    values: NDArray
    example: NDArray[np.float32] | None = None


@dataclass(frozen=True)
class Change:
    """One thing that can be undone."""

    before: Piece
    after: Piece


class Pad(Protocol):
    """Places are shares of the pad's width and height, (0, 0) at the top left.

    ``example`` is what the model sees where nobody has drawn over a data example, float32 (*shape.dims).
    """

    shape: Shape
    aspect: float
    is_blank: bool

    @property
    def example(self) -> NDArray[np.float32] | None:
        """The example that the drawing is, if it is one."""

    @property
    def content(self) -> NDArray:
        """A copy of the whole drawing."""

    def begin(self, x: float, y: float, brush: Brush, pressure: float) -> QRectF:
        """Set the brush down; gives the part that changed."""

    def extend(self, x: float, y: float, pressure: float) -> QRectF:
        """Draw on to here; gives the part that changed."""

    def end(self) -> Change | None:
        """Lift the brush; gives what the stroke did."""

    def clear(self) -> Change | None:
        """Wipe everything."""

    def take_example(self, example: NDArray[np.float32]) -> Change:
        """Become a data example (*shape.dims), as the model sees it."""

    def put(self, piece: Piece) -> None:
        """Bring back a part, as for undo."""

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Show the drawing there."""
