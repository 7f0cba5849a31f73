"""The pad that goes with some data."""

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.canvas.curve_pad import CurvePad
from ae_workbench.ui.canvas.pad import Pad
from ae_workbench.ui.canvas.picture_pad import PicturePad

MOST_LOOKED_AT = 32
LEAST_SPAN = 2.0


def make_pad(shape: Shape, dataset: Dataset | None, scaling: Scaling) -> Pad:
    """A picture in the data's usual border colour, or a curve in the data's usual range."""
    if shape.is_image:
        return PicturePad(shape, background(shape, dataset, scaling))
    return CurvePad(shape, *span(dataset, scaling))


def fits(pad: Pad | None, shape: Shape, dataset: Dataset | None, scaling: Scaling) -> bool:
    """Whether a drawing can stay although the data have changed."""
    if pad is None or pad.shape != shape:
        return False
    return not isinstance(pad, PicturePad) or dataset is None or pad.background == background(shape, dataset, scaling)


def background(shape: Shape, dataset: Dataset | None, scaling: Scaling) -> tuple[int, ...]:
    """What most border pixels are, one uint8 per channel; black without data."""
    if dataset is None:
        return (0,) * shape.dims[2]
    x = _some(dataset, scaling)
    border = np.concatenate([x[:, 0], x[:, -1], x[:, :, 0], x[:, :, -1]], axis=1).reshape(-1, shape.dims[2])
    return tuple(int(value) for value in np.rint(np.clip(np.median(border, axis=0), 0, 1) * 255))


def span(dataset: Dataset | None, scaling: Scaling) -> tuple[float, float]:
    """Lowest and highest value of a curve, with some room, around 0."""
    reach = LEAST_SPAN if dataset is None else max(LEAST_SPAN, 1.15 * float(np.abs(_some(dataset, scaling)).max()))
    return -reach, reach


def _some(dataset: Dataset, scaling: Scaling) -> NDArray[np.float32]:
    examples = dataset.train.examples
    places = np.unique(np.linspace(0, len(examples) - 1, min(MOST_LOOKED_AT, len(examples)), dtype=int))
    return scaling.apply(examples[places])
