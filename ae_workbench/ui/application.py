"""The Qt application around the window."""

import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Signal, Slot
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from ae_workbench import __version__
from ae_workbench.core.resources import resource
from ae_workbench.storage.paths import APP
from ae_workbench.ui import languages, theme
from ae_workbench.ui.faults import Faults
from ae_workbench.ui.main_window import MainWindow
from ae_workbench.ui.settings import Settings


class Application(QApplication):
    """``file_opened`` gives a file that the system wants opened: macOS says so by an event when the program runs already."""

    file_opened = Signal(object)

    def event(self, event: QEvent) -> bool:
        """No event filter on the application, since Python would be asked about every event of every widget."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)


def make_application() -> Application:
    """The application with its name; the window decides when it ends, since threads have to end first."""
    app = QApplication.instance() or Application(sys.argv[:1])
    assert isinstance(app, Application)
    app.setApplicationName(APP)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ae-workbench")
    app.setWindowIcon(QIcon(str(resource("ae-workbench.svg"))))
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


@dataclass(frozen=True)
class Shown:
    """What a window showed, for the one that takes its place."""

    run: Path | None
    epoch: int | None
    tab: int
    mode: str
    recipe: Path | None
    is_clean: bool

    @classmethod
    def by(cls, window: MainWindow) -> "Shown":
        workspace = window.workspace
        model, tab = window.model, window.centre.tabs.currentIndex()
        return cls(workspace.run, workspace.epoch, tab, window.modes.key, model.path, model.is_clean)

    def put_into(self, window: MainWindow) -> None:
        """The same run, epoch, viewer and recipe file; the recipe itself is in the settings."""
        if self.run is not None:
            window.documents.show_run(self.run, with_recipe=False)
            window.workspace.set_epoch(self.epoch)
        window.centre.tabs.setCurrentIndex(self.tab)
        window.model.belong_to(self.recipe, self.is_clean)
        window.modes.show(self.mode)


class Stage(QObject):
    """The window that is open. Another language makes it anew, with everything it showed, as soon as no training runs."""

    def __init__(self, app: Application, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        self._for_next: list[Path] = []
        self._is_changing = False
        self._shown: Shown | None = None
        languages.put_on(app, settings.language)
        self.window = self._make()
        app.file_opened.connect(self.open_file)

    def _make(self) -> MainWindow:
        window = MainWindow(self._settings)
        window.comfort.language_chosen.connect(self._change_language)
        window.data_flow.ended.connect(window.comfort.offer_hints)
        window.closed.connect(self._follow_close)
        for idle in (window.trainer.idle, window.modes.idle, window.codec.companions_ended):
            idle.connect(self._close_for_change)
        return window

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open it in front of everything else, as soon as there is a window that stands."""
        window = self.window
        if window.closing.is_under_way:
            self._for_next.append(path)
        elif not window.beginning.has_begun:
            window.open_at_start(path)
        else:
            window.documents.open_path(path)
            if window.isMinimized():
                window.showNormal()
            window.raise_()
            window.activateWindow()

    @Slot(str)
    def _change_language(self, key: str) -> None:
        window = self.window
        self._is_changing = languages.resolve(key) != languages.current()
        if self._is_changing and (window.trainer.is_busy or window.closing.reasons):
            window.messages.say(self.tr("The language changes as soon as what is running has ended."))
        self._close_for_change()

    @Slot()
    def _close_for_change(self) -> None:
        """Make the window anew if that is wished for and nothing runs; not where the person is leaving."""
        window = self.window
        is_free = not window.trainer.is_busy and not window.closing.reasons and not window.closing.has_begun
        if self._is_changing and is_free:
            self._shown = Shown.by(window)
            window.close()

    @Slot()
    def _follow_close(self) -> None:
        if not self._is_changing or self._shown is None:
            self._app.quit()
            return
        old, self._is_changing = self.window, False
        languages.put_on(self._app, self._settings.language)
        self.window = self._make()
        self.window.show_at_start(self._shown)
        while self._for_next:
            self.window.open_at_start(self._for_next.pop(0))
        self.window.show()
        self._shown = None
        old.deleteLater()


def open_window(path: Path | None = None) -> Callable[[], int]:
    """Show the window. What this gives lets it live until it is closed, and gives the exit code."""
    app = make_application()
    faults, interruption = Faults(), Interruption(app)
    settings = Settings()
    theme.apply(app, settings.scheme)
    theme.set_scale(app, settings.scale)
    stage = Stage(app, settings)
    if path is not None:
        stage.window.open_at_start(path)
    stage.window.show()

    def run() -> int:
        code = app.exec()
        interruption.remove()
        faults.remove()
        return code

    return run
