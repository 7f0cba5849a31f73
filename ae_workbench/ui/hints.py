"""The first-start hints: one part of the window after the other stays bright, and a card says what it is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

CARD_PX, GAP_PX, ROUND_PX, MARGIN_PX = 340, 14, 10, 4
DIMMED = 150


@dataclass(frozen=True)
class Hint:
    """``key`` names the part of the window it is about."""

    key: str
    title: str
    text: str


HINTS = (
    Hint(
        "designer", QT_TRANSLATE_NOOP("hints", "Design an autoencoder"),
        QT_TRANSLATE_NOOP("hints", "Pick one of seven kinds, its layers and the data. The plan below is drawn while you edit."),
    ),
    Hint(
        "start", QT_TRANSLATE_NOOP("hints", "Train it"),
        QT_TRANSLATE_NOOP("hints", "Start trains what you designed as a new run. You can pause, stop and go on at any time."),
    ),
    Hint(
        "viewers", QT_TRANSLATE_NOOP("hints", "Look inside"),
        QT_TRANSLATE_NOOP("hints", "Each tab looks at the model in its own way. What you pick in one is picked in all."),
    ),
    Hint(
        "epochs", QT_TRANSLATE_NOOP("hints", "Go back in time"),
        QT_TRANSLATE_NOOP("hints", "Every epoch is kept. Pull the slider, and all viewers show the model as it was then."),
    ),
    Hint(
        "canvas", QT_TRANSLATE_NOOP("hints", "Draw"),
        QT_TRANSLATE_NOOP("hints", "The model encodes and decodes your drawing while you draw."),
    ),
    Hint(
        "palette", QT_TRANSLATE_NOOP("hints", "Find anything"),
        QT_TRANSLATE_NOOP("hints", "Ctrl+K finds every command by a few letters, F1 explains what has the focus, and ? shows all keys."),
    ),
)  # fmt: skip


class HintCard(QFrame):
    """What the present hint says, and the buttons to go on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.title, self.text, self.count = QLabel(), QLabel(), QLabel()
        self.skip_button = QPushButton(self.tr("S&kip"), objectName="hints_skip_button")
        self.back_button = QPushButton(self.tr("&Back"), objectName="hints_back_button")
        self.next_button = QPushButton(objectName="hints_next_button")
        self.text.setWordWrap(True)
        theme.set_role(self.title, "heading")
        theme.set_role(self.count, "muted")
        theme.set_role(self.skip_button, "quiet")
        theme.set_role(self.next_button, "primary")
        row = QHBoxLayout(spacing=6)
        row.addWidget(self.count)
        row.addStretch()
        for button in (self.skip_button, self.back_button, self.next_button):
            row.addWidget(button)
        layout = QVBoxLayout(self, spacing=10)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.setFixedWidth(CARD_PX)

    def show_hint(self, hint: Hint, place: int, count: int) -> None:
        self.title.setText(QCoreApplication.translate("hints", hint.title))
        self.text.setText(QCoreApplication.translate("hints", hint.text))
        self.count.setText(self.tr("{place} of {count}").format(place=place + 1, count=count))
        self.back_button.setVisible(place > 0)
        is_last = place + 1 == count
        self.skip_button.setVisible(not is_last)
        self.next_button.setText(self.tr("&Done") if is_last else self.tr("&Next"))
        self.setAccessibleName(f"{self.title.text()}. {self.text.text()}")
        self.adjustSize()


class Hints(QWidget):
    """Lies over ``window`` until it is read or skipped; ``ended`` comes then. ``find`` gives the part a hint is about, or None."""

    ended = Signal()

    def __init__(self, window: QWidget, find: Callable[[str], QWidget | None], hints: Sequence[Hint] = HINTS) -> None:
        super().__init__(window)
        self.setObjectName("hints")
        self.setAccessibleName(self.tr("First steps"))
        self._window, self._find = window, find
        self._hints = [hint for hint in hints if hint.key == "palette" or self._is_seen(find(hint.key))]
        self._place = 0
        self.card = HintCard(self)
        self.card.next_button.clicked.connect(self.go_on)
        self.card.back_button.clicked.connect(self.go_back)
        self.card.skip_button.clicked.connect(self.end)
        window.installEventFilter(self)
        theme.signals.changed.connect(self.update)
        self._cover()

    @property
    def hint(self) -> Hint:
        """The one that is shown."""
        return self._hints[self._place]

    def begin(self) -> None:
        self.show()
        self.raise_()
        self._show_hint()

    @Slot()
    def go_on(self) -> None:
        """The next hint; after the last one, the end."""
        if self._place + 1 == len(self._hints):
            self.end()
        else:
            self._place += 1
            self._show_hint()

    @Slot()
    def go_back(self) -> None:
        self._place = max(0, self._place - 1)
        self._show_hint()

    @Slot()
    def end(self) -> None:
        """Away with it."""
        self._window.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def _show_hint(self) -> None:
        self.card.show_hint(self.hint, self._place, len(self._hints))
        self.card.move(self._card_place())
        self.card.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    @staticmethod
    def _is_seen(widget: QWidget | None) -> bool:
        return widget is not None and widget.isVisible()

    def _target(self) -> QRect:
        """The bright part, in this widget's coordinates."""
        widget = self._find(self.hint.key)
        if widget is None or not widget.isVisible():
            return QRect()
        corner = self.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0)))
        margins = QRect(corner, widget.size()).adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX)
        return margins.intersected(self.rect())

    def _card_place(self) -> QPoint:
        """Beside the bright part: right, left, above or below it, wherever there is room; in the middle where there is none."""
        target, size = self._target(), self.card.size()
        middle = self.rect().center() - QPoint(size.width() // 2, size.height() // 2)
        if target.isEmpty():
            return middle
        top = min(max(target.top(), GAP_PX), self.height() - size.height() - GAP_PX)
        left = min(max(target.left(), GAP_PX), self.width() - size.width() - GAP_PX)
        wanted = (
            QPoint(target.right() + GAP_PX, top), QPoint(target.left() - GAP_PX - size.width(), top),
            QPoint(left, target.top() - GAP_PX - size.height()), QPoint(left, target.bottom() + GAP_PX),
        )  # fmt: skip
        room = self.rect().adjusted(GAP_PX // 2, GAP_PX // 2, -GAP_PX // 2, -GAP_PX // 2)
        return next((place for place in wanted if room.contains(QRect(place, size))), middle)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Resize:
            self._cover()
            self.card.move(self._card_place())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Esc ends it, the arrow keys turn the pages."""
        slots: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.end, Qt.Key.Key_Right: self.go_on, Qt.Key.Key_Left: self.go_back,
            Qt.Key.Key_Return: self.go_on, Qt.Key.Key_Enter: self.go_on,
        }  # fmt: skip
        slot = slots.get(event.key())
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Tab goes round the card; what lies below isn't reached."""
        card = self.card
        buttons = [each for each in (card.skip_button, card.back_button, card.next_button) if not each.isHidden()]
        focused = [place for place, button in enumerate(buttons) if button.hasFocus()]
        place = (focused[0] + (1 if forward else -1)) % len(buttons) if focused else len(buttons) - 1
        buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        """What lies below isn't clicked by mistake."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade, hole = QPainterPath(), QPainterPath()
        shade.addRect(QRectF(self.rect()))
        target = self._target()
        if not target.isEmpty():
            hole.addRoundedRect(QRectF(target), ROUND_PX, ROUND_PX)
        painter.fillPath(shade.subtracted(hole), QColor(0, 0, 0, DIMMED))
        painter.setPen(QPen(QColor(theme.current().accent), 2))
        painter.drawPath(hole)
