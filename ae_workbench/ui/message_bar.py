"""A strip over the viewers that says one sentence and can be closed; instead of a dialog that stops everything."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.status_line import TONES, StatusLine

RADIUS_PX = 8
TINT_ALPHA = 28


@dataclass(frozen=True)
class Offer:
    """A button: what stands on it, and what it does."""

    words: str
    then: Callable[[], object]


@dataclass(frozen=True)
class Message:
    """A sentence with up to two offers; ``key`` is the subject of one that stands until it is answered or ``closed``."""

    text: str
    offers: tuple[Offer, ...] = ()
    tone: str = "stopped"
    key: str = ""
    closed: Callable[[], object] | None = None


class MessageBar(QWidget):
    """Hidden until there is something to say. What is said passes; what stands is there again after that, until it is answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._standing: list[Message] = []
        self._shown: Message | None = None
        self.line = StatusLine()
        self.close_button = QToolButton(objectName="close_message_button", autoRaise=True)
        self.close_button.setIcon(theme.icon("x"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setAccessibleName(self.tr("Close the message"))
        self.close_button.setToolTip(self.tr("Close the message"))
        self.close_button.clicked.connect(self._close)
        self.offer_button = QPushButton(self.tr("Take the offer"), objectName="message_offer_button")
        self.offer_button.clicked.connect(self._take_first)
        self.second_button = QPushButton(self.tr("Take the other offer"), objectName="message_second_button")
        self.second_button.clicked.connect(self._take_second)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addWidget(self.line, 1)
        for button in (self.offer_button, self.second_button, self.close_button):
            layout.addWidget(button)
        self.hide()

    # Saying

    @Slot(str, str)
    def say(self, text: str, tone: str = "bad") -> None:
        """Show a sentence; ``tone`` as for a status line."""
        self._show(Message(text, tone=tone))

    def offer(self, text: str, words: str, then: Callable[[], object], tone: str = "stopped") -> None:
        """Show a sentence with a button that does something about it."""
        self._show(Message(text, (Offer(words, then),), tone))

    def stand(self, key: str, text: str, *offers: Offer, tone: str = "warning", closed: Callable[[], object] | None = None) -> None:
        """Show a sentence that stays until one of its offers is taken, it is closed or withdrawn; the newest of a key counts."""
        self._standing = [other for other in self._standing if other.key != key] + [Message(text, offers, tone, key, closed)]
        if self._shown is None or self._shown.key:
            self._show(self._standing[0])

    def withdraw(self, key: str) -> None:
        """What stood under this key is over."""
        self._standing = [other for other in self._standing if other.key != key]
        if self._shown is not None and self._shown.key == key:
            self.dismiss()

    @Slot()
    def dismiss(self) -> None:
        """Nothing more of what was said; what stands is shown again."""
        if self._standing:
            self._show(self._standing[0])
        else:
            self._shown = None
            self.hide()

    def _show(self, message: Message) -> None:
        self._shown = message
        self.line.say(message.text, message.tone)
        for place, button in enumerate((self.offer_button, self.second_button)):
            button.setVisible(place < len(message.offers))
            if place < len(message.offers):
                button.setText(message.offers[place].words)
        self.show()

    # Answers

    @Slot()
    def _close(self) -> None:
        closed = self._shown.closed if self._shown is not None else None
        self._leave()
        if closed is not None:
            closed()

    def _leave(self) -> None:
        if self._shown is not None and self._shown.key:
            self.withdraw(self._shown.key)
        else:
            self.dismiss()

    @Slot()
    def _take_first(self) -> None:
        self._take(0)

    @Slot()
    def _take_second(self) -> None:
        self._take(1)

    def _take(self, place: int) -> None:
        message = self._shown
        self._leave()
        if message is not None and place < len(message.offers):
            message.offers[place].then()

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
