"""A plan's layers computed by NumPy, on float32 rows: the numbers that Keras's layers give."""

from collections.abc import Callable, Iterator
from functools import partial, singledispatch
from math import prod
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from ae_workbench.core.layers import LSTM, Conv2D, Crop2D, Dense, Flatten, Layer, MaxPool2D, RepeatVector, Reshape, UpSampling2D

Floats = NDArray[np.float32]
Step = Callable[[Floats], Floats]


@singledispatch
def step(layer: Layer, weights: Iterator[Floats]) -> Step:
    """The function of a layer, (n, *input dims) → (n, *output dims); it takes its arrays from ``weights``, in plan order."""
    raise TypeError(f"No NumPy layer is known for {type(layer).__name__}.")


@step.register
def _(layer: Flatten, weights: Iterator[Floats]) -> Step:
    return lambda rows: rows.reshape(len(rows), prod(rows.shape[1:]))


@step.register
def _(layer: Reshape, weights: Iterator[Floats]) -> Step:
    return lambda rows: rows.reshape(len(rows), *layer.dims)


@step.register
def _(layer: Dense, weights: Iterator[Floats]) -> Step:
    kernel, bias, activation = next(weights), next(weights), ACTIVATIONS[layer.activation]
    return lambda rows: activation(rows @ kernel + bias)


@step.register
def _(layer: Conv2D, weights: Iterator[Floats]) -> Step:
    kernel, bias, activation = next(weights), next(weights), ACTIVATIONS[layer.activation]
    size = layer.kernel_size
    matrix = kernel.reshape(-1, kernel.shape[-1])
    before, behind = (size - 1) // 2, size // 2

    def convolve(rows: Floats) -> Floats:
        found = _patches(_padded(rows, before, before, behind, behind) if layer.padding == "same" else rows, size)
        return activation(found.reshape(-1, len(matrix)) @ matrix + bias).reshape(*found.shape[:3], layer.filters)

    return convolve


def _padded(rows: Floats, top: int, left: int, bottom: int, right: int, value: float = 0.0) -> Floats:
    count, height, width, channels = rows.shape
    found = np.full((count, top + height + bottom, left + width + right, channels), value, np.float32)
    found[:, top : top + height, left : left + width] = rows
    return found


def _patches(rows: Floats, size: int) -> Floats:
    """(n, height, width, size, size · channels): what each place of a convolution sees. A view: its numbers lie in ``rows``."""
    rows = np.ascontiguousarray(rows)
    count, height, width, channels = rows.shape
    each, down, right, number = rows.strides
    dims = (count, height - size + 1, width - size + 1, size, size * channels)
    return as_strided(rows, dims, (each, down, right, down, number), writeable=False)


@step.register
def _(layer: MaxPool2D, weights: Iterator[Floats]) -> Step:
    return _pool


def _pool(rows: Floats) -> Floats:
    _, height, width, _ = rows.shape
    if height % 2 or width % 2:
        rows = _padded(rows, 0, 0, height % 2, width % 2, -np.inf)
    taller = np.maximum(rows[:, ::2], rows[:, 1::2])
    return np.maximum(taller[:, :, ::2], taller[:, :, 1::2])


@step.register
def _(layer: UpSampling2D, weights: Iterator[Floats]) -> Step:
    return _up_sample


def _up_sample(rows: Floats) -> Floats:
    count, height, width, channels = rows.shape
    found = np.empty((count, height, 2, width, 2, channels), np.float32)
    found[:] = rows[:, :, None, :, None]
    return found.reshape(count, 2 * height, 2 * width, channels)


@step.register
def _(layer: Crop2D, weights: Iterator[Floats]) -> Step:
    return lambda rows: rows[:, : rows.shape[1] - layer.bottom, : rows.shape[2] - layer.right]


@step.register
def _(layer: RepeatVector, weights: Iterator[Floats]) -> Step:
    return lambda rows: np.repeat(rows[:, None], layer.times, axis=1)


@step.register
def _(layer: LSTM, weights: Iterator[Floats]) -> Step:
    kernel, recurrent, bias = next(weights), next(weights), next(weights)
    return partial(_lstm, layer, kernel, recurrent, bias)


def _lstm(layer: LSTM, kernel: Floats, recurrent: Floats, bias: Floats, rows: Floats) -> Floats:
    """Gates lie in Keras's order: input, forget, cell, output. Source: Hochreiter and Schmidhuber 1997, with forget gates."""
    inputs = rows @ kernel + bias
    state = carry = np.zeros((len(rows), layer.units), np.float32)
    states = []
    for time in range(rows.shape[1]):
        gates = inputs[:, time] + state @ recurrent
        input_gate, forget_gate, cell, output_gate = gates.reshape(len(rows), 4, layer.units).swapaxes(0, 1)
        carry = _sigmoid(forget_gate) * carry + _sigmoid(input_gate) * np.tanh(cell)
        state = _sigmoid(output_gate) * np.tanh(carry)
        states.append(state)
    return np.stack(states, axis=1) if layer.return_sequences else state


def _sigmoid(x: Floats) -> Floats:
    half: Any = np.float32(0.5)
    return half * np.tanh(half * x) + half


def _gelu(x: Floats) -> Floats:
    from scipy.special import erf

    return np.float32(0.5) * x * (1 + erf(x * np.float32(0.5**0.5)))


ACTIVATIONS: dict[str, Callable[[Any], Any]] = {
    "linear": lambda x: x,
    "relu": lambda x: np.maximum(x, 0),
    "leaky_relu": lambda x: np.where(x >= 0, x, np.float32(0.2) * x),
    "elu": lambda x: np.where(x > 0, x, np.expm1(np.minimum(x, 0))),
    "gelu": _gelu,
    "silu": lambda x: x * _sigmoid(x),
    "tanh": np.tanh,
    "sigmoid": _sigmoid,
}
"""Those of ``core.layers.ACTIVATIONS`` with Keras's constants."""
