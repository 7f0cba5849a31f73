"""A small button that switches a curve and shows its colour."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from ae_workbench.ui import theme

PADDING_PX, DOT_PX, GAP_PX = 9, 8, 6
BARE_PX = 2 * PADDING_PX + DOT_PX


class MetricChip(QAbstractButton):
    """``colour`` is the number of the curve's colour in the theme's series; ``short`` is said where ``text`` has no room.

    A bare one has no words but in its tooltip.
    """

    def __init__(self, text: str, short: str, colour: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.short = short
        self._is_bare = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._size_for(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._size_for(self.short)

    def set_bare(self, is_bare: bool) -> None:
        """Whether it does without words."""
        if is_bare != self._is_bare:
            self._is_bare = is_bare
            self.updateGeometry()
            self.update()

    @property
    def worded_px(self) -> int:
        """The least width with words."""
        return self.fontMetrics().horizontalAdvance(self.short) + BARE_PX + GAP_PX

    def _size_for(self, text: str) -> QSize:
        metrics = self.fontMetrics()
        return QSize(BARE_PX if self._is_bare else metrics.horizontalAdvance(text) + BARE_PX + GAP_PX, metrics.height() + 8)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._is_bare:
            QToolTip.showText(event.globalPos(), f"{self.text()}\n{self.toolTip()}", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        series = QColor(colours.series[self.colour % len(colours.series)])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.border)))
        painter.setBrush(QColor(colours.raised if self.isChecked() or self.underMouse() else colours.surface))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        dot = QRectF(PADDING_PX, (self.height() - DOT_PX) / 2, DOT_PX, DOT_PX)
        painter.setPen(QPen(series, 1.5))
        painter.setBrush(series if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        if self._is_bare:
            return
        painter.setPen(QColor(colours.text if self.isChecked() else colours.muted))
        words = self.rect().adjusted(PADDING_PX + DOT_PX + GAP_PX, 0, -PADDING_PX, 0)
        text = self.text() if self.width() >= self.sizeHint().width() else self.short
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
