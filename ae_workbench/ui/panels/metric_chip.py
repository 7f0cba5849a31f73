"""A small button that switches a curve and shows its colour."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from ae_workbench.ui import theme

PADDING_PX, DOT_PX, GAP_PX = 9, 8, 6
BARE_PX = 2 * PADDING_PX + DOT_PX


class MetricChip(QAbstractButton):
    """``colour`` is the number of the curve's colour in the theme's series. What it ``says`` is ``text``, ``short`` or nothing."""

    def __init__(self, text: str, short: str, colour: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.short = short
        self.setText(text)
        self.says = text
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self.width_with(self.says), self.fontMetrics().height() + 8)

    def say(self, words: str) -> None:
        """Stand with these words; its name is in its tooltip where there are none."""
        if words != self.says:
            self.says = words
            self.updateGeometry()
            self.update()

    def width_with(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + BARE_PX + GAP_PX if words else BARE_PX

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.says:
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
        painter.setPen(QColor(colours.text if self.isChecked() else colours.muted))
        words = self.rect().adjusted(PADDING_PX + DOT_PX + GAP_PX, 0, -PADDING_PX, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.says)
