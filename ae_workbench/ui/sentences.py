"""Sentences of the other rooms, said to people: errors and what is being done, in the language of the window."""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.resources import resource
from ae_workbench.ui import languages
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

CONTEXT = "sentences"
PARTS = (CONTEXT, "data", "parameters", "viewers")
"""Where the words in a sentence's gaps may be known."""
DEEPEST = 4
SEPARATORS = {"; ": QT_TRANSLATE_NOOP("lists", "; "), ", ": QT_TRANSLATE_NOOP("lists", ", ")}
"""Between the parts of a list, those of the longer parts first."""
SPACE = " "
CHINESE = re.compile("[\u3400-\u9fff]")
GAP = re.compile(r"\{(\d+)\}")
TOO_LONG = re.compile(r"\S{30,}")
ZERO_WIDTH_SPACE = "\u200b"


def sentence(error: BaseException) -> str:
    """What a person is told: the error's own sentence, or that something unforeseen happened."""
    if isinstance(error, WorkbenchError):
        return in_words(str(error))
    unforeseen = QCoreApplication.translate("errors", "Something unforeseen went wrong: {kind}: {error}")
    return unforeseen.format(kind=type(error).__name__, error=error)


def breakable(text: str) -> str:
    """The same to the eye; what is too long for a line, such as a path, can be broken anywhere."""
    return TOO_LONG.sub(lambda found: ZERO_WIDTH_SPACE.join(found[0]), text)


def sentences_in(language: str) -> Callable[[str], str]:
    """``in_words`` in this language, for a program without a window."""
    app = QCoreApplication.instance() or QCoreApplication([])
    languages.put_on(app, language)
    return in_words


def in_words(text: str, depth: int = 0) -> str:
    """A sentence that another room made, translated; as it is where it is unknown.

    Those rooms know nothing of languages and put values into their sentences. So the sentence is recognised by what stands around
    its gaps, and what fills them is put into the translation, itself translated where it is known.
    """
    if languages.current() == languages.ENGLISH or not text or depth > DEEPEST:
        return text
    for context in PARTS:
        found = QCoreApplication.translate(context, text)
        if found != text:
            return found
    for template in _templates():
        filled = match(template, text)
        if filled is not None:
            return _fill(QCoreApplication.translate(CONTEXT, _joined(template)), [in_words(part, depth + 1) for part in filled])
    return _list_in_words(text, depth)


def _list_in_words(text: str, depth: int) -> str:
    """A list of names, each said; as it is where one of them is unknown and may be a part of a sentence."""
    separator = next((each for each in SEPARATORS if each in text), "")
    parts = text.split(separator) if separator else [text]
    told = [in_words(part, depth + 1) for part in parts] if len(parts) > 1 else parts
    if told == parts or any(one == part and _may_be_a_sentence(part) for one, part in zip(told, parts, strict=True)):
        return text
    return QCoreApplication.translate("lists", SEPARATORS[separator]).join(told)


def _may_be_a_sentence(text: str) -> bool:
    return SPACE in text and any(map(str.isalpha, text))


def _fill(text: str, words: Sequence[str]) -> str:
    """Words may hold braces of their own, so ``str.format`` won't do.

    A space that parts a gap from Chinese is for Latin words and numbers: before Chinese ones it goes.
    """
    told = ""
    for number, piece in enumerate(GAP.split(text)):
        part = words[int(piece)] if number % 2 else piece
        if told.endswith(SPACE) and CHINESE.match(told[-2:]) and CHINESE.match(part):
            told = told[:-1]
        elif part.startswith(SPACE) and CHINESE.match(told[-1:]) and CHINESE.match(part[1:]):
            part = part[1:]
        told += part
    return told


def match(template: Sequence[str], text: str) -> list[str] | None:
    """What fills the gaps between a template's pieces; None where the text isn't made from it."""
    first, *between, last = template
    if len(text) < sum(map(len, template)) or not text.startswith(first) or not text.endswith(last):
        return None
    end, place, filled = len(text) - len(last), len(first), []
    for piece in between:
        found = text.find(piece, place, end)
        if found < 0:
            return None
        filled.append(text[place:found])
        place = found + len(piece)
    return [*filled, text[place:end]]


@cache
def _templates() -> list[tuple[str, ...]]:
    """The pieces around the gaps of every sentence that has some, those with the most words of their own first."""
    texts = json.loads(resource("i18n", "sentences.json").read_text(encoding="utf-8"))
    pieces = [tuple(GAP.split(text)[::2]) for text in texts if GAP.search(text)]
    return sorted((each for each in pieces if any(each)), key=lambda each: -sum(map(len, each)))


def _joined(template: Sequence[str]) -> str:
    first, *others = template
    return first + "".join(f"{{{number}}}{piece}" for number, piece in enumerate(others))
