"""Where a person wants a file that is saved: one dialog for all of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ae_workbench.storage.place import with_ending


def ask_place(parent: QWidget, title: str, suggestion: str | Path, kinds: str, endings: Sequence[str]) -> Path | None:
    """What the person chose, with the ending of the chosen kind where it has none of ``endings``, the usual first; None for nothing.

    The file dialog asks before a file of the typed name is replaced. Where the ending makes it another file's name, this does.
    """
    while True:
        name, kind = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
        if not name:
            return None
        path = with_ending(Path(name), endings, _ending_of(kind, endings))
        if path == Path(name) or not path.exists() or _may_replace(parent, title, path):
            return path
        suggestion = path


def _ending_of(kind: str, endings: Sequence[str]) -> str:
    """The one ending that a kind such as "Table (*.csv)" stands for; otherwise the usual one."""
    named = {ending for ending in endings if f"*{ending}" in kind}
    return named.pop() if len(named) == 1 else endings[0]


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    text = QCoreApplication.translate("save_place", "{name} is there already. Replace it?").format(name=path.name)
    return QMessageBox.question(parent, title, text) == QMessageBox.StandardButton.Yes
