"""The shown run is this window's to write: where it comes second, it only reads the run and says so."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from ae_workbench.core.errors import RunError
from ae_workbench.storage.lock import Hold, hold
from ae_workbench.storage.samples import is_only_looked_at
from ae_workbench.ui.message_bar import MessageBar
from ae_workbench.ui.workspace import Workspace

READ_ONLY = "read-only run"


class Holding(QObject):
    """Follows the workspace's run."""

    def __init__(self, workspace: Workspace, messages: MessageBar) -> None:
        super().__init__(workspace)
        self._workspace, self._messages = workspace, messages
        self._hold: Hold | None = None
        workspace.run_changed.connect(self.follow)

    @Slot()
    def follow(self) -> None:
        """Hold the run that is shown now, and no other."""
        self.let_go()
        run = self._workspace.run_folder
        if run is None or is_only_looked_at(run.path):
            return
        try:
            self._hold = hold(run.path)
        except RunError:
            said = self.tr("“{name}” is open in another AE Workbench: here it can be looked at, but not trained, renamed or deleted.")
            self._messages.stand(READ_ONLY, said.format(name=run.recipe.name or run.path.name))

    @Slot(object)
    def make_way(self, paths: list[Path]) -> None:
        """These runs are about to be moved; an open file in a folder would prevent that on Windows."""
        if self._workspace.run in paths:
            self.let_go()

    @Slot()
    def let_go(self) -> None:
        """Leave the run to others."""
        self._messages.withdraw(READ_ONLY)
        held, self._hold = self._hold, None
        if held is not None:
            held.release()
