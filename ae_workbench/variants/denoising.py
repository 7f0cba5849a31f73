"""Noisy images in, clean images out."""

from dataclasses import dataclass, field

from ae_workbench.core.corruption import CORRUPTION_KINDS, Corruption
from ae_workbench.core.layers import DenseCode, EncoderOutputCode
from ae_workbench.core.parameters import Parameters, choice, flag, number
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants.parts import conv_decoder, conv_encoder, dense_decoder, dense_encoder, unpooled_layers
from ae_workbench.variants.variant import Variant, activation, code_size, filter_sizes, hidden_sizes, kernel_size

DENSE = ("form", ("dense",))
CONVOLUTIONAL = ("form", ("convolutional",))
FORM_HELP = "Convolutional layers keep the image's geometry; dense ones see it as a list of numbers."
POOLING_HELP = (
    "Whether 2×2 pooling follows each convolution. Without it the maps keep the image's size: nothing is squeezed, but edges as fine as "
    "print stay sharp, which is what a cleaner of pages and sounds needs."
)
NOISE_HELP = "What is done to each image before the encoder sees it, anew in every batch. The model is asked for the clean image."
AMOUNT_HELP = "Standard deviation of the Gaussian noise (pixels are 0 to 1), or the share of pixels that salt and pepper or masking hits."


@dataclass(frozen=True)
class DenoisingParameters(Parameters):
    form: str = field(default="convolutional", metadata=choice("Form", "convolutional", "dense", help=FORM_HELP))
    filters: tuple[int, ...] = field(default=(32, 32), metadata=filter_sizes(when=CONVOLUTIONAL))
    kernel_size: int = field(default=3, metadata=kernel_size(when=CONVOLUTIONAL))
    pooling: bool = field(default=True, metadata=flag("Pooling", help=POOLING_HELP, when=CONVOLUTIONAL))
    hidden: tuple[int, ...] = field(default=(512,), metadata=hidden_sizes(when=DENSE))
    code_size: int = field(default=128, metadata=code_size(when=DENSE))
    activation: str = field(default="relu", metadata=activation())
    noise: str = field(default="gaussian", metadata=choice("Noise", *CORRUPTION_KINDS, help=NOISE_HELP))
    noise_amount: float = field(default=0.5, metadata=number("Noise amount", low=0.0, high=2.0, step=0.05, help=AMOUNT_HELP))


def plan(parameters: DenoisingParameters, shape: Shape) -> Plan:
    """Learns to remove noise. Source: the article, "Application to image denoising"."""
    p = parameters
    corruption = Corruption(p.noise, p.noise_amount)  # type: ignore[arg-type]
    if p.form == "dense":
        code = DenseCode(p.code_size, p.activation)
        return Plan(shape, dense_encoder(p.hidden, p.activation), code, dense_decoder(p.hidden, p.activation, shape), corruption)
    if not p.pooling:
        encoder, decoder = unpooled_layers(p.filters, p.kernel_size, p.activation, shape)
        return Plan(shape, encoder, EncoderOutputCode(), decoder, corruption)
    encoder = conv_encoder(p.filters, p.kernel_size, p.activation)
    return Plan(shape, encoder, EncoderOutputCode(), conv_decoder(p.filters, p.kernel_size, p.activation, shape), corruption)


VARIANT = Variant("denoising", "Denoising", "Sees noisy images and is asked for the clean ones.", DenoisingParameters, plan)
