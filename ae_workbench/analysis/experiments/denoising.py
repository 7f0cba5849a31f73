"""Denoising: what training on noise is worth, against filters that need no training."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ae_workbench.analysis.baselines import gaussian_filter, median_filter, non_local_means
from ae_workbench.analysis.experiments.experiment import Chart, Experiment, Findings, Number, Pictures, Series, Table, Verdict
from ae_workbench.analysis.experiments.lab import Floats, Lab, Model
from ae_workbench.analysis.experiments.making import Row, held_out, key_of, learned_from, need_images, recipe_for, shown, verdict_of
from ae_workbench.analysis.metrics import psnr_per_image
from ae_workbench.core.corruption import Corruption
from ae_workbench.data.corruption import corrupt

AMOUNTS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
QUICK_AMOUNTS = (0.1, 0.3, 0.5, 0.7, 1.0)
JUDGED, QUICK_JUDGED = 1000, 200
TUNED_ON = 60
SHOWN = 10
NOISE_SEED = 9
WORTH_DB = 0.5
"""What a difference must be to count: half a decibel is about what an eye can see."""
DENOISER, SAME, PLAIN, NOISY = "Denoiser", "Same network, trained without noise", "Simple, trained without noise", "Noisy image"
Clean = Callable[[Floats], Floats]
Quality = dict[str, list[float]]
"""PSNR at each amount of noise, by the name of what cleans."""


@dataclass(frozen=True)
class Filter:
    """A rule with one setting; which of ``settings`` is best is found on training images, for each amount of noise anew."""

    name: str
    settings: tuple[float, ...]
    apply: Callable[[Floats, float], Floats]

    def at_best(self, clean: Floats, noisy: Floats) -> Clean:
        """With the setting that brings these noisy images nearest to the clean ones."""
        quality = {setting: float(psnr_per_image(clean, self.apply(noisy, setting)).mean()) for setting in self.settings}
        setting = max(quality, key=quality.__getitem__)
        return lambda images: self.apply(images, setting)


FILTERS = (
    Filter("Median", (3, 5), lambda images, size: median_filter(images, int(size))),
    Filter("Gaussian filter", (0.4, 0.6, 0.8, 1.0, 1.3, 1.7), gaussian_filter),
    Filter("Non-local means", (0.1, 0.15, 0.2, 0.25, 0.3, 0.4), non_local_means),
)


def measure(lab: Lab) -> Findings:
    """PSNR of each way of cleaning, for several amounts of the noise that the denoiser was trained with, and others."""
    need_images(lab)
    models = _trained(lab)
    corruption = models[DENOISER].plan.corruption
    amounts = tuple(sorted({*(QUICK_AMOUNTS if lab.quick else AMOUNTS), corruption.amount}))
    images, _ = held_out(lab, QUICK_JUDGED if lab.quick else JUDGED)
    quality: Quality = {}
    for done, amount in enumerate(amounts):
        lab.progress(0.6 + 0.4 * done / len(amounts), f"Cleaning images with noise {amount:g}")
        for name, clean in _ways(lab, models, replace(corruption, amount=amount)).items():
            noisy = corrupt(images, replace(corruption, amount=amount), np.random.default_rng((NOISE_SEED, done)))
            quality.setdefault(name, []).append(float(psnr_per_image(images, clean(noisy)).mean()))
    return _findings(lab, models, amounts, quality, corruption)


def judged(amounts: Sequence[float], quality: Quality, trained: float) -> tuple[Verdict, tuple[str, ...]]:
    """Does the denoiser beat every filter and the models that never saw noise, at the noise it was trained with?"""
    at = list(amounts).index(trained)
    filters = {each.name: quality[each.name][at] for each in FILTERS}
    plain = {name: quality[name][at] for name in (SAME, PLAIN)}
    own, best_filter, best_plain = quality[DENOISER][at], max(filters, key=filters.__getitem__), max(plain, key=plain.__getitem__)
    over_filters, over_plain = own - filters[best_filter], own - plain[best_plain]
    kept = [over_filters > WORTH_DB, over_plain > WORTH_DB]
    reason = (
        f"At the noise it was trained with ({trained:g}) the denoiser reaches {own:.1f} dB, the best filter ({best_filter}) "
        f"{filters[best_filter]:.1f} dB and the best model that never saw noise {plain[best_plain]:.1f} dB."
    )
    return verdict_of(kept), (reason, *_where_it_wins(amounts, quality, trained))


def _where_it_wins(amounts: Sequence[float], quality: Quality, trained: float) -> list[str]:
    others = [max(values[at] for name, values in quality.items() if name != DENOISER) for at in range(len(amounts))]
    lost = [amount for amount, own, other in zip(amounts, quality[DENOISER], others, strict=True) if own <= other]
    if not lost:
        return [f"It is the best at every amount of noise from {amounts[0]:g} to {amounts[-1]:g}."]
    told = ", ".join(f"{amount:g}" for amount in lost)
    if trained in lost:
        return [f"It isn't the best at noise of {told}, its own among them."]
    return [f"It isn't the best at noise of {told}: a denoiser is made for the noise it was shown."]


def _trained(lab: Lab) -> dict[str, Model]:
    wanted = {DENOISER: ("denoising",), SAME: ("denoising", "noise=none"), PLAIN: ("simple",)}
    found = {}
    for done, (name, settings) in enumerate(wanted.items()):
        lab.progress(0.6 * done / len(wanted), f"Training: {name}")
        found[name] = lab.model(recipe_for(lab, *settings))
    return found


def _ways(lab: Lab, models: dict[str, Model], corruption: Corruption) -> dict[str, Clean]:
    """Every way to clean images with this noise, filters at their best setting for it, and leaving them as they are."""
    ways: dict[str, Clean] = {name: model.reconstruct for name, model in models.items()}
    images, _ = learned_from(lab, TUNED_ON)
    noisy = corrupt(images, corruption, np.random.default_rng(NOISE_SEED))
    ways |= {each.name: each.at_best(images, noisy) for each in FILTERS}
    return ways | {NOISY: lambda seen: seen}


def _findings(lab: Lab, models: dict[str, Model], amounts: Sequence[float], quality: Quality, trained: Corruption) -> Findings:
    at = list(amounts).index(trained.amount)
    verdict, words = judged(amounts, quality, trained.amount)
    clipped = "Noise is cut off at black and white, which no filter can undo on a black ground by averaging: a model can learn to."
    lines = tuple(Series(name, tuple(amounts), tuple(values)) for name, values in quality.items())
    rows: tuple[Row, ...] = tuple(
        (f"{amount:g}", *(values[number] for values in quality.values())) for number, amount in enumerate(amounts)
    )
    return Findings(
        verdict,
        (*words, *([clipped] if trained.kind == "gaussian" else [])),
        tuple(Number(f"psnr_{key_of(name)}", name, values[at], "dB") for name, values in quality.items()),
        (Table("PSNR in decibels", ("Noise", *quality), rows),),
        (Chart("How clean each way makes an image", "Noise amount", "PSNR (dB)", lines), _pictures(lab, models, trained)),
    )


def _pictures(lab: Lab, models: dict[str, Model], corruption: Corruption) -> Pictures:
    images, _ = held_out(lab, SHOWN)
    noisy = corrupt(images, corruption, np.random.default_rng(NOISE_SEED))
    ways = _ways(lab, models, corruption)
    rows = [("Clean image", shown(images)), *((name, shown(ways[name](noisy))) for name in (NOISY, *ways) if name != NOISY)]
    rows.insert(1, (NOISY, shown(noisy)))
    return Pictures(f"Cleaned of noise {corruption.amount:g}", tuple(rows))


EXPERIMENT = Experiment(
    "denoising",
    "denoising",
    "Denoising against filters",
    "An autoencoder that is trained on noise removes it better than filters do, and better than one that never saw noise.",
    measure,
)
