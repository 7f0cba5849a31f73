"""Running a chapter: its model is trained as published and with today's settings, and both are held against the article."""

from dataclasses import dataclass, replace
from functools import cached_property

from ae_workbench.analysis.chapters.chapter import Chapter, Quantity
from ae_workbench.analysis.chapters.judging import Standing, comparable, standing, verdict_of
from ae_workbench.analysis.experiments.experiment import Chart, Findings, Number, Series, Table
from ae_workbench.analysis.experiments.lab import Lab, Model
from ae_workbench.analysis.experiments.making import cut_short, lower_by, metric_by_epoch, need_images, seconds_spent
from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.variants.recipes import ARTICLE, find_recipe

PUBLISHED, MODERN = "published", "modern"
NAMES = {PUBLISHED: "As published", MODERN: "Modern"}
QUICK_OWN = 400
"""Training examples that a quick look takes of a chapter's own data."""
SAME = 0.002
"""Errors that are nearer than this share count as the same."""


@dataclass(frozen=True)
class Edition:
    """A chapter's model in one of its two settings, trained; ``key`` is ``PUBLISHED`` or ``MODERN``."""

    key: str
    model: Model

    @cached_property
    def values(self) -> dict[str, float]:
        """Everything measured of it, by metric."""
        return {**self.model.scores(), **self.model.epochs[-1].metrics, "compression": self.model.plan.compression}

    @property
    def yardstick(self) -> str:
        """By what the two are compared: the error without penalties, or a variational model's whole bound."""
        return "val_loss" if self.model.plan.is_variational else "val_reconstruction"

    @property
    def error(self) -> float:
        return self.values[self.yardstick]


def recipes_of(chapter: Chapter, quick: bool) -> tuple[Recipe, Recipe]:
    """What a chapter's model is trained by today, as published and modern, before the data are put in."""
    published, modern = (find_recipe(preset) for preset in (chapter.variant + ARTICLE, chapter.variant))
    return (cut_short(published), cut_short(modern)) if quick else (published, modern)


def measure(chapter: Chapter, lab: Lab) -> Findings:
    """Numbers of both editions (``published_<metric>``, ``modern_<metric>``), and whether the first one reaches the article's.

    The models trained are those of ``lab``: first as published, then modern.

    Raises:
        DataError: the data are of another kind than the chapter's. Cancelled: asked to stop.
    """
    dataset = _data(chapter, lab)
    editions = []
    for done, (key, recipe) in enumerate(zip((PUBLISHED, MODERN), recipes_of(chapter, lab.quick), strict=True)):
        own = None
        if chapter.data is not None:
            recipe, own = replace(recipe, data=chapter.data, limit=len(dataset.train) if lab.quick else 0), dataset
        lab.progress(done / 2, f"Training: {NAMES[key]}", until=(done + 1) / 2)
        editions.append(Edition(key, lab.model(recipe, own)))
    published, modern = editions
    judged = _judged(chapter, published) if comparable(dataset.fingerprint, lab.quick) else []
    words = (*_verdict_words(chapter, judged, dataset, lab.quick), _difference(published, modern))
    return Findings(
        verdict_of([each for _, _, each in judged]),
        words,
        tuple(_number(edition, quantity) for edition in editions for quantity in chapter.quantities if quantity.metric in edition.values),
        (_table(editions),),
        (_curves(editions),),
    )


def _data(chapter: Chapter, lab: Lab) -> Dataset:
    if chapter.data is None:
        need_images(lab)
        return lab.dataset
    dataset = lab.data(chapter.data)
    if dataset is None:
        raise DataError(f"The chapter's own data ({chapter.data.key}) can't be had.")
    return dataset.limited(QUICK_OWN) if lab.quick else dataset


Judged = list[tuple[Quantity, float, Standing]]


def _judged(chapter: Chapter, published: Edition) -> Judged:
    found = ((quantity, published.values[quantity.metric]) for quantity in chapter.quantities if quantity.published)
    return [(quantity, value, standing(quantity, value)) for quantity, value in found]


def _verdict_words(chapter: Chapter, judged: Judged, dataset: Dataset, quick: bool) -> list[str]:
    """The verdict's reason first, then a sentence for each number."""
    if not any(quantity.published for quantity in chapter.quantities):
        shows = any(illustration.theirs for illustration in chapter.illustrations)
        return ["The article gives no numbers for this model, only pictures." if shows else "The article shows no results of this model."]
    if quick:
        return ["This was a quick look, with fewer images and epochs than the article's, so its numbers can't be compared."]
    if not judged:
        other = (
            f"The article's numbers are of MNIST; these are of {dataset.name}. They stand side by side, and comparing them says nothing."
        )
        return [other]
    standings = {each for _, _, each in judged}
    if standings == {"reached"}:
        reason = "Trained as published, the model reaches the article's numbers."
    elif "missed" not in standings:
        reason = "Trained as published, the model comes close to the article's numbers."
    elif standings == {"missed"}:
        reason = "Trained as published, the model misses the article's numbers."
    else:
        reason = "Trained as published, the model reaches some of the article's numbers and misses others."
    return [reason, *(_sentence(*each) for each in judged)]


def _sentence(quantity: Quantity, value: float, found: Standing) -> str:
    label, ours, theirs = quantity.label, f"{value:.4g}", quantity.published
    if found == "reached":
        return f"{label}: {ours}, in the article {theirs}. Reached."
    off = f"{abs(value / float(theirs) - 1):.0%}"
    if found == "close":
        return f"{label}: {ours}, in the article {theirs}. Close, {off} off."
    return f"{label}: {ours}, in the article {theirs}. Not reached, {off} off."


def _difference(published: Edition, modern: Edition) -> str:
    """What today's settings change."""
    gain = lower_by(published.error, modern.error)
    before, after = len(published.model.epochs), len(modern.model.epochs)
    ours, theirs = f"{modern.error:.4g}", f"{published.error:.4g}"
    if abs(gain) < SAME:
        return f"Today's settings end at the same error ({ours} against {theirs}), after {after} epochs and {before}."
    if gain < 0:
        return f"Today's settings end {-gain:.1%} higher ({ours} against {theirs}), after {after} epochs and {before}."
    curve = metric_by_epoch(modern.model, modern.yardstick)
    met = next(number for number, error in enumerate(curve, 1) if error <= published.error or number == after)
    return (
        f"Today's settings end {gain:.1%} lower ({ours} against {theirs}); what took {before} epochs as published they reach after {met}."
    )


def _number(edition: Edition, quantity: Quantity) -> Number:
    label = f"{quantity.label}, {NAMES[edition.key].lower()}"
    published = float(quantity.published) if quantity.published else None
    return Number(f"{edition.key}_{quantity.metric}", label, float(edition.values[quantity.metric]), quantity.unit, published)


def _table(editions: list[Edition]) -> Table:
    rows = tuple(
        (
            NAMES[each.key], each.model.plan.parameter_count, each.model.plan.code_size, len(each.model.epochs),
            seconds_spent(each.model)[-1], each.error,
        )
        for each in editions
    )  # fmt: skip
    columns = ("Settings", "Parameters", "Numbers in the code", "Epochs", "Seconds of training", "Error at the end")
    return Table("How they were trained", columns, rows)


def _curves(editions: list[Edition]) -> Chart:
    lines = tuple(
        Series(NAMES[each.key], tuple(float(epoch.number) for epoch in each.model.epochs), metric_by_epoch(each.model, each.yardstick))
        for each in editions
    )
    unit = "Error (nats per image)" if editions[0].model.plan.is_variational else "Error"
    return Chart("Error on test examples, epoch by epoch", "Epoch", unit, lines)
