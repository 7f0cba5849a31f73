"""How a step stands, and the button that runs it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.modes.article.chip import StateChip


class StepHead(QWidget):
    """``run_requested`` says whether it is to be made anew."""

    run_requested = Signal(bool)

    def __init__(self, name: str, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = StateChip()
        self.when = QLabel(objectName=f"{name}_when")
        theme.set_role(self.when, "muted")
        self.run_button = IconButton(f"{name}_run_button", "play", "", role="primary" if primary else "")
        self._primary = primary
        self._is_there = self._is_busy = False
        layout = QHBoxLayout(self, spacing=10)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chip)
        layout.addWidget(self.when)
        layout.addStretch(1)
        layout.addWidget(self.run_button, 0, Qt.AlignmentFlag.AlignRight)
        self.run_button.clicked.connect(self._ask)
        self._words = ("", "", "")

    def set_words(self, run: str, again: str, about: str) -> None:
        """What stands on the button before there is a result and after, and its tooltip."""
        self._words = run, again, about
        self._dress()

    def show_state(self, text: str, tone: str, when: str, is_there: bool) -> None:
        self.chip.say(text, tone)
        self.when.setText(when)
        self._is_there = is_there
        self._dress()

    def set_busy(self, is_busy: bool) -> None:
        """Something is being run, so nothing else can be."""
        self._is_busy = is_busy
        self._dress()

    def _dress(self) -> None:
        run, again, about = self._words
        self.run_button.say(again if self._is_there else run)
        self.run_button.setEnabled(not self._is_busy)
        self.run_button.setToolTip(self.tr("Something is being run: stop it, or wait for its end.") if self._is_busy else about)
        colour = "accent_text" if self._primary and not self._is_busy else "text"
        self.run_button.setIcon(theme.icon("refresh-cw" if self._is_there else "play", colour))

    @Slot()
    def _ask(self) -> None:
        self.run_requested.emit(self._is_there)
