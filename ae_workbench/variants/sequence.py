"""An LSTM reads a sequence into one vector; another writes it again."""

from dataclasses import dataclass, field

from ae_workbench.core.layers import LSTM, Dense, EncoderOutputCode, Layer, RepeatVector, Reshape
from ae_workbench.core.parameters import Parameters
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants.variant import Variant, code_size, hidden_sizes

HIDDEN_HELP = "Units of each further LSTM between the sequence and the code. The decoder has the same ones in reverse."


@dataclass(frozen=True)
class SequenceParameters(Parameters):
    hidden: tuple[int, ...] = field(default=(), metadata=hidden_sizes("Hidden LSTMs", HIDDEN_HELP, high=1024, longest=4))
    code_size: int = field(default=64, metadata=code_size(label="LSTM units (code size)", high=1024))


def plan(parameters: SequenceParameters, shape: Shape) -> Plan:
    """Sequence to vector to sequence; images are read row by row.

    The article's decoder ends in an LSTM, whose tanh can't reach most data; here a dense head at each time step ends it:
    sigmoid for images, linear for standardised sequences. Source: the article, "Sequence-to-sequence autoencoder".
    """
    timesteps, features = _steps(shape)
    before: tuple[Layer, ...] = (Reshape((timesteps, features)),) if shape.is_image else ()
    encoder = (*before, *(LSTM(n, return_sequences=True) for n in parameters.hidden), LSTM(parameters.code_size))
    writers = tuple(LSTM(n, return_sequences=True) for n in (parameters.code_size, *reversed(parameters.hidden)))
    head = Dense(features, "sigmoid" if shape.is_image else "linear")
    after: tuple[Layer, ...] = (Reshape(shape.dims),) if shape.is_image else ()
    return Plan(shape, encoder, EncoderOutputCode(), (RepeatVector(timesteps), *writers, head, *after))


def _steps(shape: Shape) -> tuple[int, int]:
    if shape.is_image:
        height, width, channels = shape.dims
        return height, width * channels
    timesteps, features = shape.dims
    return timesteps, features


VARIANT = Variant(
    "sequence",
    "Sequence",
    "An LSTM reads the sequence into one vector; another writes it again, step by step.",
    SequenceParameters,
    plan,
    kinds=("image", "sequence"),
)
