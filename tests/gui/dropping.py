"""Files that are dropped onto a widget."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def drop(widget: QWidget, *paths: Path) -> None:
    """Onto its middle, where they must be taken."""
    data = _files(paths)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(widget.rect().center()), Qt.DropAction.CopyAction, data, buttons, keys)
    widget.dropEvent(event)
    assert event.isAccepted()


def would_take(widget: QWidget, *paths: Path) -> bool:
    """Whether files that are dragged over it may be dropped on it, and not on what is behind it."""
    data = _files(paths)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(widget.rect().center(), Qt.DropAction.CopyAction, data, buttons, keys)
    event.ignore()
    widget.dragEnterEvent(event)
    return event.isAccepted()


def _files(paths: tuple[Path, ...]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
