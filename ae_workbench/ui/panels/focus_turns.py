"""Buttons that take turns, and the focus that goes with them: Qt gives that of a disabled button to whatever comes next."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FocusTurns:
    """Turns the buttons of ``panel`` on and off. The panel itself holds the focus while none of them can."""

    def __init__(self, panel: QWidget) -> None:
        self._panel = panel
        self._left: QWidget | None = None
        self._given: QWidget | None = None

    def turn(self, buttons: Mapping[QWidget, bool]) -> None:
        """Enable some and disable the others; the focus of one that is disabled goes to the first enabled one.

        It goes back when that one can be used again, unless somebody has taken it elsewhere.
        """
        for button, is_on in buttons.items():
            if is_on:
                button.setEnabled(True)
        holder = self._panel.window().focusWidget()
        if self._left is not None and holder is self._given and buttons.get(self._left):
            self._give(self._left)
        elif holder is not None and not buttons.get(holder, holder is not self._panel):
            self._left = holder
            self._give(next((button for button, is_on in buttons.items() if is_on), self._panel))
        for button, is_on in buttons.items():
            if not is_on:
                button.setEnabled(False)

    def _give(self, widget: QWidget) -> None:
        self._given = widget
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
