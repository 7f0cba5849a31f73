"""Ways from code to code. Codes are float (*code_dims)."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
SMALL_ANGLE = 1e-3


def path_points(vertices: NDArray, count: int) -> Floats:
    """``count`` points at equal steps along the line through vertices (m, d), ends included, (count, d)."""
    corners = vertices.astype(np.float64)
    steps = np.linalg.norm(np.diff(corners, axis=0), axis=1)
    distances = np.concatenate([[0.0], np.cumsum(steps)])
    wanted = np.linspace(0, distances[-1], count)
    return np.stack([np.interp(wanted, distances, column) for column in corners.T], axis=1).astype(np.float32)


def lerp(start: NDArray, end: NDArray, shares: NDArray) -> Floats:
    """Codes on the straight line, (len(shares), *code_dims): ``start`` at share 0, ``end`` at 1."""
    t = _column(shares, start.ndim)
    return ((1 - t) * start + t * end).astype(np.float32)


def slerp(start: NDArray, end: NDArray, shares: NDArray) -> Floats:
    """As ``lerp``, but along the arc around the origin, which keeps to the distances where N(0, 1) has its codes.

    Codes in the same or opposite direction, or at the origin, have no one arc: between them it is the straight line.

    Source: White 2016, "Sampling Generative Networks", section 2.1; Shoemake 1985, "Animating rotation with quaternion curves".
    """
    a, b = start.astype(np.float64), end.astype(np.float64)
    lengths = np.linalg.norm(a) * np.linalg.norm(b)
    angle = np.arccos(np.clip((a * b).sum() / lengths, -1, 1)) if lengths > 0 else 0.0
    if min(angle, np.pi - angle) < SMALL_ANGLE:
        return lerp(start, end, shares)
    t = _column(shares, start.ndim)
    return ((np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)).astype(np.float32)


def analogy(a: NDArray, b: NDArray, c: NDArray) -> Floats:
    """a − b + c: what makes ``a`` differ from ``b``, added to ``c``."""
    return (a - b + c).astype(np.float32)


def _column(shares: NDArray, dimensions: int) -> NDArray:
    return np.asarray(shares, np.float64).reshape(-1, *(1,) * dimensions)
