"""The Qt application around the window."""

import signal
import socket
import sys
from pathlib import Path
from types import FrameType

import pyqtgraph as pg
from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication

from ae_workbench import __version__
from ae_workbench.storage.paths import APP
from ae_workbench.ui import theme
from ae_workbench.ui.faults import Faults
from ae_workbench.ui.main_window import MainWindow
from ae_workbench.ui.settings import Settings


def make_application() -> QApplication:
    """The application with its name; the window decides when it ends, since threads have to end first."""
    pg.setConfigOption("exitCleanup", False)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(APP)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ae-workbench")
    app.setQuitOnLastWindowClosed(False)
    return app


class Interruption(QObject):
    """Ctrl-C in the terminal closes the windows; Qt's loop alone would not let Python see it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno())
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._former = signal.signal(signal.SIGINT, self._close)

    def remove(self) -> None:
        """Ctrl-C is again what it was."""
        signal.signal(signal.SIGINT, self._former)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _wake(self) -> None:
        self._reader.recv(64)

    def _close(self, number: int, frame: FrameType | None) -> None:
        QApplication.closeAllWindows()


def run_window(path: Path | None = None) -> int:
    """Show the window until it is closed; gives the exit code."""
    app = make_application()
    faults, interruption = Faults(), Interruption(app)
    settings = Settings()
    theme.apply(app, settings.scheme)
    theme.set_scale(app, settings.scale)
    window = MainWindow(settings)
    if path is not None:
        window.open_at_start(path)
    window.closed.connect(app.quit)
    window.show()
    code = app.exec()
    interruption.remove()
    faults.remove()
    return code
