"""Tells a person who is in another program that a long training has ended."""

from time import monotonic

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from ae_workbench.engine.events import Ended, Event, Started
from ae_workbench.ui import outcomes, theme

LONG_S = 30.0
SHOWN_MS = 8000


class Notices(QObject):
    """Follows events by ``show_event``: the window asks for attention, and where the system shows messages, one says the outcome.

    ``is_on`` switches it off, ``long_s`` is how long a training must have run. A training that the person stopped is not announced.
    """

    def __init__(self, window: QWidget, long_s: float = LONG_S) -> None:
        super().__init__(window)
        self._window = window
        self._long_s = long_s
        self._began = 0.0
        self._tray: QSystemTrayIcon | None = None
        self.is_on = True
        self.last = ""

    @Slot(object)
    def show_event(self, event: Event) -> None:
        if isinstance(event, Started):
            self._began = monotonic()
        elif isinstance(event, Ended) and event.outcome != "stopped" and monotonic() - self._began >= self._long_s:
            self._announce(event)

    def _announce(self, event: Ended) -> None:
        self.tell(self.tr("Training has ended"), outcomes.said(event.outcome, event.epoch, event.error)[0])

    def tell(self, title: str, text: str) -> None:
        """Say that something long has ended, if the person is in another program."""
        if not self.is_on or self._window.isActiveWindow():
            return
        self.last = text
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._tray = self._tray or self._make_tray()
            self._tray.show()
            self._tray.showMessage(title, self.last, theme.icon("activity"), SHOWN_MS)

    def _make_tray(self) -> QSystemTrayIcon:
        tray = QSystemTrayIcon(self._window.windowIcon(), self)
        tray.setToolTip("AE Workbench")
        tray.activated.connect(self._come_forward)
        tray.messageClicked.connect(self._come_forward)
        return tray

    @Slot()
    def _come_forward(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        self.hide()

    @Slot()
    def hide(self) -> None:
        """No icon in the tray any more."""
        if self._tray is not None:
            self._tray.hide()
