"""Ways of laying codes on a plane: two of their units, their principal components, or t-SNE."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.latent import embedded
from ae_workbench.analysis.neighbours import NearestCodes, place_among
from ae_workbench.analysis.pca import Pca, fit_pca

MOST_FITTED = 4000
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

    @cached_property
    def points(self) -> Floats:
        return self.codes.reshape(len(self.codes), self.base.size)[:, list(self.axes)]

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


@dataclass(frozen=True)
class LineMap:
    """Codes of a single unit (n, …) along x; y only keeps points apart and means nothing."""

    codes: Floats

    @cached_property
    def points(self) -> Floats:
        x = self.codes.reshape(len(self.codes))
        reach = 0.2 * float(np.ptp(x)) if len(x) else 1.0
        return np.stack([x, np.random.default_rng(0).uniform(-1, 1, len(x)) * (reach or 1.0)], axis=1).astype(np.float32)

    @property
    def titles(self) -> tuple[str, str]:
        return unit_name(0), ""

    @property
    def can_decode(self) -> bool:
        return True

    def codes_at(self, points: Floats) -> Floats:
        return points[:, 0].reshape(len(points), *self.codes.shape[1:]).astype(np.float32)

    def point_of(self, code: Floats) -> Point:
        return float(code.reshape(-1)[0]), 0.0

    def spread(self, z_log_var: Floats) -> NDArray[np.float64] | None:
        return np.diag([float(np.exp(z_log_var.reshape(-1)[0])), 0.0])


@dataclass(frozen=True)
class PcaMap:
    """The plane of the first two principal components of the codes (n, *code_dims)."""

    codes: Floats
    pca: Pca

    @cached_property
    def points(self) -> Floats:
        return self._two(self.pca.project(self.codes))

    @property
    def titles(self) -> tuple[str, str]:
        shares = [*self.pca.explained.tolist(), 0.0, 0.0]
        return f"PC₁ {shares[0]:.0%}", f"PC₂ {shares[1]:.0%}"

    @property
    def can_decode(self) -> bool:
        return True

    def codes_at(self, points: Floats) -> Floats:
        return self.pca.inverse(points[:, : len(self.pca.components)])

    def point_of(self, code: Floats) -> Point:
        x, y = self._two(self.pca.project(code[None]))[0]
        return float(x), float(y)

    def spread(self, z_log_var: Floats) -> NDArray[np.float64] | None:
        axes = self._two(self.pca.components.T.astype(np.float64)).T
        return (axes * np.exp(z_log_var.reshape(-1).astype(np.float64))) @ axes.T

    @staticmethod
    def _two(rows: NDArray) -> NDArray:
        """With zeros where codes that don't differ have fewer than two components."""
        return rows if rows.shape[1] == 2 else np.pad(rows, ((0, 0), (0, 2 - rows.shape[1])))


@dataclass(frozen=True)
class TsneMap:
    """Coordinates (n, 2) that t-SNE gave codes, which ``codes`` holds; there is no way back from the plane to a code."""

    points: Floats
    codes: NearestCodes
    epoch: int

    @property
    def titles(self) -> tuple[str, str]:
        return "", ""

    @property
    def can_decode(self) -> bool:
        return False

    def codes_at(self, points: Floats) -> Floats:
        raise ValueError("A t-SNE map can't be decoded.")

    def point_of(self, code: Floats) -> Point:
        x, y = place_among(self.codes, self.points, code)
        return float(x), float(y)

    def spread(self, z_log_var: Floats) -> NDArray[np.float64] | None:
        return None


def pca_map(codes: Floats) -> PcaMap:
    """Codes (n, *code_dims) on their principal plane, which some thousands of them define well enough."""
    return PcaMap(codes, fit_pca(codes[:: max(1, len(codes) // MOST_FITTED)], 2))


def unit_name(unit: int) -> str:
    """``z₀`` for the first unit: units count from 0, as in exports and in arrays."""
    return "z" + str(unit).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def ellipse(centre: Point, covariance: NDArray, sigmas: float, count: int = 72) -> Floats:
    """Outline of a Gaussian at ``sigmas`` standard deviations, (count, 2), closed."""
    values, vectors = np.linalg.eigh(covariance)
    angles = np.linspace(0, 2 * np.pi, count)
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1) * (sigmas * np.sqrt(np.maximum(values, 0)))
    return (np.array(centre) + circle @ vectors.T).astype(np.float32)
