"""Nothing goes wrong in silence: exceptions, Qt's warnings and crashes go to a log and into reports, and the person is told once."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections import deque
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from ae_workbench.storage.crash_file import LAST_MESSAGES, CrashFile
from ae_workbench.storage.paths import logs_home
from ae_workbench.storage.reports import describe, report_text, write_report
from ae_workbench.storage.scrubbing import scrub
from ae_workbench.ui.log_file import LogFile
from ae_workbench.ui.sentences import sentence

MOST_REPORTS = 5
"""Of one session; a fault in painting comes with every frame."""
EVERY_ROOM = "ae_workbench"
"""The logger that all others of the program hand on to."""
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Faults(QObject):
    """Installs the handlers for as long as it lives; ``remove`` puts back what was there. One dialog at a time."""

    happened = Signal(str, str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder or logs_home()
        self.dialog: QMessageBox | None = None
        self._last: deque[str] = deque(maxlen=LAST_MESSAGES)
        self._reported: set[str] = set()
        self._log = logging.getLogger(__name__)
        self._handler = self._open_log()
        self._crashes = self._catch_crashes()
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._messages = qInstallMessageHandler(self._take_message)
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_unraisable
        self.happened.connect(self._tell)

    @property
    def log_path(self) -> Path:
        return self.folder / "ae-workbench.log"

    def remove(self) -> None:
        """Put the former handlers back; the program ends as it should."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        qInstallMessageHandler(self._messages)
        faulthandler.disable()
        if self._crashes is not None:
            self._crashes.close()
            self._crashes = None
        logging.getLogger(EVERY_ROOM).removeHandler(self._handler)
        self._handler.close()

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception that nobody caught, and tell the person; Ctrl-C closes the windows instead."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        self._log.error(details)
        self._report(error)
        self.happened.emit(sentence(error), details)

    def _report(self, error: BaseException) -> None:
        """Keep a report for the next start, once of each fault."""
        text = describe(error)
        if text not in self._reported and len(self._reported) < MOST_REPORTS:
            self._reported.add(text)
            write_report(report_text(text, list(self._last)), self.folder / "reports")

    def _open_log(self) -> logging.Handler:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = LogFile(self.log_path)
        except OSError:  # a home that can't be written to: then at least the terminal shows it
            handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logging.getLogger(EVERY_ROOM).addHandler(handler)
        return handler

    def _catch_crashes(self) -> CrashFile | None:
        try:
            file = CrashFile(self.folder)
        except OSError:
            with suppress(ValueError, RuntimeError):  # a windowed program has no error output
                faulthandler.enable()
            return None
        faulthandler.enable(file.descriptor)
        return file

    def _take_from_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.take(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _take_unraisable(self, caught: "sys.UnraisableHookArgs") -> None:
        """Where nothing can be raised, as while an object is deleted: nothing the person did fails by it, so it is only kept."""
        error = caught.exc_value
        if error is not None:
            self._log.error("".join(traceback.format_exception(caught.exc_type, error, caught.exc_traceback)))
            self._report(error)

    def _take_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        self._log.log(LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            scrubbed = f"Qt: {scrub(message)}"
            self._last.append(scrubbed)
            if self._crashes is not None:
                self._crashes.note(scrubbed)

    @Slot(str, str)
    def _tell(self, summary: str, details: str) -> None:
        if self.dialog is not None:
            return
        box = QMessageBox(QApplication.activeWindow(), objectName="fault_dialog")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.setText(summary)
        advice = self.tr("The program goes on, but what you just did may not be done. Details are in {path}.")
        box.setInformativeText(advice.format(path=self.log_path))
        box.setDetailedText(details)
        box.finished.connect(self._told)
        self.dialog = box
        box.open()

    @Slot()
    def _told(self) -> None:
        box, self.dialog = self.dialog, None
        if box is not None:
            box.deleteLater()
