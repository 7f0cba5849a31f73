"""Layers of a plan that are computed faster together than one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from ae_workbench.core.layers import LSTM, Conv2D, Layer, MaxPool2D, RepeatVector, UpSampling2D

MOST_FOLDED_FILTERS = 4
MONOTONE = ("linear", "relu", "leaky_relu", "elu", "tanh", "sigmoid")


@dataclass(frozen=True)
class PooledConv2D(Conv2D):
    """A convolution with a monotone activation, and the 2×2 max pooling behind it."""


@dataclass(frozen=True)
class UpSampledConv2D(Conv2D):
    """2×2 up-sampling and a convolution with few filters behind it."""


@dataclass(frozen=True)
class HoistedLSTM(LSTM):
    """An LSTM whose input is multiplied with its weights before the first time step."""


@dataclass(frozen=True)
class RepeatedLSTM(LSTM):
    """An LSTM that reads the same vector ``times`` times."""

    times: int = 1


def merged(layers: Sequence[Layer]) -> list[Layer]:
    """The same layers with merged ones in the place of pairs. The weights and their order stay."""
    found: list[Layer] = []
    for layer in layers:
        last = found[-1] if found else None
        if isinstance(layer, MaxPool2D) and type(last) is Conv2D and last.activation in MONOTONE:
            found[-1] = PooledConv2D(last.filters, last.kernel_size, last.activation, last.padding)
        elif isinstance(layer, Conv2D) and isinstance(last, UpSampling2D) and layer.filters <= MOST_FOLDED_FILTERS:
            found[-1] = UpSampledConv2D(layer.filters, layer.kernel_size, layer.activation, layer.padding)
        elif isinstance(layer, LSTM) and isinstance(last, RepeatVector):
            found[-1] = RepeatedLSTM(layer.units, layer.return_sequences, last.times)
        elif isinstance(layer, LSTM):
            found.append(HoistedLSTM(layer.units, layer.return_sequences))
        else:
            found.append(layer)
    return found
