"""What of the article is being run: a thread beside the window that makes steps one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot

from ae_workbench.analysis.chapters.steps import Step
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.article import ArticleEnded, ArticleEvent, ArticleSession
from ae_workbench.ui.priority import step_back
from ae_workbench.ui.workers import STACK_BYTES


class Runnable(Protocol):
    """What the thread needs of a session."""

    def run(self, emit: Callable[[ArticleEvent], None]) -> None: ...
    def request_stop(self) -> None: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...


@dataclass(frozen=True)
class Wish:
    """What to run, and on what."""

    steps: tuple[Step, ...]
    choice: Choice
    quick: bool
    anew: bool = False


MakeArticle = Callable[[Wish, Path], Runnable]
"""A wish, and the folder that keeps results and models."""


def make_article(wish: Wish, home: Path) -> Runnable:
    return ArticleSession(wish.steps, wish.choice, home, wish.quick, wish.anew)


class ArticleThread(QThread):
    """Runs one session; its events arrive as ``happened`` in the receiver's thread."""

    happened = Signal(object)

    def __init__(self, session: Runnable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_thread")
        self.setStackSize(STACK_BYTES)
        self.session = session

    def run(self) -> None:
        step_back()
        try:
            self.session.run(self.happened.emit)
        except Exception as failure:  # thread boundary: a session that breaks its promise still ends
            self.happened.emit(ArticleEnded("failed", error=failure))


class ArticleRunner(QObject):
    """At most one session at a time, of ``wish``. ``ArticleEnded`` comes when its thread is over, and then ``idle``."""

    happened = Signal(object)
    idle = Signal()

    def __init__(self, make: MakeArticle, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make, self._home = make, home
        self._thread: ArticleThread | None = None
        self._ended: ArticleEnded | None = None
        self.wish: Wish | None = None
        self._began = 0.0
        self.seconds = 0.0
        """How long the last session took, pauses included."""
        self.is_paused = False

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def start(self, wish: Wish) -> bool:
        """Begin; False while another session runs."""
        if self._thread is not None:
            return False
        thread = ArticleThread(self._make(wish, self._home), self)
        self.wish, self._ended, self.is_paused = wish, None, False
        self._thread = thread
        self._began = monotonic()
        thread.happened.connect(self._follow)
        thread.finished.connect(self._end)
        thread.start()
        return True

    @Slot()
    def stop(self) -> None:
        if self._thread is not None:
            self._thread.session.request_stop()

    @Slot()
    def pause(self) -> None:
        if self._thread is not None:
            self.is_paused = True
            self._thread.session.pause()

    @Slot()
    def resume(self) -> None:
        if self._thread is not None:
            self.is_paused = False
            self._thread.session.resume()

    @Slot(object)
    def _follow(self, event: ArticleEvent) -> None:
        if isinstance(event, ArticleEnded):
            self._ended = event
        else:
            self.happened.emit(event)

    @Slot()
    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.wait()
        thread.deleteLater()
        self.seconds = monotonic() - self._began
        self.happened.emit(self._ended or ArticleEnded("failed"))
        self.idle.emit()
