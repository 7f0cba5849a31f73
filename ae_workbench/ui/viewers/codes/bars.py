"""A dense code as bars that can be dragged."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.codes.code_widget import HEADROOM, CodeWidget
from ae_workbench.ui.viewers.codes.jobs import Summary
from ae_workbench.ui.wording import signed_text

LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 44, 8, 8, 20
NARROWEST_PX, WIDEST_PX = 4.0, 96.0
BAR_SHARE = 0.7
WIDEST_BAR_PX = 40.0
LABEL_GAP_PX = 10
NUMBER_GAP_PX = 6
GHOST_PX = 3.5
BAND_ALPHA = 110


class CodeBars(CodeWidget):
    """Behind each bar a band shows mean ± one standard deviation over the test set; a line marks what a changed unit was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_bars")
        self._dragged: int | None = None
        self._numbers_px = 0
        self.setFont(theme.number_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(420, 220)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._margin + RIGHT_PX + round(len(self.values) * NARROWEST_PX), 90)

    def lay_out_anew(self, code_dims: tuple[int, ...]) -> None:
        self.updateGeometry()

    def show_summary(self, summary: Summary | None) -> None:
        super().show_summary(summary)
        self._measure_numbers()

    def show_code(self, base: NDArray[np.float32], code: NDArray[np.float32]) -> None:
        super().show_code(base, code)
        self._measure_numbers()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure_numbers()

    def _measure_numbers(self) -> None:
        """Once for what is shown: every bar's place depends on it."""
        widest = max(self.fontMetrics().horizontalAdvance(_number(value)) for value in self._marks) + 1
        if widest != self._numbers_px:
            self._numbers_px = widest
            self.updateGeometry()

    # Places

    @property
    def _marks(self) -> set[float]:
        """Values that the scale has a line and a number for."""
        low, high = self.span
        return {0.0, low / HEADROOM, high / HEADROOM}

    @property
    def _margin(self) -> int:
        """Room for the numbers of the scale."""
        return max(round(theme.grown(LEFT_PX)), self._numbers_px + NUMBER_GAP_PX)

    @property
    def _bottom(self) -> int:
        """Room for the numbers of the units."""
        return round(theme.grown(BOTTOM_PX))

    @property
    def _pitch(self) -> float:
        return min(WIDEST_PX, (self.width() - self._margin - RIGHT_PX) / max(1, len(self.values)))

    @property
    def _left(self) -> float:
        """Few bars stand in the middle."""
        return self._margin + (self.width() - self._margin - RIGHT_PX - self._pitch * len(self.values)) / 2

    def _y(self, value: float) -> float:
        low, high = self.span
        return TOP_PX + (high - value) / (high - low) * (self.height() - TOP_PX - self._bottom)

    def value_at(self, y: float) -> float:
        """The value a bar has that ends at a height, within what is allowed."""
        low, high = self.span
        value = high - (y - TOP_PX) / max(1, self.height() - TOP_PX - self._bottom) * (high - low)
        return min(max(value, low), high)

    def unit_at(self, x: float, y: float) -> int | None:
        unit = int((x - self._left) // self._pitch) if len(self.values) else -1
        return unit if 0 <= unit < len(self.values) else None

    def place_of(self, unit: int) -> QRectF:
        """The bar of a unit."""
        wide = min(self._pitch * BAR_SHARE, WIDEST_BAR_PX)
        x = self._left + (unit + 0.5) * self._pitch - wide / 2
        top, bottom = sorted((self._y(0.0), self._y(float(self.values[unit]))))
        return QRectF(x, top, wide, bottom - top)

    # Pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        unit = self.unit_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self._dragged = unit
            self.choose(unit)
            self.began.emit()
            self.changed.emit(unit, self.value_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if self._dragged is not None:
            self.changed.emit(self._dragged, self.value_at(event.position().y()))
            return
        self.hovered.emit(self.unit_at(event.position().x(), event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._dragged = None

    def step(self, key: Qt.Key) -> int | None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in steps:
            return 0 if self.unit is None else self.unit + steps[key]
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.values) - 1}.get(key)

    def directions(self) -> dict[Qt.Key, int]:
        return {**super().directions(), Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if not len(self.values):
            return
        painter = QPainter(self)
        self._paint_scale(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for unit in range(len(self.values)):
            self._paint_unit(painter, unit)
        self._paint_ghost(painter)

    def _paint_scale(self, painter: QPainter) -> None:
        colours = theme.current()
        for value in self._marks:
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(QColor(colours.muted if value == 0 else colours.grid), 1))
            painter.drawLine(QPointF(self._left, y), QPointF(self._left + self._pitch * len(self.values), y))
            painter.setPen(QColor(colours.muted))
            line = self.fontMetrics().height()
            where = QRectF(self._left - self._margin, y - line / 2, self._margin - NUMBER_GAP_PX, line)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _number(value))

    def _paint_unit(self, painter: QPainter, unit: int) -> None:
        colours, bar = theme.current(), self.place_of(unit)
        column = QRectF(self._left + unit * self._pitch, TOP_PX, self._pitch, self.height() - TOP_PX - self._bottom)
        painter.setPen(Qt.PenStyle.NoPen)
        if unit == self.unit:
            painter.fillRect(column, QColor(colours.accent_soft))
        idle = self.summary is not None and unit in self.summary.idle
        if self.summary is not None and unit < self.summary.units:
            self._paint_band(painter, unit, bar)
        is_changed = self.values[unit] != self.base[unit]
        painter.setBrush(QColor(colours.warning if is_changed else colours.border if idle else colours.accent))
        painter.drawRoundedRect(bar, *(2 * [min(2.5, bar.width() / 4)]))
        if is_changed:
            y = self._y(float(self.base[unit]))
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawLine(QPointF(bar.left(), y), QPointF(bar.right(), y))
        if unit % self._label_every == 0 or unit == self.unit:
            painter.setPen(QColor(colours.text if unit == self.unit else colours.muted))
            middle = column.center().x()
            if unit == self.unit or not self._hides_label(unit):
                half = theme.grown(24)
                where = QRectF(middle - half, self.height() - self._bottom + 2, 2 * half, self._bottom - 2)
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(unit) if not idle else f"{unit}×")

    def _paint_band(self, painter: QPainter, unit: int, bar: QRectF) -> None:
        if self.summary is None:
            return
        mean, deviation = float(self.summary.statistics.means[unit]), float(self.summary.statistics.deviations[unit])
        top, bottom = self._y(mean + deviation), self._y(mean - deviation)
        band = QColor(theme.current().border)
        band.setAlpha(BAND_ALPHA)
        painter.fillRect(QRectF(bar.left() - 2, top, bar.width() + 4, max(1.0, bottom - top)), band)

    def _paint_ghost(self, painter: QPainter) -> None:
        """A diamond at each value of the other code."""
        if self.ghost is None or self.ghost.size != self.values.size:
            return
        painter.setPen(QPen(QColor(theme.current().surface), 1))
        painter.setBrush(QColor(theme.current().series[1]))
        for unit, value in enumerate(self.ghost):
            x, y = self._left + (unit + 0.5) * self._pitch, self._y(float(value))
            d = min(GHOST_PX, self._pitch / 2)
            painter.drawPolygon(QPolygonF([QPointF(x, y - d), QPointF(x + d, y), QPointF(x, y + d), QPointF(x - d, y)]))

    @property
    def _label_every(self) -> int:
        """Numbers under so many bars that they don't touch."""
        widest = self.fontMetrics().horizontalAdvance(f"{len(self.values)}×") + LABEL_GAP_PX
        wanted = widest / self._pitch
        return next((step for step in (1, 2, 5, 10, 20, 50, 100) if step >= wanted), 200)

    def _hides_label(self, unit: int) -> bool:
        """Whether the chosen unit's number is in the way."""
        return self.unit is not None and unit != self.unit and abs(unit - self.unit) < self._label_every and self._label_every > 1


def _number(value: float) -> str:
    return signed_text(value, ".3g")
