"""A report as a PDF to print: the same contents as the page, set on A4."""

from collections.abc import Sequence
from itertools import groupby

from ae_workbench.analysis.chapters.comparison import Compared
from ae_workbench.analysis.chapters.judging import Standing
from ae_workbench.analysis.chapters.settings import Setting
from ae_workbench.analysis.chapters.wording import STANDINGS
from ae_workbench.analysis.experiments.experiment import Experiment, Number, Table
from ae_workbench.analysis.experiments.wording import cell_text, number_text, numbers_apart, value_text
from ae_workbench.engine.findings import Result
from ae_workbench.export.report import wording as words
from ae_workbench.export.report.contents import Illustrated, Part, Report, Section, recipe_line
from ae_workbench.export.report.paper import ACCENT, CAPTION_MM, MUTED, SMALL_PT, Paper, figure_size
from ae_workbench.export.report.plates import PRINT, Plate
from ae_workbench.export.report.request import Say
from ae_workbench.export.report.typeface import SANS, other_faces
from ae_workbench.export.report.wording import data_words, facts_of, reading_words, reasons, state_words

THEIRS_MM = 14.0
"""For the sentences about the article's own figure."""


class PdfReport:
    """Raises ``WorkbenchError`` where the language's letters can't be drawn on this computer."""

    def __init__(self, report: Report, say: Say, language: str) -> None:
        self._report, self._say = report, say
        faces = other_faces(language)
        self._paper = Paper(say(words.TITLE), faces)

    def content(self) -> bytes:
        """The whole file."""
        paper = self._paper
        paper.set_title(self._say(words.TITLE))
        paper.set_creator("AE Workbench")
        paper.add_page()
        self._head()
        for part in self._report.parts:
            self._part(part)
        self._colophon()
        return paper.finished()

    # The beginning and the end

    def _head(self) -> None:
        paper, report = self._paper, self._report
        paper.ln(8)
        paper.words(self._say(words.TITLE), 19.5, SANS, "B", after=4)
        for line in (data_words(report, self._say), reading_words(report, self._say)):
            if line:
                paper.words(line, 10, SANS, "", MUTED, after=1)
        paper.ln(6)
        rows: list[tuple[str, str, str]] = []
        marked: list[int] = []
        for part in report.parts:
            marked.append(len(rows))
            rows.append((f"{part.number}  {self._say(part.chapter.title)}", *self._state(part.training)))
            rows += [(f"       {self._say(experiment.title)}", *self._state(section)) for experiment, section in part.experiments]
        paper.grid([self._say(name) for name in words.CONTENTS_HEADS], rows, (62, 25, 13), marked)

    def _state(self, section: Section | None) -> tuple[str, str]:
        if section is None:
            return "", ""
        spent = f"{section.result.seconds:,.0f} s" if section.result is not None else ""
        return state_words(section, self._say)[0], spent

    def _colophon(self) -> None:
        paper = self._paper
        paper.add_page()
        paper.mark(self._say(words.COLOPHON), 0)
        paper.heading(self._say(words.COLOPHON), 15, 0, 3)
        paper.grid([self._say(name) for name in words.COLOPHON_HEADS], facts_of(self._report, self._say), (30, 70))

    # A chapter

    def _part(self, part: Part) -> None:
        paper, chapter = self._paper, part.chapter
        paper.chapter()
        paper.mark(f"{part.number}  {self._say(chapter.title)}", 0)
        paper.words(str(part.number), 12, SANS, "B", ACCENT, after=0.5)
        paper.heading(self._say(chapter.title), 19, 0, 1)
        paper.words(f"{self._say(words.IN_ARTICLE)} {self._say(chapter.section)}", SMALL_PT, SANS, "", MUTED, after=3)
        paper.words(self._say(chapter.summary), after=3)
        if part.settings:
            self._settings(part.settings)
        if part.numbers:
            self._numbers(part.numbers, chapter.numbers_stand)
        if part.training is not None:
            self._verdict(part.training)
            for each in part.illustrated:
                self._illustrated(each)
            self._found(part.training)
        for experiment, section in part.experiments:
            self._experiment(experiment, section)

    def _settings(self, settings: Sequence[Setting]) -> None:
        self._paper.heading(self._say(words.SETTINGS), 11.5, 2, 1.2)
        rows = [(each.label, each.published, each.modern, each.reason) for each in settings]
        marked = [place for place, each in enumerate(settings) if each.differs]
        self._paper.grid([self._say(name) for name in words.SETTINGS_HEADS], self._said(rows), (19, 16, 16, 49), marked)

    def _numbers(self, numbers: Sequence[Compared], where: str) -> None:
        self._paper.heading(self._say(words.NUMBERS), 11.5, 1, 1.2)
        rows = []
        for line in numbers:
            quantity = line.quantity
            unit = f" ({self._say(quantity.unit)})" if quantity.unit else ""
            ours = [self._ours(line.published, line.published_standing), self._ours(line.modern, line.modern_standing)]
            rows.append((self._say(quantity.label) + unit, quantity.published or "–", *ours))
        heads = [self._say(name) for name in words.NUMBERS_HEADS]
        self._paper.grid(heads, rows, (43, 15, 21, 21))
        if where:
            self._paper.words(self._say(where), SMALL_PT, SANS, "", MUTED, after=3)

    def _ours(self, value: float | None, found: Standing | None) -> str:
        text = "–" if value is None else value_text(value)
        return f"{text}  {self._say(STANDINGS[found])}" if found else text

    def _verdict(self, section: Section) -> None:
        state, verdict = state_words(section, self._say)
        sentences = [_plain(sentence) for sentence in reasons(section, self._say)]
        lines = [f"**{_plain(state)}**  {sentences[0]}", *sentences[1:]] if sentences else [state]
        self._paper.callout(lines, verdict)

    def _illustrated(self, each: Illustrated) -> None:
        if each.illustration.theirs:
            drawn = [plate.contents[PRINT] for plate in each.plates if not plate.problem]
            self._paper.need(CAPTION_MM + THEIRS_MM + figure_size(drawn[0])[1] if drawn else THEIRS_MM)
            theirs = self._say(each.illustration.theirs)
            self._paper.words(f"{self._say(words.THEIR_FIGURE)} {theirs}", 10, after=2, colour=MUTED)
        for plate in each.plates:
            self._plate(plate)

    def _experiment(self, experiment: Experiment, section: Section) -> None:
        paper = self._paper
        paper.need(70)
        paper.mark(self._say(experiment.title), 1)
        paper.heading(self._say(experiment.title), 13.5, 5, 1)
        paper.words(self._say(experiment.claim), style="I", after=2)
        self._verdict(section)
        self._found(section)

    # What was found

    def _found(self, section: Section) -> None:
        result = section.result
        if result is None:
            return
        if section.step.key.startswith("experiments/") and (numbers := numbers_apart(result.findings)):
            self._measured(numbers)
        for table in result.findings.tables:
            self._table(table)
        for beside, plates in groupby(section.plates, lambda plate: plate.beside):
            if beside:
                self._paper.figures([plate.contents[PRINT] for plate in plates])
            else:
                for plate in plates:
                    self._plate(plate)
        self._recipes(result)

    def _measured(self, numbers: Sequence[Number]) -> None:
        has_article = any(number.published is not None for number in numbers)
        rows = [
            (
                self._say(number.label),
                number_text(number, self._say),
                *([value_text(number.published) if number.published is not None else "–"] if has_article else []),
            )
            for number in numbers
        ]
        heads = [self._say(name) for name in words.MEASURED_HEADS[: 3 if has_article else 2]]
        self._paper.grid(heads, rows, (56, 26, 18) if has_article else (62, 38))

    def _table(self, table: Table) -> None:
        heads = [self._say(name) for name in table.columns]
        rows = [tuple(self._say(cell_text(cell)) for cell in row) for row in table.rows]
        self._paper.grid(heads, rows, self._paper.column_widths(heads, rows), title=self._say(table.title))

    def _plate(self, plate: Plate) -> None:
        if plate.problem:
            self._paper.words(f"{plate.title} · {self._say(plate.problem)}", SMALL_PT, SANS, "", MUTED)
        else:
            self._paper.figure(plate.contents[PRINT], plate.caption)

    def _recipes(self, result: Result) -> None:
        if not result.recipes:
            return
        self._paper.heading(self._say(words.MODELS), 8.6, 1, 0.8, room=15)
        for recipe in result.recipes:
            self._paper.words(recipe_line(recipe, self._say), 7, SANS, "", MUTED, after=0.9)
        self._paper.ln(2)

    def _said(self, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        return [[self._say(cell) if cell else "" for cell in row] for row in rows]


def _plain(text: str) -> str:
    """Without what would be read as marks of bold, italic or underlined words."""
    return text.replace("**", "* *").replace("__", "_ _").replace("--", "– ")
