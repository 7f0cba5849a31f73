"""The tour's step through the article: a chapter is run, and read in both schemes."""

from ae_workbench.analysis.chapters.steps import chapter_step
from ae_workbench.ui.main_window import MainWindow
from ae_workbench.ui.modes.article.chapter_view import ChapterView
from ae_workbench.ui.modes.article.page import ArticlePage
from ae_workbench.ui.tour.album import Album
from ae_workbench.ui.tour.waiting import LARGE, LOAD_MS, SMALL, TRAIN_MS, TourError, wait

CHAPTER = "simple"


def read_the_article(window: MainWindow, album: Album) -> None:
    """Raises ``TourError`` where a step takes too long or fails."""
    album.begin("The article", "A chapter of the article: its model is trained as published and with modern settings, and read.")
    window.modes.show("article")
    page = window.modes.pages["article"]
    assert isinstance(page, ArticlePage)
    page.contents.choose(CHAPTER)
    view = page.chapters[CHAPTER]
    wait(view.built, lambda: view.is_built, LOAD_MS, "The chapter")
    wait(page.results.reset, lambda: page.results.is_known, LOAD_MS, "What is kept of the article")
    _run(page, view)
    for scheme, size in (("light", SMALL), ("dark", SMALL), ("light", LARGE)):
        window.actions_.schemes[scheme].trigger()
        window.resize(size)
        wait(page.studio.drawn, lambda: all(plot.is_settled for plot in view.plots), LOAD_MS, "The chapter's drawings")
        name = f"{scheme}-{size.width()}x{size.height()}"
        view.verticalScrollBar().setValue(0)
        album.picture(f"07-article-{name}", window, f"A chapter, {scheme}")
        if view.result is not None:
            view.verticalScrollBar().setValue(view.result.y())
        album.picture(f"07-article-result-{name}", window, f"What came of it, {scheme}")
    window.actions_.schemes["light"].trigger()
    window.resize(SMALL)
    window.modes.show_workbench()


def _run(page: ArticlePage, view: ChapterView) -> None:
    """Train the chapter's models, quickly."""
    step = chapter_step(view.chapter)
    assert step is not None
    page.run((step,), anew=False)
    wait(page.idle, lambda: not page.is_busy, TRAIN_MS, "The chapter's models")
    if step.key not in page.results.found:
        raise TourError(f"The chapter wasn't run: {page.controls.status.text()}")
