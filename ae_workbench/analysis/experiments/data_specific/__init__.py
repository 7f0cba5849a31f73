"""Data-specific: a model's reconstruction error on images of other kinds than it learned from."""

import numpy as np

from ae_workbench.analysis.experiments.data_specific.kinds import is_alike, letters_as_data, other_data, other_kinds
from ae_workbench.analysis.experiments.data_specific.scores import Relearned, against, scored
from ae_workbench.analysis.experiments.data_specific.telling import told
from ae_workbench.analysis.experiments.experiment import Experiment, Findings
from ae_workbench.analysis.experiments.lab import Floats, Lab, Model
from ae_workbench.analysis.experiments.making import held_out, need_images, recipe_for
from ae_workbench.data.dataset import Dataset

JUDGED, QUICK_JUDGED = 1000, 360
LETTERS, QUICK_LETTERS = 20_000, 2000
SEED = 3


def measure(lab: Lab) -> Findings:
    """Errors on own test images and on others, how well they tell them apart, and the same recipe with other examples."""
    need_images(lab)
    lab.progress(0.0, "Training: Simple")
    model = lab.model(recipe_for(lab, "simple"))
    lab.progress(0.4, "Drawing other images")
    images, _ = held_out(lab, QUICK_JUDGED if lab.quick else JUDGED)
    own = scored(lab.dataset.name, images, model)
    others = [against(own, scored(kind.name, kind.images, model), kind.alike) for kind in other_kinds(lab, images, SEED)]
    empty = float(scored("", np.zeros_like(images[:1]), model).errors[0])
    other = _other_examples(lab)
    lab.progress(0.6, f"Training: Simple, on {other.name}")
    return told(own, others, _relearned(images, model, other, lab.model(recipe_for(lab, "simple"), other)), empty)


def _other_examples(lab: Lab) -> Dataset:
    """Another data set that is on this computer, or else drawn letters."""
    found = next((data for data in other_data(lab) if not is_alike(data, lab.dataset)), None)
    counts = (QUICK_LETTERS, QUICK_JUDGED) if lab.quick else (LETTERS, JUDGED)
    return found or letters_as_data(lab.dataset.shape, *counts, SEED)


def _relearned(images: Floats, model: Model, other: Dataset, again: Model) -> Relearned:
    theirs = other.scaling.apply(other.test.first(len(images)).examples)
    (first, second) = (tuple(float(scored("", each, one).errors.mean()) for each in (images, theirs)) for one in (model, again))
    return Relearned(other.name, (first[0], first[1]), (second[0], second[1]))


EXPERIMENT = Experiment(
    "data_specific",
    "introduction",
    "Only what it learned from",
    "A model draws only images of the kind it learned from again, and learns another kind from examples alone.",
    measure,
)
