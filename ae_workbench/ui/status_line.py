"""A sentence with an icon that says at a glance whether it is good."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ae_workbench.ui import theme

ICON_PX = 18
LEFT_PX = ICON_PX + 8
TONES = {
    "idle": ("circle", "muted"),
    "waiting": ("hourglass", "accent"),
    "running": ("activity", "accent"),
    "paused": ("pause", "warning"),
    "good": ("circle-check", "good"),
    "stopped": ("circle-stop", "muted"),
    "warning": ("triangle-alert", "warning"),
    "bad": ("circle-x", "bad"),
}


class StatusLine(QWidget):
    """``tone`` is one of TONES. Has no layout: what is around it is laid out anew only where a sentence takes another number of lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = "idle"
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self.label = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (self._picture, self.label):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.signals.changed.connect(self.dress)
        self.dress()

    def say(self, text: str, tone: str) -> None:
        """Show a sentence."""
        self.label.setText(text)
        if tone != self.tone:
            self.tone = tone
            self.dress()

    def text(self) -> str:
        return self.label.text()

    # Where it is

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        hint = self.label.sizeHint()
        return QSize(LEFT_PX + hint.width(), self._height_around(hint.height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        hint = self.label.minimumSizeHint()
        return QSize(LEFT_PX + hint.width(), self._height_around(hint.height()))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        return self._height_around(self.label.heightForWidth(width - LEFT_PX))

    def _height_around(self, words: int) -> int:
        """The icon is higher than a line, and reaches over the first. Before it is shown a label has no height: -1."""
        return max(ICON_PX, words + max(0, ICON_PX - self.label.fontMetrics().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        self._place()

    def event(self, event: QEvent) -> bool:
        """The sentence is another one, or its font."""
        if event.type() == QEvent.Type.LayoutRequest:
            if self.heightForWidth(self.width()) != self.height():
                self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        above = (self.height() - self.label.heightForWidth(self.width() - LEFT_PX)) // 2  # the label sets its lines in the middle
        first_line = max(0, above) + self.label.fontMetrics().height() / 2
        self._picture.setGeometry(0, round(first_line - ICON_PX / 2), ICON_PX, ICON_PX)
        self.label.setGeometry(LEFT_PX, 0, self.width() - LEFT_PX, self.height())

    @Slot()
    def dress(self) -> None:
        """Draw the icon in the theme's colour."""
        icon = theme.icon(*TONES[self.tone])
        self._picture.setPixmap(icon.pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF()))
