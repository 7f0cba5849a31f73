"""The pages of the help, read from Markdown files. Nothing here needs Qt."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.core.resources import resource
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

ENGLISH = "en"
FIRST_PAGE = "start"
GROUPS = {
    "": QT_TRANSLATE_NOOP("help", "First steps"),
    "variants": QT_TRANSLATE_NOOP("help", "Autoencoders"),
    "modes": QT_TRANSLATE_NOOP("help", "Modes"),
    "chapters": QT_TRANSLATE_NOOP("help", "The article"),
    "viewers": QT_TRANSLATE_NOOP("help", "Viewers"),
    "panels": QT_TRANSLATE_NOOP("help", "Panels"),
    "terms": QT_TRANSLATE_NOOP("help", "Terms"),
}
FIELD = re.compile(r"<!--\s*(\w+):\s*(.*?)\s*-->\n?", re.DOTALL)
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Page:
    """``key`` is the file's path without its ending, such as ``terms/beta``; ``parameters`` are the settings it explains.

    ``sequence.hidden`` is what only that variant, or source of data, means by a name.
    """

    key: str
    title: str
    text: str
    keywords: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    language: str = ENGLISH

    @property
    def group(self) -> str:
        return self.key.rpartition("/")[0]

    @property
    def links(self) -> tuple[str, ...]:
        """Targets of its links."""
        return tuple(target for _, target in LINK.findall(self.text))

    @cached_property
    def words(self) -> str:
        """Its running text without marks, in lower case."""
        plain = LINK.sub(r"\1", re.sub(r"\$\$.*?\$\$", " ", self.text, flags=re.DOTALL))
        return re.sub(r"[#*`|>_-]+|\s+", " ", plain).lower()


class Library:
    """Every page in a language; where a page isn't there in it, the English one stands in."""

    def __init__(self, language: str = ENGLISH) -> None:
        self.language = language
        self._pages = _read_all(ENGLISH)
        if language != ENGLISH:
            self._pages |= {key: page for key, page in _read_all(language).items() if key in self._pages}
        self._by_parameter = {name: page.key for page in self._pages.values() for name in page.parameters}

    def __getitem__(self, key: str) -> Page:
        return self._pages[key]

    def __contains__(self, key: object) -> bool:
        return key in self._pages

    def __iter__(self) -> Iterator[Page]:
        """In the order of the contents: by group, and by title in each; chapters as they follow each other."""
        return iter(sorted(self._pages.values(), key=_place))

    def for_parameter(self, name: str) -> str:
        """Key of the page that explains a setting, such as ``epochs`` or ``sequence.hidden``; the first page where there is none."""
        return self._by_parameter.get(name) or self._by_parameter.get(name.rpartition(".")[2], FIRST_PAGE)

    def find(self, query: str) -> list[Page]:
        """Pages with every word of a query, those that have it in their title first."""
        wanted = query.lower().split()
        ranked = [(rank, page) for page in self if (rank := _rank(page, wanted)) is not None]
        return [page for _, page in sorted(ranked, key=lambda pair: pair[0])]


def _place(page: Page) -> tuple[int, int, str]:
    name = page.key.rpartition("/")[2]
    chapter = CHAPTERS.keys.index(name) if page.group == "chapters" else 0
    return list(GROUPS).index(page.group), chapter + (page.key != FIRST_PAGE), page.title


def _rank(page: Page, wanted: Iterable[str]) -> int | None:
    """0 is best; None where a word is missing."""
    total = 0
    names = " ".join((page.title, *page.keywords)).lower()
    for word in wanted:
        if page.title.lower().startswith(word):
            continue
        if word in page.title.lower():
            total += 1
        elif word in names:
            total += 2
        elif word in page.words:
            total += 10
        else:
            return None
    return total


def _read_all(language: str) -> dict[str, Page]:
    root = resource("help", language)
    pages = (read_page(path, path.relative_to(root).with_suffix("").as_posix(), language) for path in sorted(root.rglob("*.md")))
    return {page.key: page for page in pages}


def read_page(path: Path, key: str, language: str = ENGLISH) -> Page:
    """A page from its file: comments with fields, a heading, and the text."""
    source = path.read_text(encoding="utf-8")
    fields = {name: tuple(part.strip() for part in value.split(",") if part.strip()) for name, value in FIELD.findall(source)}
    text = FIELD.sub("", source).strip()
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Page(key, title, text, fields.get("keywords", ()), fields.get("parameters", ()), language)
