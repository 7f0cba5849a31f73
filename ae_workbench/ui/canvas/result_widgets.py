"""Painted parts of the results: pictures in a row, a code, and an error among those of the test examples."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.analysis.tiling import maps_as_images, square_columns
from ae_workbench.ui import theme
from ae_workbench.ui.canvas.curve_pad import paint_curves
from ae_workbench.ui.colour_maps import GREY, paint, paint_signed, tinted
from ae_workbench.ui.viewers.picture_painting import paint_crisp

GAP_PX, WORTH_EVENNESS = 6.0, 0.9
PICTURE_PX, CURVE_PX, CODE_PX, MAPS_PX, ERRORS_PX = 112, 76, 46, 72, 34
MOST_BARS, MAP_GAP_PX = 160, 2.0
CELLS_PER_ROW = 128
SMALLEST_REACH = 1e-6
BINS = 44
SPREAD_PERCENT = 99.0


@dataclass(frozen=True)
class Panel:
    """One picture with a title: an image, or curves (timesteps, features) over each other, the first pale."""

    title: str
    image: QImage | None = None
    curves: tuple[NDArray[np.float32], ...] = ()
    tip: str = ""


class Painted(QWidget):
    """A widget that paints itself in the theme's colours at a height of its own."""

    painted = Signal()

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name)
        self.colour_map = GREY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)
        self.setFont(theme.number_font(self.font()))
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(200, self.height())

    def set_colour_map(self, name: str) -> None:
        """How grey pictures are painted."""
        self.colour_map = name
        self.update()

    def small_font(self, painter: QPainter) -> None:
        """Write small and muted from here on."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(QColor(theme.current().muted))


class PictureRow(Painted):
    """Pictures side by side as large as they go, each with its title below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, PICTURE_PX, parent)
        self.panels: tuple[Panel, ...] = ()

    def show_panels(self, panels: Sequence[Panel]) -> None:
        """Show these; the height follows their number only, so that nothing jumps while one draws."""
        if len(panels) != len(self.panels) or [p.title for p in panels] != [p.title for p in self.panels]:
            self.setToolTip("\n".join(panel.tip for panel in panels if panel.tip))
        self.panels = tuple(panels)
        self._fit()
        self.update()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        self._fit()

    def _fit(self) -> None:
        if not self.panels:
            return
        picture = self._picture_size()
        height = round(picture[1]) + self.fontMetrics().height() + 4
        if height != self.height():
            self.setFixedHeight(height)

    def _picture_size(self) -> tuple[float, float]:
        width = (self.width() - (len(self.panels) - 1) * GAP_PX) / len(self.panels)
        image = self.panels[0].image
        if image is None:
            return width, float(CURVE_PX)
        ratio = self.devicePixelRatioF()
        scale = min(width / image.width(), PICTURE_PX / image.height()) * ratio
        if scale >= 1 and int(scale) >= WORTH_EVENNESS * scale:
            scale = int(scale)
        elif scale >= 1:  # whole screen pixels for the whole picture
            scale = int(scale * image.width()) / image.width()
        return image.width() * scale / ratio, image.height() * scale / ratio

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self.panels:
            painter = QPainter(self)
            cell = (self.width() + GAP_PX) / len(self.panels)
            width, height = self._picture_size()
            for number, panel in enumerate(self.panels):
                left = number * cell + (cell - GAP_PX - width) / 2
                self._paint_panel(painter, panel, QRectF(round(left), 0, width, height))
        self.painted.emit()

    def _paint_panel(self, painter: QPainter, panel: Panel, place: QRectF) -> None:
        colours = theme.current()
        if panel.image is not None:
            paint_crisp(painter, place, tinted(panel.image, self.colour_map), self.devicePixelRatioF())
        elif panel.curves:
            painter.fillRect(place, QColor(colours.raised))
            paint_curves(painter, place.adjusted(2, 3, -2, -3), panel.curves)
        else:
            painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.save()
        self.small_font(painter)
        text = QRectF(place.left() - GAP_PX, place.bottom() + 3, place.width() + 2 * GAP_PX, self.fontMetrics().height())
        painter.drawText(text, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, panel.title)
        painter.restore()


