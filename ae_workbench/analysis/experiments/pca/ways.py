"""Ways to put images into a few numbers, and how alike the directions are that their codes move images in."""

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.codes import code_statistics, dead_units
from ae_workbench.analysis.experiments.experiment import Verdict
from ae_workbench.analysis.experiments.lab import Floats, Model
from ae_workbench.analysis.experiments.making import lower_by, one_thread, verdict_of
from ae_workbench.analysis.metrics import mse_per_image
from ae_workbench.analysis.pca import Pca

BATCH, RATE = 128, 3e-3
SEED = 4
SAME_ERROR, SAME_SPAN = 0.05, 0.9
"""What a linear autoencoder must come to: an error at most so much higher than PCA's, and so large an overlap."""
ABOUT = 0.8
"""From which overlap a sigmoid's directions are about the same: those of PCA from one half of MNIST and all of it overlap by 0.95."""
Directions = NDArray[np.floating]


@dataclass(frozen=True)
class Way:
    """One way to put images into a few numbers: ``drawn`` test images and the ``directions`` (k, pixels) that its code moves them in.

    ``angles`` are the principal angles in degrees between those directions and PCA's, ascending. ``overlap`` is the mean of their
    squared cosines over all of PCA's components, where a direction that is missing counts 0: 1 for the same span, k / pixels by chance.
    """

    key: str
    name: str
    drawn: Floats
    directions: NDArray[np.float64]
    error: float
    angles: NDArray[np.float64]
    overlap: float


def judged(pca: Way, linear: Way, simple: Way) -> tuple[Verdict, list[str]]:
    """The claim has two parts: a linear autoencoder is PCA, and the article's simple one is about that."""
    higher, simple_higher = -lower_by(pca.error, linear.error), -lower_by(pca.error, simple.error)
    is_pca = higher <= SAME_ERROR and linear.overlap >= SAME_SPAN
    about = simple.overlap >= ABOUT and simple_higher <= SAME_ERROR
    reached = (
        f"A linear autoencoder, trained by gradient descent, has an error that differs from PCA's by {higher:+.1%}, "
        f"and directions that overlap with PCA's by {linear.overlap:.1%}"
    )
    first = f"{reached}: it is PCA." if is_pca else f"{reached}: that isn't PCA."
    measured = f"its directions overlap with PCA's by {simple.overlap:.0%}, and its error differs by {simple_higher:+.0%}"
    same = f"The simple autoencoder learns about what PCA does: {measured}."
    second = same if about else f"The simple autoencoder learns something else: {measured}."
    return verdict_of([is_pca, about]), [first, second]


def linear_autoencoder(learned: Floats, images: Floats, units: int, steps: int) -> tuple[Floats, Directions]:
    """What a network of two linear layers makes of images, and its decoder's directions (units, pixels).

    It is trained with squared error on images less their mean, so it needs no bias. The variants of the program end in a sigmoid, so
    a library trains this one.

    Source: Baldi and Hornik 1989, "Neural networks and principal component analysis": its only minimum spans PCA's directions.
    """
    from sklearn.neural_network import MLPRegressor

    rows = learned.reshape(len(learned), -1)
    mean = rows.mean(axis=0)
    batch = min(BATCH, len(rows))
    epochs = max(1, round(steps * batch / len(rows)))
    network = MLPRegressor(
        hidden_layer_sizes=(units,), activation="identity", alpha=0.0, batch_size=batch, learning_rate_init=RATE, max_iter=epochs,
        random_state=SEED, tol=0.0, n_iter_no_change=epochs + 1,
    )  # fmt: skip
    with one_thread(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it could be trained longer
        found = network.fit(rows - mean, rows - mean).predict(images.reshape(len(images), -1) - mean)
    return (found + mean).reshape(images.shape).astype(np.float32), network.coefs_[1]


def mean_slopes(model: Model, images: Floats) -> Directions:
    """How pixels move with each unit of a code of one layer, mean over images, (units, pixels); dead units are left out.

    That is the decoder's kernel times the slope of its sigmoid, y·(1 − y), which is 0 where a pixel is always black.
    """
    kernel = model.weights()[-2]
    drawn = model.reconstruct(images).reshape(len(images), -1).astype(np.float64)
    used = np.setdiff1d(np.arange(len(kernel)), dead_units(code_statistics(model.encode(images)).deviations))
    return kernel[used] * (drawn * (1 - drawn)).mean(axis=0)


def way(key: str, name: str, images: Floats, drawn: Floats, directions: Directions, pca: Pca) -> Way:
    """Judged on these images, with values cut to [0, 1], and against PCA."""
    drawn = drawn.clip(0, 1)
    angles = principal_angles(directions, pca.components)
    overlap = float(np.square(np.cos(np.radians(angles))).sum() / len(pca.components))
    return Way(key, name, drawn, np.asarray(directions, np.float64), float(mse_per_image(images, drawn).mean()), angles, overlap)


def principal_angles(first: Directions, second: Directions) -> NDArray[np.float64]:
    """Between the spans of two sets of directions (k, pixels), in degrees, ascending: as many as the smaller one has dimensions.

    Source: Björck and Golub 1973, "Numerical methods for computing angles between linear subspaces".
    """
    from scipy.linalg import subspace_angles

    if not len(first) or not len(second):
        return np.zeros(0)
    angles = np.degrees(subspace_angles(first.T.astype(np.float64), second.T.astype(np.float64)))
    return np.sort(angles.round(6))  # spans that are equal have angles of 1e-13


def nearest_within(directions: Directions, wanted: Directions) -> NDArray[np.float64]:
    """What comes nearest to each wanted direction (m, pixels) in the span of others, (m, pixels)."""
    from scipy.linalg import orth

    basis = orth(directions.T)
    return wanted @ basis @ basis.T
