"""Convolutions and pooling down to small maps, and back."""

from dataclasses import dataclass, field

from ae_workbench.core.layers import EncoderOutputCode
from ae_workbench.core.parameters import Parameters, choice
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants.parts import conv_decoder, conv_encoder
from ae_workbench.variants.variant import Variant, activation, filter_sizes, kernel_size

PADDING_HELP = (
    "Padding of the decoder's last hidden convolution. The article leaves it out, which makes 28 out of 32; "
    "auto does so where it fits, and otherwise pads and crops."
)


@dataclass(frozen=True)
class ConvolutionalParameters(Parameters):
    filters: tuple[int, ...] = field(default=(16, 8, 8), metadata=filter_sizes())
    kernel_size: int = field(default=3, metadata=kernel_size())
    activation: str = field(default="relu", metadata=activation())
    last_padding: str = field(default="auto", metadata=choice("Last padding", "auto", "same", "valid", help=PADDING_HELP))


def plan(parameters: ConvolutionalParameters, shape: Shape) -> Plan:
    """Feature maps as the code. Source: the article, "Convolutional autoencoder"."""
    p = parameters
    encoder = conv_encoder(p.filters, p.kernel_size, p.activation)
    decoder = conv_decoder(p.filters, p.kernel_size, p.activation, shape, p.last_padding)
    return Plan(shape, encoder, EncoderOutputCode(), decoder)


VARIANT = Variant(
    "convolutional", "Convolutional", "Small filters slide over the image; the code is a stack of tiny maps.", ConvolutionalParameters, plan
)
