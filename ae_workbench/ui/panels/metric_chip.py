"""A small button that switches a curve and shows its colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ae_workbench.ui import theme

PADDING_PX, DOT_PX, GAP_PX = 9, 8, 6


class MetricChip(QAbstractButton):
    """``colour`` is the number of the curve's colour in the theme's series; ``short`` is said where ``text`` has no room."""

    def __init__(self, text: str, short: str, colour: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.short = short
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

    def _size_for(self, text: str) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(text) + 2 * PADDING_PX + DOT_PX + GAP_PX, metrics.height() + 8)

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
        text = self.text() if self.width() >= self.sizeHint().width() else self.short
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
