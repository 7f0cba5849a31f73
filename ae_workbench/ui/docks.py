"""The window's parts and where they are: designer left, viewers in the middle, canvas right, training at the bottom."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from ae_workbench.ui.help.context import HelpButton, set_help
from ae_workbench.ui.message_bar import MessageBar
from ae_workbench.ui.panels.epoch_bar import EpochBar
from ae_workbench.ui.sideways_scroll import SidewaysScroll
from ae_workbench.ui.viewer_commands import ViewerCommands
from ae_workbench.ui.viewer_tabs import ViewerTabs
from ae_workbench.ui.viewers import Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

STATE_VERSION = 2
USUAL_SIZE = QSize(1280, 800)
TITLE_LEFT_PX = 18
DESIGNER_PX, TRAINING_PX, CANVAS_PX = 372, 262, 284
RIGHT_PX = 8
BETWEEN_PX = 12
"""Of both separators."""
LEAST_VIEWERS_PX = 320


class PanelDock(QDockWidget):
    """A panel with a “?” in its title bar."""

    def __init__(self, key: str, title: str, window: QWidget) -> None:
        super().__init__(title, window, objectName=f"{key}_dock")
        set_help(self, f"panels/{key}")
        self.help_button = HelpButton(f"{key}_dock", title, self)
        self.topLevelChanged.connect(self._place_button)
        self.windowTitleChanged.connect(self._place_button)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._place_button()

    @Slot()
    def _place_button(self) -> None:
        """Right behind the title; a floating panel has the system's title bar, where there is no room for it."""
        panel = self.widget()
        self.help_button.setVisible(not self.isFloating())
        if panel is not None and not self.isFloating():
            bold = QFont(self.font())
            bold.setBold(True)
            size = self.help_button.size()
            left = TITLE_LEFT_PX + QFontMetrics(bold).horizontalAdvance(self.windowTitle())
            self.help_button.move(left, max(0, (panel.y() - size.height()) // 2))


def add_dock(window: QMainWindow, key: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
    """A panel that can be moved, hidden and brought back."""
    dock = PanelDock(key, title, window)
    dock.setWidget(panel)
    window.addDockWidget(area, dock)
    return dock


class Centre(QWidget):
    """The viewers as tabs, with a strip for messages above and one for the epochs below."""

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageBar()
        self._then: defaultdict[str, list[Callable[[Any], None]]] = defaultdict(list)
        self.tabs = ViewerTabs(workspace, codec)
        self.viewers = self.tabs.viewers
        self.tabs.made.connect(self._tell)
        self.epochs = EpochBar(workspace, codec)
        self.commands = ViewerCommands(workspace, codec, self.tabs, self.epochs)
        for key in self.viewers:
            self.when_made(key, self._give_menu)
            self.when_made(key, self.commands.copy_rows_of)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 4, RIGHT_PX, 0)
        layout.addWidget(self.messages)
        scroll = SidewaysScroll("viewers_scroll", self.tabs, LEAST_VIEWERS_PX)
        scroll.room_changed.connect(self.tabs.fit_into)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.epochs)

    @property
    def wanted_px(self) -> int:
        """The width at which no viewer that was made is scrolled sideways."""
        return self.tabs.wanted_px + RIGHT_PX

    def when_made(self, key: str, then: Callable[[Any], None]) -> None:
        """Have ``then`` called with a viewer: now, if it is there, or as soon as it is made."""
        if self.viewers.has(key):
            then(self.viewers[key])
        else:
            self._then[key].append(then)

    @Slot(str)
    def _tell(self, key: str) -> None:
        for then in self._then.pop(key, []):
            then(self.viewers[key])

    def _give_menu(self, viewer: Viewer) -> None:
        viewer.menu_requested.connect(self.commands.pop_up)


def fitted(widths: Sequence[int], centre_px: int, window_px: int) -> list[int]:
    """Widths of panels at the sides, each less by as much where the centre would have less than ``centre_px``."""
    lack, count = max(0, sum(widths) + centre_px + BETWEEN_PX - window_px), len(widths)
    return [width - (lack + count - 1 - place) // count for place, width in enumerate(widths)]


def arrange(window: QMainWindow, designer: QDockWidget, training: QDockWidget, canvas: QDockWidget, centre_px: int) -> None:
    """Every panel in its usual place and size; those at the sides leave ``centre_px`` to the centre if they can."""
    area = Qt.DockWidgetArea
    window.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
    window.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)
    for dock, where in ((designer, area.LeftDockWidgetArea), (training, area.BottomDockWidgetArea), (canvas, area.RightDockWidgetArea)):
        window.addDockWidget(where, dock)
        dock.setFloating(False)
        dock.show()
    window.resizeDocks([designer, canvas], fitted((DESIGNER_PX, CANVAS_PX), centre_px, window.width()), Qt.Orientation.Horizontal)
    window.resizeDocks([training], [TRAINING_PX], Qt.Orientation.Vertical)
