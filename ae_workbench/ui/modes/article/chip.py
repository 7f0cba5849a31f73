"""A word on a tinted ground: how a step stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.style_sheet import SMALL_SCALE

PADDING_PX, HIGH_PX, TINT_ALPHA = 9, 4, 34


class StateChip(QWidget):
    """``tone`` is a field of the theme, or empty for what was never run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.tone = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.update)

    def say(self, text: str, tone: str) -> None:
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALL_SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text) + 2 * PADDING_PX, metrics.height() + HIGH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        name = "accent" if self.tone == "running" else self.tone or "muted"
        tone = QColor(getattr(colours, name))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(tone)
        fill.setAlpha(TINT_ALPHA)
        frame = QRectF(self.rect())
        if self.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        else:
            painter.setPen(QColor(colours.border))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), frame.height() / 2, frame.height() / 2)
        painter.setPen(tone)
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
