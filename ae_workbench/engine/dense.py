"""Plans of dense layers, computed by NumPy for a few examples: TensorFlow's way in and out takes twenty times as long as the numbers."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.layers import Dense, DenseCode, Flatten, GaussianCode, Layer, Reshape
from ae_workbench.core.plan import Plan

Floats = NDArray[np.float32]
Step = Callable[[Floats], Floats]
FEW = 8
"""Examples; of more, TensorFlow is as quick."""


class DenseNetworks:
    """``encode``, ``decode`` and, of a variational plan, ``posterior``: float32 rows to float32 rows, as the Keras models give them."""

    def __init__(self, plan: Plan, weights: Sequence[NDArray]) -> None:
        left = iter(weights)
        self._encoder = [_step(layer, left) for layer in plan.encoder]
        self._code = [_step(head, left) for head in _heads(plan)]
        self._decoder = [_step(layer, left) for layer in plan.decoder]

    def encode(self, examples: Floats) -> Floats:
        features = _through(self._encoder, examples)
        return self._code[0](features) if self._code else features

    def posterior(self, examples: Floats) -> tuple[Floats, Floats]:
        features = _through(self._encoder, examples)
        return self._code[0](features), self._code[1](features)

    def decode(self, codes: Floats) -> Floats:
        return _through(self._decoder, codes)


def is_dense(plan: Plan) -> bool:
    """Whether it can be computed here."""
    return all(isinstance(layer, Flatten | Reshape | Dense) for layer in (*plan.encoder, *plan.decoder))


def _heads(plan: Plan) -> Sequence[Layer]:
    if isinstance(plan.code, GaussianCode):
        return 2 * [Dense(plan.code.size)]
    return [Dense(plan.code.size, plan.code.activation)] if isinstance(plan.code, DenseCode) else []


def _through(steps: Sequence[Step], rows: Floats) -> Floats:
    for step in steps:
        rows = step(rows)
    return rows


def _step(layer: Layer, weights: Iterator[NDArray]) -> Step:
    if isinstance(layer, Dense):
        kernel, bias, activation = next(weights), next(weights), ACTIVATIONS[layer.activation]
        return lambda rows: activation(rows @ kernel + bias)
    if isinstance(layer, Reshape):
        return lambda rows: rows.reshape(len(rows), *layer.dims)
    return lambda rows: rows.reshape(len(rows), -1)


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
