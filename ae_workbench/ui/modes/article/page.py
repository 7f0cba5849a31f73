"""The article's page: chapters on the left, the one that is read beside them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.measuring import PUBLISHED
from ae_workbench.analysis.chapters.settings import modern_recipe, published_recipe
from ae_workbench.analysis.chapters.steps import Step, all_steps
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.article import ArticleEnded, StepEnded, StepStarted
from ae_workbench.storage.paths import article_home
from ae_workbench.ui import theme
from ae_workbench.ui.help.context import signals as help_signals
from ae_workbench.ui.message_bar import MessageBar
from ae_workbench.ui.modes.article.chapter_view import ChapterView
from ae_workbench.ui.modes.article.contents import ContentsList
from ae_workbench.ui.modes.article.controls import Controls
from ae_workbench.ui.modes.article.report_flow import ReportFlow
from ae_workbench.ui.modes.article.results import Results
from ae_workbench.ui.modes.article.runner import ArticleRunner, MakeArticle, Wish, make_article
from ae_workbench.ui.modes.article.studio import Studio
from ae_workbench.ui.modes.mode import ModePage
from ae_workbench.ui.notices import LONG_S

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow

CHAPTER_PREFIX = "chapters/"


class ArticlePage(ModePage):
    """One session at a time; chapters can be read, and other results looked at, meanwhile."""

    key = "article"

    def __init__(self, window: MainWindow, make: MakeArticle = make_article) -> None:
        super().__init__(window)
        home = article_home()
        self.results = Results(home, window.codec, self)
        self.runner = ArticleRunner(make, home, self)
        self.studio = Studio(window.codec, self)
        self.report = ReportFlow(self, self.results, window.settings)
        self.chapters: dict[str, ChapterView] = {}
        self.was_stopped = False
        self._build()
        self._connect()
        self._restore()

    def _build(self) -> None:
        self.contents = ContentsList(self.results)
        self.controls = Controls()
        self.messages = MessageBar()
        self.pages = QStackedWidget(objectName="article_chapters")
        right = QVBoxLayout(spacing=6)
        right.addWidget(self.controls)
        right.addWidget(self.messages)
        paper = QFrame()
        theme.set_role(paper, "card")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.pages)
        right.addWidget(paper, 1)
        layout = QHBoxLayout(self, spacing=10)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.addWidget(self.contents)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        controls = self.controls
        self.contents.chosen.connect(self._show_chapter)
        controls.data_box.chosen.connect(self._look_at)
        controls.pace_chosen.connect(self._look_at)
        controls.run_requested.connect(self._run_all)
        controls.pause_requested.connect(self.runner.pause)
        controls.resume_requested.connect(self.runner.resume)
        controls.stop_requested.connect(self._stop_session)
        controls.report_requested.connect(self.report.ask)
        self.runner.happened.connect(self._follow)
        self.runner.idle.connect(self._end)
        self.studio.told.connect(partial(self.messages.say, tone="good"))
        self.studio.refused.connect(self.messages.say)
        self.report.progressed.connect(controls.show_writing)
        self.report.written.connect(self._offer_report)
        self.report.refused.connect(self.messages.say)
        self.report.ended.connect(self._end_report)
        for keys, places in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.contents.step_by, places))

    def _restore(self) -> None:
        settings = self.main_window.settings
        box = self.controls.data_box
        box.offer(self.main_window.model.recipe.data)
        box.show_choice(Choice(settings.article_data))
        self.controls.show_pace(settings.article_quick)
        self._look_at()
        self.contents.choose(settings.article_chapter)

    # The mode

    @property
    def is_busy(self) -> bool:
        return self.runner.is_running or self.report.is_running

    def work(self) -> str:
        return self.tr("The article is being worked through.") if self.runner.is_running else ""

    def stop(self) -> None:
        self.report.stop()
        self.runner.stop()

    def look(self) -> None:
        self.controls.data_box.offer(self.main_window.model.recipe.data)
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    # Chapters and data

    @Slot(str)
    def _show_chapter(self, key: str) -> None:
        if key not in self.chapters:
            self.chapters[key] = self._make_chapter(key)
        self.pages.setCurrentWidget(self.chapters[key])
        self.main_window.settings.article_chapter = key

    def _make_chapter(self, key: str) -> ChapterView:
        window = self.main_window
        number = CHAPTERS.keys.index(key) + 1
        view = ChapterView(number, CHAPTERS[key], self.results, self.studio, window.comfort.library, window.codec)
        view.run_requested.connect(self.run)
        view.recipe_requested.connect(self._use_recipe)
        view.run_opened.connect(self._open_run)
        view.page_wanted.connect(self._follow_link)
        view.set_busy(self.runner.is_running)
        self.pages.addWidget(view)
        return view

    @Slot()
    def _look_at(self) -> None:
        """Other data, or the other pace, were chosen."""
        choice, quick = self.controls.data_box.choice, self.controls.quick
        settings = self.main_window.settings
        settings.article_data, settings.article_quick = choice.key, quick
        self.results.look_at(choice, quick)

    @Slot(str)
    def _follow_link(self, target: str) -> None:
        """A link of an explanation leads to another chapter, or into the help."""
        key = target.removeprefix(CHAPTER_PREFIX)
        if target.startswith(CHAPTER_PREFIX) and key in CHAPTERS:
            self.contents.choose(key)
        else:
            help_signals.wanted.emit(target)

    # Running

    @Slot(bool)
    def _run_all(self, anew: bool) -> None:
        self.run(all_steps(), anew)

    @Slot(object, bool)
    def run(self, steps: tuple[Step, ...], anew: bool) -> None:
        """Have steps made on the chosen data."""
        if self.runner.start(Wish(tuple(steps), self.results.choice, self.results.quick, anew)):
            self.messages.dismiss()
            self.controls.begin()
            self._set_busy(True)

    @Slot()
    def _stop_session(self) -> None:
        self.controls.show_stopping()
        self.runner.stop()

    @Slot(object)
    def _follow(self, event: object) -> None:
        match event:
            case StepStarted(key=key):
                self.results.begin(key)
            case StepEnded(key=key, result=result, error=error):
                self.results.begin("")
                self.results.put(key, result, error)
            case ArticleEnded(outcome=outcome):
                self.results.begin("")
                self.was_stopped = outcome == "stopped"
        self.controls.follow(event)

    @Slot()
    def _end(self) -> None:
        self._set_busy(False)
        if self.runner.seconds >= LONG_S and not self.was_stopped:
            self.main_window.comfort.notices.tell(self.tr("The article"), self.controls.status.text())
        self._say_idle()

    def _set_busy(self, is_busy: bool) -> None:
        for view in self.chapters.values():
            view.set_busy(is_busy)

    def _say_idle(self) -> None:
        if not self.is_busy:
            self.idle.emit()

    # What leads into the workbench

    @Slot(str)
    def _use_recipe(self, edition: str) -> None:
        """Put a chapter's recipe into the designer, with the data that are chosen here, as an undo step."""
        chapter = CHAPTERS[self.contents.key]
        recipe = published_recipe(chapter) if edition == PUBLISHED else modern_recipe(chapter)
        window = self.main_window
        window.model.change(replace(recipe, data=chapter.data or self.results.choice), self.tr("Recipe of the article"))
        window.modes.show_workbench()

    @Slot(object)
    def _open_run(self, path: Path) -> None:
        self.main_window.documents.show_run(path, with_recipe=True)

    # The report

    @Slot(object)
    def _offer_report(self, path: Path) -> None:
        text = self.tr("The report is written: {name}").format(name=path.name)
        self.messages.offer(text, self.tr("&Open"), partial(self.report.open, path), "good")

    @Slot()
    def _end_report(self) -> None:
        self.controls.show_writing("")
        self._say_idle()
