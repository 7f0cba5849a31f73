"""Undo steps: whole recipes before and after, since recipes are frozen."""

from collections.abc import Callable
from pathlib import Path
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


class OpenRecipe(QUndoCommand):
    """Another recipe, with the file it belongs to. ``put`` gives the file that it takes the place of, for the way back."""

    def __init__(
        self, put: Callable[[Recipe, Path | None], Path | None], before: Recipe, after: Recipe, path: Path | None, text: str
    ) -> None:
        super().__init__(text)
        self._put = put
        self.before = before
        self.after = after
        self._path = path

    def redo(self) -> None:
        self._path = self._put(self.after, self._path)

    def undo(self) -> None:
        self._path = self._put(self.before, self._path)
