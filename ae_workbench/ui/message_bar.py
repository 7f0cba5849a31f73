"""A strip over the viewers that says one sentence and can be closed; instead of a dialog that stops everything."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.status_line import TONES, StatusLine

RADIUS_PX = 8
TINT_ALPHA = 28


class MessageBar(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.line = StatusLine()
        self.close_button = QToolButton(objectName="close_message_button", autoRaise=True)
        self.close_button.setIcon(theme.icon("x"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setAccessibleName(self.tr("Close the message"))
        self.close_button.setToolTip(self.tr("Close the message"))
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.close_button)
        self.hide()

    @Slot(str, str)
    def say(self, text: str, tone: str = "bad") -> None:
        """Show a sentence; ``tone`` as for a status line."""
        self.line.say(text, tone)
        self.show()

    def text(self) -> str:
        """What is shown; empty while hidden."""
        return "" if self.isHidden() else self.line.text()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colour = QColor(getattr(theme.current(), TONES[self.line.tone][1]))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour))
        colour.setAlpha(TINT_ALPHA)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
