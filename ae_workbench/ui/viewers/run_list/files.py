"""What changes runs on disk, each an undo step: deleting into the trash, renaming."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage import runs, trash
from ae_workbench.storage.runs import RunSummary
from ae_workbench.ui.sentences import sentence


class RunFiles(QObject):
    """``about_to_go``, ``gone`` and ``back`` give the paths of runs that leave, left or returned, ``deleted`` and ``refused`` a sentence.

    ``changed`` comes after anything.
    """

    about_to_go = Signal(object)
    gone = Signal(object)
    back = Signal(object)
    deleted = Signal(str)
    changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.training: Path | None = None
        """Not to be deleted, by redoing an undone deletion either."""

    def delete(self, summaries: Sequence[RunSummary]) -> None:
        """Put runs into the trash. ``deleted`` says which, in a sentence."""
        if not summaries:
            return
        if len(summaries) == 1:
            text, told = self.tr("Delete “{name}”"), self.tr("“{name}” is in the trash.")
        else:
            text, told = self.tr("Delete {count} runs"), self.tr("{count} runs are in the trash.")
        words = {"name": summaries[0].name, "count": len(summaries)}
        command = DeleteRuns(self, [run.path for run in summaries], text.format(**words))
        self.undo_stack.push(command)
        if command.deleted:
            self.deleted.emit(told.format(**words))

    def rename(self, path: Path, before: str, after: str) -> None:
        """Give a run another name."""
        self.undo_stack.push(RenameRun(self, path, before, after, self.tr("Rename “{name}”").format(name=before)))

    def try_to_rename(self, path: Path, name: str) -> bool:
        """Rename now; what is wrong is told."""
        try:
            runs.rename(path, name)
        except WorkbenchError as problem:
            self.refused.emit(sentence(problem))
            return False
        finally:
            self.changed.emit()
        return True


class DeleteRuns(QUndoCommand):
    """Runs that can't be moved stay, and are told of."""

    def __init__(self, files: RunFiles, paths: Sequence[Path], text: str) -> None:
        super().__init__(text)
        self._files = files
        self._paths = list(paths)
        self.deleted: list[trash.DeletedRun] = []

    def redo(self) -> None:
        self.deleted = []
        self._files.about_to_go.emit(list(self._paths))
        for path in self._paths:
            if path == self._files.training:
                self._files.refused.emit(self._files.tr("A run that is training can't be deleted: stop it first."))
                continue
            try:
                self.deleted.append(trash.delete(path))
            except WorkbenchError as problem:
                self._files.refused.emit(sentence(problem))
        self.setObsolete(not self.deleted)
        self._files.gone.emit([each.original for each in self.deleted])
        self._files.changed.emit()

    def undo(self) -> None:
        self._paths = []
        for each in self.deleted:
            try:
                self._paths.append(trash.restore(each))
            except WorkbenchError as problem:
                self._files.refused.emit(sentence(problem))
        self.setObsolete(not self._paths)
        self._files.back.emit(list(self._paths))
        self._files.changed.emit()


class RenameRun(QUndoCommand):
    """A name before and after."""

    def __init__(self, files: RunFiles, path: Path, before: str, after: str, text: str) -> None:
        super().__init__(text)
        self._files, self._path = files, path
        self._before, self._after = before, after

    def redo(self) -> None:
        self.setObsolete(not self._files.try_to_rename(self._path, self._after))

    def undo(self) -> None:
        self.setObsolete(not self._files.try_to_rename(self._path, self._before))
