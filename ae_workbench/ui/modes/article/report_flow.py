"""The report from the window: asked where to, written beside everything else, offered to be opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ae_workbench.data.source import Progress
from ae_workbench.export.report import ReportRequest, write_report
from ae_workbench.ui import languages
from ae_workbench.ui.exporting.thread import ExportThread
from ae_workbench.ui.modes.article.results import Results
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.sentences import in_words, sentence
from ae_workbench.ui.settings import Settings

NAME = "autoencoders"


class ReportFlow(QObject):
    """One report at a time. ``written`` gives its path, ``ended`` comes after that or after ``refused``."""

    progressed = Signal(str)
    written = Signal(object)
    refused = Signal(str)
    ended = Signal()

    def __init__(self, page: QWidget, results: Results, settings: Settings) -> None:
        super().__init__(page)
        self._page, self._results, self._settings = page, results, settings
        self._thread: ExportThread | None = None

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    @Slot(str)
    def ask(self, ending: str) -> None:
        """Ask where to, then write it."""
        kinds = {".html": self.tr("Page (*.html)"), ".pdf": self.tr("Document (*.pdf)")}
        path = ask_place(self._page, self.tr("Save the report"), self._folder() / f"{NAME}{ending}", kinds[ending], (ending, *kinds))
        if path is not None:
            self.write(path)

    def _folder(self) -> Path:
        kept = self._settings.export_folder
        usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return kept if kept is not None and kept.is_dir() else usual if usual.is_dir() else Path.home()

    def write(self, path: Path) -> None:
        """Write it in the language of the window; nothing while another is written."""
        if self._thread is not None:
            return
        self._settings.export_folder = path.parent
        results = self._results
        wanted = ReportRequest(results.home, results.choice, results.quick, (path,), say=in_words, language=languages.current())

        def work(progress: Progress) -> Path:
            write_report(replace(wanted, progress=progress))
            return path

        thread = ExportThread(work)
        thread.progressed.connect(self._tell)
        thread.written.connect(self.written)
        thread.failed.connect(self._fail)
        thread.finished.connect(self._end)
        self._thread = thread
        thread.start()

    def stop(self) -> None:
        """Give it up at its next word of progress."""
        if self._thread is not None:
            self._thread.requestInterruption()

    @Slot(object)
    def open(self, path: Path) -> None:
        """With what the system opens such files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @Slot(float, str)
    def _tell(self, share: float, text: str) -> None:
        self.progressed.emit(text)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.refused.emit(sentence(error))

    @Slot()
    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.wait()
            thread.deleteLater()
            self.ended.emit()
