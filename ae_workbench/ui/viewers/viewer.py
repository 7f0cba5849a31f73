"""What every viewer is: a widget that shows a snapshot of the workspace's run, and stays up to date only while it is seen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ae_workbench.ui.empty_state import EmptyState
from ae_workbench.ui.workers import CodecThread, SnapshotRequest
from ae_workbench.ui.workspace import Workspace


@dataclass(frozen=True)
class ViewerKind:
    """A viewer in the registry. ``title`` is translated in the context "viewers"; the widget's objectName is ``<key>_view``."""

    key: str
    title: str
    icon: str
    factory: Callable[[Workspace, CodecThread], "Viewer"]


class Viewer(QWidget):
    """Subclasses build their widgets into ``content`` and write ``refresh`` and ``show_answer``.

    ``refresh`` is called soon after data, run or epoch changed, while the viewer is visible; otherwise when it next is.
    """

    key = ""

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{self.key}_view")
        self.workspace = workspace
        self.codec = codec
        self._stale = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.content = QWidget()
        self.empty = EmptyState("images", self.tr("Nothing to show yet"), self.tr("Choose data in the designer and press Start."))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.content)
        self._soon.timeout.connect(self._refresh_if_seen)
        workspace.dataset_changed.connect(self.invalidate)
        workspace.snapshot_changed.connect(self.invalidate)
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
        self.show_empty(self.tr("This can't be shown"), str(error))

    def ask(self, job: Callable[[], object], what: str = "") -> None:
        """Have a job done on the codec thread in place of an older one of the same name."""
        self.codec.ask(self._asker(what), job)

    def ask_snapshot(self, function: Callable[[Any], object], what: str = "") -> bool:
        """Have ``function`` applied to the shown snapshot; False where there is none."""
        run, epoch = self.workspace.run, self.workspace.shown_epoch
        if run is None or epoch is None:
            return False
        self.ask(SnapshotRequest(run, epoch, function), what)
        return True

    def forget(self, what: str = "") -> None:
        """An answer isn't wanted any more, if its job hasn't begun."""
        self.codec.forget(self._asker(what))

    def show_empty(self, title: str, sentence: str) -> None:
        """Show nothing but what to do."""
        self.empty.say(title, sentence)
        self._pages.setCurrentWidget(self.empty)

    def show_content(self) -> None:
        self._pages.setCurrentWidget(self.content)

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
            self.refresh()

    # Answers

    def _asker(self, what: str) -> str:
        return f"{self.key}-{id(self)}/{what}"

    @Slot(str, object)
    def _take_answer(self, asker: str, answer: object) -> None:
        mine, _, what = asker.partition("/")
        if mine == self._asker("").rstrip("/"):
            self.show_answer(what, answer)

    @Slot(str, object)
    def _take_failure(self, asker: str, error: Exception) -> None:
        mine, _, what = asker.partition("/")
        if mine == self._asker("").rstrip("/"):
            self.show_failure(what, error)
