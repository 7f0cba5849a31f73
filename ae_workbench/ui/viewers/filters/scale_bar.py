"""Which colour is which number, for pictures painted around 0."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import SIGNED, SIGNED_DARK, table

BAR_WIDTH_PX, BAR_HEIGHT_PX, GAP_PX = 64, 8, 6
STOPS = 16


class ScaleBar(QWidget):
    """From −``limit`` to ``limit``; without a limit each picture has a scale of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit: float | None = None
        self.setFont(theme.number_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.update)

    def set_limit(self, limit: float | None) -> None:
        if limit != self.limit:
            self.limit = limit
            self.updateGeometry()
            self.update()

    @property
    def _words(self) -> tuple[str, str]:
        return ("−", "+") if self.limit is None else (f"−{self.limit:.3g}", f"{self.limit:.3g}")

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        low, high = (self.fontMetrics().horizontalAdvance(word) for word in self._words)
        return QSize(low + high + BAR_WIDTH_PX + 2 * GAP_PX + 2, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        low, high = self._words
        left = self.fontMetrics().horizontalAdvance(low) + GAP_PX
        bar = QRectF(left, (self.height() - BAR_HEIGHT_PX) / 2, BAR_WIDTH_PX, BAR_HEIGHT_PX)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        colours = table(SIGNED_DARK if theme.current().is_dark else SIGNED)
        for stop in range(STOPS + 1):
            gradient.setColorAt(stop / STOPS, QColor(*(int(part) for part in colours[min(255, stop * 256 // STOPS)])))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.current().border))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QColor(theme.current().muted))
        painter.drawText(QRectF(0, 0, left, self.height()), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        words = QRectF(bar.right() + GAP_PX, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, high)
