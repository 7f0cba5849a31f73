"""One dense layer to a short code and one back."""

from dataclasses import dataclass, field

from ae_workbench.core.layers import DenseCode
from ae_workbench.core.parameters import Parameters
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants.parts import dense_decoder, dense_encoder
from ae_workbench.variants.variant import Variant, activation, code_size


@dataclass(frozen=True)
class SimpleParameters(Parameters):
    code_size: int = field(default=32, metadata=code_size())
    activation: str = field(default="relu", metadata=activation(label="Code activation"))


def plan(parameters: SimpleParameters, shape: Shape) -> Plan:
    """The smallest autoencoder there is. Source: the article, "Let's build the simplest possible autoencoder"."""
    code = DenseCode(parameters.code_size, parameters.activation)
    return Plan(shape, dense_encoder((), "relu"), code, dense_decoder((), "relu", shape))


VARIANT = Variant(
    "simple", "Simple", "One dense layer squeezes the image into a short code; another draws it again.", SimpleParameters, plan
)
