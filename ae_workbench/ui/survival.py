"""What keeps a person's work through crashes, full disks and second windows. One object beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ae_workbench.ui.aftermath import Aftermath
from ae_workbench.ui.holding import Holding
from ae_workbench.ui.unsaved import UnsavedQuestion

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow
    from ae_workbench.ui.viewers.runs import RunsViewer


class Survival(QObject):
    """Puts the parts together."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.holding = Holding(window.workspace, window.messages)
        self.unsaved = UnsavedQuestion(window, window.trainer)
        self.aftermath = Aftermath(window, window.messages, window.documents, window.trainer, window.codec)
        window.centre.when_made("runs", self._follow_list)
        window.trainer.told.connect(window.documents.told)
        window.closing.done.connect(self.holding.let_go)
        if window.settings.was_reset:
            self.aftermath.tell_of_settings(window.settings)

    def _follow_list(self, viewer: RunsViewer) -> None:
        files = viewer.list_page.files
        files.about_to_go.connect(self.holding.make_way)
        files.changed.connect(self.holding.follow)
        self.aftermath.left.connect(viewer.invalidate)

    def begin(self) -> None:
        """Look at what the last session left."""
        self.aftermath.look_back()
