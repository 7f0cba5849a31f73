"""What bars and maps share: they show an edited code and ask for changes of its units."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.keys import DELETE_KEYS
from ae_workbench.ui.viewers.codes.jobs import Summary

FINE, COARSE = 0.02, 0.1
HEADROOM = 1.25
"""How far beyond the largest value among the test set's codes a unit can be pulled."""


class CodeWidget(QWidget):
    """``began`` comes before the first ``changed`` (unit, value) of a drag; ``restored`` asks for a unit's own value."""

    began = Signal()
    changed = Signal(int, float)
    restored = Signal(int)
    unit_chosen = Signal(int)
    hovered = Signal(object)
    """The unit under the pointer, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary: Summary | None = None
        self.base = np.zeros(0, np.float32)
        self.values = np.zeros(0, np.float32)
        self.ghost: NDArray[np.float32] | None = None
        self.unit: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.signals.changed.connect(self.update)

    def show_summary(self, summary: Summary | None) -> None:
        """Scale and background come from the test set's codes."""
        self.summary = summary
        self.update()

    def show_code(self, base: NDArray[np.float32], code: NDArray[np.float32]) -> None:
        """The image's own code and the edited one, (*code_dims) each."""
        other_size = code.size != len(self.values)
        self.base, self.values = base.reshape(-1), code.reshape(-1)
        if other_size:
            self.unit = None
            self.lay_out_anew(code.shape)
        self.update()

    def show_ghost(self, code: NDArray | None) -> None:
        """Mark another code's values, as the canvas's."""
        self.ghost = None if code is None else np.asarray(code, np.float32).reshape(-1)
        self.update()

    def choose(self, unit: int | None) -> None:
        """Mark one unit, which the keys then change."""
        if unit != self.unit:
            self.unit = unit
            self.update()
            if unit is not None:
                self.unit_chosen.emit(unit)

    @property
    def span(self) -> tuple[float, float]:
        """Lowest and highest value a unit can be given."""
        low, high = (self.summary.low, self.summary.high) if self.summary else (0.0, 1.0)
        low, high = min(low, float(self.base.min(initial=0))), max(high, float(self.base.max(initial=0)))
        return low * HEADROOM, (high * HEADROOM) or 1.0

    # For subclasses

    def lay_out_anew(self, code_dims: tuple[int, ...]) -> None:
        """A code of another size is shown."""
        raise NotImplementedError

    def unit_at(self, x: float, y: float) -> int | None:
        raise NotImplementedError

    def step(self, key: Qt.Key) -> int | None:
        """The unit that an arrow key leads to."""
        raise NotImplementedError

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if not len(self.values):
            super().keyPressEvent(event)
            return
        there = self.step(Qt.Key(event.key()))
        if there is not None:
            self.choose(min(max(there, 0), len(self.values) - 1))
        elif self.unit is not None and event.key() in self.directions():
            self._nudge(self.directions()[Qt.Key(event.key())], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif self.unit is not None and event.key() in DELETE_KEYS:
            self.restored.emit(self.unit)
        else:
            super().keyPressEvent(event)

    def directions(self) -> dict[Qt.Key, int]:
        return {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}

    def _nudge(self, direction: int, coarse: bool) -> None:
        if self.unit is None:
            return
        low, high = self.span
        value = float(self.values[self.unit]) + direction * (COARSE if coarse else FINE) * (high - low)
        self.began.emit()
        self.changed.emit(self.unit, min(max(value, low), high))

    # Pointer

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        unit = self.unit_at(event.position().x(), event.position().y())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.restored.emit(unit)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().leaveEvent(event)
        self.hovered.emit(None)
