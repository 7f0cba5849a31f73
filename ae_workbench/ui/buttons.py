"""Buttons with an icon."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from ae_workbench.ui import theme
from ae_workbench.ui.words import without_mnemonic

ICON_PX = 16


class IconButton(QPushButton):
    """An icon and words. ``role`` is one of the theme's, such as "primary" or "quiet"."""

    def __init__(self, name: str, icon: str, words: str, help_text: str = "", role: str = "") -> None:
        super().__init__(objectName=name)
        self.setIcon(theme.icon(icon, "accent_text" if role == "primary" else "text"))
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setToolTip(help_text)
        if role:
            theme.set_role(self, role)
        self.say(words)

    def say(self, words: str) -> None:
        """Show other words, with a little room to the icon: the style leaves none."""
        self.setText(f" {words}")
        self.setAccessibleName(without_mnemonic(words))


def tool_button(name: str, icon: str, help_text: str, checkable: bool = False, words: str = "") -> QToolButton:
    """A small button with an icon, and words beside it. Without any, the first line of its tooltip is its accessible name."""
    button = QToolButton(objectName=name, checkable=checkable)
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setToolTip(help_text)
    button.setAccessibleName(without_mnemonic(words) or help_text.split("\n")[0])
    if words:
        button.setText(f" {words}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
