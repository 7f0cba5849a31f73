"""Weights as images: what the first layer looks for, and what the last one draws with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.layers import LSTM, Conv2D, Dense, DenseCode, GaussianCode
from ae_workbench.core.plan import Plan, Stage
from ae_workbench.core.shape import Shape

Floats = NDArray[np.float32]
Weights = Sequence[NDArray]
GATES = ("input gate", "forget gate", "cell candidate", "output gate")
ARRAYS = {Dense: 2, DenseCode: 2, Conv2D: 2, LSTM: 3, GaussianCode: 4}


@dataclass(frozen=True)
class WeightImages:
    """``images`` float32 (n, h, w, c), of any sign, with a caption each; to be shown around 0 up to ``limit``."""

    images: Floats
    captions: tuple[str, ...]

    @property
    def limit(self) -> float:
        """The largest absolute value, and no less than a tiny one."""
        return max(float(np.abs(self.images).max(initial=0)), 1e-12)


def encoder_filters(plan: Plan, weights: Weights) -> WeightImages:
    """What each unit or filter of the first layer with weights looks for; ``weights`` in plan order.

    A dense layer gives an image of the example's size per unit, a convolution one of the kernel's size per filter,
    an LSTM the matrix (features, units) of each gate.
    """
    stage, (kernel, *_) = next(found for found in weighted_stages(plan, weights) if found[0].part != "decoder")
    if isinstance(stage.layer, Conv2D):
        return _numbered(np.moveaxis(kernel, -1, 0), "filter")
    if isinstance(stage.layer, LSTM):
        return _gates(kernel)
    if len(stage.input_dims) == 1:
        return _numbered(kernel.T.reshape(-1, *_image_dims(plan.shape)), "unit")
    return _matrix(kernel)


def decoder_atoms(plan: Plan, weights: Weights) -> WeightImages:
    """What each input of the last layer with weights adds to the output, its bias left out; ``weights`` in plan order.

    A dense layer gives an image of the example's size per input unit, a convolution one of the kernel's size per input map,
    a dense head at each time step its matrix (units, features).
    """
    stage, (kernel, *_) = list(weighted_stages(plan, weights))[-1]
    if isinstance(stage.layer, Conv2D):
        return _numbered(np.moveaxis(kernel, 2, 0), "map")
    if isinstance(stage.layer, LSTM):
        return _gates(kernel)
    if len(stage.input_dims) == 1:
        return _numbered(kernel.reshape(-1, *_image_dims(plan.shape)), "unit")
    return _matrix(kernel)


def weighted_stages(plan: Plan, weights: Weights) -> Iterator[tuple[Stage, list[NDArray]]]:
    """Each stage that has weights, with them: kernel and bias, twice for a Gaussian code; kernel, recurrent kernel and bias of an LSTM."""
    start = 0
    for stage in plan.stages:
        count = ARRAYS.get(type(stage.layer), 0)
        if count:
            yield stage, list(weights[start : start + count])
            start += count


def _image_dims(shape: Shape) -> tuple[int, ...]:
    """A sequence (timesteps, features) is shown as a grey image of that size."""
    return shape.dims if shape.is_image else (*shape.dims, 1)


def _numbered(images: NDArray, noun: str) -> WeightImages:
    return WeightImages(np.ascontiguousarray(images, np.float32), tuple(f"{noun} {position}" for position in range(len(images))))


def _gates(kernel: NDArray) -> WeightImages:
    """Keras keeps an LSTM's gates side by side, in the order of ``GATES``."""
    return WeightImages(np.stack(np.split(kernel.astype(np.float32), len(GATES), axis=1))[..., None], GATES)


def _matrix(kernel: NDArray) -> WeightImages:
    return WeightImages(kernel.astype(np.float32)[None, ..., None], ("matrix",))
