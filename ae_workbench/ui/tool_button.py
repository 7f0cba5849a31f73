"""Small buttons with an icon."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from ae_workbench.ui import theme

ICON_PX = 16


def tool_button(name: str, icon: str, help_text: str, checkable: bool = False) -> QToolButton:
    """A small button with an icon; its tooltip is its accessible name too."""
    button = QToolButton(objectName=name, checkable=checkable)
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setToolTip(help_text)
    button.setAccessibleName(help_text.split("\n")[0])
    return button
