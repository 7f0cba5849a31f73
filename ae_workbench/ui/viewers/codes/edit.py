"""An edited code: the values that were changed lie over the code of the image, with undo and redo. No Qt here."""

import numpy as np
from numpy.typing import NDArray

MOST_UNDO = 200
Changes = dict[int, float]


class CodeEdit:
    """Units are counted in the order of ``code.reshape(-1)``. Changes outlive another ``base``, as when a new epoch comes."""

    def __init__(self) -> None:
        self.base: NDArray[np.float32] | None = None
        self.changes: Changes = {}
        self._undo: list[Changes] = []
        self._redo: list[Changes] = []

    def set_base(self, code: NDArray[np.float32]) -> None:
        """The code of the image, (*code_dims). One of another size begins anew."""
        if self.base is not None and self.base.shape != code.shape:
            self.forget()
        self.base = code

    def forget(self) -> None:
        """No changes and nothing to undo."""
        self.base, self.changes, self._undo, self._redo = None, {}, [], []

    @property
    def code(self) -> NDArray[np.float32] | None:
        """The code with its changes, (*code_dims)."""
        if self.base is None:
            return None
        code = self.base.copy()
        flat = code.reshape(-1)
        for unit, value in self.changes.items():
            flat[unit] = value
        return code

    @property
    def is_changed(self) -> bool:
        return bool(self.changes)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def begin(self) -> None:
        """All that is set from here on is undone in one step."""
        self._undo = [*self._undo[1 - MOST_UNDO :], dict(self.changes)]
        self._redo = []

    def set(self, unit: int, value: float) -> None:
        self.changes[unit] = value

    def restore(self, unit: int) -> None:
        """Back to the value of the image's code."""
        if unit in self.changes:
            self.begin()
            del self.changes[unit]

    def reset(self) -> None:
        """Back to the image's code; can be undone."""
        if self.changes:
            self.begin()
            self.changes = {}

    def undo(self) -> None:
        if self._undo:
            self._redo.append(self.changes)
            self.changes = self._undo.pop()

    def redo(self) -> None:
        if self._redo:
            self._undo.append(self.changes)
            self.changes = self._redo.pop()
