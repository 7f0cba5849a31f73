"""Keys that have other places, names or signs on other keyboards."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
"""What takes the chosen away: the key that says “delete” on Apple's keyboards is another one's backspace."""
ON_A_MAC = {"Del": "Backspace", "Alt": "", "Shift+F10": ""}
"""Keys that are others there, or none: no letter is underlined, and menus of what has the focus have no key."""
Format = QKeySequence.SequenceFormat


def keys_said(keys: str, is_mac: bool = sys.platform == "darwin") -> str:
    """Keys with blanks between them in the system's way of writing, as "Ctrl+Z" is "⌘Z" on a Mac; empty where it has no such key."""
    words = (ON_A_MAC.get(word, word) if is_mac else word for word in keys.split())
    return " ".join(QKeySequence(word, Format.PortableText).toString(Format.NativeText) for word in words if word)
