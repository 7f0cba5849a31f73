"""The window's parts and where they are: designer left, viewers in the middle, canvas right, training at the bottom."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.help.context import HelpButton, help_for, set_help
from ae_workbench.ui.message_bar import MessageBar
from ae_workbench.ui.panels.epoch_bar import EpochBar
from ae_workbench.ui.viewer_commands import ViewerCommands
from ae_workbench.ui.viewers import VIEWERS, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

STATE_VERSION = 2
USUAL_SIZE = QSize(1280, 800)
ICON_AND_PADDING_PX = 52
LEAST_VIEWER_PX = 200
"""No viewer makes the window higher than a small screen."""
TITLE_LEFT_PX = 18
DESIGNER_PX, TRAINING_PX, CANVAS_PX = 372, 262, 284


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


class ViewerTabs(QTabWidget):
    """Tabs that leave their icons out where there is no room for all titles."""

    def __init__(self) -> None:
        super().__init__(objectName="viewer_tabs", documentMode=False)
        self.setAccessibleName(self.tr("Viewers"))
        self.setIconSize(QSize(16, 16))
        self._icons: list[QIcon] = []
        self.help_button = HelpButton("viewer", self.tr("Viewer"))
        self.setCornerWidget(self.help_button, Qt.Corner.TopRightCorner)
        self.currentChanged.connect(self._follow_viewer)

    def add(self, viewer: QWidget, icon: QIcon, title: str) -> None:
        """One more tab."""
        self._icons.append(icon)
        self.addTab(viewer, icon, title)

    @Slot(int)
    def _follow_viewer(self, index: int) -> None:
        """The “?” in the corner is about the viewer in front."""
        set_help(self, help_for(self.widget(index)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        bar = self.tabBar()
        titles = sum(bar.fontMetrics().horizontalAdvance(self.tabText(index)) for index in range(self.count()))
        narrow = titles + self.count() * ICON_AND_PADDING_PX > self.width() - self.help_button.width()
        if bar.property("narrow") != narrow:
            bar.setProperty("narrow", narrow)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
            for index, icon in enumerate(self._icons):
                self.setTabIcon(index, QIcon() if narrow else icon)


class Centre(QWidget):
    """The viewers as tabs, with a strip for messages above and one for the epochs below."""

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageBar()
        self.tabs = ViewerTabs()
        self.viewers: dict[str, Viewer] = {}
        for kind in VIEWERS:
            viewer = kind.factory(workspace, codec)
            viewer.setMinimumHeight(LEAST_VIEWER_PX)
            self.viewers[kind.key] = viewer
            self.tabs.add(viewer, theme.icon(kind.icon), QCoreApplication.translate("viewers", kind.title))
        self.epochs = EpochBar(workspace, codec)
        self.commands = ViewerCommands(workspace, codec, self.tabs, self.epochs)
        for viewer in self.viewers.values():
            viewer.menu_requested.connect(self.commands.pop_up)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 4, 8, 0)
        layout.addWidget(self.messages)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.epochs)


def arrange(window: QMainWindow, designer: QDockWidget, training: QDockWidget, canvas: QDockWidget) -> None:
    """Every panel in its usual place and size."""
    area = Qt.DockWidgetArea
    window.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
    window.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)
    for dock, where in ((designer, area.LeftDockWidgetArea), (training, area.BottomDockWidgetArea), (canvas, area.RightDockWidgetArea)):
        window.addDockWidget(where, dock)
        dock.setFloating(False)
        dock.show()
    window.resizeDocks([designer, canvas], [DESIGNER_PX, CANVAS_PX], Qt.Orientation.Horizontal)
    window.resizeDocks([training], [TRAINING_PX], Qt.Orientation.Vertical)
