"""Errors of one model on several kinds of images, and how well they tell the kinds apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.experiment import Verdict
from ae_workbench.analysis.experiments.lab import Floats, Model
from ae_workbench.analysis.experiments.making import verdict_of
from ae_workbench.analysis.metrics import Values, mse_per_image

FALSE_ALARMS = 0.05
"""Share of own images that a threshold may take for others."""
TELLS = 0.9
"""From which AUC on an error tells two kinds apart."""
WORSE = 2.0
"""By which factor a mean error must be higher to count as bad."""
FLAT = 1e-4
"""Variance of pixels below which an image has nothing to be relative to."""


@dataclass(frozen=True)
class Scored:
    """Images (n, h, w, c), what a model makes of them, and their mean squared error (n,).

    ``relative`` divides it by the variance of the image's own pixels, so that contrast alone can't raise it.
    """

    name: str
    images: Floats
    drawn: Floats
    errors: Values
    relative: Values


@dataclass(frozen=True)
class Other(Scored):
    """Images of another kind, against own ones.

    ``auc``: how often such an image has a higher error than an own one; ``caught``: share above the threshold that 5 % of the own ones
    are above. ``alike`` ones are of the same kind, from elsewhere, and aren't judged.
    """

    auc: float
    relative_auc: float
    caught: float
    alike: bool


@dataclass(frozen=True)
class Relearned:
    """The same recipe with other examples: mean errors of the first and of the second model, on the first's data and on the second's."""

    name: str
    first: tuple[float, float]
    second: tuple[float, float]

    @property
    def is_learned(self) -> bool:
        """Each is better at home, by far."""
        return self.first[0] * WORSE < self.second[0] and self.second[1] * WORSE < self.first[1]


def scored(name: str, images: Floats, model: Model) -> Scored:
    drawn = model.reconstruct(images)
    errors = mse_per_image(images, drawn)
    contrast = images.reshape(len(images), -1).var(axis=1, dtype=np.float64)
    return Scored(name, images, drawn, errors, errors / np.maximum(contrast, FLAT))


def against(own: Scored, other: Scored, alike: bool) -> Other:
    """Another kind beside own images."""
    threshold = float(np.quantile(own.errors, 1 - FALSE_ALARMS))
    return Other(
        other.name, other.images, other.drawn, other.errors, other.relative,
        auc(own.errors, other.errors), auc(own.relative, other.relative), float((other.errors > threshold).mean()), alike,
    )  # fmt: skip


def auc(own: Values, other: Values) -> float:
    """Area under the ROC curve: how often one of ``other`` is above one of ``own``; equal ones count half."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(*_labelled(own, other)))


def roc(own: Values, other: Values) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """For every threshold the share of own images above it, and of others."""
    from sklearn.metrics import roc_curve

    false, true, _ = roc_curve(*_labelled(own, other))
    return tuple(map(float, false)), tuple(map(float, true))


def _labelled(own: Values, other: Values) -> tuple[NDArray, Values]:
    return np.repeat([0, 1], [len(own), len(other)]), np.concatenate([own, other])


def densities(kinds: Sequence[Scored], bins: int = 40) -> tuple[Values, list[Values]]:
    """Middles (bins,) of bins that are equally wide on a log axis, and each kind's share of images in them."""
    every = np.maximum(np.concatenate([kind.errors for kind in kinds]), 1e-6)
    edges = np.geomspace(every.min() * 0.9, every.max() * 1.1, bins + 1)
    shares = [np.histogram(np.maximum(kind.errors, 1e-6), edges)[0] / len(kind.errors) for kind in kinds]
    return np.sqrt(edges[:-1] * edges[1:]), shares


def judged(own: Scored, others: Sequence[Other], relearned: Relearned) -> tuple[Verdict, str]:
    """The claim's parts: each other kind does badly, and the same recipe learns another kind from its examples."""
    known = float(own.errors.mean())
    strange = [kind for kind in others if not kind.alike]
    badly = [kind.auc >= TELLS and kind.errors.mean() >= WORSE * known for kind in strange]
    verdict = verdict_of([*badly, relearned.is_learned])
    well = [kind.name for kind, bad in zip(strange, badly, strict=True) if not bad]
    factors = sorted((float(kind.errors.mean()) / known, kind.name) for kind in strange)
    (least, least_name), (most, most_name) = factors[0], factors[-1]
    span = (
        f"on images of other kinds the error is from {least:.1f} ({least_name}) to {most:.1f} times ({most_name}) "
        f"as high as on {own.name} that it hasn't seen"
    )
    if well:
        return verdict, f"Not every other kind is strange to the model ({', '.join(well)}): {span}."
    return verdict, f"The model knows one kind only: {span}."
