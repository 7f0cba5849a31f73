"""The viewers as tabs. Each is made when it is first seen or asked for, so that the window needn't wait for all of them at its start."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.help.context import HelpButton, help_for, set_help
from ae_workbench.ui.tab_order import chain_behind
from ae_workbench.ui.viewers import VIEWERS, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

ICON_PX = 32
"""What an icon takes of a tab, with the room that Qt leaves around it."""
PADDING_PX = {"usual": 28, "narrow": 16, "tight": 4}
"""On both sides together, by the ``room`` of the style sheet."""
FRAME_PX, BESIDE_HELP_PX = 2, 8
LEAST_VIEWER_PX = 200
"""No viewer makes the window higher than a small screen."""


@dataclass(frozen=True)
class Way:
    """How tabs are shown: with which padding, which of them with their titles, and whether those have icons, too, as the others do."""

    room: str
    titled: Literal["all", "current", "none"]
    has_both: bool = False

    def is_titled(self, is_current: bool) -> bool:
        return self.titled == "all" or (self.titled == "current" and is_current)

    def needs_px(self, titles_px: list[int], current: int) -> int:
        """The width of all tabs with titles this wide."""
        width = PADDING_PX[self.room] * len(titles_px)
        for index, title_px in enumerate(titles_px):
            is_titled = self.is_titled(index == current)
            width += (title_px if is_titled else 0) + (ICON_PX if self.has_both or not is_titled else 0)
        return width


WAYS = (Way("usual", "all", True), Way("narrow", "all"), Way("narrow", "current"), Way("tight", "current"), Way("tight", "none"))
"""The roomiest first."""


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
    """Tabs that leave their icons out where there is no room for both, and where the titles alone are too long, all but the current one.

    Where not even that fits, all are icons close to each other, so that none is out of sight.

    ``made`` carries the key of a viewer that is new.
    """

    made = Signal(str)

    def __init__(self, workspace: Workspace, codec: CodecThread) -> None:
        super().__init__(objectName="viewer_tabs", documentMode=False)
        self.setAccessibleName(self.tr("Viewers"))
        self.setIconSize(QSize(16, 16))
        self._workspace, self._codec = workspace, codec
        self._seen_px: int | None = None
        self._icons = [theme.icon(kind.icon) for kind in VIEWERS]
        self._titles = [QCoreApplication.translate("viewers", kind.title) for kind in VIEWERS]
        self.viewers = Viewers(self._make, self.made.emit)
        self.help_button = HelpButton("viewer", self.tr("Viewer"))
        self.setCornerWidget(self.help_button, Qt.Corner.TopRightCorner)
        for index, (icon, title) in enumerate(zip(self._icons, self._titles, strict=True)):
            self.addTab(QWidget(minimumHeight=LEAST_VIEWER_PX), icon, title)
            self.tabBar().setAccessibleTabName(index, title)
        self.currentChanged.connect(self._follow_viewer)
        self._follow_viewer(self.currentIndex())

    def _make(self, key: str) -> Viewer:
        """Put a viewer in the place that was kept for it."""
        viewer = VIEWERS[key].factory(self._workspace, self._codec)
        viewer.setMinimumHeight(LEAST_VIEWER_PX)
        index, current = VIEWERS.keys.index(key), self.currentIndex()
        place = self.widget(index)
        icon, text, tip = self.tabIcon(index), self.tabText(index), self.tabToolTip(index)
        with QSignalBlocker(self):
            self.removeTab(index)
            self.insertTab(index, viewer, icon, text)
            self.setTabToolTip(index, tip)
            self.tabBar().setAccessibleTabName(index, self._titles[index])
            self.setCurrentIndex(current)
        chain_behind(self.help_button, viewer)
        self._follow_widths()
        if place is not None:
            place.deleteLater()
        return viewer

    @Slot(int)
    def _follow_viewer(self, index: int) -> None:
        """Make the viewer in front, if need be; the “?” in the corner is about it."""
        self._fit()
        set_help(self, help_for(self.viewers[VIEWERS.keys[index]]))
        self._follow_widths()

    def _follow_widths(self) -> None:
        """Only the viewer in front has a say in how wide all must be."""
        for viewer in self._pages:
            policy = viewer.sizePolicy()
            is_in_front = viewer is self.currentWidget()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred if is_in_front else QSizePolicy.Policy.Ignored)
            viewer.setSizePolicy(policy)

    @property
    def _pages(self) -> list[QWidget]:
        return [page for index in range(self.count()) if (page := self.widget(index)) is not None]

    @property
    def wanted_px(self) -> int:
        """The width that does for each viewer that was made."""
        return max(page.minimumSizeHint().width() for page in self._pages) + 2 * FRAME_PX

    @Slot(int)
    def fit_into(self, seen_px: int) -> None:
        """Have all tabs within this width, though the viewer in front may need more and be scrolled sideways."""
        self._seen_px = seen_px
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Titles and icons as there is room for."""
        bar, count, current = self.tabBar(), self.count(), self.currentIndex()
        usual, bold = QFontMetrics(bar.font()), QFontMetrics(_bold(bar.font()))
        titles = [(bold if index == current else usual).horizontalAdvance(title) for index, title in enumerate(self._titles[:count])]
        room_px = self.width() - self.help_button.width() - BESIDE_HELP_PX
        room_px = room_px if self._seen_px is None else min(room_px, self._seen_px)
        way = next((way for way in WAYS if way.needs_px(titles, current) <= room_px), WAYS[-1])
        if bar.property("room") != way.room:
            bar.setProperty("room", way.room)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
        for index, (icon, title) in enumerate(zip(self._icons, self._titles, strict=True)):
            is_titled = way.is_titled(index == current)
            has_icon = way.has_both or not is_titled
            self.setTabText(index, title if is_titled else "")
            self.setTabToolTip(index, "" if is_titled else title)
            if self.tabIcon(index).isNull() is has_icon:
                self.setTabIcon(index, icon if has_icon else QIcon())


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
