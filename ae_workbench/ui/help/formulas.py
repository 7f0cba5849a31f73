"""Formulas as outlines that are sharp at any size: set by matplotlib on a thread of its own, painted in the theme's colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt, QThread, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from ae_workbench.export.figures.sheet import drawing
from ae_workbench.ui.workers import STACK_BYTES

SET_AT = 100.0
"""Type size the outlines are made at."""
FAMILY = "cm"
ROOM = 0.25
"""Left free around a formula, as a share of the type size."""


@dataclass(frozen=True)
class Outline:
    """A formula at a type size of ``SET_AT``, y downward from its baseline."""

    path: QPainterPath
    width: float
    ascent: float
    descent: float

    def size(self, pixels: float) -> QSizeF:
        """How much it takes up at a type size."""
        room = 2 * ROOM * SET_AT
        return QSizeF(self.width + room, self.ascent + self.descent + room) * (pixels / SET_AT)

    def image(self, pixels: float, colour: str, ratio: float) -> QImage:
        """The formula at a type size in ``pixels``, with ``ratio`` times as many pixels each way."""
        scale = pixels / SET_AT
        whole = (self.size(pixels) * ratio).toSize()
        image = QImage(max(1, whole.width()), max(1, whole.height()), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale * ratio, scale * ratio)
        painter.translate(ROOM * SET_AT, self.ascent + ROOM * SET_AT)
        painter.fillPath(self.path, QColor(colour))
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image


class FormulaThread(QThread):
    """Sets formulas one after the other and ends; a formula that can't be set comes as None."""

    set_ = Signal(str, object)

    def __init__(self, formulas: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("formula_thread")
        self.setStackSize(STACK_BYTES)
        self._formulas = formulas

    def run(self) -> None:
        for formula in self._formulas:
            if self.isInterruptionRequested():
                return
            try:
                self.set_.emit(formula, outline(formula))
            except ValueError:  # no formula: its text is shown instead
                self.set_.emit(formula, None)


def outline(formula: str) -> Outline:
    """A formula's outline; imports matplotlib. Raises ``ValueError`` where it isn't one."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath, text_to_path

    font = FontProperties(size=SET_AT, math_fontfamily=FAMILY)
    text = f"${formula}$"
    with drawing():  # its fonts serve one thread at a time
        width, height, descent = text_to_path.get_text_width_height_descent(text, font, ismath=True)
        segments = list(TextPath((0, 0), text, prop=font).iter_segments(curves=True, simplify=False))
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    steps = {1: _move, 2: _line, 3: _quad, 4: _cubic}
    for points, code in segments:
        if int(code) in steps:
            steps[int(code)](made, [float(value) for value in points])
        else:
            made.closeSubpath()
    return Outline(made, float(width), float(height - descent), float(descent))


def _move(path: QPainterPath, p: list[float]) -> None:
    path.moveTo(p[0], -p[1])


def _line(path: QPainterPath, p: list[float]) -> None:
    path.lineTo(p[0], -p[1])


def _quad(path: QPainterPath, p: list[float]) -> None:
    path.quadTo(p[0], -p[1], p[2], -p[3])


def _cubic(path: QPainterPath, p: list[float]) -> None:
    path.cubicTo(p[0], -p[1], p[2], -p[3], p[4], -p[5])
