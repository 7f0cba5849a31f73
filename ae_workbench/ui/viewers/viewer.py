"""What every viewer is: a widget that shows a snapshot of the workspace's run, and stays up to date only while it is seen."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QHideEvent, QImage, QPainter, QRegion, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.empty_state import EmptyState
from ae_workbench.ui.exporting.context import Shows
from ae_workbench.ui.help.context import set_help
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.workers import CodecThread, SnapshotRequest
from ae_workbench.ui.workspace import Workspace


@dataclass(frozen=True)
class ViewerKind:
    """A viewer in the registry. ``title`` is translated in the context "viewers"; the widget's objectName is ``<key>_view``.

    ``home`` names its class as "module:Class" in this package, which is imported when it is first made.
    """

    key: str
    title: str
    icon: str
    home: str

    @property
    def module(self) -> str:
        """The name of the module that has the class."""
        return f"{__package__}.{self.home.partition(':')[0]}"

    def factory(self, workspace: Workspace, codec: CodecThread) -> "Viewer":
        made: Viewer = resolve_name(f"{__package__}.{self.home}")(workspace, codec)
        return made


Table = tuple[Sequence[str], Sequence[Sequence[Any]]]


class Viewer(QWidget):
    """Subclasses build their widgets into ``content`` and write ``refresh`` and ``show_answer``.

    ``refresh`` is called soon after data, run or epoch changed, while the viewer is visible; otherwise when it next is.
    ``settled`` comes when everything asked for since then has been answered and shown. A right click, or the menu key, anywhere in a
    viewer sends ``menu_requested``.
    """

    settled = Signal()
    menu_requested = Signal(QPoint)
    key = ""
    urgent: frozenset[str] = frozenset()
    """Names of the jobs that follow the hand: they come before those of others."""

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{self.key}_view")
        set_help(self, f"viewers/{self.key}")
        self.workspace = workspace
        self.codec = codec
        self._stale = True
        self._outstanding: Counter[str] = Counter()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.content = QWidget()
        self._waiting = self.tr("One moment"), self.tr("This is being worked out. After the start large models wait for TensorFlow.")
        self.empty = EmptyState("images", *self._waiting)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.content)
        self._soon.timeout.connect(self._refresh_if_seen)
        workspace.dataset_changed.connect(self.invalidate)
        workspace.snapshot_changed.connect(self.invalidate)
        workspace.colour_map_changed.connect(self._follow_colour_map)
        codec.answered.connect(self._take_answer)
        codec.failed.connect(self._take_failure)

    # For subclasses

    def refresh(self) -> None:
        """Ask for what the present workspace needs. Must be quick."""
        raise NotImplementedError

    def show_answer(self, what: str, answer: Any) -> None:
        """Show what a job gave; ``what`` is the name it was asked under."""
        raise NotImplementedError

    def show_failure(self, what: str, error: Exception) -> None:
        """A job failed, such as for a run whose folder is gone."""
        self.show_empty(self.tr("This can't be shown"), sentence(error))

    def recolour(self) -> None:
        """The colour map changed. Viewers that needn't ask anew for it only paint anew."""
        self.invalidate()

    def table(self) -> Table | None:
        """Column titles and rows of what is shown, to be saved as data; None where there is nothing."""
        return None

    def figure(self) -> QWidget:
        """What a picture of this viewer shows; without the controls, where there are any."""
        return self.content

    def shows(self) -> Shows:
        """What it shows that a figure of an export can show too."""
        return Shows()

    def menu_actions(self) -> Sequence[QAction]:
        """Entries of its own at the head of the viewer's menu."""
        return ()

    @property
    def follows_epochs(self) -> bool:
        """Whether it shows other things in another epoch or colour map."""
        return True

    def ask(self, job: Callable[[], object], what: str = "") -> None:
        """Have a job done on the codec thread in place of an older one of the same name."""
        if not self.codec.ask(self._asker(what), job, urgent=what in self.urgent):
            self._outstanding[what] += 1

    def ask_snapshot(self, function: Callable[[Any], object], what: str = "") -> bool:
        """Have ``function`` applied to the shown snapshot; False where there is none."""
        run, epoch = self.workspace.run, self.workspace.shown_epoch
        if run is None or epoch is None:
            return False
        self.ask(SnapshotRequest(run, epoch, function), what)
        return True

    def forget(self, what: str = "") -> None:
        """An answer isn't wanted any more, if its job hasn't begun."""
        if self.codec.forget(self._asker(what)):
            self._outstanding[what] -= 1

    def show_empty(self, title: str, sentence: str) -> None:
        """Show nothing but what to do."""
        self.empty.say(title, sentence)
        self._pages.setCurrentWidget(self.empty)

    def _say_waiting(self) -> None:
        """What was to be done may have been done: until ``refresh`` or an answer says more, it is waited for."""
        self.empty.say(*self._waiting)

    def show_content(self) -> None:
        self._pages.setCurrentWidget(self.content)

    # Pictures and menu

    @property
    def shows_content(self) -> bool:
        """Whether there is more to see than the empty state."""
        return self._pages.currentWidget() is self.content

    def picture(self, scale: float = 1.0) -> QImage:
        """The figure as it stands, ``scale`` times as many pixels each way; the empty state where there is none."""
        shown = self.figure() if self.shows_content else self.empty
        image = QImage(shown.size() * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(QColor(theme.current().surface))
        painter = QPainter(image)
        shown.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        return image

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_requested.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())
        event.accept()

    @Slot()
    def _follow_colour_map(self) -> None:
        self.recolour()

    # When to refresh

    @Slot()
    def invalidate(self) -> None:
        """What is shown is out of date; several of these in a row are one refresh."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        super().hideEvent(event)
        self._soon.stop()

    @Slot()
    def _refresh_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self._say_waiting()
            self.refresh()
            self._tell_if_settled()

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is up to date."""
        return not self._stale and not any(self._outstanding.values())

    def _tell_if_settled(self) -> None:
        if self.is_settled:
            self.settled.emit()

    # Answers

    def _asker(self, what: str) -> str:
        return f"{self.key}-{id(self)}/{what}"

    @Slot(str, object)
    def _take_answer(self, asker: str, answer: object) -> None:
        mine, _, what = asker.partition("/")
        if mine == self._asker("").rstrip("/"):
            self._outstanding[what] -= 1
            self.show_answer(what, answer)
            self._tell_if_settled()

    @Slot(str, object)
    def _take_failure(self, asker: str, error: Exception) -> None:
        mine, _, what = asker.partition("/")
        if mine == self._asker("").rstrip("/"):
            self._outstanding[what] -= 1
            self.show_failure(what, error)
            self._tell_if_settled()
