"""What of a plan counts when its model is used rather than trained: layers in a row, each with its weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Literal, Protocol, TypeVar

from ae_workbench.core.layers import Dense, DenseCode, Dims, EncoderOutputCode, GaussianCode, Layer
from ae_workbench.core.plan import Plan, Stage

ModelPart = Literal["whole", "encoder", "decoder"]


class HasShape(Protocol):
    @property
    def shape(self) -> tuple[int, ...]: ...


Array = TypeVar("Array", bound=HasShape)


@dataclass(frozen=True)
class Step(Generic[Array]):
    """One layer of a model in use. ``weights`` are kernel and bias, of an LSTM kernel, recurrent kernel and bias."""

    name: str
    layer: Layer
    input_dims: Dims
    output_dims: Dims
    weights: tuple[Array, ...]


def steps(plan: Plan, weights: Sequence[Array], part: ModelPart = "whole") -> list[Step[Array]]:
    """Encoder, decoder or both, from the weights in plan order.

    The code layer ends the encoder. Of a Gaussian code only z_mean is left, as a dense layer: a model in use draws nothing.

    Raises:
        ValueError: the weights aren't this plan's: their number or their shapes differ.
    """
    if tuple(array.shape for array in weights) != plan.weight_dims:
        raise ValueError("The weights don't belong to this plan: their shapes differ.")
    remaining = iter(weights)
    found: list[Step[Array]] = []
    for position, stage in enumerate(plan.stages):
        own = tuple(islice(remaining, len(stage.layer.weight_dims(stage.input_dims))))
        is_wanted = part == "whole" or (part == "decoder") == (stage.part == "decoder")
        if is_wanted and not isinstance(stage.layer, EncoderOutputCode):
            layer, name = _in_use(stage, position)
            found.append(Step(name, layer, stage.input_dims, stage.output_dims, own[: len(layer.weight_dims(stage.input_dims))]))
    return found


def _in_use(stage: Stage, position: int) -> tuple[Layer, str]:
    match stage.layer:
        case GaussianCode(size=size):
            return Dense(size), "z_mean"
        case DenseCode(size=size, activation=activation):
            return Dense(size, activation), "code"
        case layer:
            return layer, f"{stage.part}_{position + 1}_{stage.kind.lower()}"
