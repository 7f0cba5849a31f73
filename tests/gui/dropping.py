"""Files that are dropped onto a widget."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


def drop(widget: QWidget, *paths: Path) -> None:
    """Onto its middle, where they must be taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(widget.rect().center()), Qt.DropAction.CopyAction, data, buttons, keys)
    widget.dropEvent(event)
    assert event.isAccepted()
