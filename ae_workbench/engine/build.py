"""The one builder that turns a plan into Keras models."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from ae_workbench.core import layers as planned
from ae_workbench.core.plan import Plan
from ae_workbench.engine import merging
from ae_workbench.engine.convolutions import PooledConv2D, UpSampledConv2D
from ae_workbench.engine.gaussian import GaussianHeads
from ae_workbench.engine.recurrence import HoistedLSTM, RepeatedLSTM
from ae_workbench.engine.sparse_inputs import SparseInputs
from ae_workbench.engine.split_dense import SplitDense

Tensor = Any


@dataclass(frozen=True)
class Networks:
    """Models that share their weights. Examples are float32 (n, *plan.shape.dims), codes float32 (n, *plan.code_dims).

    ``encoder``: examples → codes (z_mean for a variational plan). ``posterior``: examples → [z_mean, z_log_var], variational only.
    ``decoder``: codes → reconstruction. ``decoder_logits``: the same before the final activation, for a stable loss.
    ``whole``: examples → reconstruction. ``layers``: those with weights, in plan order.
    ``first``: where the numbers of examples are in another order, what takes them so; otherwise None.
    """

    plan: Plan
    encoder: keras.Model
    posterior: keras.Model | None
    decoder: keras.Model
    decoder_logits: keras.Model
    whole: keras.Model
    layers: tuple[keras.Layer, ...]

    @property
    def first(self) -> SplitDense | None:
        return self.layers[0] if isinstance(self.layers[0], SplitDense) else None

    @property
    def variables(self) -> list[keras.Variable]:
        """Trainable variables in plan order: the order of stored weights."""
        return [variable for layer in self.layers for variable in layer.trainable_variables]

    def get_weights(self) -> list[NDArray]:
        """Copies of the weights in plan order."""
        arrays = [variable.numpy() for variable in self.variables]
        return arrays if self.first is None else [self.first.kernel_of(*arrays[:2]), *arrays[2:]]

    def set_weights(self, weights: Sequence[NDArray]) -> None:
        """Weights in plan order. Raises ``ValueError`` where count or shapes differ."""
        if self.plan.weight_dims != tuple(array.shape for array in weights):
            raise ValueError("The weights don't belong to this plan: their shapes differ.")
        if self.first is not None:
            weights = [*self.first.take_kernel(weights[0]), *weights[1:]]
        for variable, array in zip(self.variables, weights, strict=True):
            variable.assign(array)


def build(plan: Plan, seed: int = 0, merges: bool = False, inputs: SparseInputs | None = None) -> Networks:
    """Keras models of a plan, initialised from ``seed`` alone, whatever else runs in the process.

    They are made of Keras's own layers, one for each planned one, unless ``merges`` allows faster ones for several. With ``inputs``
    they take examples whose numbers are in that order.
    """
    builder = _Builder(seed, merges, inputs)
    examples = keras.Input(plan.shape.dims, name="example")
    features = builder.stack(plan.encoder, examples)
    posterior = None
    if isinstance(plan.code, planned.GaussianCode):
        z_mean, z_log_var = builder.heads(plan.code.size, features)
        posterior = keras.Model(examples, [z_mean, z_log_var], name="posterior")
        code = z_mean
    elif isinstance(plan.code, planned.DenseCode):
        code = builder.add(planned.Dense(plan.code.size, plan.code.activation), features, "code")
    else:
        code = features
    encoder = keras.Model(examples, code, name="encoder")
    codes = keras.Input(plan.code_dims, name="code_in")
    body, activation = split_final_activation(plan.decoder)
    logits = builder.stack(body, codes)
    decoder_logits = keras.Model(codes, logits, name="decoder_logits")
    decoder = keras.Model(codes, keras.layers.Activation(activation, name="output")(logits), name="decoder")
    whole = keras.Model(examples, decoder(encoder(examples)), name="autoencoder")
    return Networks(plan, encoder, posterior, decoder, decoder_logits, whole, tuple(builder.weighted))


def split_final_activation(decoder: tuple[planned.Layer, ...]) -> tuple[tuple[planned.Layer, ...], str]:
    """The decoder with its last activation taken off, and that activation; layers behind it only move numbers about."""
    position = max(i for i, layer in enumerate(decoder) if isinstance(layer, planned.Dense | planned.Conv2D))
    last = decoder[position]
    assert isinstance(last, planned.Dense | planned.Conv2D)
    bare = replace(last, activation="linear")
    return (*decoder[:position], bare, *decoder[position + 1 :]), last.activation


class _Builder:
    """Adds layers in plan order and remembers those with weights; each gets a seed of its own."""

    def __init__(self, seed: int, merges: bool, inputs: SparseInputs | None) -> None:
        self._seeds = np.random.SeedSequence(seed)
        self._merges = merges
        self._inputs = inputs
        self.weighted: list[keras.Layer] = []

    def stack(self, layers: Sequence[planned.Layer], tensor: Tensor) -> Tensor:
        for layer in merging.merged(layers) if self._merges else layers:
            tensor = self.add(layer, tensor)
        return tensor

    def add(self, layer: planned.Layer, tensor: Tensor, name: str | None = None) -> Tensor:
        if self._inputs is not None and isinstance(layer, planned.Dense) and not self.weighted:
            made: keras.Layer = SplitDense(layer.units, layer.activation, self._inputs, _glorot(self._next_seed), name)
        else:
            made = to_keras(layer, self._next_seed, name)
        return self._connect(made, tensor)

    def heads(self, size: int, features: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and logarithm of the variance of a Gaussian code."""
        if self._merges:
            mean, log_var = self._connect(GaussianHeads(size, (_glorot(self._next_seed), _glorot(self._next_seed)), "z"), features)
        else:
            mean, log_var = (self.add(planned.Dense(size), features, name) for name in ("z_mean", "z_log_var"))
        return mean, log_var

    def _connect(self, made: keras.layers.Layer, tensor: Tensor) -> Any:
        result = made(tensor)
        if made.trainable_variables:
            self.weighted.append(made)
        return result

    def _next_seed(self) -> int:
        return int(self._seeds.spawn(1)[0].generate_state(1)[0] % 2**31)


