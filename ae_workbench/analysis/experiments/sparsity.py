"""Sparsity: what the L1 penalty does to codes, and what it costs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ae_workbench.analysis.codes import code_statistics, dead_units, flat, hoyer_sparsity
from ae_workbench.analysis.experiments.experiment import Chart, Experiment, Findings, Number, Pictures, Series, Table, Verdict
from ae_workbench.analysis.experiments.lab import Lab, Model
from ae_workbench.analysis.experiments.making import held_out, lower_by, metric_by_epoch, need_images, recipe_for, shown
from ae_workbench.core.recipe import Recipe
from ae_workbench.variants.recipes import ARTICLE, find_recipe

PENALTIES = (0.0, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3)
QUICK_PENALTIES = (0.0, 1e-5, 1e-4, 3e-4, 1e-3)
USUAL = 1e-4
JUDGED = 10_000
SHOWN = 10
WORTH = 0.05
"""By how much Hoyer's sparsity must rise to count: another seed changes it by about 0.01."""
CHEAP = 0.05
"""By which share the error may grow and still be "almost the same"."""
PUBLISHED = {"simple": (7.30, 0.10), "sparse": (3.33, 0.11)}
"""Mean code and loss that the article reports."""
COLUMNS = ("Model", "Mean code", "Share of zeros", "Hoyer sparsity", "Dead units", "Reconstruction", "Penalty", "Loss")


@dataclass(frozen=True)
class Sparse:
    """A model and its codes of test images, means over all of them; ``error`` and ``penalty`` are the parts of its loss."""

    name: str
    l1: float
    mean_code: float
    zero_share: float
    hoyer: float
    dead: int
    error: float
    penalty: float
    model: Model

    @property
    def loss(self) -> float:
        return self.error + self.penalty


def measure(lab: Lab) -> Findings:
    """Codes and errors for several penalties with equal training, and of the article's two models trained as published."""
    need_images(lab)
    penalties = QUICK_PENALTIES if lab.quick else PENALTIES
    wanted = [(f"Penalty {plain(l1)}" if l1 else "No penalty", _recipe(lab, l1)) for l1 in penalties]
    wanted += [(recipe.name, recipe) for recipe in (find_recipe(f"{key}{ARTICLE}") for key in PUBLISHED)]
    found = []
    for done, (name, recipe) in enumerate(wanted):
        lab.progress(done / len(wanted), f"Training: {name}")
        found.append(_sparse(lab, name, recipe))
    swept, published = found[: len(penalties)], found[len(penalties) :]
    without, usual = swept[0], next(each for each in swept if each.l1 == USUAL)
    verdict, reason = judged(without, usual)
    return Findings(
        verdict,
        (reason, _smaller_or_sparser(without, usual), _strongest(without, swept[-1]), _as_published(lab, published)),
        _numbers(published, without, usual),
        (_table("Trained alike, with one penalty after the other", swept), _table("Trained as published", published)),
        (*_charts(swept), _pictures(lab, swept)),
    )


def judged(without: Sparse, usual: Sparse) -> tuple[Verdict, str]:
    """The claim has two parts: the article's penalty makes codes sparser, and reconstruction stays almost the same."""
    dearer = -lower_by(without.error, usual.error)
    sparser = usual.mean_code < without.mean_code and usual.hoyer - without.hoyer > WORTH
    measured = (
        f"Hoyer's sparsity goes from {without.hoyer:.2f} to {usual.hoyer:.2f} and the mean code from {without.mean_code:.2f} "
        f"to {usual.mean_code:.2f}, while the reconstruction error changes by {dearer:+.1%}"
    )
    if not sparser:
        return "fails", f"The penalty of {plain(usual.l1)} hardly makes codes sparser: {measured}."
    if dearer > CHEAP:
        return "partly", f"The penalty of {plain(usual.l1)} makes codes sparser, but that costs: {measured}."
    return "holds", f"The penalty of {plain(usual.l1)} makes codes sparser at almost the same reconstruction: {measured}."


def plain(l1: float) -> str:
    """A small number with all its zeros: 0.0001."""
    return np.format_float_positional(l1, trim="-")


def _recipe(lab: Lab, l1: float) -> Recipe:
    """Without a penalty it is the simple autoencoder, which other experiments train, too."""
    return recipe_for(lab, "sparse", f"activity_l1={l1}") if l1 else recipe_for(lab, "simple")


