"""Small parts that several sections of a chapter have."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ae_workbench.ui import theme

SECTION_PX, ICON_PX = 26, 15
"""Room before a section."""


def heading(text: str) -> QLabel:
    """Of a section of the page."""
    label = QLabel(text, wordWrap=True)
    theme.set_role(label, "section")
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
    return label


def small_button(name: str, icon: str, text: str, about: str) -> QPushButton:
    """A button with an icon; ``about`` is its tooltip."""
    button = QPushButton(theme.icon(icon), " " + text, objectName=name)
    button.setAccessibleName(text.replace("&", ""))
    button.setToolTip(about)
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    return button
