"""The panels at the sides are as wide as the type is large."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from ae_workbench.ui.docks import fitted

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow

WIDEST_SHARE = 0.32
"""Of the window's width, for a panel that grows with the type."""


class PanelWidths:
    """A panel that had another width at a type size gets it back with that size, unless it was drawn to another one by hand since."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._kept: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def follow(self, before: int, after: int) -> None:
        """From one type size to another, in percent. Panels grow and shrink, but leave the viewers the room they want if they can."""
        window = self._window
        docks = [dock for dock in (window.designer_dock, window.canvas_dock) if dock.isVisible() and not dock.isFloating()]
        if not docks:
            return
        widest = round(window.width() * WIDEST_SHARE)
        grown = [min(round(dock.width() * after / before), widest) for dock in docks]
        widths = fitted(grown, window.centre_px, window.width())
        for place, dock in enumerate(docks):
            kept = self._kept[dock.objectName()]
            if kept.get(before, dock.width()) != dock.width():
                kept.clear()
            kept[before] = dock.width()
            widths[place] = kept.get(after, widths[place])
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # otherwise none gets less than larger type needed
        window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
