"""What the latent plane has done on the codec thread."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.analysis.neighbours import NearestCodes
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.viewers.latent.maps import PlaneMap, Point
from ae_workbench.ui.viewers.latent.rendering import Rendering, pixels, shrunken
from ae_workbench.ui.viewers.latent.sliced import Pace
from ae_workbench.ui.viewers.latent.tiles_on_plane import Lattice
from ae_workbench.ui.wording import data_word

Floats = NDArray[np.float32]
NUMBERS_AT_ONCE = 2_000_000
NEIGHBOURS = 3


@dataclass(frozen=True)
class Examples:
    """Test examples as a run's model sees them."""

    dataset: Dataset
    scaling: Scaling

    def __len__(self) -> int:
        return len(self.dataset.test)

    def __getitem__(self, index: int) -> Floats:
        return self.scaling.apply(self.dataset.test.examples[index : index + 1])[0]

    @property
    def labels(self) -> NDArray[np.int64] | None:
        """A number of a class per example."""
        return self.dataset.test.labels

    @cached_property
    def class_names(self) -> tuple[str, ...]:
        """Names of all classes that the labels count; none without labels."""
        if self.labels is None:
            return ()
        names, count = self.dataset.class_names, int(self.labels.max(initial=-1)) + 1
        return tuple(map(data_word, names)) if len(names) >= count else tuple(str(label) for label in range(count))

    def label(self, index: int) -> str:
        """Name of the class, or nothing."""
        return self.class_names[int(self.labels[index])] if self.labels is not None else ""


@dataclass(frozen=True)
class Neighbour:
    index: int
    picture: QImage
    label: str


@dataclass(frozen=True)
class Look:
    """What lies under the pointer: the decoded picture where the map decodes, and the nearest real examples."""

    point: Point
    picture: QImage | None
    neighbours: tuple[Neighbour, ...] = ()


@dataclass(frozen=True)
class Carpet:
    """A decoded lattice as one picture."""

    lattice: Lattice
    picture: QImage


@dataclass(frozen=True)
class PickedExample:
    """A test example, what the model makes of it, and where it is in the code; ``z_log_var`` of a variational model only."""

    index: int
    label: str
    picture: QImage
    reconstruction: QImage
    loss: str
    error: float
    code: Floats
    z_log_var: Floats | None


def warmed(snapshot: Any) -> Any:
    """The snapshot, after its decoder has been compiled."""
    snapshot.decode(np.zeros((1, *snapshot.plan.code_dims), np.float32))
    return snapshot


def as_it_is(snapshot: Any) -> Any:
    """The snapshot untouched: what was asked of the one before may still be done without changing weights to and fro."""
    return snapshot


def encode_all(snapshot: Any, examples: Examples) -> Generator[None, None, Floats]:
    """Codes (n, *code_dims) of all test examples, some at a time; first of all the model gets its weights."""
    warmed(snapshot)
    yield
    parts, pace, start = [], Pace(), 0
    while start < len(examples):
        raw = examples.dataset.test.examples[start : start + pace.rows]
        start += len(raw)
        with pace:
            parts.append(snapshot.encode(examples.scaling.apply(raw)))
        yield
    return np.concatenate(parts) if parts else np.zeros((0, *snapshot.plan.code_dims), np.float32)


def decode_lattice(
    snapshot: Any, plane_map: PlaneMap, lattice: Lattice, rendering: Rendering, ratio: float
) -> Generator[None, None, Carpet]:
    """The plane's background, some rows of tiles at a time."""
    points, side = lattice.points, lattice.side_px * ratio
    most = max(1, NUMBERS_AT_ONCE // (8 * snapshot.plan.shape.size))
    parts, pace, start = [], Pace(), 0
    while start < len(points):
        some = points[start : start + min(pace.rows, most)]
        start += len(some)
        with pace:
            decoded = snapshot.decode(plane_map.codes_at(some))
            parts.append(pixels(shrunken(rendering.images(decoded), side)))
        yield
    return Carpet(lattice, rendering.joined(np.concatenate(parts), lattice.columns, side))


@dataclass(frozen=True)
class LookJob:
    """Decode one point of the plane and find the real examples beside it."""

    point: Point
    snapshot: Any
    plane_map: PlaneMap
    rendering: Rendering
    examples: Examples | None = None
    tree: NearestCodes | None = None
    visible: NDArray[np.bool_] | None = None

    def __call__(self) -> Look:
        picture = None
        if self.plane_map.can_decode:
            code = self.plane_map.codes_at(np.array([self.point], np.float32))
            picture = self.rendering.picture(self.snapshot.decode(code)[0])
        return Look(self.point, picture, self._neighbours())

    def _neighbours(self) -> tuple[Neighbour, ...]:
        if self.tree is None or self.examples is None or self.visible is None:
            return ()
        found, _ = self.tree.nearest(np.array(self.point, np.float32), NEIGHBOURS, self.visible)
        chosen = found.tolist()
        return tuple(Neighbour(index, self.rendering.picture(self.examples[index]), self.examples.label(index)) for index in chosen)


@dataclass(frozen=True)
class PickJob:
    """One test example through the model."""

    index: int
    snapshot: Any
    examples: Examples
    rendering: Rendering

    def __call__(self) -> PickedExample:
        x = self.examples[self.index][None]
        plan, z_log_var = self.snapshot.plan, None
        if plan.is_variational:
            code, log_vars = self.snapshot.posterior(x)
            z_log_var = log_vars[0]
        else:
            code = self.snapshot.encode(x)
        y = self.snapshot.decode(code)
        return PickedExample(
            self.index, self.examples.label(self.index), self.rendering.picture(x[0]), self.rendering.picture(y[0]),
            plan.loss, float(error_per_example(plan.loss, x, y)[0]), code[0], z_log_var,
        )  # fmt: skip
