"""What came of a chapter's model: its numbers beside the article's, the verdict, the figures, and how it was trained."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ae_workbench.analysis.chapters import Chapter
from ae_workbench.analysis.chapters.comparison import Compared, compared
from ae_workbench.analysis.chapters.judging import Standing, comparable
from ae_workbench.analysis.chapters.measuring import NAMES
from ae_workbench.analysis.chapters.steps import Step
from ae_workbench.analysis.chapters.wording import STANDINGS, WHY_OUTDATED
from ae_workbench.analysis.experiments.wording import value_text
from ae_workbench.engine.outdated import is_outdated
from ae_workbench.export.report.wording import NUMBERS, NUMBERS_HEADS
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.modes.article.findings_view import CopyHead, FindingsView
from ae_workbench.ui.modes.article.flat_table import Cell, FlatTable
from ae_workbench.ui.modes.article.illustration import EDITIONS, IllustrationView
from ae_workbench.ui.modes.article.parts import SECTION_PX, heading
from ae_workbench.ui.modes.article.plot_view import PlotView
from ae_workbench.ui.modes.article.results import Results
from ae_workbench.ui.modes.article.studio import Studio
from ae_workbench.ui.modes.article.verdict_card import VerdictCard
from ae_workbench.ui.modes.article.words import error_text, state_of
from ae_workbench.ui.sentences import in_words

TONES: dict[Standing, str] = {"reached": "good", "close": "warning", "missed": "bad"}
NOTHING = "–"


class ResultSection(QWidget):
    """``run_opened`` gives the folder of a run that shall be looked at in the workbench."""

    run_opened = Signal(object)

    def __init__(self, chapter: Chapter, step: Step, results: Results, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chapter, self.key, self._results = chapter, step.key, results
        self.numbers = FlatTable("chapter_numbers", in_words(NUMBERS), [in_words(head) for head in NUMBERS_HEADS], self._rows())
        self.verdict = VerdictCard("chapter_verdict")
        self.open_buttons = self._make_buttons()
        self.illustrations = [IllustrationView(chapter.key, each, studio) for each in chapter.illustrations]
        self.findings = FindingsView(studio, shows_numbers=False)
        self._lay_out()
        self.follow()

    def _make_buttons(self) -> list[IconButton]:
        made = []
        for number, edition in enumerate(EDITIONS):
            text = self.tr("Open the run: {name}").format(name=in_words(NAMES[edition]))
            about = self.tr("Look at this model in the workbench, at any epoch; going on with it makes a copy")
            button = IconButton(f"open_{edition}_button", "eye", text, about)
            button.clicked.connect(partial(self._open, number))
            made.append(button)
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self, spacing=12)
        layout.setContentsMargins(0, SECTION_PX, 0, 0)
        head = CopyHead(in_words(NUMBERS), self.numbers)
        theme.set_role(head.label, "section")
        layout.addWidget(head)
        layout.addWidget(self.numbers)
        if self._chapter.numbers_stand:
            where = QLabel(in_words(self._chapter.numbers_stand), wordWrap=True)
            theme.set_role(where, "muted")
            layout.addWidget(where)
        layout.addSpacing(4)
        layout.addWidget(self.verdict)
        row = QHBoxLayout(spacing=8)
        for button in self.open_buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        if self.illustrations:
            layout.addSpacing(SECTION_PX)
            layout.addWidget(heading(self.tr("Its figures and ours")))
        for view in self.illustrations:
            layout.addWidget(view)
            layout.addSpacing(8)
        layout.addWidget(self.findings)

    @property
    def plots(self) -> list[PlotView]:
        return [*(view.plot for view in self.illustrations), *self.findings.plots]

    def follow(self) -> None:
        """Show how the model's trainings stand now."""
        results, key = self._results, self.key
        result = results.found.get(key)
        self.numbers.show_rows(self.numbers.cells.titles, self._rows())
        self._say(error_text(results, key))
        runs = results.runs_of(key)[: len(EDITIONS)]
        for number, button in enumerate(self.open_buttons):
            button.setEnabled(number < len(runs))
        for view in self.illustrations:
            view.show_runs(runs)
        self.findings.show_result(result)

    def _say(self, problem: str) -> None:
        result = self._results.found.get(self.key)
        text, tone = state_of(self._results, self.key)
        if problem:
            self.verdict.say("", [problem], "bad")
        elif tone == "running":
            self.verdict.say(text, [], "accent")
        elif result is not None:
            words = [in_words(word) for word in result.findings.words]
            if is_outdated(result):
                words.insert(0, in_words(WHY_OUTDATED))
            self.verdict.say(text, words, tone)
        else:
            hint = self.tr("Run the chapter: its model is trained in both settings, and its numbers stand beside the article's.")
            self.verdict.say(text, [hint], "")

    def _rows(self) -> list[list[Cell]]:
        result = self._results.found.get(self.key)
        if result is None:
            return [_row(line) for line in compared(self._chapter, (), False)]
        lines = compared(self._chapter, result.findings.numbers, comparable(result.fingerprint, result.quick))
        return [_row(line) for line in lines]

    def _open(self, number: int) -> None:
        runs = self._results.runs_of(self.key)
        if number < len(runs):
            self.run_opened.emit(runs[number])


def _row(line: Compared) -> list[Cell]:
    quantity = line.quantity
    label = in_words(quantity.label) + (f" ({in_words(quantity.unit)})" if quantity.unit else "")
    cells = [Cell(label), Cell(quantity.published or NOTHING, is_number=True)]
    for value, found in ((line.published, line.published_standing), (line.modern, line.modern_standing)):
        text = NOTHING if value is None else value_text(value)
        standing = f"  ·  {in_words(STANDINGS[found])}" if found else ""
        cells.append(Cell(text + standing, TONES[found] if found else "", strong=value is not None, is_number=True))
    return cells
