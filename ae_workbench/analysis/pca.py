"""Principal components: a plane to look at codes in, and the linear yardstick of an autoencoder."""

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Pca:
    """``mean`` (*dims), ``components`` (k, prod(dims)) of length 1, the most telling first, and each one's share of variance (k,)."""

    mean: Floats
    components: Floats
    explained: NDArray[np.float64]

    def project(self, examples: NDArray) -> Floats:
        """Examples (n, *dims) to coordinates (n, k)."""
        centred = examples.reshape(len(examples), self.mean.size).astype(np.float32) - self.mean.reshape(-1)
        return np.asarray(centred @ self.components.T, np.float32)

    def inverse(self, coordinates: NDArray) -> Floats:
        """Coordinates (n, k) to the examples (n, *dims) that lie there, such as a point of the plane to its code."""
        flat = np.asarray(coordinates.astype(np.float32) @ self.components + self.mean.reshape(-1), np.float32)
        return flat.reshape(len(flat), *self.mean.shape)

    def reconstruct(self, examples: NDArray) -> Floats:
        """What k numbers keep of each example; not clipped to [0, 1]."""
        return self.inverse(self.project(examples))


def fit_pca(examples: NDArray, count: int) -> Pca:
    """The ``count`` principal components of examples or codes (n, *dims), n ≥ 1; fewer where the data have no more.

    The same data give the same signs: each component's largest number is positive.

    Source: Hotelling 1933, "Analysis of a complex of statistical variables into principal components".
    """
    from sklearn.decomposition import PCA

    dims = examples.shape[1:]
    rows = examples.reshape(len(examples), prod(dims)).astype(np.float32)
    fitted = PCA(min(count, *rows.shape), random_state=0)
    with np.errstate(invalid="ignore"):  # data without variance have no shares of it
        fitted.fit(rows)
    explained = np.nan_to_num(fitted.explained_variance_ratio_.astype(np.float64))
    return Pca(fitted.mean_.astype(np.float32).reshape(dims), fitted.components_.astype(np.float32), explained)
