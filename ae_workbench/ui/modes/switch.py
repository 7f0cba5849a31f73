"""Which mode the window is in: the workbench with its panels, or one page that has the window to itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QToolBar, QToolButton, QWidget

from ae_workbench.core.registry import Registry
from ae_workbench.ui import theme
from ae_workbench.ui.actions import make_checkable
from ae_workbench.ui.docks import STATE_VERSION
from ae_workbench.ui.modes.mode import Mode, ModePage
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow

WORKBENCH, SWEEP = "workbench", "sweep"
TITLE = QT_TRANSLATE_NOOP("modes", "Workbench")
TIP = QT_TRANSLATE_NOOP("modes", "Design, train and look into an autoencoder")


class Modes(QObject):
    """``stack`` holds the workbench's centre and the pages. The panels are away while a page has the window."""

    changed = Signal()
    idle = Signal()

    def __init__(self, window: MainWindow, kinds: Registry[Mode]) -> None:
        super().__init__(window)
        self._window, self._kinds = window, kinds
        self.key = WORKBENCH
        self.pages: dict[str, ModePage] = {}
        self._panels: QByteArray | None = None
        self.stack = QStackedWidget(objectName="modes")
        self.group = QActionGroup(self)
        titles = [(WORKBENCH, TITLE, "layers", TIP), *((kind.key, kind.title, kind.icon, kind.tip) for kind in kinds)]
        self.actions = {key: self._add(number, key, title, icon, tip) for number, (key, title, icon, tip) in enumerate(titles, 1)}
        self.actions[WORKBENCH].setChecked(True)

    def _add(self, number: int, key: str, title: str, icon: str, tip: str) -> QAction:
        action = QAction(theme.icon(icon), QCoreApplication.translate("modes", title), self, objectName=f"mode_{key}_action")
        action.setIconText(f" {action.text()}")  # the style sets text right against the icon
        action.setToolTip(QCoreApplication.translate("modes", tip))
        action.setStatusTip(action.toolTip())
        make_checkable(action)
        action.setShortcut(QKeySequence(f"Ctrl+Alt+{number}"))
        action.triggered.connect(partial(self.show, key))
        self.group.addAction(action)
        return action

    def add_buttons(self, bar: QToolBar) -> None:
        """A button for each mode in a tool bar, with its name; none where there is nothing but the workbench."""
        for action in self.actions.values() if len(self._kinds) else ():
            bar.addAction(action)
            button = bar.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                button.setProperty("role", "mode")

    @property
    def page(self) -> ModePage | None:
        """The page in front; None for the workbench."""
        return self.pages.get(self.key)

    def show(self, key: str) -> None:
        """Bring a mode to the front."""
        if key == self.key:
            return
        self.actions[key].setChecked(True)
        if self.key == WORKBENCH:
            self._put_panels_away()
        self.key = key
        self._bring_to_front(self._page(key))
        if key == WORKBENCH:
            self._bring_panels_back()
        elif (page := self.page) is not None:
            page.look()
        self.changed.emit()

    def _bring_to_front(self, page: QWidget) -> None:
        """Only the page in front has a say in how large the window must be."""
        for other in (self._window.centre, *self.pages.values()):
            policy = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(policy, policy)
        self.stack.setCurrentWidget(page)

    @Slot()
    def show_workbench(self) -> None:
        self.show(WORKBENCH)

    @Slot(str)
    def vary(self, name: str) -> None:
        """Bring the sweeps to the front, with this parameter of the designed recipe to be varied; the usual one where it is empty."""
        if SWEEP in self.actions:
            self.show(SWEEP)
            self.pages[SWEEP].vary(name)

    def _page(self, key: str) -> QWidget:
        if key == WORKBENCH:
            return self._window.centre
        if key not in self.pages:
            page = self._kinds[key].factory(self._window)
            page.idle.connect(self.idle)
            self.pages[key] = page
            self.stack.addWidget(page)
        return self.pages[key]

    # Panels

    def panels(self) -> QByteArray:
        """Where the workbench's panels are, for the next start."""
        return self._panels if self._panels is not None else self._window.saveState(STATE_VERSION)

    def _put_panels_away(self) -> None:
        self._panels = self._window.saveState(STATE_VERSION)
        for dock in self._window.docks:
            dock.hide()
            dock.toggleViewAction().setEnabled(False)

    def _bring_panels_back(self) -> None:
        for dock in self._window.docks:
            dock.toggleViewAction().setEnabled(True)
        if self._panels is not None:
            self._window.restoreState(self._panels, STATE_VERSION)
            self._panels = None

    # The end

    @property
    def is_busy(self) -> bool:
        return any(page.is_busy for page in self.pages.values())

    def work(self) -> str:
        """What a page is busy with that should be asked about before it is stopped."""
        return next((work for page in self.pages.values() if (work := page.work())), "")

    def stop(self) -> None:
        for page in self.pages.values():
            page.stop()
