"""The viewers as tabs. Each is made when it is first seen or asked for, so that the window needn't wait for all of them at its start."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.help.context import HelpButton, help_for, set_help
from ae_workbench.ui.viewers import VIEWERS, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

ICON_AND_PADDING_PX = 52
LEAST_VIEWER_PX = 200
"""No viewer makes the window higher than a small screen."""


class Viewers(Mapping[str, Viewer]):
    """All viewers by key; one that isn't there yet is made by looking it up, and then ``told``."""

    def __init__(self, make: Callable[[str], Viewer], told: Callable[[str], object]) -> None:
        self._make, self._told = make, told
        self._made: dict[str, Viewer] = {}

    def __getitem__(self, key: str) -> Viewer:
        if key not in VIEWERS:
            raise KeyError(key)
        if key not in self._made:
            self._made[key] = self._make(key)
            self._told(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in VIEWERS

    def __iter__(self) -> Iterator[str]:
        return iter(VIEWERS.keys)

    def __len__(self) -> int:
        return len(VIEWERS)

    def has(self, key: str) -> bool:
        """Whether it has been made."""
        return key in self._made

    @property
    def missing(self) -> list[str]:
        """Those that have yet to be made."""
        return [key for key in VIEWERS.keys if key not in self._made]


class ViewerTabs(QTabWidget):
    """Tabs that leave their icons out where there is no room for all titles. ``made`` carries the key of a viewer that is new."""

    made = Signal(str)

    def __init__(self, workspace: Workspace, codec: CodecThread) -> None:
        super().__init__(objectName="viewer_tabs", documentMode=False)
        self.setAccessibleName(self.tr("Viewers"))
        self.setIconSize(QSize(16, 16))
        self._workspace, self._codec = workspace, codec
        self._icons: list[QIcon] = []
        self.viewers = Viewers(self._make, self.made.emit)
        self.help_button = HelpButton("viewer", self.tr("Viewer"))
        self.setCornerWidget(self.help_button, Qt.Corner.TopRightCorner)
        for kind in VIEWERS:
            self._icons.append(theme.icon(kind.icon))
            place = QWidget(minimumHeight=LEAST_VIEWER_PX)
            self.addTab(place, self._icons[-1], QCoreApplication.translate("viewers", kind.title))
        self.currentChanged.connect(self._follow_viewer)
        self._follow_viewer(self.currentIndex())

    def _make(self, key: str) -> Viewer:
        """Put a viewer in the place that was kept for it."""
        viewer = VIEWERS[key].factory(self._workspace, self._codec)
        viewer.setMinimumHeight(LEAST_VIEWER_PX)
        index, current = VIEWERS.keys.index(key), self.currentIndex()
        place = self.widget(index)
        icon, title = self.tabIcon(index), self.tabText(index)
        with QSignalBlocker(self):
            self.removeTab(index)
            self.insertTab(index, viewer, icon, title)
            self.setCurrentIndex(current)
        if place is not None:
            place.deleteLater()
        return viewer

    @Slot(int)
    def _follow_viewer(self, index: int) -> None:
        """Make the viewer in front, if need be; the “?” in the corner is about it."""
        set_help(self, help_for(self.viewers[VIEWERS.keys[index]]))

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
