"""A sentence with an icon that says at a glance whether it is good."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ae_workbench.ui import theme

ICON_PX = 18
TONES = {
    "idle": ("circle-help", "muted"),
    "waiting": ("hourglass", "accent"),
    "running": ("activity", "accent"),
    "paused": ("pause", "warning"),
    "good": ("circle-check", "good"),
    "stopped": ("circle-stop", "muted"),
    "warning": ("triangle-alert", "warning"),
    "bad": ("circle-x", "bad"),
}


class StatusLine(QWidget):
    """``tone`` is one of TONES."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = "idle"
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self.label = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture)
        layout.addWidget(self.label, 1)
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

    @Slot()
    def dress(self) -> None:
        """Draw the icon in the theme's colour."""
        icon = theme.icon(*TONES[self.tone])
        self._picture.setPixmap(icon.pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF()))
