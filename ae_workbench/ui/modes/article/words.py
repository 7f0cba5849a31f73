"""Words of the article page."""

from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from ae_workbench.analysis.chapters.wording import OUTDATED, verdict_name
from ae_workbench.engine.findings import Result
from ae_workbench.engine.outdated import is_outdated
from ae_workbench.ui.modes.article.results import Results
from ae_workbench.ui.sentences import in_words, sentence

TONES = {"holds": "good", "partly": "warning", "fails": "bad", "open": "muted"}
"""Colours of verdicts, as fields of the theme."""
LINE_PERCENT = 128


def prose(*sentences: str) -> str:
    """Sentences as a label sets them, with some air between their lines; each begins on a line of its own."""
    return "".join(f'<p style="line-height: {LINE_PERCENT}%; margin: 0 0 3px 0">{escape(each, quote=False)}</p>' for each in sentences)


def told(text: str) -> str:
    """A text of this page."""
    return QCoreApplication.translate("article", text)


def when_text(result: Result) -> str:
    """When it was made: the time today, the day and time before."""
    made = datetime.fromisoformat(result.when).astimezone()
    locale = QLocale()
    time = locale.toString(QTime(made.hour, made.minute), QLocale.FormatType.ShortFormat)
    if made.date() == datetime.now().astimezone().date():
        return told("today, {time}").format(time=time)
    return f"{locale.toString(made.date(), QLocale.FormatType.ShortFormat)}, {time}"


def state_of(results: Results, key: str) -> tuple[str, str]:
    """A step's state in a word or two, and its tone: a field of the theme, "running", or empty where it wasn't run.

    An empty key is that of a step which was never run.
    """
    if key and results.running == key:
        return told("Running…"), "running"
    if (result := results.found.get(key)) is not None:
        if is_outdated(result):
            return in_words(OUTDATED), "warning"
        return in_words(verdict_name(key, result.findings.verdict)), TONES[result.findings.verdict]
    if key in results.errors:
        return told("Failed"), "bad"
    return told("Not run yet"), ""


def error_text(results: Results, key: str) -> str:
    """Why a step failed; empty where it didn't."""
    error = results.errors.get(key)
    return sentence(error) if error is not None else ""
