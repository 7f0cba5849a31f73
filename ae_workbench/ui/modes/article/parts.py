"""Small parts that several sections of a chapter have."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ae_workbench.ui import theme

SECTION_PX = 26
"""Room before a section."""


def heading(text: str) -> QLabel:
    """Of a section of the page."""
    label = QLabel(text, wordWrap=True)
    theme.set_role(label, "section")
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
    return label
