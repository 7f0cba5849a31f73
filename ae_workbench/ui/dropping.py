"""Files that are dropped onto the window: opened as far as several can be, and what can't is said."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject

from ae_workbench.storage.archive import is_archive
from ae_workbench.ui.documents import Documents
from ae_workbench.ui.message_bar import MessageBar

LEFT_OUT = "left_out"
MOST_NAMES = 3


class Dropping(QObject):
    """Shared runs become runs of one's own, as many as there are; of everything else only one can be looked at."""

    def __init__(self, window: QObject, documents: Documents, messages: MessageBar) -> None:
        super().__init__(window)
        self._documents, self._messages = documents, messages

    def open(self, paths: Sequence[Path]) -> None:
        """Open what was dropped."""
        self._messages.withdraw(LEFT_OUT)
        archives = [path for path in paths if is_archive(path)]
        others = [path for path in paths if path not in archives]
        for path in (*others[:1], *archives):
            self._documents.open_path(path)
        if left := others[1:]:  # stands, since an archive that was read says so later, in the place of what was said before
            said = self.tr("Only shared runs (.aew) can be opened several at once. Left out: {names}")
            self._messages.stand(LEFT_OUT, said.format(names=few_names(left)), tone="stopped")


def local_files(data: QMimeData) -> list[Path]:
    """The files and folders of this computer in a drop or on the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def few_names(paths: Sequence[Path]) -> str:
    """The names of the first few, and dots for the others."""
    names = [path.name for path in paths[:MOST_NAMES]]
    return ", ".join([*names, "…"] if len(paths) > MOST_NAMES else names)
