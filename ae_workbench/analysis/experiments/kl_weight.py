"""The variational plane: what the weight β of the KL term does to images, codes and samples."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ae_workbench.analysis.codes import COLLAPSED_BELOW_NATS, Values, collapsed_units, kl_per_unit
from ae_workbench.analysis.experiments.experiment import Chart, Experiment, Findings, Number, Pictures, ScatterMap, Series, Table, Verdict
from ae_workbench.analysis.experiments.lab import Floats, Lab, Model
from ae_workbench.analysis.experiments.making import (
    doubt,
    held_out,
    learned_from,
    lower_by,
    metric_by_epoch,
    need_images,
    neighbours_agree,
    recipe_for,
    shown,
    verdict_of,
)
from ae_workbench.analysis.plane_maps import unit_name

BETAS = (0.01, 0.1, 1.0, 4.0, 10.0, 100.0)
QUICK_BETAS = (0.1, 1.0, 10.0, 100.0)
USUAL = 1.0
WIDE_CODE = 16
JUDGED = 2000
SAMPLES, SHOWN = 300, 10
SAMPLE_SEED = 12
SLACK_NATS = 0.5
"""How much a curve that should only rise may fall by chance."""
WORTH = 0.01
"""By which share a distance must be smaller to count."""


@dataclass(frozen=True)
class Weighed:
    """A variational model trained with one β. ``nats`` is its reconstruction error per image, ``kl`` (units,) nats per latent.

    ``alike`` is the share of codes that have mostly neighbours of their own class, None without labels; ``distance`` how far decoded
    samples of the prior are from the nearest real image (root of the mean squared difference of pixels).
    """

    beta: float
    nats: float
    kl: Values
    distance: float
    alike: float | None
    model: Model

    @property
    def name(self) -> str:
        return f"β = {self.beta:g}"


def measure(lab: Lab) -> Findings:
    """Reconstruction, KL, neighbours and samples for several β with two latents, and KL per latent of a wider code."""
    need_images(lab)
    betas = QUICK_BETAS if lab.quick else BETAS
    found = []
    for done, beta in enumerate(betas):
        lab.progress(done / (len(betas) + 1), f"Training with β = {beta:g}")
        found.append(_weighed(lab, beta, "code_size=2"))
    lab.progress(len(betas) / (len(betas) + 1), f"Training with {WIDE_CODE} latents")
    wide = _weighed(lab, USUAL, f"code_size={WIDE_CODE}")
    usual = next(each for each in found if each.beta == USUAL)
    verdict, words = judged(found, usual, _chance(lab), len(held_out(lab, JUDGED)[0]))
    return Findings(
        verdict,
        (*words, _yardstick(lab), *_collapses([*found, wide]), _use_of_width(wide)),
        _numbers(usual, wide),
        (_table(found),),
        (*_charts(found, wide), _samples(found), *_planes(lab, found)),
    )


def judged(found: Sequence[Weighed], usual: Weighed, chance: float | None, count: int) -> tuple[Verdict, list[str]]:
    """Four parts: β trades reconstruction for KL; samples look like data; alike images lie side by side; β buys that order.

    The last two need labels, of ``count`` images.
    """
    kls, nats = [float(each.kl.sum()) for each in found], [each.nats for each in found]
    trades = _rises(nats) and _rises([-kl for kl in kls]) and nats[-1] - nats[0] > SLACK_NATS
    first, last = found[0], found[-1]
    change = (
        f"from β = {first.beta:g} to {last.beta:g} the KL goes from {kls[0]:.1f} to {kls[-1]:.1f} nats "
        f"and the reconstruction error from {nats[0]:.0f} to {nats[-1]:.0f} nats an image"
    )
    lower = f"A larger β lowers the KL and raises the reconstruction error: {change}."
    words = [lower if trades else f"β doesn't simply trade one for the other: {change}."]
    real = lower_by(first.distance, usual.distance) > WORTH
    nearer = "they come nearer" if real else "they come no nearer"
    words.append(
        f"Samples of the prior are {first.distance:.3f} from the nearest real image at β = {first.beta:g}, {usual.distance:.3f} "
        f"at β = {usual.beta:g} and {last.distance:.3f} at β = {last.beta:g}: up to β = {usual.beta:g} {nearer}."
    )
    shares = {each.beta: each.alike for each in found if each.alike is not None}
    if chance is None or len(shares) < len(found):
        return verdict_of([trades, real]), [*words, "Without labels it can't be said whether alike images lie side by side."]
    beside = shares[usual.beta] > (1 + chance) / 2
    words.append(
        f"At β = {usual.beta:g} a code's neighbours on the plane tell its class in {shares[usual.beta]:.0%} of the cases, "
        f"and a guess in {chance:.0%}."
    )
    buys, order = _order(shares, count)
    return verdict_of([trades, real, beside, buys]), [*words, order]


def _order(shares: Mapping[float, float], count: int) -> tuple[bool, str]:
    """Does order grow with β? ``shares``: of codes among their own class, by β from low to high."""
    first, *_, last = shares
    best = max(shares, key=shares.__getitem__)
    ends = f"{shares[first]:.0%} at β = {first:g} and {shares[last]:.0%} at β = {last:g}"
    if not _differ(shares[best], shares[first], count):
        return False, f"A larger β buys no order: at most {shares[best]:.0%} of the codes are among their own class (β = {best:g}), {ends}."
    if _differ(shares[best], shares[last], count):
        told = f"Order is best at β = {best:g}, where {shares[best]:.0%} of the codes are among their own class"
        return False, f"{told}; beyond, order and sharpness are both lost ({ends})."
    return True, f"A larger β buys order: the codes among their own class are {ends}."


def _differ(first: float, second: float, count: int) -> bool:
    """Two shares of as many codes, by more than chance."""
    return abs(first - second) > doubt(first, second, count)


def _weighed(lab: Lab, beta: float, size: str) -> Weighed:
    model = lab.model(recipe_for(lab, "variational", size, f"kl_weight={beta:g}"))
    images, labels = held_out(lab, JUDGED)
    real, _ = learned_from(lab, JUDGED)
    draws = np.random.default_rng(SAMPLE_SEED).standard_normal((SAMPLES, model.plan.code_size)).astype(np.float32)
    return Weighed(
        beta,
        metric_by_epoch(model, "val_reconstruction_nats")[-1],
        mean_kl(lab, model),
        nearest_distance(model.decode(draws), real),
        None if labels is None else neighbours_agree(model.encode(images), labels),
        model,
    )


def mean_kl(lab: Lab, model: Model) -> Values:
    """Nats of each latent over all test images, as the reconstruction error is: only then is their sum the bound."""
    test, total = lab.dataset.test, np.zeros(model.plan.code_size)
    for start in range(0, len(test), JUDGED):
        images = lab.dataset.scaling.apply(test.examples[start : start + JUDGED])
        total += len(images) * kl_per_unit(*model.posterior(images))
    return total / len(test)


def nearest_distance(images: Floats, real: Floats) -> float:
    """How far images (n, …) are from the nearest of the real ones (m, …): root of the mean squared difference, mean over images."""
    from sklearn.neighbors import NearestNeighbors

    flat, known = images.reshape(len(images), -1), real.reshape(len(real), -1)
    distances, _ = NearestNeighbors(n_neighbors=1, algorithm="brute").fit(known).kneighbors(flat)
    return float(distances.mean() / np.sqrt(flat.shape[1]))


def _yardstick(lab: Lab) -> str:
    images, _ = held_out(lab, SAMPLES)
    real, _ = learned_from(lab, JUDGED)
    return f"For comparison: real test images are {nearest_distance(images, real):.3f} from the nearest training image."


def _chance(lab: Lab) -> float | None:
    """How often the most frequent class is right."""
    _, labels = held_out(lab, JUDGED)
    return None if labels is None else float(np.unique(labels, return_counts=True)[1].max() / len(labels))


def _rises(values: Sequence[float]) -> bool:
    return all(after >= before - SLACK_NATS for before, after in pairwise(values))


def _collapses(found: Sequence[Weighed]) -> list[str]:
    """Posterior collapse by its name, for each model that has it."""
    words = []
    for each in found:
        gone = collapsed_units(each.kl)
        if len(gone) == len(each.kl):
            words.append(f"Posterior collapse at β = {each.beta:g}: no latent says anything, so every image becomes the same one.")
        elif len(gone):
            words.append(f"Partial collapse at β = {each.beta:g}: {len(gone)} of {len(each.kl)} latents say nothing about the image.")
    return words or [f"No latent has collapsed: each carries at least {COLLAPSED_BELOW_NATS:g} nats."]


def _use_of_width(wide: Weighed) -> str:
    used = len(wide.kl) - len(collapsed_units(wide.kl))
    return f"Given {len(wide.kl)} latents at β = {wide.beta:g}, the model uses {used}, with {wide.kl.sum():.1f} nats in all."


def _numbers(usual: Weighed, wide: Weighed) -> tuple[Number, ...]:
    alike = () if usual.alike is None else (Number("neighbours_agree", "Codes among their own class, β = 1", usual.alike),)
    return (
        Number("reconstruction_nats", "Reconstruction, β = 1", usual.nats, "nats per image"),
        Number("kl", "KL, β = 1", float(usual.kl.sum()), "nats per image"),
        *alike,
        Number("latents_used", f"Latents used of {len(wide.kl)}", float(len(wide.kl) - len(collapsed_units(wide.kl)))),
    )


def _table(found: Sequence[Weighed]) -> Table:
    columns = ("β", "Reconstruction (nats)", "KL (nats)", "KL of each latent", "Samples to real images", "Codes among their own class")
    rows = tuple(
        (f"{one.beta:g}", one.nats, float(one.kl.sum()), ", ".join(f"{nats:.2f}" for nats in one.kl), one.distance, _share(one.alike))
        for one in found
    )
    return Table("What β does to two latents", columns, rows)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _charts(found: Sequence[Weighed], wide: Weighed) -> tuple[Chart, ...]:
    pairs = [(float(each.kl.sum()), each.nats) for each in found]
    kls, errors = zip(*sorted(pairs), strict=True)
    line = Series("β from high to low", kls, errors)
    points = tuple(Series(each.name, (kl,), (nats,), "points") for each, (kl, nats) in zip(found, pairs, strict=True))
    places = tuple(float(place) for place in range(len(found[0].kl)))
    latents = tuple(Series(each.name, places, tuple(map(float, each.kl)), "bars") for each in found)
    order = np.sort(wide.kl)[::-1]
    ranks = tuple(float(place) for place in range(len(order)))
    return (
        Chart("Reconstruction against KL", "KL (nats per image)", "Reconstruction (nats per image)", (line, *points)),
        Chart("KL of each latent", "Latent", "KL (nats)", latents, ticks=tuple(unit_name(unit) for unit in range(len(places)))),
        Chart(
            f"KL of each of {len(order)} latents, the largest first", "Latent", "KL (nats)",
            (Series(wide.name, ranks, tuple(map(float, order)), "bars"),), ticks=tuple(str(rank + 1) for rank in range(len(order))),
        ),
    )  # fmt: skip


def _samples(found: Sequence[Weighed]) -> Pictures:
    draws = np.random.default_rng(SAMPLE_SEED).standard_normal((SHOWN, 2)).astype(np.float32)
    return Pictures("Samples from the prior: the same points, decoded", tuple((one.name, shown(one.model.decode(draws))) for one in found))


def _planes(lab: Lab, found: Sequence[Weighed]) -> tuple[ScatterMap, ...]:
    images, labels = held_out(lab, JUDGED)
    names = lab.dataset.class_names
    return tuple(ScatterMap(f"Codes of test images, {each.name}", each.model.encode(images), labels, names) for each in found)


EXPERIMENT = Experiment(
    "kl_weight",
    "variational",
    "What β does to the plane",
    "The variational plane puts alike images side by side and any point of it decodes to one; β trades sharpness for that order.",
    measure,
)
