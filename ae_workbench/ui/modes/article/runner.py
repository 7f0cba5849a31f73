"""What of the article is being run: a session beside the window that makes steps one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from ae_workbench.analysis.chapters.steps import Step
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.article import ArticleEnded, ArticleSession
from ae_workbench.ui.modes.session_runner import SessionRunner
from ae_workbench.ui.workers import Runnable


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


class ArticleRunner(SessionRunner):
    """At most one session at a time, of a wish. Its end is told as ``ArticleEnded``."""

    def __init__(self, make: MakeArticle, home: Path, parent: QObject | None = None) -> None:
        super().__init__("article_thread", ArticleEnded, lambda failure: ArticleEnded("failed", error=failure), parent)
        self._make, self._home = make, home

    def start(self, wish: Wish) -> bool:
        """Begin; False while another session runs."""
        if self.is_running:
            return False
        self.begin(self._make(wish, self._home))
        return True
