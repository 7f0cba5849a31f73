"""Exports in the window: File ▸ Export, the dialog, the thread, and what is said at the end."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu

from ae_workbench.ui import theme
from ae_workbench.ui.exporting.context import context_of
from ae_workbench.ui.exporting.thread import ExportThread, Work
from ae_workbench.ui.menu_letters import keep_letters

if TYPE_CHECKING:
    from ae_workbench.ui.exporting.dialog import ExportDialog
    from ae_workbench.ui.main_window import MainWindow


class ExportFlow(QObject):
    """``refused`` says why nothing can be exported. One export at a time."""

    refused = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace, self._codec, self._settings = window.workspace, window.codec, window.settings
        self.dialog: ExportDialog | None = None
        self.thread_: ExportThread | None = None
        self.menu = QMenu(self.tr("&Export"), window, objectName="export_menu")
        self.menu.setIcon(theme.icon("download"))
        self.export_action = QAction(theme.icon("download"), self.tr("&Export…"), self, objectName="export_action")
        self.export_action.setShortcut("Ctrl+E")
        self.export_action.setToolTip(self.tr("Write the shown run as a figure, as data, as a model or as code"))
        self.export_action.triggered.connect(self.open)
        self.menu.addAction(self.export_action)
        keep_letters(self.menu)
        self._workspace.run_changed.connect(self._follow_run)
        window.centre.commands.figure_wanted.connect(self.open_figure)
        window.closing.began.connect(self.put_away)
        window.closing.ask_about(self.work)
        self.refused.connect(window.messages.say)
        self._follow_run()

    def fill_menu(self) -> None:
        """Everything that can be exported, by its name; later than the window, for which it is too much to import."""
        from ae_workbench.ui.exporting.items import group_title, items

        menus: dict[str, QMenu] = {}
        for item in items():
            if item.group not in menus:
                menus[item.group] = self.menu.addMenu(theme.icon(item.icon), group_title(item.group))
                menus[item.group].setObjectName(f"export_{item.group}_menu")
                keep_letters(menus[item.group])
            action = menus[item.group].addAction(f"{item.title}…")
            action.setObjectName(f"{item.key.replace('/', '_')}_action")
            action.setToolTip(item.help)
            action.setStatusTip(item.help)
            action.triggered.connect(partial(self.open_for, item.key))
        self._follow_run()

    @Slot()
    def _follow_run(self) -> None:
        """Without a run there is nothing to export."""
        for menu in self.menu.findChildren(QMenu):
            menu.setEnabled(self._workspace.run is not None)

    # Opening

    @Slot()
    def open(self) -> None:
        """The dialog, at what was exported last."""
        self.open_for(self._settings.export_key)

    @Slot()
    def open_figure(self) -> None:
        """The dialog, at the figure of the viewer in front."""
        from ae_workbench.ui.exporting.items import figure_item

        viewer = self._window.centre.commands.viewer
        item = figure_item(viewer.key) if viewer is not None else None
        self.open_for(item.key if item else self._settings.export_key)

    def open_for(self, key: str, *_: object) -> None:
        """The dialog, at one thing."""
        viewer = self._window.centre.commands.viewer
        context = context_of(self._workspace, viewer.key, viewer.shows()) if viewer is not None else context_of(self._workspace)
        if context is None:
            self.refused.emit(self.tr("There is no run to export yet: press Start, or open a run."))
            return
        self._dialog().show_for(context, key)

    def _dialog(self) -> ExportDialog:
        if self.dialog is None:
            from ae_workbench.ui.exporting.dialog import ExportDialog

            self.dialog = ExportDialog(self._folder(), self._window)
            self.dialog.asked.connect(self.begin)
            self.dialog.cancel_asked.connect(self.cancel)
        return self.dialog

    def _folder(self) -> Path:
        kept = self._settings.export_folder
        usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return kept if kept is not None and kept.is_dir() else usual if usual.is_dir() else Path.home()

    # Writing

    @Slot(object)
    def begin(self, work: Work) -> None:
        """Have something written beside everything else."""
        if self.thread_ is not None:
            return
        thread = ExportThread(work)
        if self.dialog is not None:
            thread.progressed.connect(self.dialog.show_progress)
        thread.written.connect(self._tell)
        thread.failed.connect(self._fail)
        thread.cancelled.connect(self._end)
        if self._codec.start_companion(thread):
            self.thread_ = thread

    @Slot()
    def cancel(self) -> None:
        """Stop at the next moment where that is possible; nothing is left."""
        if self.thread_ is not None:
            self.thread_.requestInterruption()

    def work(self) -> str:
        """What is being done, as a sentence; empty where nothing is."""
        return self.tr("An export is being written.") if self.thread_ is not None else ""

    def _let_go(self) -> None:
        """The thread has said its last word and ends at once."""
        if self.thread_ is not None:
            self.thread_.wait()
            self.thread_ = None

    @Slot(object)
    def _tell(self, path: Path) -> None:
        self._let_go()
        dialog = self.dialog
        if dialog is not None:
            self._settings.export_folder = path.parent
            self._settings.export_key = dialog.item.key if dialog.item is not None else ""
            dialog.show_end()
            dialog.accept()
        said = self.tr("Exported {name}").format(name=path.name)
        self._window.messages.offer(said, self.tr("Show in folder"), partial(show_in_folder, path), "good")

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._let_go()
        if self.dialog is not None:
            self.dialog.show_failure(error)

    @Slot()
    def _end(self) -> None:
        self._let_go()
        if self.dialog is not None:
            self.dialog.show_end()

    @Slot()
    def put_away(self) -> None:
        """The window closes."""
        self.cancel()
        if self.dialog is not None:
            self.dialog.is_busy = False
            self.dialog.close()


def show_in_folder(path: Path) -> None:
    """Open the system's file manager where the file is."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
