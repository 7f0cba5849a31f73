"""Undo for drawings."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from ae_workbench.ui.canvas.pad import Change, Piece


class Edit(QUndoCommand):
    """A change that has been made already; ``put`` shows a piece of the drawing."""

    def __init__(self, text: str, change: Change, put: Callable[[Piece], None]) -> None:
        super().__init__(text)
        self._change = change
        self._put = put
        self._is_done = True

    def redo(self) -> None:
        if not self._is_done:
            self._put(self._change.after)
        self._is_done = True

    def undo(self) -> None:
        self._is_done = False
        self._put(self._change.before)
