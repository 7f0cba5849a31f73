"""What a panel shows when it has nothing to show: an icon, and a sentence that says what to do."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ae_workbench.ui import theme

ICON_PX = 36
SENTENCE_PX = 440
"""A longer line is hard to read."""


class EmptyState(QWidget):
    """Centred icon, title and sentence."""

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = theme.icon(icon, "muted")
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel(title, alignment=Qt.AlignmentFlag.AlignCenter)
        self.sentence = QLabel(sentence, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        theme.set_role(self.title, "heading")
        theme.set_role(self.sentence, "muted")
        self.sentence.setMaximumWidth(SENTENCE_PX)
        row = QHBoxLayout()  # an alignment would take the sentence its height for its width
        row.addStretch(1)
        row.addWidget(self.sentence, 1000)
        row.addStretch(1)
        layout = QVBoxLayout(self, spacing=6)
        layout.addStretch(1)
        layout.addWidget(self.picture)
        layout.addWidget(self.title)
        layout.addLayout(row)
        layout.addStretch(1)
        theme.signals.changed.connect(self.dress)
        self.dress()

    def say(self, title: str, sentence: str) -> None:
        """Show other words."""
        self.title.setText(title)
        self.sentence.setText(sentence)

    @Slot()
    def dress(self) -> None:
        """Draw the icon in the theme's colour."""
        self.picture.setPixmap(self._icon.pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF()))
