"""A small button that switches a curve and shows its colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ae_workbench.ui import theme

PADDING_PX, DOT_PX, GAP_PX = 10, 8, 7
FEWEST_LETTERS = 2


class MetricChip(QAbstractButton):
    """``colour`` is the number of the curve's colour in the theme's series."""

    def __init__(self, text: str, colour: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PADDING_PX + DOT_PX + GAP_PX, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Where room is short the text is cut, so that many metrics don't make the window wide."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * FEWEST_LETTERS + 2 * PADDING_PX + DOT_PX + GAP_PX, metrics.height() + 8)

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
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
