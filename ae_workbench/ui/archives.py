"""Runs as .aew files in the window: opened as runs of one's own, and written to be shared."""

from __future__ import annotations

import re
from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.source import Progress
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.exporting.flow import show_in_folder
from ae_workbench.ui.exporting.thread import ExportThread, Work
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.sentences import sentence

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow
    from ae_workbench.ui.share_dialog import ShareDialog

SLOW_MS = 500
"""After that it is said what is being done, with a way to stop it."""


class ArchiveFlow(QObject):
    """Reads and writes one file after another, beside everything else. ``idle`` comes when nothing is left to do."""

    idle = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._documents, self._settings = window.documents, window.settings
        self._waiting: deque[Path] = deque()
        self._opening: Path | None = None
        self._doing = ""
        self.thread_: ExportThread | None = None
        self.dialog: ShareDialog | None = None
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._offer_to_stop)
        self.action = window.actions_["share_run"]
        self.action.triggered.connect(self.share_shown)
        window.documents.archive_opened.connect(self.open)
        window.centre.when_made("runs", lambda viewer: viewer.list_page.share_requested.connect(self.share))
        window.closing.began.connect(self.put_away)
        window.closing.ask_about(self.work)
        for changed in (self._workspace.run_changed, self._workspace.epochs_changed):
            changed.connect(self._follow_run)
        self._follow_run()

    @property
    def is_busy(self) -> bool:
        return self.thread_ is not None

    def work(self) -> str:
        """What is being written, as a sentence; empty where nothing is. A run that is being opened is only read, from a file that stays."""
        return self.tr("A run is being written to be shared.") if self.is_busy and self._opening is None else ""

    # Opening

    @Slot(object)
    def open(self, path: Path) -> None:
        """Make a run of one's own of an archive and show it; one that came from the same file before is shown as it is now."""
        self._waiting.append(path)
        self._next()

    def _next(self) -> None:
        if self.is_busy:
            return
        if not self._waiting:
            self.idle.emit()
            return
        self._opening = self._waiting.popleft()
        self._begin(partial(_import, self._opening), self.tr("Opening {name}…").format(name=self._opening.name))

    # Sharing

    @Slot()
    def share_shown(self) -> None:
        """Ask how the shown run is to be shared."""
        if self._workspace.run is not None:
            self.share(self._workspace.run)

    @Slot(object)
    def share(self, path: Path) -> None:
        """Ask how a run is to be shared."""
        try:
            run = RunFolder.open(path)
            if not run.epochs():
                raise WorkbenchError(self.tr("This run has nothing to share yet: train it for an epoch first."))
        except WorkbenchError as problem:
            self._window.messages.say(sentence(problem))
            return
        from ae_workbench.ui.share_dialog import ShareDialog

        shown = self._workspace.shown_epoch if path == self._workspace.run else None
        dialog = ShareDialog(run, shown, self._window)
        dialog.accepted.connect(self._ask_where)
        dialog.rejected.connect(self._forget_dialog)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None

    @Slot()
    def _ask_where(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        from ae_workbench.storage.archive import ENDING

        run, words = dialog.run, dialog.words
        name = re.sub(r"[^\w .()-]+", "-", run.recipe.name or run.path.name).strip(" .-") or "run"
        suggestion = (self._settings.export_folder or Path.home()) / f"{name}{ENDING}"
        kinds = self.tr("Shared runs (*.aew)")
        path = ask_place(self._window, self.tr("Share run"), suggestion, kinds, (ENDING,))
        if path is not None:
            self.write(run, path, words)

    def write(self, run: RunFolder, out: Path, words: str) -> None:
        """Write a run with these epochs into a file."""
        if self.is_busy:
            self._window.messages.say(self.tr("Another run is being read or written: try again in a moment."), "stopped")
            return
        self._begin(partial(_pack, run, out, words), self.tr("Writing {name}…").format(name=out.name))

    # The thread

    def _begin(self, work: Work, doing: str) -> None:
        thread = ExportThread(work)
        thread.written.connect(self._end_well)
        thread.failed.connect(self._fail)
        thread.cancelled.connect(self._end)
        if self._window.codec.start_companion(thread):
            self.thread_, self._doing = thread, doing
            self._slow.start()

    @Slot()
    def _offer_to_stop(self) -> None:
        self._window.messages.offer(self._doing, self.tr("&Cancel"), self.cancel, "stopped")

    @Slot()
    def cancel(self) -> None:
        """Stop at the next moment where that is possible; nothing is left."""
        self._waiting.clear()
        if self.thread_ is not None:
            self.thread_.requestInterruption()

    def _let_go(self) -> Path | None:
        """The thread has said its last word; gives what was being opened."""
        self._slow.stop()
        if self._window.messages.text() == self._doing:
            self._window.messages.hide()
        if self.thread_ is not None:
            self.thread_.wait()
            self.thread_ = None
        opened, self._opening = self._opening, None
        return opened

    @Slot(object)
    def _end_well(self, path: Path) -> None:
        opened = self._let_go()
        if opened is None:
            self._settings.export_folder = path.parent
            said = self.tr("Shared as {name}").format(name=path.name)
            self._window.messages.offer(said, self.tr("Show in folder"), partial(show_in_folder, path), "good")
        else:
            self._settings.add_recent(opened)
            self._documents.show_imported(path, opened)
        self._next()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        opened = self._let_go()
        if opened is not None:
            self._settings.forget_recent(opened)
        self._window.messages.say(sentence(error))
        self._next()

    @Slot()
    def _end(self) -> None:
        self._let_go()
        self._next()

    @Slot()
    def _follow_run(self) -> None:
        """Without weights there is nothing to share."""
        self.action.setEnabled(self._workspace.newest_epoch is not None)

    @Slot()
    def put_away(self) -> None:
        """The window closes."""
        self._slow.stop()
        self.cancel()
        if self.dialog is not None:
            self.dialog.reject()


def _import(path: Path, progress: Progress) -> Path:
    from ae_workbench.storage.archive import import_archive

    return import_archive(path, lambda share: progress(share, ""))


def _pack(run: RunFolder, out: Path, words: str, progress: Progress) -> Path:
    from ae_workbench.storage.archive import chosen_epochs, pack

    return pack(run, out, chosen_epochs(run, words), lambda share: progress(share, "")).path
