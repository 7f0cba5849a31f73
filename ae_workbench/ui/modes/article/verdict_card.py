"""What came of a step: its verdict in a word, and the sentences that say why, on a tinted ground."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.modes.article.words import prose

TINT_ALPHA, BAR_PX, RADIUS_PX = 22, 4, 8


class VerdictCard(QWidget):
    """Words can be selected. ``tone`` is a field of the theme."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tone = ""
        self.word = QLabel(objectName=f"{name}_word")
        self.sentences = QLabel(objectName=f"{name}_sentences", wordWrap=True)
        theme.set_role(self.word, "heading")
        for label in (self.word, self.sentences):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self, spacing=4)
        layout.setContentsMargins(18, 12, 16, 13)
        layout.addWidget(self.word)
        layout.addWidget(self.sentences)
        theme.signals.changed.connect(self.update)

    def say(self, word: str, sentences: list[str], tone: str) -> None:
        self._tone = tone
        self.word.setText(word)
        self.word.setVisible(bool(word))
        self.sentences.setText(prose(*sentences))
        self.sentences.setVisible(bool(sentences))
        self.setAccessibleName(" ".join([word, *sentences]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        tone = QColor(getattr(colours, self._tone or "muted"))
        fill = QColor(tone)
        fill.setAlpha(TINT_ALPHA)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        painter.setClipPath(ground)
        painter.fillRect(self.rect(), fill)
        painter.fillRect(0, 0, BAR_PX, self.height(), tone)