def _sparse(lab: Lab, name: str, recipe: Recipe) -> Sparse:
    model = lab.model(recipe)
    images, _ = held_out(lab, JUDGED)
    codes = model.encode(images)
    statistics = code_statistics(codes)
    l1 = model.plan.activity_l1
    return Sparse(
        name,
        l1,
        statistics.mean_code,
        statistics.zero_share,
        float(hoyer_sparsity(codes).mean()),
        len(dead_units(statistics.deviations)),
        metric_by_epoch(model)[-1],
        l1 * float(np.abs(flat(codes)).sum(axis=1).mean()),
        model,
    )


def _smaller_or_sparser(without: Sparse, usual: Sparse) -> str:
    """A smaller mean alone is no sparsity: the decoder can make up for smaller codes with larger weights."""
    smaller = lower_by(without.mean_code, usual.mean_code)
    return (
        f"The mean is {smaller:.0%} lower, but a code that only shrinks lowers it, too; "
        f"the share of numbers that are exactly 0 goes from {without.zero_share:.1%} to {usual.zero_share:.1%}."
    )


def _strongest(without: Sparse, most: Sparse) -> str:
    dearer = -lower_by(without.error, most.error)
    return (
        f"With the strongest penalty, {plain(most.l1)}, {most.zero_share:.0%} of the numbers are 0 and {most.dead} of "
        f"{most.model.plan.code_size} units are dead; the error is {dearer:.0%} higher than without a penalty."
    )


def _as_published(lab: Lab, published: Sequence[Sparse]) -> str:
    first, second = published
    return (
        f"Trained as published on {lab.dataset.name}, for {len(first.model.epochs)} and {len(second.model.epochs)} epochs, "
        f"the mean code goes from {first.mean_code:.2f} to {second.mean_code:.2f} "
        f"and the loss from {first.loss:.3f} to {second.loss:.3f}, of which {second.penalty:.3f} is the penalty; "
        "the article reports 7.30 and 3.33, and 0.10 and 0.11, on MNIST."
    )


def _numbers(published: Sequence[Sparse], without: Sparse, usual: Sparse) -> tuple[Number, ...]:
    reported = []
    for (key, (mean_code, loss)), each in zip(PUBLISHED.items(), published, strict=True):
        reported.append(Number(f"mean_code_{key}", f"Mean code, {each.name}", each.mean_code, published=mean_code))
        reported.append(Number(f"loss_{key}", f"Loss, {each.name}", each.loss, "nats per pixel", loss))
    return (
        *reported,
        Number("hoyer_without", f"Hoyer sparsity, {without.name}", without.hoyer),
        Number("hoyer_usual", f"Hoyer sparsity, {usual.name}", usual.hoyer),
        Number("zeros_without", f"Share of zeros, {without.name}", without.zero_share),
        Number("zeros_usual", f"Share of zeros, {usual.name}", usual.zero_share),
    )


def _table(title: str, found: Sequence[Sparse]) -> Table:
    rows = tuple((one.name, one.mean_code, one.zero_share, one.hoyer, f"{one.dead}", one.error, one.penalty, one.loss) for one in found)
    return Table(title, COLUMNS, rows)


def _charts(swept: Sequence[Sparse]) -> tuple[Chart, ...]:
    places, names = tuple(float(place) for place in range(len(swept))), tuple(plain(each.l1) for each in swept)
    sparse = (
        Series("Hoyer sparsity", places, tuple(each.hoyer for each in swept)),
        Series("Share of zeros", places, tuple(each.zero_share for each in swept)),
    )
    means = (Series("Mean code", places, tuple(each.mean_code for each in swept), "bars"),)
    cost = (Series("", tuple(each.hoyer for each in swept), tuple(each.error for each in swept)),)
    return (
        Chart("How sparse codes become", "L1 penalty", "From 0 to 1", sparse, ticks=names),
        Chart("How large codes are", "L1 penalty", "Mean code", means, ticks=names),
        Chart("What sparsity costs", "Hoyer sparsity", "Error (nats per pixel)", cost),
    )


def _pictures(lab: Lab, swept: Sequence[Sparse]) -> Pictures:
    images, _ = held_out(lab, SHOWN)
    rows = [("Input", shown(images)), *((each.name, shown(each.model.reconstruct(images))) for each in swept)]
    return Pictures("What is left with each penalty", tuple(rows))


EXPERIMENT = Experiment(
    "sparsity",
    "sparse",
    "What the L1 penalty does",
    "A small L1 penalty makes the code much sparser at almost the same reconstruction.",
    measure,
)
