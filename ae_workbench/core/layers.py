"""Layers as plain data, with output shapes and parameter counts worked out without TensorFlow.

Shapes leave out the batch axis and have channels last. ``engine.build`` turns each into its Keras layer, ``engine.numpy_layers`` into a
function.
"""

from dataclasses import dataclass
from math import ceil, prod
from typing import Literal

from ae_workbench.core.errors import PlanError
from ae_workbench.core.shape import format_dims

Dims = tuple[int, ...]
Padding = Literal["same", "valid"]

ACTIVATIONS = ("linear", "relu", "leaky_relu", "elu", "gelu", "silu", "tanh", "sigmoid")


@dataclass(frozen=True)
class Layer:
    """One step from tensor to tensor."""

    def output_dims(self, dims: Dims) -> Dims:
        """Shape after this layer. Raises ``PlanError`` where the layer can't take ``dims``."""
        return dims

    def weight_dims(self, dims: Dims) -> tuple[Dims, ...]:
        """Shapes of the trainable arrays, given the input shape, in Keras's order: kernels, then bias."""
        return ()

    def parameter_count(self, dims: Dims) -> int:
        """Trainable numbers, given the input shape."""
        return sum(prod(each) for each in self.weight_dims(dims))

    def multiply_adds(self, dims: Dims) -> int:
        """Multiply–add operations of kernels in one example's forward pass; biases are only added."""
        return sum(prod(each) for each in self.weight_dims(dims) if len(each) > 1)

    def _need_rank(self, dims: Dims, rank: int, what: str) -> None:
        if len(dims) != rank:
            raise PlanError(f"{type(self).__name__} needs {what}, but gets a tensor of shape {format_dims(dims)}.")


@dataclass(frozen=True)
class Flatten(Layer):
    def output_dims(self, dims: Dims) -> Dims:
        return (prod(dims),)


@dataclass(frozen=True)
class Reshape(Layer):
    dims: Dims

    def output_dims(self, dims: Dims) -> Dims:
        if prod(dims) != prod(self.dims):
            raise PlanError(f"A tensor of shape {format_dims(dims)} can't be reshaped to {format_dims(self.dims)}.")
        return self.dims


@dataclass(frozen=True)
class Dense(Layer):
    """Acts on the last axis, so on a sequence it is the same head at each time step."""

    units: int
    activation: str = "linear"

    def output_dims(self, dims: Dims) -> Dims:
        return (*dims[:-1], self.units)

    def weight_dims(self, dims: Dims) -> tuple[Dims, ...]:
        return ((dims[-1], self.units), (self.units,))

    def multiply_adds(self, dims: Dims) -> int:
        return prod(dims) * self.units


@dataclass(frozen=True)
class Conv2D(Layer):
    filters: int
    kernel_size: int = 3
    activation: str = "linear"
    padding: Padding = "same"

    def output_dims(self, dims: Dims) -> Dims:
        self._need_rank(dims, 3, "an image (height, width, channels)")
        lost = self.kernel_size - 1 if self.padding == "valid" else 0
        height, width = dims[0] - lost, dims[1] - lost
        if height < 1 or width < 1:
            raise PlanError(
                f"An unpadded {self.kernel_size}×{self.kernel_size} convolution doesn't fit on maps of {format_dims(dims[:2])}: "
                "use fewer layers or a smaller kernel."
            )
        return (height, width, self.filters)

    def weight_dims(self, dims: Dims) -> tuple[Dims, ...]:
        return ((self.kernel_size, self.kernel_size, dims[2], self.filters), (self.filters,))

    def multiply_adds(self, dims: Dims) -> int:
        height, width, filters = self.output_dims(dims)
        return height * width * filters * self.kernel_size**2 * dims[2]


@dataclass(frozen=True)
class MaxPool2D(Layer):
    """2×2, 'same': an odd size is rounded up."""

    def output_dims(self, dims: Dims) -> Dims:
        self._need_rank(dims, 3, "an image (height, width, channels)")
        return (ceil(dims[0] / 2), ceil(dims[1] / 2), dims[2])


@dataclass(frozen=True)
class UpSampling2D(Layer):
    """2×2, nearest neighbour."""

    def output_dims(self, dims: Dims) -> Dims:
        self._need_rank(dims, 3, "an image (height, width, channels)")
        return (dims[0] * 2, dims[1] * 2, dims[2])


@dataclass(frozen=True)
class Crop2D(Layer):
    """Cuts rows off the bottom and columns off the right."""

    bottom: int
    right: int

    def output_dims(self, dims: Dims) -> Dims:
        self._need_rank(dims, 3, "an image (height, width, channels)")
        if self.bottom >= dims[0] or self.right >= dims[1]:
            raise PlanError(f"Cropping {self.bottom} rows and {self.right} columns leaves nothing of {format_dims(dims)}.")
        return (dims[0] - self.bottom, dims[1] - self.right, dims[2])


@dataclass(frozen=True)
class LSTM(Layer):
    units: int
    return_sequences: bool = False

    def output_dims(self, dims: Dims) -> Dims:
        self._need_rank(dims, 2, "a sequence (timesteps, features)")
        return (dims[0], self.units) if self.return_sequences else (self.units,)

    def weight_dims(self, dims: Dims) -> tuple[Dims, ...]:
        gates = 4 * self.units
        return ((dims[1], gates), (self.units, gates), (gates,))

    def multiply_adds(self, dims: Dims) -> int:
        return dims[0] * super().multiply_adds(dims)


@dataclass(frozen=True)
class RepeatVector(Layer):
    times: int

    def output_dims(self, dims: Dims) -> Dims:
        self._need_rank(dims, 1, "a vector")
        return (self.times, dims[0])


@dataclass(frozen=True)
class DenseCode(Layer):
    """A dense code layer. ``activity_l1`` × (sum of |code| over units, mean over examples) is added to the loss."""

    size: int
    activation: str = "relu"
    activity_l1: float = 0.0

    def output_dims(self, dims: Dims) -> Dims:
        return (*dims[:-1], self.size)

    def weight_dims(self, dims: Dims) -> tuple[Dims, ...]:
        return ((dims[-1], self.size), (self.size,))


@dataclass(frozen=True)
class EncoderOutputCode(Layer):
    """The code is what the encoder's last layer gives (feature maps, or the last LSTM state)."""

    activity_l1: float = 0.0


@dataclass(frozen=True)
class GaussianCode(Layer):
    """Two dense heads, z_mean and z_log_var; z = z_mean + exp(z_log_var / 2)·ε, ε ~ N(0, 1).

    Source: Kingma and Welling 2014, "Auto-Encoding Variational Bayes", section 2.4.
    """

    size: int
    kl_weight: float = 1.0

    def output_dims(self, dims: Dims) -> Dims:
        return (*dims[:-1], self.size)

    def weight_dims(self, dims: Dims) -> tuple[Dims, ...]:
        return 2 * ((dims[-1], self.size), (self.size,))


CodeLayer = DenseCode | EncoderOutputCode | GaussianCode