Seeds = Callable[[], int]


@singledispatch
def to_keras(layer: planned.Layer, seed: Seeds, name: str | None = None) -> keras.Layer:
    """The Keras layer of a planned one; ``seed`` gives a new number for each initialiser."""
    raise TypeError(f"No Keras layer is known for {type(layer).__name__}.")


def _glorot(seed: Seeds) -> keras.initializers.Initializer:
    return keras.initializers.GlorotUniform(seed=seed())


@to_keras.register
def _(layer: planned.Flatten, seed: Seeds, name: str | None = None) -> keras.Layer:
    return keras.layers.Flatten(name=name)


@to_keras.register
def _(layer: planned.Reshape, seed: Seeds, name: str | None = None) -> keras.Layer:
    return keras.layers.Reshape(layer.dims, name=name)


@to_keras.register
def _(layer: planned.Dense, seed: Seeds, name: str | None = None) -> keras.Layer:
    return keras.layers.Dense(layer.units, activation=layer.activation, kernel_initializer=_glorot(seed), name=name)


@to_keras.register
def _(layer: planned.Conv2D, seed: Seeds, name: str | None = None) -> keras.Layer:
    return _convolution(keras.layers.Conv2D, layer, seed, name)


@to_keras.register
def _(layer: merging.PooledConv2D, seed: Seeds, name: str | None = None) -> keras.Layer:
    return _convolution(PooledConv2D, layer, seed, name)


@to_keras.register
def _(layer: merging.UpSampledConv2D, seed: Seeds, name: str | None = None) -> keras.Layer:
    return _convolution(UpSampledConv2D, layer, seed, name)


def _convolution(kind: type[keras.layers.Conv2D], layer: planned.Conv2D, seed: Seeds, name: str | None) -> keras.Layer:
    return kind(
        layer.filters, layer.kernel_size, padding=layer.padding, activation=layer.activation, kernel_initializer=_glorot(seed), name=name
    )


@to_keras.register
def _(layer: planned.MaxPool2D, seed: Seeds, name: str | None = None) -> keras.Layer:
    return keras.layers.MaxPooling2D(2, padding="same", name=name)


@to_keras.register
def _(layer: planned.UpSampling2D, seed: Seeds, name: str | None = None) -> keras.Layer:
    return keras.layers.UpSampling2D(2, name=name)


@to_keras.register
def _(layer: planned.Crop2D, seed: Seeds, name: str | None = None) -> keras.Layer:
    return keras.layers.Cropping2D(((0, layer.bottom), (0, layer.right)), name=name)


@to_keras.register
def _(layer: planned.LSTM, seed: Seeds, name: str | None = None) -> keras.Layer:
    return keras.layers.LSTM(layer.units, name=name, **_lstm_options(layer, seed))


@to_keras.register
def _(layer: merging.HoistedLSTM, seed: Seeds, name: str | None = None) -> keras.Layer:
    return HoistedLSTM(layer.units, name=name, **_lstm_options(layer, seed))


@to_keras.register
def _(layer: merging.RepeatedLSTM, seed: Seeds, name: str | None = None) -> keras.Layer:
    return RepeatedLSTM(layer.units, layer.times, name=name, **_lstm_options(layer, seed))


def _lstm_options(layer: planned.LSTM, seed: Seeds) -> dict[str, Any]:
    recurrent = keras.initializers.Orthogonal(seed=seed())
    return {"return_sequences": layer.return_sequences, "kernel_initializer": _glorot(seed), "recurrent_initializer": recurrent}


@to_keras.register
def _(layer: planned.RepeatVector, seed: Seeds, name: str | None = None) -> keras.Layer:
    return keras.layers.RepeatVector(layer.times, name=name)
