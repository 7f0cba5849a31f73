"""A slider over stored epochs. Its places are numbers of epochs in their list; the last place is "live"."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QToolTip, QWidget

from ae_workbench.ui import theme

MARK_RADIUS_PX = 2.5


class EpochSlider(QSlider):
    """A click on the groove goes to that place; ``tip_at`` says what stands at a place under the pointer."""

    def __init__(self, tip_at: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("epoch_slider")
        self._tip_at = tip_at
        self._marked: int | None = None

    def mark(self, place: int | None) -> None:
        """Put a dot over one place."""
        if place != self._marked:
            self._marked = place
            self.update()

    def place_at(self, x: float) -> int:
        """The place under a point."""
        left, span = self._track()
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), round(x - left), span)

    def x_of(self, place: int) -> float:
        """Where the handle's middle is for a place."""
        left, span = self._track()
        return left + QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), place, span)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(self.place_at(event.position().x()))
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(self.place_at(event.pos().x())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        if self._marked is None or not self.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().good))
        painter.drawEllipse(QPointF(self.x_of(self._marked), MARK_RADIUS_PX), MARK_RADIUS_PX, MARK_RADIUS_PX)

    def _track(self) -> tuple[float, int]:
        """Where the handle's middle is at the first place, and how far it can go."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self)
        groove = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderGroove, self)
        return groove.left() + handle.width() / 2, max(1, groove.width() - handle.width())
