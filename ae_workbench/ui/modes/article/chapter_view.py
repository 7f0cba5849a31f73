"""A chapter as a page to read: explanation, both settings, numbers beside the article's, figures, verdict, experiments."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ae_workbench.analysis.chapters import Chapter
from ae_workbench.analysis.chapters.steps import Step, chapter_step, experiments_of, steps_of
from ae_workbench.analysis.experiments.experiment import Experiment
from ae_workbench.export.report.wording import IN_ARTICLE
from ae_workbench.ui import theme
from ae_workbench.ui.help.pages import Library
from ae_workbench.ui.modes.article.experiment_card import ExperimentCard
from ae_workbench.ui.modes.article.explanation import Explanation
from ae_workbench.ui.modes.article.model_section import ModelSection
from ae_workbench.ui.modes.article.parts import SECTION_PX, heading
from ae_workbench.ui.modes.article.plot_view import PlotView
from ae_workbench.ui.modes.article.result_section import ResultSection
from ae_workbench.ui.modes.article.results import Results
from ae_workbench.ui.modes.article.step_head import StepHead
from ae_workbench.ui.modes.article.studio import Studio
from ae_workbench.ui.modes.article.words import state_of, when_text
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.workers import CodecThread

WIDEST_PX, GAP_PX, EDGE_PX, END_PX = 880, 12, 34, 60


class ChapterView(QScrollArea):
    """Begins with the explanation; its other parts come one by one, so that the window stays at hand, and then ``built``.

    ``run_requested`` gives steps and whether they are made anew, ``recipe_requested`` an edition, ``run_opened`` a run's folder,
    ``page_wanted`` a help page.
    """

    built = Signal()
    run_requested = Signal(object, bool)
    recipe_requested = Signal(str)
    run_opened = Signal(object)
    page_wanted = Signal(str)

    def __init__(
        self, number: int, chapter: Chapter, results: Results, studio: Studio, library: Library, codec: CodecThread,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.chapter, self._results, self._studio = chapter, results, studio
        self.setObjectName(f"chapter_{chapter.key}")
        self.setAccessibleName(in_words(chapter.title))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column = QVBoxLayout(spacing=GAP_PX)
        self.column.setContentsMargins(EDGE_PX, 20, EDGE_PX, END_PX)
        self.model: ModelSection | None = None
        self.result: ResultSection | None = None
        self.experiments: list[ExperimentCard] = []
        self._is_busy = False
        self._add_head(number)
        self.explanation = Explanation(library, f"chapters/{chapter.key}", codec)
        self.explanation.page_wanted.connect(self.page_wanted)
        self.column.addWidget(self.explanation)
        self.column.addStretch(1)
        self._put_in_the_middle()
        self._to_build = self._plan()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._build_next)
        self._soon.start()
        results.reset.connect(self.follow)
        results.changed.connect(self._follow_step)
        self._follow_head()

    def _put_in_the_middle(self) -> None:
        """A column as wide as is good to read."""
        page, column = QWidget(), QWidget()
        column.setLayout(self.column)
        column.setMaximumWidth(WIDEST_PX + 2 * EDGE_PX)
        row = QHBoxLayout(page, spacing=0)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        self.setWidget(page)

    def _add_head(self, number: int) -> None:
        section = QLabel(f"{number}  ·  {in_words(IN_ARTICLE)} “{in_words(self.chapter.section)}”", wordWrap=True)
        theme.set_role(section, "muted")
        self.head = StepHead(f"chapter_{self.chapter.key}", primary=True)
        about = self.tr("Train its models and run its experiments; what is there already is taken as it is")
        self.head.set_words(self.tr("Run this chapter"), self.tr("Run it again"), about)
        self.head.run_requested.connect(self._ask_all)
        if not steps_of(self.chapter):
            self.head.hide()  # shown before it has a parent it would be a window
        self.column.addWidget(section)
        self.column.addWidget(self.head)
        self.column.addSpacing(6)

    # Its parts, one by one

    def _plan(self) -> list[Callable[[], None]]:
        own, experiments = chapter_step(self.chapter), experiments_of(self.chapter)
        parts: list[Callable[[], None]] = []
        if own is not None:
            parts += [self._add_model, partial(self._add_result, own)]
        if experiments:
            parts.append(self._add_claims)
        return [*parts, *(partial(self._add_experiment, experiment) for experiment in experiments)]

    @Slot()
    def _build_next(self) -> None:
        if self._to_build:
            self._to_build.pop(0)()
            self._soon.start()
        else:
            self.built.emit()

    @property
    def is_built(self) -> bool:
        return not self._to_build and not self._soon.isActive()

    def _add(self, part: QWidget) -> None:
        self.column.insertWidget(self.column.count() - 1, part)

    def _add_model(self) -> None:
        self.model = ModelSection(self.chapter)
        self.model.recipe_requested.connect(self.recipe_requested)
        self._add(self.model)

    def _add_result(self, step: Step) -> None:
        self.result = ResultSection(self.chapter, step, self._results, self._studio)
        self.result.run_opened.connect(self.run_opened)
        self._add(self.result)

    def _add_claims(self) -> None:
        title = heading(self.tr("Its claims, put to the test"))
        title.setContentsMargins(0, SECTION_PX, 0, 0)
        self._add(title)

    def _add_experiment(self, experiment: Experiment) -> None:
        card = ExperimentCard(experiment, self._results, self._studio)
        card.run_requested.connect(self._ask_step)
        card.head.set_busy(self._is_busy)
        self.experiments.append(card)
        self._add(card)

    # Following

    @Slot(str)
    def _follow_step(self, key: str) -> None:
        if any(step.key == key for step in steps_of(self.chapter)):
            self._follow_head()
            if self.result is not None and self.result.key == key:
                self.result.follow()
            for card in self.experiments:
                if card.step.key == key:
                    card.follow()

    @Slot()
    def follow(self) -> None:
        """Show how everything stands now."""
        self._follow_head()
        if self.result is not None:
            self.result.follow()
        for card in self.experiments:
            card.follow()

    def _follow_head(self) -> None:
        results, keys = self._results, [step.key for step in steps_of(self.chapter)]
        done = [key for key in keys if key in results.found]
        running = next((key for key in keys if key == results.running), "")
        if running or len(keys) == 1:
            text, tone = state_of(results, running or keys[0])
        elif not done:
            text, tone = state_of(results, "")
        else:
            text, tone = self.tr("{done} of {total} run").format(done=len(done), total=len(keys)), "muted"
        newest = max((results.found[key] for key in done), key=lambda result: result.when, default=None)
        when = when_text(newest) if newest is not None and not running else ""
        self.head.show_state(text, tone, when, bool(keys) and len(done) == len(keys))

    def set_busy(self, is_busy: bool) -> None:
        """Something is being run."""
        self._is_busy = is_busy
        for head in (self.head, *(card.head for card in self.experiments)):
            head.set_busy(is_busy)

    @property
    def plots(self) -> list[PlotView]:
        """Everything that is drawn on the page."""
        own = self.result.plots if self.result is not None else []
        return [*own, *(plot for card in self.experiments for plot in card.findings.plots)]

    # Asking

    @Slot(bool)
    def _ask_all(self, anew: bool) -> None:
        self.run_requested.emit(steps_of(self.chapter), anew)

    @Slot(object, bool)
    def _ask_step(self, step: Step, anew: bool) -> None:
        self.run_requested.emit((step,), anew)
