"""Several dense layers on each side of the code."""

from dataclasses import dataclass, field

from ae_workbench.core.layers import DenseCode
from ae_workbench.core.parameters import Parameters
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants.parts import dense_decoder, dense_encoder
from ae_workbench.variants.variant import Variant, activation, code_size, hidden_sizes


@dataclass(frozen=True)
class DeepParameters(Parameters):
    hidden: tuple[int, ...] = field(default=(128, 64), metadata=hidden_sizes())
    code_size: int = field(default=32, metadata=code_size())
    activation: str = field(default="relu", metadata=activation())


def plan(parameters: DeepParameters, shape: Shape) -> Plan:
    """A stack of dense layers, mirrored. Source: the article, "Deep autoencoder"."""
    encoder = dense_encoder(parameters.hidden, parameters.activation)
    code = DenseCode(parameters.code_size, parameters.activation)
    return Plan(shape, encoder, code, dense_decoder(parameters.hidden, parameters.activation, shape))


VARIANT = Variant("deep", "Deep", "Several dense layers on each side of the code find a better one.", DeepParameters, plan)
