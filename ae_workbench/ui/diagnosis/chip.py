"""The quiet button that says how many findings there are and how bad the worst is; it opens the list of them."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.status_line import TONES
from ae_workbench.ui.style_sheet import SMALL_SCALE

ICON_PX, GAP_PX, PADDING_PX, HIGH_PX = 14, 5, 7, 3
TINT_ALPHA = 28
LOUD = ("warning", "bad")


@dataclass(frozen=True)
class Saying:
    """What the chip says: of ``words``, the longest first, those are shown that fit; ``tone`` as of a status line."""

    tone: str
    words: tuple[str, ...]


class FindingsChip(QAbstractButton):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings_button")
        self.setAccessibleName(self.tr("Findings"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.saying = Saying("idle", ("",))
        self.hide()

    def say(self, saying: Saying, tip: str) -> None:
        """Show this; the tooltip is read to those who can't see it, too."""
        self.saying = saying
        self.setText(saying.words[0])
        self.setAccessibleName(self.tr("Findings: {text}").format(text=saying.words[0]))
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()
        self.show()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._size_for(self.saying.words[0])

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._size_for(self.saying.words[-1])

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALL_SCALE)
        return font

    def _size_for(self, text: str) -> QSize:
        metrics = QFontMetrics(self._font())
        words = metrics.horizontalAdvance(text) + GAP_PX if text else 0
        return QSize(2 * PADDING_PX + ICON_PX + words, max(metrics.height(), ICON_PX) + HIGH_PX)

    @property
    def shown_words(self) -> str:
        """The longest that has room."""
        words = self.saying.words
        return next((text for text in words if self._size_for(text).width() <= self.width()), words[-1])

    @property
    def pill(self) -> QRect:
        """What is painted: at the right end, as wide as what is said."""
        width = min(self._size_for(self.shown_words).width(), self.width())
        return QRect(self.width() - width, 0, width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        icon, name = TONES[self.saying.tone]
        tone, is_loud = QColor(getattr(colours, name)), self.saying.tone in LOUD
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = self.pill
        self._paint_frame(painter, pill, tone, is_loud)
        theme.icon(icon, name).paint(painter, QRect(pill.left() + PADDING_PX, (pill.height() - ICON_PX) // 2, ICON_PX, ICON_PX))
        painter.setFont(self._font())
        painter.setPen(QColor(colours.text if is_loud else colours.muted))
        words = pill.adjusted(PADDING_PX + ICON_PX + GAP_PX, 0, -PADDING_PX, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_words)

    def _paint_frame(self, painter: QPainter, pill: QRect, tone: QColor, is_loud: bool) -> None:
        """Tinted where something is wrong, and otherwise only under the pointer or with the focus."""
        colours, fill = theme.current(), QColor(tone)
        fill.setAlpha(TINT_ALPHA * (2 if self.underMouse() else 1))
        if not is_loud:
            fill = QColor(colours.raised) if self.underMouse() else QColor(0, 0, 0, 0)
        edge = QColor(colours.accent) if self.hasFocus() else tone if is_loud else QColor(0, 0, 0, 0)
        frame = QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(edge))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
