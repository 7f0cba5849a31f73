"""Where the Tab key comes to a widget that was made late, and would be the last in the window."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain_behind(before: QWidget, late: QWidget) -> None:
    """Have the Tab key come from ``before`` to the parts of ``late``, which keep their order."""
    for stop in list(_stops(late)):
        QWidget.setTabOrder(before, stop)
        before = stop


def _stops(late: QWidget) -> Iterator[QWidget]:
    part: QWidget | None = late
    while part is not None:
        inside = part is late or late.isAncestorOf(part)
        if inside and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is late.window():  # a list that drops down has its own
            yield part
        part = part.nextInFocusChain()
        if part is late:
            return
