"""A strip over the viewers that says one sentence and can be closed; instead of a dialog that stops everything."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.status_line import TONES, StatusLine

RADIUS_PX = 8
TINT_ALPHA = 28


class MessageBar(QWidget):
    """Hidden until there is something to say; a sentence can come with a button."""

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
        self.offer_button = QPushButton(self.tr("Take the offer"), objectName="message_offer_button")
        self.offer_button.clicked.connect(self._take_offer)
        self._offered: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.offer_button)
        layout.addWidget(self.close_button)
        self.hide()

    @Slot(str, str)
    def say(self, text: str, tone: str = "bad") -> None:
        """Show a sentence; ``tone`` as for a status line."""
        self._offered = None
        self.offer_button.hide()
        self.line.say(text, tone)
        self.show()

    def offer(self, text: str, words: str, then: Callable[[], object], tone: str = "stopped") -> None:
        """Show a sentence with a button that does something about it."""
        self.say(text, tone)
        self._offered = then
        self.offer_button.setText(words)
        self.offer_button.show()

    @Slot()
    def _take_offer(self) -> None:
        then, self._offered = self._offered, None
        self.hide()
        if then is not None:
            then()

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
