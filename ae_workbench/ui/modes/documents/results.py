"""What is done with the result: saved, copied, opened elsewhere, or made of a whole folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from ae_workbench.ui.exporting.flow import show_in_folder
from ae_workbench.ui.message_bar import MessageBar
from ae_workbench.ui.modes.documents import asking
from ae_workbench.ui.modes.documents.batch import BatchEnded
from ae_workbench.ui.modes.documents.desk import Desk
from ae_workbench.ui.modes.documents.tools import ToolRow, mime_of
from ae_workbench.ui.sentences import in_words


class Results(QObject):
    """Follows the buttons of a tool row; ``messages`` tells what came of it."""

    def __init__(self, desk: Desk, tools: ToolRow, messages: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tools, self._messages, self._parent = desk, tools, messages, parent
        tools.save_requested.connect(self._ask_place)
        tools.copy_requested.connect(self.copy)
        tools.play_requested.connect(self._open_elsewhere)
        tools.folder_requested.connect(self._ask_folder)
        desk.saved.connect(self._tell_saved)
        desk.batch_ended.connect(self._tell_batch)

    @Slot()
    def _ask_place(self) -> None:
        opened, result = self._desk.opened, self._desk.result
        if opened is not None and result is not None and (path := asking.place_to_save(self._parent, result.name, opened.kind)):
            self._desk.save(path)

    @Slot(object)
    def _tell_saved(self, path: Path) -> None:
        said = self.tr("Saved {name}").format(name=path.name)
        self._messages.offer(said, self.tr("Show in folder"), partial(show_in_folder, path), "good")

    @Slot()
    def copy(self) -> None:
        """A page goes onto the clipboard as a picture, a sound as a file."""
        seen, result = self._desk.seen, self._desk.result
        if seen is None or result is None:
            return
        data = mime_of(result)
        if seen.opened.kind == "pages":
            data.setImageData(seen.shown.levels.full)
        QGuiApplication.clipboard().setMimeData(data)
        self._tools.show_idle(self.tr("Copied"))

    @Slot()
    def _open_elsewhere(self) -> None:
        if self._desk.result is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.result)))

    @Slot()
    def _ask_folder(self) -> None:
        if self._desk.opened is None or self._desk.run is None:
            self._messages.say(self.tr("There is no run that could clean a folder yet: train one first."))
        elif chosen := asking.folders(self._parent):
            self._messages.dismiss()
            self._desk.clean_folder(*chosen, self._desk.opened.kind)

    @Slot(object)
    def _tell_batch(self, ended: BatchEnded) -> None:
        said = self.tr("Files cleaned into {folder}: {count}.").format(folder=ended.out.name, count=ended.done)
        if ended.failed:
            said += " " + self.tr("Left out: {count}. {why}").format(count=len(ended.failed), why=in_words(ended.failed[0]))
        offer = self.tr("Show in folder")
        self._messages.offer(said, offer, partial(show_in_folder, ended.out / "any"), "warning" if ended.failed else "good")
