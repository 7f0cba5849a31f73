"""The simple autoencoder with a penalty that keeps most of the code near zero."""

from dataclasses import dataclass, field

from ae_workbench.core.layers import DenseCode
from ae_workbench.core.parameters import Parameters, number
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants.parts import dense_decoder, dense_encoder
from ae_workbench.variants.variant import Variant, activation, code_size

L1_HELP = (
    "Weight of the L1 penalty on the code: its absolute values, summed over units and averaged over images, join the loss. "
    "The article's 10e-5 is 1e-4."
)


@dataclass(frozen=True)
class SparseParameters(Parameters):
    code_size: int = field(default=32, metadata=code_size())
    activation: str = field(default="relu", metadata=activation(label="Code activation"))
    activity_l1: float = field(default=1e-4, metadata=number("L1 activity penalty", low=0.0, high=1.0, step=1e-5, help=L1_HELP))


def plan(parameters: SparseParameters, shape: Shape) -> Plan:
    """Dense autoencoder whose code is pushed toward zero. Source: the article, "Adding a sparsity constraint"."""
    code = DenseCode(parameters.code_size, parameters.activation, parameters.activity_l1)
    return Plan(shape, dense_encoder((), "relu"), code, dense_decoder((), "relu", shape))


VARIANT = Variant("sparse", "Sparse", "A penalty makes each image use only a few units of its code.", SparseParameters, plan)
