"""The ways to a viewer or panel by keys: it comes to the front, and the focus into it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ae_workbench.ui.viewers import Viewer

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow


class Places(QObject):
    """Every viewer and panel of a window by key."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def go_to(self, key: str) -> None:
        """Put the focus into a viewer or panel, bringing it to the front."""
        window = self._window
        window.modes.show_workbench()
        if key in window.centre.viewers:
            self._go_into(window.centre.viewers[key])
            return
        dock = next(dock for dock in window.docks if dock.objectName() == f"{key}_dock")
        dock.show()
        dock.raise_()
        focus_first(dock.widget())

    def _go_into(self, viewer: Viewer) -> None:
        """One that has nothing to show yet takes no keys: the focus waits on its tab, unless somebody takes it from there."""
        tabs = self._window.centre.tabs
        tabs.setCurrentWidget(viewer)
        if not focus_first(viewer):
            tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not viewer.is_settled:
                viewer.settled.connect(partial(self._go_on, viewer), Qt.ConnectionType.SingleShotConnection)

    def _go_on(self, viewer: Viewer) -> None:
        tabs = self._window.centre.tabs
        if QApplication.focusWidget() is tabs.tabBar() and tabs.currentWidget() is viewer:
            focus_first(viewer)


def focus_first(widget: QWidget) -> bool:
    """Give the focus to the first part that takes keys; False where there is none."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True
    following = widget.nextInFocusChain()
    while following is not None and following is not widget:
        inside = widget.isAncestorOf(following)
        is_help = following.objectName().endswith("_help_button")
        if inside and following.focusPolicy() & Qt.FocusPolicy.TabFocus and following.isVisible() and following.isEnabled() and not is_help:
            following.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        following = following.nextInFocusChain()
    return False
