"""A code that is a distribution, so that every point of the latent plane decodes to something."""

from dataclasses import dataclass, field

from ae_workbench.core.layers import Dense, Flatten, GaussianCode, Reshape
from ae_workbench.core.parameters import Parameters, choice, number
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants.denoising import CONVOLUTIONAL, DENSE, FORM_HELP
from ae_workbench.variants.parts import conv_decoder, conv_encoder, dense_decoder, dense_encoder, pooled_dims
from ae_workbench.variants.variant import Variant, activation, code_size, filter_sizes, hidden_sizes, kernel_size

KL_HELP = (
    "Weight β of the Kullback–Leibler term, in nats per image like the reconstruction. "
    "1 is the variational bound; more makes the codes more alike a normal distribution and the images blurrier."
)


@dataclass(frozen=True)
class VariationalParameters(Parameters):
    form: str = field(default="dense", metadata=choice("Form", "dense", "convolutional", help=FORM_HELP))
    filters: tuple[int, ...] = field(default=(32, 64), metadata=filter_sizes(when=CONVOLUTIONAL))
    kernel_size: int = field(default=3, metadata=kernel_size(when=CONVOLUTIONAL))
    intermediate: tuple[int, ...] = field(default=(256,), metadata=hidden_sizes(label="Intermediate size", when=DENSE))
    code_size: int = field(default=2, metadata=code_size(label="Latent dimensions", high=512))
    activation: str = field(default="relu", metadata=activation())
    kl_weight: float = field(default=1.0, metadata=number("KL weight β", low=0.0, high=1000.0, step=0.1, help=KL_HELP))


def plan(parameters: VariationalParameters, shape: Shape) -> Plan:
    """Encoder to z_mean and z_log_var, generator from z. Source: the article, "Variational autoencoder (VAE)"."""
    p = parameters
    code = GaussianCode(p.code_size, p.kl_weight)
    if p.form == "dense":
        return Plan(shape, dense_encoder(p.intermediate, p.activation), code, dense_decoder(p.intermediate, p.activation, shape))
    maps = pooled_dims(shape, p.filters)
    encoder = (*conv_encoder(p.filters, p.kernel_size, p.activation), Flatten())
    opening = (Dense(maps[0] * maps[1] * maps[2], p.activation), Reshape(maps))
    return Plan(shape, encoder, code, (*opening, *conv_decoder(p.filters, p.kernel_size, p.activation, shape)))


VARIANT = Variant(
    "variational",
    "Variational",
    "Each image becomes a small cloud of codes, so that every point between them means something.",
    VariationalParameters,
    plan,
)
