"""One finding: what is seen, what it means, what to do, and the buttons that do it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ae_workbench.analysis.diagnosis.diagnosis import Diagnosis
from ae_workbench.ui import theme
from ae_workbench.ui.diagnosis.words import ICONS
from ae_workbench.ui.help.context import HelpButton, set_help
from ae_workbench.ui.sentences import in_words

ICON_PX, CLOSE_PX, SIDE_PX, GAP_PX = 18, 12, 22, 8
BUTTONS_PX = 400
"""How wide a row of buttons may be."""
LAST_LATIN = "\u2e7f"


class FindingCard(QFrame):
    """``remedy_chosen`` carries one of the diagnosis's remedies, ``dismissed`` the diagnosis's key."""

    remedy_chosen = Signal(object, object)
    dismissed = Signal(str)
    start_requested = Signal()
    undo_requested = Signal()

    def __init__(self, diagnosis: Diagnosis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"finding_{diagnosis.key}")
        theme.set_role(self, "card")
        set_help(self, diagnosis.help)
        self.diagnosis = diagnosis
        self.setAccessibleName(in_words(diagnosis.title))
        self.remedy_buttons: list[QPushButton] = []
        self._build()
        theme.signals.changed.connect(self.dress)
        self.dress()

    def _build(self) -> None:
        diagnosis = self.diagnosis
        self._picture = QLabel()
        title = QLabel(in_words(diagnosis.title), wordWrap=True)
        theme.set_role(title, "heading")
        self.close_button = QToolButton(objectName=f"dismiss_{diagnosis.key}_button", autoRaise=True)
        self.close_button.setIcon(theme.icon("x", "muted"))
        self.close_button.setIconSize(QSize(CLOSE_PX, CLOSE_PX))
        self.close_button.setFixedSize(SIDE_PX, SIDE_PX)
        self.close_button.setAccessibleName(self.tr("Dismiss: {title}").format(title=title.text()))
        self.close_button.setToolTip(self.tr("Don't show this for this run any more"))
        self.close_button.clicked.connect(self._dismiss)
        head = QHBoxLayout(spacing=8)
        head.addWidget(self._picture)
        head.addWidget(title, 1)
        head.addWidget(HelpButton(f"finding_{diagnosis.key}", title.text(), self))
        head.addWidget(self.close_button)
        *seen, advice = (in_words(words) for words in diagnosis.words)
        self.text = QLabel(_joined(seen), wordWrap=True, objectName=f"finding_{diagnosis.key}_text")
        self.advice = QLabel(advice, wordWrap=True, objectName=f"finding_{diagnosis.key}_advice")
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(12, 10, 10, 12)
        layout.addLayout(head)
        layout.addWidget(self.text)
        layout.addWidget(self.advice)
        self._make_buttons()
        for row in self._rows():
            layout.addLayout(row)
        self.done = _Done(diagnosis.key)
        self.done.start_button.clicked.connect(self.start_requested)
        self.done.undo_button.clicked.connect(self.undo_requested)
        layout.addWidget(self.done)

    def _make_buttons(self) -> None:
        for place, remedy in enumerate(self.diagnosis.remedies):
            button = QPushButton(in_words(remedy.words), objectName=f"remedy_{self.diagnosis.key}_{place}")
            button.setAccessibleName(f"{in_words(self.diagnosis.title)}: {button.text()}")
            button.clicked.connect(self._choose)
            self.remedy_buttons.append(button)
        self._mark_first()

    def _rows(self) -> list[QHBoxLayout]:
        """As many buttons beside each other as fit."""
        rows: list[QHBoxLayout] = []
        room = 0
        for button in self.remedy_buttons:
            width = button.sizeHint().width() + GAP_PX
            if width > room:
                rows.append(QHBoxLayout(spacing=GAP_PX))
                rows[-1].addStretch(1)
                room = BUTTONS_PX
            rows[-1].insertWidget(rows[-1].count() - 1, button)
            room -= width
        return rows

    @Slot()
    def _choose(self) -> None:
        place = self.remedy_buttons.index(self.sender())  # type: ignore[arg-type]
        self.remedy_chosen.emit(self, self.diagnosis.remedies[place])

    def show_change(self, text: str, start: str) -> None:
        """A remedy changed the recipe as ``text`` says; ``start`` stands on the button that trains it, which comes next."""
        theme.set_role(self.remedy_buttons[0], "usual")
        self.done.show_change(text, start)
        self.done.start_button.setFocus()

    def forget_change(self) -> None:
        """The change was taken back."""
        self._mark_first()
        self.done.hide()

    def _mark_first(self) -> None:
        """The remedy to try first stands out, unless nothing is wrong."""
        if self.remedy_buttons and self.diagnosis.severity != "hint":
            theme.set_role(self.remedy_buttons[0], "primary")

    @Slot()
    def _dismiss(self) -> None:
        self.dismissed.emit(self.diagnosis.key)

    @Slot()
    def dress(self) -> None:
        """Draw the icon in the theme's colour."""
        icon = theme.icon(*ICONS[self.diagnosis.severity])
        self._picture.setPixmap(icon.pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF()))


def _joined(words: Sequence[str]) -> str:
    """Sentences behind each other; Chinese ones have no spaces between them."""
    return "".join(text if not place or text[0] > LAST_LATIN else f" {text}" for place, text in enumerate(words))


class _Done(QFrame):
    """What a remedy did, and what comes next. Hidden until one was chosen."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.label = QLabel(wordWrap=True, objectName=f"done_{key}_label")
        self.start_button = QPushButton(objectName=f"start_after_{key}_button")
        self.undo_button = QPushButton(self.tr("&Undo"), objectName=f"undo_{key}_button")
        theme.set_role(self.start_button, "primary")
        theme.set_role(self.undo_button, "quiet")
        row = QHBoxLayout(spacing=8)
        for button in (self.start_button, self.undo_button):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.addWidget(self.label)
        layout.addLayout(row)
        self.hide()

    def show_change(self, text: str, start: str) -> None:
        """The recipe was changed as ``text`` says; ``start`` stands on the button that trains it."""
        self.label.setText(text)
        self.start_button.setText(start)
        self.show()
