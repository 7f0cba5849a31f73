"""The file dialogs of the page of pages and sound, and what is dropped onto it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.engine.cleaning import Kind
from ae_workbench.export.cleaning import ENDINGS, USUAL_ENDING
from ae_workbench.ui.modes.documents.jobs import kind_of_file
from ae_workbench.ui.save_place import ask_place


def file_to_open(parent: QWidget) -> Path | None:
    """A picture of a page or a WAV file."""
    every = _pattern(*ENDINGS["pages"], *ENDINGS["sounds"])
    kinds = _tr("Pages and sounds ({every});;Pages ({pages});;Sounds ({sounds})").format(
        every=every, pages=_pattern(*ENDINGS["pages"]), sounds=_pattern(*ENDINGS["sounds"])
    )  # fmt: skip
    name, _ = QFileDialog.getOpenFileName(parent, _tr("Open a page or sound"), "", kinds)
    return Path(name) if name else None


def clean_version(parent: QWidget, kind: Kind) -> Path | None:
    """The same page or sound without noise."""
    name, _ = QFileDialog.getOpenFileName(parent, _tr("Choose the clean version"), "", _kinds(kind))
    return Path(name) if name else None


def place_to_save(parent: QWidget, suggested: str, kind: Kind) -> Path | None:
    """Where the result goes; it gets the usual ending if it has none that is known."""
    return ask_place(parent, _tr("Save the cleaned one"), suggested, _kinds(kind), (USUAL_ENDING[kind], *ENDINGS[kind]))


def folders(parent: QWidget) -> tuple[Path, Path] | None:
    """A folder to clean, and one for what comes of it."""
    source = QFileDialog.getExistingDirectory(parent, _tr("Clean which folder?"))
    out = QFileDialog.getExistingDirectory(parent, _tr("Where do the cleaned ones go?"), str(Path(source).parent)) if source else ""
    return (Path(source), Path(out)) if out else None


def folder_of_pairs(parent: QWidget) -> Path | None:
    """Pairs to train on."""
    name = QFileDialog.getExistingDirectory(parent, _tr("Choose a folder with noisy and clean ones"))
    return Path(name) if name else None


def dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The page or sound that is dropped; None for anything else."""
    for url in event.mimeData().urls():
        if url.isLocalFile():
            path = Path(url.toLocalFile())
            try:
                kind_of_file(path)
            except WorkbenchError:
                return None
            return path
    return None


def _kinds(kind: Kind) -> str:
    title = _tr("Pages") if kind == "pages" else _tr("Sounds")
    return f"{title} ({_pattern(*ENDINGS[kind])})"


def _pattern(*endings: str) -> str:
    return " ".join(f"*{ending}" for ending in endings)


def _tr(text: str) -> str:
    return QCoreApplication.translate("documents", text)