class CodeStrip(Painted):
    """A code: bars from a zero line, many numbers as coloured cells, maps as small images."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, CODE_PX, parent)
        self.code: NDArray[np.float32] | None = None
        self._reach = SMALLEST_REACH
        self._scale_begins = True

    def show_code(self, code: NDArray[np.float32] | None) -> None:
        """Show a code (*code_dims); the scale only grows, so that bars keep their length while one draws."""
        begins = self._scale_begins or code is None or self.code is None or code.shape != self.code.shape
        self.code, self._scale_begins = code, False
        if code is not None and code.size:
            self._reach = max(0.0 if begins else self._reach, float(np.abs(code).max()), SMALLEST_REACH)
            height = MAPS_PX if code.ndim == 3 else CODE_PX
            if height != self.height():
                self.setFixedHeight(height)
        self.update()

    def rescale(self) -> None:
        """Let the scale begin anew with the next code, as for another snapshot."""
        self._scale_begins = True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        place = QRectF(self.rect())
        painter.fillRect(place, QColor(theme.current().raised))
        if self.code is None:
            return
        if self.code.ndim == 3:
            self._paint_maps(painter, place.adjusted(3, 3, -3, -3), self.code)
        elif self.code.size > MOST_BARS:
            cells = self.code.reshape(-1)
            rows = max(1, ceil(cells.size / CELLS_PER_ROW))
            grid = np.zeros(rows * ceil(cells.size / rows), np.float32)
            grid[: cells.size] = cells
            self._draw(painter, place.adjusted(3, 3, -3, -3), paint_signed(grid.reshape(rows, -1), self._reach, theme.current().is_dark))
        else:
            self._paint_bars(painter, place.adjusted(4, 4, -4, -4), self.code.reshape(-1))

    def _paint_bars(self, painter: QPainter, place: QRectF, values: NDArray[np.float32]) -> None:
        colours = theme.current()
        low = 0.0 if (values >= 0).all() else -self._reach
        zero = place.top() + place.height() * self._reach / (self._reach - low)
        step = place.width() / len(values)
        bar = max(1.0, min(step - 1.0, 26.0)) if step > 2 else step
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        for number, value in enumerate(values):
            length = float(value) * place.height() / (self._reach - low)
            left = place.left() + number * step + (step - bar) / 2
            painter.drawRect(QRectF(left, min(zero, zero - length), bar, abs(length)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(colours.muted))
        painter.drawLine(QPointF(place.left(), round(zero)), QPointF(place.right(), round(zero)))

    def _paint_maps(self, painter: QPainter, place: QRectF, code: NDArray[np.float32]) -> None:
        maps = maps_as_images(code[None])[0][..., None] / self._reach
        columns = square_columns(len(maps), place.width() / place.height() * code.shape[0] / code.shape[1])
        rows = ceil(len(maps) / columns)
        step = min(place.width() / columns / code.shape[1], place.height() / rows / code.shape[0])
        wide, tall = step * code.shape[1], step * code.shape[0]
        left, top = place.center().x() - columns * wide / 2, place.center().y() - rows * tall / 2
        gap = min(MAP_GAP_PX, wide / 4)
        for number, values in enumerate(np.abs(maps)):
            cell = QRectF(left + number % columns * wide, top + number // columns * tall, wide - gap, tall - gap)
            painter.drawImage(cell, tinted(paint(values), self.colour_map))

    def _draw(self, painter: QPainter, place: QRectF, image: QImage) -> None:
        scale = min(place.width() / image.width(), place.height() / image.height())
        size = (image.width() * scale, image.height() * scale)
        middle = place.center()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
        painter.drawImage(QRectF(middle.x() - size[0] / 2, middle.y() - size[1] / 2, *size), image)


class ErrorStrip(Painted):
    """How the errors of the test examples are spread, and where one error stands among them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, ERRORS_PX, parent)
        self._errors: NDArray[np.float64] | None = None
        self._heights = np.zeros(BINS)
        self._range = (0.0, 1.0)
        self.error: float | None = None

    def show_error(self, error: float | None, errors: NDArray[np.float64] | None) -> None:
        """``errors`` ascending."""
        self.error = error
        if errors is not self._errors:
            self._errors = errors
            if errors is not None and len(errors):
                low, high = float(errors[0]), float(np.percentile(errors, SPREAD_PERCENT))
                spare = 0.15 * max(high - low, 1e-6)
                self._range = max(0.0, low - spare), high + 2 * spare
                counts, _ = np.histogram(errors, BINS, self._range)
                self._heights = counts / max(1, counts.max())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self._errors is None:
            return
        colours, painter, place = theme.current(), QPainter(self), QRectF(self.rect()).adjusted(4, 7, -4, -2)
        low, high = self._range
        at = BINS + 1.0 if self.error is None else (self.error - low) / (high - low) * BINS
        step = place.width() / BINS
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        easier = 0 if self.error is None else max(0, ceil(at - 0.5))
        bars = [
            QRectF(place.left() + number * step + 0.5, place.bottom() - share * place.height(), step - 1, share * place.height())
            for number, share in enumerate(self._heights)
        ]
        for some, colour in ((bars[:easier], colours.accent), (bars[easier:], colours.border)):
            painter.setBrush(QColor(colour))
            painter.drawRects(some)
        painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), QColor(colours.border))
        if self.error is not None:
            self._paint_mark(painter, place, min(max(at / BINS, 0.0), 1.0))

    def _paint_mark(self, painter: QPainter, place: QRectF, share: float) -> None:
        x = place.left() + share * place.width()
        painter.setPen(QPen(QColor(theme.current().text), 2))
        painter.drawLine(QPointF(x, place.top() - 3), QPointF(x, place.bottom()))
        painter.setBrush(QColor(theme.current().text))
        painter.drawEllipse(QPointF(x, place.top() - 3), 2.5, 2.5)
