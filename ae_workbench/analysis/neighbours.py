"""Which codes are near a point, and which lie inside a drawn outline."""

import numpy as np
from numpy.typing import NDArray

FEW_UNITS = 16
BLOCK_NUMBERS = 2**15
Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


class NearestCodes:
    """Finds the nearest of many codes (n, *code_dims), at least one, by Euclidean distance.

    It compares with all of them, 70,000 in a millisecond or two. A k-d tree answers sooner where codes have few units, but to import
    one takes half a second of the window's start.
    """

    def __init__(self, codes: NDArray) -> None:
        self._codes: Floats = np.ascontiguousarray(codes.reshape(len(codes), -1), np.float32)
        if self._codes.shape[1] <= FEW_UNITS:
            self._columns = np.ascontiguousarray(self._codes.T)
        else:
            self._squares = np.einsum("nd,nd->n", self._codes, self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def nearest(self, code: NDArray, count: int = 1, among: NDArray[np.bool_] | None = None) -> tuple[Indices, NDArray[np.float64]]:
        """Positions and distances of the ``count`` nearest codes (all, if there are fewer), the nearest first.

        ``among`` (n,) leaves out the codes where it is false.
        """
        wanted = np.asarray(code, np.float32).reshape(-1)
        count = min(count, len(self) if among is None else int(np.count_nonzero(among)))
        if count == 0:
            return np.zeros(0, np.int64), np.zeros(0)
        far = self._far_by_units(wanted) if len(wanted) <= FEW_UNITS else self._squares - 2 * self._products(wanted)
        if among is not None:
            far[~among] = np.inf
        positions = np.argpartition(far, count - 1)[:count] if count > 1 else np.array([np.argmin(far)])
        # Exact again for the few: squares minus products lose digits in float32.
        distances = np.linalg.norm(self._codes[positions].astype(np.float64) - wanted, axis=1)
        order = np.argsort(distances, kind="stable")
        return positions[order].astype(np.int64), distances[order]

    def _far_by_units(self, code: Floats) -> Floats:
        """Squared distances, one unit after the other."""
        found = np.zeros(len(self), np.float32)
        for column, value in zip(self._columns, code, strict=True):
            difference = column - value
            found += difference * difference
        return found

    def _products(self, code: Floats) -> Floats:
        """Dot product with each code. In blocks, because BLAS waits milliseconds for its threads on larger ones."""
        found = np.empty(len(self), np.float32)
        rows = max(1, BLOCK_NUMBERS // len(code))
        for start in range(0, len(self), rows):
            np.dot(self._codes[start : start + rows], code, out=found[start : start + rows])
        return found


def place_among(codes: NearestCodes, coordinates: NDArray, code: NDArray, count: int = 10) -> Floats:
    """Where a new code belongs on a map of the others, such as t-SNE's: median of its neighbours' ``coordinates`` (n, 2), as (2,).

    Source: Poličar, Stražar and Zupan 2023, "Embedding to reference t-SNE space", where new points start there.
    """
    positions, distances = codes.nearest(code, count)
    if distances[0] == 0:
        return coordinates[positions[0]].astype(np.float32)
    return np.median(coordinates[positions], axis=0).astype(np.float32)


def inside_polygon(points: NDArray, outline: NDArray) -> NDArray[np.bool_]:
    """Which points (n, 2) lie inside the closed outline (m, 2), which may cross itself (then by the even–odd rule), (n,).

    Source: Haines 1994, "Point in Polygon Strategies", Graphics Gems IV: crossings of a ray to the right.
    """
    inside = np.zeros(len(points), bool)
    if len(outline) < 3:
        return inside
    near = np.flatnonzero(((points >= outline.min(axis=0)) & (points <= outline.max(axis=0))).all(axis=1))
    x, y = points[near].astype(np.float64).T
    crossed = np.zeros(len(near), bool)
    corners = outline.astype(np.float64)
    for (x1, y1), (x2, y2) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y1 != y2:
            crossed ^= ((y1 > y) != (y2 > y)) & (x < x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    inside[near] = crossed
    return inside
