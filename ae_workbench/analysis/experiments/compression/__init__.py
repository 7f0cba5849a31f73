"""Lossy, and hard to beat JPEG: bytes for each image against what is left of it."""

from collections.abc import Sequence

import numpy as np

from ae_workbench.analysis.experiments.compression.coders import Coder, as_files, of_model, of_pca, points_of, stored
from ae_workbench.analysis.experiments.compression.contest import Contest
from ae_workbench.analysis.experiments.compression.files import JPEG, WEBP, all_in_one, each_alone
from ae_workbench.analysis.experiments.compression.rates import Point
from ae_workbench.analysis.experiments.compression.telling import EACH, told
from ae_workbench.analysis.experiments.data_specific.kinds import DRAWN
from ae_workbench.analysis.experiments.experiment import Experiment, Findings
from ae_workbench.analysis.experiments.lab import Floats, Lab
from ae_workbench.analysis.experiments.making import held_out, learned_from, need_images, recipe_for
from ae_workbench.analysis.pca import fit_pca

SIZES = {"simple": (8, 16, 32, 64, 128), "deep": (8, 16, 32)}
QUICK_SIZES = {"simple": (8, 32, 64), "deep": (32,)}
FAMILIES = {"simple": "Simple", "deep": "Deep"}
MOST_LEARNED, JUDGED, QUICK_JUDGED, FOREIGN = 20_000, 500, 200, 100
WIDEST_SHEET = 8192
"""Pixels; WebP takes no side longer than 16,383."""
SEED = 2


def measure(lab: Lab) -> Findings:
    """Rate and quality of autoencoders, PCA, JPEG and WebP on test images, and of the first and the third on images of other kinds."""
    need_images(lab)
    images, _ = held_out(lab, _most(lab))
    learned, _ = learned_from(lab, MOST_LEARNED)
    coders = _autoencoders(lab)
    lab.progress(0.7, "Storing images")
    models = [stored(coder, learned, images) for coder in coders]
    pca = [stored(of_pca(fit_pca(learned, size)), learned, images) for size in sorted({coder.size for coder in coders})]
    lab.progress(0.8, "Storing images as files")
    jpeg, webp = (as_files(images, kind, all_in_one) for kind in (JPEG, WEBP))
    alone = {f"{kind.name}, {EACH}": as_files(images, kind, each_alone) for kind in (JPEG, WEBP)}
    lab.progress(0.9, "Storing other images")
    contest = Contest(models, pca, jpeg, webp, alone, _foreign(lab, coders, learned), len(images))
    return told(lab, contest, learned, images)


def _most(lab: Lab) -> int:
    """Images that fit on one sheet."""
    side = max(lab.dataset.shape.dims[:2])
    return min(QUICK_JUDGED if lab.quick else JUDGED, max(1, WIDEST_SHEET // side) ** 2)


def _autoencoders(lab: Lab) -> list[Coder]:
    sizes = QUICK_SIZES if lab.quick else SIZES
    wanted = [(variant, size) for variant, each in sizes.items() for size in each]
    found = []
    for done, (variant, size) in enumerate(wanted):
        lab.progress(0.7 * done / len(wanted), f"Training: {FAMILIES[variant]}, {size}")
        found.append(of_model(FAMILIES[variant], lab.model(recipe_for(lab, variant, f"code_size={size}"))))
    return found


def _foreign(lab: Lab, coders: Sequence[Coder], learned: Floats) -> dict[str, tuple[list[Point], list[Point]]]:
    """By other kind of image: what autoencoders make of it, and JPEG."""
    rng = np.random.default_rng(SEED)
    found = {}
    for name, draw in DRAWN.items():
        images = draw(lab.dataset.shape, FOREIGN, rng)
        found[name] = (points_of([stored(coder, learned, images) for coder in coders]), as_files(images, JPEG, all_in_one))
    return found


EXPERIMENT = Experiment(
    "compression",
    "introduction",
    "Lossy, and hard to beat JPEG",
    "What comes back is worse than what went in, and JPEG is hard to beat except on the very kind of images that were learned from.",
    measure,
)
