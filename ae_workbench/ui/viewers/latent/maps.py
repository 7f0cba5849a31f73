"""Ways of laying codes on a plane: two of their units, their principal components, or t-SNE."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.latent import embedded

Floats = NDArray[np.float32]
Point = tuple[float, float]


class PlaneMap(Protocol):
    """``points`` (n, 2) are where the codes lie. Where there is no way back from the plane to a code, ``can_decode`` is False."""

    @property
    def points(self) -> Floats: ...
    @property
    def titles(self) -> tuple[str, str]: ...
    @property
    def can_decode(self) -> bool: ...
    def codes_at(self, points: Floats) -> Floats: ...
    def point_of(self, code: Floats) -> Point: ...
    def spread(self, z_log_var: Floats) -> NDArray[np.float64] | None: ...


@dataclass(frozen=True)
class UnitsMap:
    """Units ``axes`` of the codes (n, *code_dims); the other numbers of a decoded code are those of ``base`` (*code_dims)."""

    codes: Floats
    base: Floats
    axes: tuple[int, int] = (0, 1)

    @property
    def points(self) -> Floats:
        return self.codes.reshape(len(self.codes), -1)[:, list(self.axes)]

    @property
    def titles(self) -> tuple[str, str]:
        return unit_name(self.axes[0]), unit_name(self.axes[1])

    @property
    def can_decode(self) -> bool:
        return True

    def codes_at(self, points: Floats) -> Floats:
        """Codes (n, *code_dims) of points (n, 2)."""
        return embedded(points, self.base, self.axes)

    def point_of(self, code: Floats) -> Point:
        """Where a code (*code_dims) lies."""
        flat = code.reshape(-1)
        return float(flat[self.axes[0]]), float(flat[self.axes[1]])

    def spread(self, z_log_var: Floats) -> NDArray[np.float64] | None:
        """Covariance (2, 2) on the plane of a diagonal Gaussian."""
        return np.diag(np.exp(z_log_var.reshape(-1)[list(self.axes)].astype(np.float64)))


def unit_name(unit: int) -> str:
    """``z₁`` for the first unit."""
    return "z" + str(unit + 1).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def ellipse(centre: Point, covariance: NDArray, sigmas: float, count: int = 72) -> Floats:
    """Outline of a Gaussian at ``sigmas`` standard deviations, (count, 2), closed."""
    values, vectors = np.linalg.eigh(covariance)
    angles = np.linspace(0, 2 * np.pi, count)
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1) * (sigmas * np.sqrt(np.maximum(values, 0)))
    return (np.array(centre) + circle @ vectors.T).astype(np.float32)
