"""A report as one HTML file that holds its figures: light and dark, on a screen and on paper."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from ae_workbench.analysis.chapters.comparison import Compared
from ae_workbench.analysis.chapters.judging import Standing
from ae_workbench.analysis.chapters.settings import Setting
from ae_workbench.analysis.chapters.wording import STANDINGS
from ae_workbench.analysis.experiments.experiment import Experiment, Number, Table
from ae_workbench.analysis.experiments.wording import cell_text, number_text, numbers_apart, value_text
from ae_workbench.core.resources import resource
from ae_workbench.engine.findings import Result
from ae_workbench.export.report import wording as words
from ae_workbench.export.report.contents import Illustrated, Part, Report, Section, recipe_line
from ae_workbench.export.report.plates import DARK, LIGHT, Plate
from ae_workbench.export.report.request import Say
from ae_workbench.export.report.wording import data_words, facts_of, reading_words, reasons, state_words

PNG = b"\x89PNG"


class HtmlReport:
    """Writes a report in the words of ``say``; ``language`` is that of the page, such as "zh_CN"."""

    def __init__(self, report: Report, say: Say, language: str) -> None:
        self._report, self._say, self._language = report, say, language

    def text(self) -> str:
        """The whole file."""
        title = self._t(words.TITLE)
        style = resource("report", "report.css").read_text(encoding="utf-8")
        body = [self._head(), self._contents(), *(self._part(part) for part in self._report.parts), self._colophon()]
        return (
            f'<!doctype html>\n<html lang="{self._language.replace("_", "-")}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{''.join(body)}</main>\n</body>\n</html>\n"
        )

    def _t(self, text: str) -> str:
        return escape(self._say(text))

    # The beginning and the end

    def _head(self) -> str:
        report = self._report
        lines = [data_words(report, self._say), reading_words(report, self._say)]
        return f"<header><h1>{self._t(words.TITLE)}</h1>{''.join(f'<p>{escape(line)}</p>' for line in lines if line)}</header>\n"

    def _contents(self) -> str:
        rows = []
        for part in self._report.parts:
            name = f'<a href="#{part.chapter.key}">{part.number}  {self._t(part.chapter.title)}</a>'
            rows.append(
                f'<tr class="chapter"><td>{name}</td><td>{self._chip(part.training)}</td><td>{self._spent(part.training)}</td></tr>'
            )
            for experiment, section in part.experiments:
                name = f'<a href="#{section.step.key}">{self._t(experiment.title)}</a>'
                rows.append(f"<tr><td>{name}</td><td>{self._chip(section)}</td><td>{self._spent(section)}</td></tr>")
        return f'<nav><table class="contents"><tbody>{"".join(rows)}</tbody></table></nav>\n'

    def _chip(self, section: Section | None) -> str:
        if section is None:
            return ""
        state, verdict = state_words(section, self._say)
        return f'<span class="chip {verdict}">{escape(state)}</span>'

    def _spent(self, section: Section | None) -> str:
        return escape(f"{section.result.seconds:,.0f} s") if section is not None and section.result is not None else ""

    def _colophon(self) -> str:
        rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts_of(self._report, self._say))
        return f'<section class="colophon"><h2>{self._t(words.COLOPHON)}</h2><dl>{rows}</dl></section>\n'

    # A chapter

    def _part(self, part: Part) -> str:
        chapter = part.chapter
        pieces = [
            f'<section class="part" id="{chapter.key}"><p class="number">{part.number}</p><h2>{self._t(chapter.title)}</h2>',
            f'<p class="source">{self._t(words.IN_ARTICLE)} <cite>{self._t(chapter.section)}</cite></p>',
            f'<p class="summary">{self._t(chapter.summary)}</p>',
            self._settings(part.settings) if part.settings else "",
            self._numbers(part.numbers, chapter.numbers_stand) if part.numbers else "",
        ]
        if part.training is not None:
            pieces += [self._verdict(part.training), *(self._illustrated(each) for each in part.illustrated)]
            pieces += [self._found(part.training)]
        pieces += [self._experiment(experiment, section) for experiment, section in part.experiments]
        return "".join(pieces) + "</section>\n"

    def _settings(self, settings: Sequence[Setting]) -> str:
        rows = []
        for setting in settings:
            cells = [f"<th>{self._t(setting.label)}</th>"]
            cells += [f"<td>{self._t(value)}</td>" for value in (setting.published, setting.modern)]
            kind = ' class="differs"' if setting.differs else ""
            rows.append(f"<tr{kind}>{''.join(cells)}<td>{self._t(setting.reason) if setting.reason else ''}</td></tr>")
        heads = "".join(f"<th>{self._t(name)}</th>" for name in words.SETTINGS_HEADS)
        return f"<h3>{self._t('The model in two settings')}</h3>{_table('settings', heads, rows)}"

    def _numbers(self, numbers: Sequence[Compared], where: str) -> str:
        rows = []
        for line in numbers:
            quantity = line.quantity
            unit = f' <span class="unit">{self._t(quantity.unit)}</span>' if quantity.unit else ""
            ours = "".join(
                f'<td class="value">{value_text(value) if value is not None else "–"}{self._standing(found)}</td>'
                for value, found in ((line.published, line.published_standing), (line.modern, line.modern_standing))
            )
            rows.append(f'<tr><th>{self._t(quantity.label)}{unit}</th><td class="value">{quantity.published or "–"}</td>{ours}</tr>')
        heads = "".join(f"<th>{self._t(name)}</th>" for name in words.NUMBERS_HEADS)
        note = f'<p class="note">{self._t(where)}</p>' if where else ""
        return f"<h3>{self._t(words.NUMBERS)}</h3>{_table('numbers', heads, rows)}{note}"

    def _standing(self, found: Standing | None) -> str:
        return f' <span class="standing {found}">{self._t(STANDINGS[found])}</span>' if found else ""

    def _verdict(self, section: Section) -> str:
        """The verdict's word and the sentences that give its reasons."""
        state, verdict = state_words(section, self._say)
        sentences = [escape(sentence) for sentence in reasons(section, self._say)]
        lines = [f"<strong>{escape(state)}</strong> {sentences[0]}", *sentences[1:]] if sentences else [escape(state)]
        return f'<div class="verdict {verdict}">{"".join(f"<p>{line}</p>" for line in lines)}</div>'

    def _illustrated(self, each: Illustrated) -> str:
        theirs = each.illustration.theirs
        said = f'<p class="theirs">{self._t(words.THEIR_FIGURE)} {self._t(theirs)}</p>' if theirs else ""
        return f'<div class="illustrated">{said}{self._plates(each.plates)}</div>'

    def _experiment(self, experiment: Experiment, section: Section) -> str:
        pieces = [
            f'<article id="{section.step.key}"><h3>{self._t(experiment.title)}</h3>',
            f'<p class="claim">{self._t(experiment.claim)}</p>',
            self._verdict(section),
            self._found(section),
        ]
        return "".join(pieces) + "</article>"

    # What was found

    def _found(self, section: Section) -> str:
        result = section.result
        if result is None:
            return ""
        is_experiment = section.step.key.startswith("experiments/")
        numbers = self._measured(numbers_apart(result.findings)) if is_experiment else ""
        tables = "".join(map(self._table, result.findings.tables))
        return numbers + tables + self._plates(section.plates) + self._recipes(result)

    def _measured(self, numbers: Sequence[Number]) -> str:
        if not numbers:
            return ""
        has_article = any(number.published is not None for number in numbers)
        rows = []
        for number in numbers:
            theirs = (
                f'<td class="value">{value_text(number.published) if number.published is not None else "–"}</td>' if has_article else ""
            )
            rows.append(f'<tr><th>{self._t(number.label)}</th><td class="value">{escape(number_text(number, self._say))}</td>{theirs}</tr>')
        heads = words.MEASURED_HEADS if has_article else words.MEASURED_HEADS[:-1]
        return _table("numbers", "".join(f"<th>{self._t(head)}</th>" for head in heads), rows)

    def _table(self, table: Table) -> str:
        heads = "".join(f"<th>{self._t(name)}</th>" for name in table.columns)
        rows = []
        for row in table.rows:
            kinds = ["" if isinstance(cell, str) else ' class="value"' for cell in row]
            rows.append(
                "<tr>" + "".join(f"<td{kind}>{self._t(cell_text(cell))}</td>" for kind, cell in zip(kinds, row, strict=True)) + "</tr>"
            )
        return _table("findings", heads, rows, self._t(table.title))

    def _plates(self, plates: Iterable[Plate]) -> str:
        pieces = []
        for beside, some in groupby(plates, lambda plate: plate.beside):
            drawn = "".join(map(self._plate, some))
            pieces.append(f'<div class="beside">{drawn}</div>' if beside else drawn)
        return "".join(pieces)

    def _plate(self, plate: Plate) -> str:
        if plate.problem:
            return f'<p class="note">{escape(plate.title)} · {self._t(plate.problem)}</p>'
        light, dark = _address(plate.contents[LIGHT]), _address(plate.contents[DARK])
        below = f"<figcaption>{escape(plate.caption)}</figcaption>" if plate.caption else ""
        return (
            f'<figure><picture><source srcset="{dark}" media="screen and (prefers-color-scheme: dark)">'
            f'<img src="{light}" alt="{escape(plate.title)}" loading="lazy"></picture>{below}</figure>'
        )

    def _recipes(self, result: Result) -> str:
        """Every setting of every model, folded away."""
        if not result.recipes:
            return ""
        lines = "".join(f"<li>{escape(recipe_line(recipe, self._say))}</li>" for recipe in result.recipes)
        return f"<details><summary>{self._t(words.MODELS)} ({len(result.recipes)})</summary><ul>{lines}</ul></details>"


def _table(kind: str, heads: str, rows: Sequence[str], caption: str = "") -> str:
    above = f"<caption>{caption}</caption>" if caption else ""
    return f'<div class="wide"><table class="{kind}">{above}<thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def _address(content: bytes) -> str:
    kind = "png" if content.startswith(PNG) else "svg+xml"
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
