"""Every unit of a code as a slider, painted in one widget because a code may have thousands of units."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.maps import unit_name
from ae_workbench.ui.wording import signed_text

ROW_PX, KNOB_PX, GROOVE_PX = 20, 5.5, 3
NAME_PX, VALUE_PX = 34, 40
STEPS = 50


class CodeSliders(QWidget):
    """``changed`` when the hand has moved one. ``held`` units are those on the plane's axes and can't be moved here."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="latent_plane_code_sliders")
        self.values: NDArray[np.float32] = np.zeros(0, np.float32)
        self.held: tuple[int, ...] = ()
        self._lows = self._highs = self.values
        self._current = 0
        self._grabbed: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.number_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.update)

    def show_code(self, values: NDArray, lows: NDArray, highs: NDArray, held: tuple[int, ...]) -> None:
        """Flat code (units,) and how far each unit's slider goes."""
        self.values, self._lows, self._highs, self.held = values.astype(np.float32).copy(), lows, highs, held
        self._current = min(self._current, max(0, len(values) - 1))
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(NAME_PX + VALUE_PX + 60, max(1, len(self.values)) * ROW_PX)

    def set_value(self, unit: int, value: float) -> None:
        """Move one slider, as far as it goes."""
        if 0 <= unit < len(self.values) and unit not in self.held:
            self.values[unit] = np.clip(value, self._lows[unit], self._highs[unit])
            self.update()
            self.changed.emit()

    def _groove(self, unit: int) -> QRectF:
        middle = unit * ROW_PX + ROW_PX / 2
        left = NAME_PX + KNOB_PX
        return QRectF(left, middle - GROOVE_PX / 2, max(1.0, self.width() - left - KNOB_PX - VALUE_PX), GROOVE_PX)

    def _share(self, unit: int) -> float:
        room = float(self._highs[unit] - self._lows[unit])
        return min(max((float(self.values[unit]) - float(self._lows[unit])) / room, 0.0), 1.0) if room > 0 else 0.5

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        unit = int(event.position().y() // ROW_PX)
        if event.button() == Qt.MouseButton.LeftButton and 0 <= unit < len(self.values) and unit not in self.held:
            self._grabbed = self._current = unit
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if self._grabbed is not None:
            self._follow(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._grabbed = None

    def _follow(self, position: QPointF) -> None:
        unit = self._grabbed
        if unit is not None:
            groove = self._groove(unit)
            share = min(max((position.x() - groove.left()) / groove.width(), 0.0), 1.0)
            self.set_value(unit, float(self._lows[unit] + share * (self._highs[unit] - self._lows[unit])))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in rows and len(self.values):
            self._current = min(max(self._current + rows[Qt.Key(event.key())], 0), len(self.values) - 1)
            self.update()
        elif event.key() in steps and len(self.values):
            step = float(self._highs[self._current] - self._lows[self._current]) / STEPS
            self.set_value(self._current, float(self.values[self._current]) + steps[Qt.Key(event.key())] * step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = event.rect().top() // ROW_PX, event.rect().bottom() // ROW_PX
        for unit in range(max(0, first), min(len(self.values), last + 1)):
            self._paint_row(painter, unit)

    def _paint_row(self, painter: QPainter, unit: int) -> None:
        colours = theme.current()
        align = Qt.AlignmentFlag
        row = QRectF(0, unit * ROW_PX, self.width(), ROW_PX)
        is_held = unit in self.held
        painter.setPen(QColor(colours.muted if is_held else colours.text))
        painter.drawText(row.adjusted(2, 0, 0, 0), align.AlignLeft | align.AlignVCenter, unit_name(unit))
        painter.setPen(QColor(colours.muted))
        value = self.tr("axis") if is_held else signed_text(self.values[unit], ".2f")
        painter.drawText(row, align.AlignRight | align.AlignVCenter, value)
        if is_held:
            return
        groove = self._groove(unit)
        knob = QPointF(groove.left() + self._share(unit) * groove.width(), groove.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.border))
        painter.drawRoundedRect(groove, 1.5, 1.5)
        is_current = self.hasFocus() and unit == self._current
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.accent if is_current else colours.surface))
        painter.drawEllipse(knob, KNOB_PX, KNOB_PX)
