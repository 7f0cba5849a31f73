"""Undo steps: whole recipes before and after, since recipes are frozen."""

from collections.abc import Callable
from zlib import crc32

from PySide6.QtGui import QUndoCommand

from ae_workbench.core.recipe import Recipe


class ChangeRecipe(QUndoCommand):
    """One change. Steps in a row with the same non-empty ``merge_id`` (edits of one field) become one."""

    def __init__(self, put: Callable[[Recipe], None], before: Recipe, after: Recipe, text: str, merge_id: str = "") -> None:
        super().__init__(text)
        self._put = put
        self.before = before
        self.after = after
        self.merge_id = merge_id

    def id(self) -> int:
        return crc32(self.merge_id.encode()) & 0x7FFFFFFF if self.merge_id else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 (Qt's name)
        if not isinstance(other, ChangeRecipe) or other.merge_id != self.merge_id:
            return False
        self.after = other.after
        self.setText(other.text())
        self.setObsolete(self.before == self.after)
        return True

    def redo(self) -> None:
        self._put(self.after)

    def undo(self) -> None:
        self._put(self.before)
