"""A chapter's two presets beside each other: every setting, and why the modern one differs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ae_workbench.analysis.chapters.chapter import Chapter
from ae_workbench.core.parameters import Parameters, applies, specs
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.wording import option_name
from ae_workbench.variants.recipes import ARTICLE, find_recipe

UNUSED_AT_0 = "patience"
ON, OFF = "on", "off"


@dataclass(frozen=True)
class Setting:
    """One line of the comparison. Values are as people read them; ``reason`` is empty where both are alike."""

    name: str
    label: str
    published: str
    modern: str
    reason: str = ""

    @property
    def differs(self) -> bool:
        return self.published != self.modern


def published_recipe(chapter: Chapter) -> Recipe:
    """The chapter's model as the article has it."""
    return find_recipe(chapter.variant + ARTICLE)


def modern_recipe(chapter: Chapter) -> Recipe:
    """The chapter's model with today's settings."""
    return find_recipe(chapter.variant)


def settings(chapter: Chapter) -> tuple[Setting, ...]:
    """Every setting that counts in at least one of the two presets, parameters of the model first; none without a model."""
    if not chapter.variant:
        return ()
    published, modern = published_recipe(chapter), modern_recipe(chapter)
    pairs = ((published.parameters, modern.parameters), (published.training, modern.training))
    return tuple(_compared(chapter, pairs))


def _compared(chapter: Chapter, pairs: tuple[tuple[Parameters, Parameters], ...]) -> Iterator[Setting]:
    for published, modern in pairs:
        for name, spec in specs(type(modern)).items():
            if _counts(published, name) or _counts(modern, name):
                theirs, ours = value_text(getattr(published, name)), value_text(getattr(modern, name))
                yield Setting(name, spec.label, theirs, ours, chapter.reasons.get(name, "") if theirs != ours else "")


def _counts(parameters: Parameters, name: str) -> bool:
    """Whether a setting does anything: early stopping of 0 doesn't."""
    return applies(parameters, name) and not (name == UNUSED_AT_0 and getattr(parameters, name) == 0)


def value_text(value: Any) -> str:
    """A setting's value as people read it: options by name, on or off, lists with commas, numbers without idle digits."""
    if isinstance(value, bool):
        return ON if value else OFF
    if isinstance(value, str):
        return option_name(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "–"
    return f"{value:g}" if isinstance(value, float) else str(value)
