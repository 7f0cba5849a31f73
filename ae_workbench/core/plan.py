"""A plan: the layers of encoder and decoder as plain data, with every shape and parameter count."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import prod
from typing import Literal

from ae_workbench.core.corruption import Corruption
from ae_workbench.core.errors import PlanError
from ae_workbench.core.layers import LSTM, CodeLayer, Conv2D, Dims, GaussianCode, Layer
from ae_workbench.core.shape import Shape, format_dims

Part = Literal["encoder", "code", "decoder"]
Loss = Literal["bce", "mse"]
MOST_PARAMETERS = 2**28
"""1 GiB of weights; Adam triples that while it trains."""
MOST_NUMBERS = 2**27
"""What one layer may give for one example: half a GiB."""


@dataclass(frozen=True)
class Stage:
    """One layer in its place."""

    part: Part
    layer: Layer
    input_dims: Dims
    output_dims: Dims
    parameter_count: int

    @property
    def kind(self) -> str:
        return type(self.layer).__name__


@dataclass(frozen=True)
class Plan:
    """An autoencoder as plain data.

    ``loss`` is what the reconstruction is judged by: "bce" for images in [0, 1], "mse" for standardised sequences.
    For a ``GaussianCode`` it is summed over the example (nats) and the KL term added; otherwise it is the mean.

    Raises:
        PlanError: the layers don't fit together, are larger than any computer, or the decoder doesn't end in the data's shape.
    """

    shape: Shape
    encoder: tuple[Layer, ...]
    code: CodeLayer
    decoder: tuple[Layer, ...]
    corruption: Corruption = field(default_factory=Corruption)

    def __post_init__(self) -> None:
        end = self.stages[-1].output_dims
        if end != self.shape.dims:
            raise PlanError(f"The decoder ends in {format_dims(end)}, but the data are {format_dims(self.shape.dims)}.")
        if self.parameter_count > MOST_PARAMETERS:
            most = f"at most {MOST_PARAMETERS:,} fit: use fewer or smaller layers, or smaller data"
            raise PlanError(f"This model would have {self.parameter_count:,} parameters; {most}.")
        largest = max(self.stages, key=lambda stage: prod(stage.output_dims))
        if prod(largest.output_dims) > MOST_NUMBERS:
            size = f"gives {format_dims(largest.output_dims)} numbers for each example"
            raise PlanError(f"A {largest.kind} layer {size}; at most {MOST_NUMBERS:,} fit: use a smaller layer or smaller data.")

    @property
    def loss(self) -> Loss:
        return "bce" if self.shape.is_image else "mse"

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """Every layer in order, with input shape, output shape and parameter count."""
        return tuple(self._walk())

    def _walk(self) -> Iterator[Stage]:
        dims = self.shape.dims
        parts: tuple[tuple[Part, tuple[Layer, ...]], ...] = (
            ("encoder", self.encoder),
            ("code", (self.code,)),
            ("decoder", self.decoder),
        )
        for part, layers in parts:
            for layer in layers:
                after = layer.output_dims(dims)
                yield Stage(part, layer, dims, after, layer.parameter_count(dims))
                dims = after

    def part(self, part: Part) -> tuple[Stage, ...]:
        return tuple(stage for stage in self.stages if stage.part == part)

    @property
    def code_dims(self) -> Dims:
        return self.part("code")[0].output_dims

    @property
    def code_size(self) -> int:
        """Numbers in one code."""
        return prod(self.code_dims)

    @property
    def compression(self) -> float:
        """Numbers in one example over numbers in its code: 784 / 32 = 24.5."""
        return self.shape.size / self.code_size

    @property
    def weight_dims(self) -> tuple[Dims, ...]:
        """Shapes of the weights in plan order: the order in which they are stored."""
        return tuple(dims for stage in self.stages for dims in stage.layer.weight_dims(stage.input_dims))

    @property
    def parameter_count(self) -> int:
        return sum(stage.parameter_count for stage in self.stages)

    @property
    def encoder_parameter_count(self) -> int:
        return sum(stage.parameter_count for stage in self.stages if stage.part != "decoder")

    @property
    def decoder_parameter_count(self) -> int:
        return self.parameter_count - self.encoder_parameter_count

    @property
    def multiply_adds(self) -> int:
        """Multiply–add operations for one example's forward pass."""
        return sum(stage.layer.multiply_adds(stage.input_dims) for stage in self.stages)

    @property
    def is_dense(self) -> bool:
        """Whether all weights are those of dense layers."""
        return not self.has(Conv2D, LSTM)

    @property
    def is_variational(self) -> bool:
        return isinstance(self.code, GaussianCode)

    @property
    def activity_l1(self) -> float:
        return getattr(self.code, "activity_l1", 0.0)

    @property
    def kl_weight(self) -> float:
        return self.code.kl_weight if isinstance(self.code, GaussianCode) else 0.0

    def has(self, *kinds: type[Layer]) -> bool:
        """Whether any layer is of one of these kinds."""
        return any(isinstance(stage.layer, kinds) for stage in self.stages)
