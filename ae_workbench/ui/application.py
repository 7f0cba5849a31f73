"""The Qt application around the window."""

import sys
from pathlib import Path

import pyqtgraph as pg
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


def run_window(path: Path | None = None) -> int:
    """Show the window until it is closed; gives the exit code."""
    app = make_application()
    faults = Faults()
    settings = Settings()
    theme.apply(app, settings.scheme)
    window = MainWindow(settings)
    if path is not None:
        window.open_at_start(path)
    window.closed.connect(app.quit)
    window.show()
    code = app.exec()
    faults.remove()
    return code
